/** Of what the notes tell to do: what somebody can have done. */

/** What is left undone, what nobody can do, and what only says why. */
const noDeed =
  /^(do not|never|nothing|there is no|this season|in (most|gardens)|leave the sprayer|keep (out|away|new)|touch .* as little|sprinkling|spare|let no)\b/i;

/** Whether a step of the notes is a deed, as one could tick it. */
export const isDeed = (step: string): boolean => !noDeed.test(step);
