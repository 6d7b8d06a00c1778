/** Where an earlier transcript of nearly the same sound goes on, after words that may not be its own. */

/** How far the two may drift apart and still be brought together. */
const longestDrift = 6;
/** A token that is checked with others costs a third of one that is written alone: so many are worth a guess. */
const guessedTokens = { afterOneInCommon: 6, afterAnother: 3 };

/**
 * @param isLost the last guess was wrong from its first token on: only two tokens in common lead on from there
 * @returns the tokens to check, none where nothing speaks for any
 */
export function continuation(
  draft: readonly number[],
  written: readonly number[],
  isLost: boolean,
): readonly number[] {
  const here = written.length;
  const [before, last] = [written.at(-2), written.at(-1)];
  const nearest = (isSame: (at: number) => boolean): number | null => {
    let found: number | null = null;
    for (let at = Math.max(0, here - longestDrift); at < here + longestDrift; at++) {
      if (!isSame(at)) continue;
      if (found === null || Math.abs(at + 1 - here) < Math.abs(found + 1 - here)) found = at;
    }
    return found;
  };
  if (last === undefined) return draft;
  const two = nearest((at) => draft[at] === last && at > 0 && draft[at - 1] === before);
  if (two !== null) return draft.slice(two + 1);
  if (isLost) return [];
  const one = nearest((at) => draft[at] === last);
  if (one !== null) return draft.slice(one + 1, one + 1 + guessedTokens.afterOneInCommon);
  // One word was taken for another.
  return draft.slice(here, here + guessedTokens.afterAnother);
}
