/** Whether an echo filter is good enough to be used, judged by what it expected of each block and what it missed. */

/** Per block, of the energies that are compared: a third of a second. */
const forgets = 0.05;
/** Of what is heard. Where less is expected, it can't be told how well. */
const leastExpected = 0.3;
/** Of what is heard: 13 dB. Before that, what is left of our own voice sounds like nobody's. */
const trustedShare = 0.05;
/** Of what is expected: so much less is missed than was heard. Where it is more, not all of the echo is expected yet. */
const [leastTaken, mostTaken] = [0.9, 1.6];
/** The same of an echo that has grown: somebody who speaks at the same time looked like 2.8 at most. */
const grownTaken = 3.5;
/** Of what is heard, and of an echo that is four times as loud as before a little less than it expects. */
const leastGrown = 0.05;
/** Half a second: one vowel alone is soon learned. */
const leastRight = 30;
const leastBlocksGrown = 8;
/** One second, for a filter that has just begun. */
const leastLearned = 60;

/** Of one block, or of late. */
export interface Energies {
  readonly heard: number;
  readonly missed: number;
  readonly expected: number;
}

/** What became of the echo: it is where it was, or comes another way now (another device, or a skip), or is louder. */
export type EchoNews = 'same' | 'elsewhere' | 'louder';

const none: Energies = { heard: 0, missed: 0, expected: 0 };

export class FilterTrust {
  #ofLate = none;
  #learnedBlocks = 0;
  /** One after another. */
  #rightBlocks = 0;
  #grownBlocks = 0;
  #isTrusted = false;

  get isTrusted(): boolean {
    return this.#isTrusted;
  }

  get ofLate(): Energies {
    return this.#ofLate;
  }

  judge(block: Energies): EchoNews {
    const late = mixed(this.#ofLate, block);
    this.#ofLate = late;
    this.#learnedBlocks += 1;
    const hasLearned = this.#learnedBlocks >= leastLearned;
    const isTold = late.expected > leastExpected * late.heard;
    this.#rightBlocks = isTold && isRight(late, hasLearned) ? this.#rightBlocks + 1 : 0;
    this.#isTrusted ||= this.#rightBlocks >= leastRight;
    this.#grownBlocks = hasGrown(late) ? this.#grownBlocks + 1 : 0;
    if (this.#isTrusted && this.#grownBlocks >= leastBlocksGrown) return this.#distrust('louder');
    // What is expected only adds to what is heard.
    const isElsewhere = isTold && hasLearned && late.missed > late.heard;
    return isElsewhere ? this.#distrust('elsewhere') : 'same';
  }

  #distrust(news: EchoNews): EchoNews {
    this.#isTrusted = false;
    this.#ofLate = none;
    [this.#rightBlocks, this.#grownBlocks, this.#learnedBlocks] = [0, 0, 0];
    return news;
  }
}

/** What is left is little, or nobody's echo: the room's own noise, or somebody who speaks. */
function isRight({ heard, missed, expected }: Energies, hasLearned: boolean): boolean {
  if (missed < trustedShare * heard) return true;
  const taken = heard - missed;
  return hasLearned && taken > leastTaken * expected && taken < mostTaken * expected;
}

const hasGrown = ({ heard, missed, expected }: Energies): boolean =>
  expected > leastGrown * heard && heard - missed > grownTaken * expected;

function mixed(before: Energies, now: Energies): Energies {
  const mix = (which: keyof Energies) => before[which] + forgets * (now[which] - before[which]);
  return { heard: mix('heard'), missed: mix('missed'), expected: mix('expected') };
}
