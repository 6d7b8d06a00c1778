/**
 * Takes out of what the microphone hears what comes back of what is being played. Browsers try to, not all of them well and not
 * on every device; what they leave is taken out here. Then only somebody else is left.
 */
import { EchoFilter, partitions } from './echo-filter';
import { blockSamples } from './spectra';

/** No filter is right altogether: of the expected echo's energy, so much is taken for what is left of it. */
const leftShare = 0.15;
/** Per block, of the energies that are compared to tell whether the filter still fits: a third of a second. */
const forgets = 0.05;
/** Of what is heard. Where less is expected, it can't be told how well. */
const leastExpected = 0.3;
/** Of what is heard: 13 dB. Before that, what is left of our own voice sounds like nobody's. */
const trustedShare = 0.05;
/** Of what is expected: so much less is missed than was heard. Where it is more, not all of the echo is expected yet. */
const [leastTaken, mostTaken] = [0.9, 1.6];
/** Half a second: one vowel alone is soon learned. */
const leastRight = 30;
/** One second, for a filter that has just begun. */
const leastLearned = 60;

/** Of blocks. */
interface Energies {
  readonly heard: number;
  readonly missed: number;
  readonly expected: number;
}

const none: Energies = { heard: 0, missed: 0, expected: 0 };

export class EchoCanceller {
  readonly #filter = new EchoFilter();
  readonly #expected = new Float64Array(blockSamples);
  #silentBlocks = partitions;
  #learnedBlocks = 0;
  #ofLate = none;
  #lastExpected = 0;
  /** One after another. */
  #rightBlocks = 0;
  #isTrusted = false;

  /** What comes back of what is played is taken out. */
  get isTrusted(): boolean {
    return this.#isTrusted;
  }

  /**
   * Gives back what was heard as it is until the filter is good enough to be trusted.
   * @param heard a whole number of blocks of `blockSamples`
   * @param played at the same time: the sound that goes to the speaker, not yet what comes back of it
   */
  cancel(heard: Float32Array<ArrayBuffer>, played: Float32Array): Float32Array<ArrayBuffer> {
    const left = new Float32Array(heard.length);
    for (let start = 0; start < heard.length; start += blockSamples) {
      const block = heard.subarray(start, start + blockSamples);
      left.set(this.#cancel(block, played.slice(start, start + blockSamples)), start);
    }
    return left;
  }

  #cancel(heard: Float32Array, played: Float32Array): Float32Array {
    this.#silentBlocks = played.some((sample) => sample !== 0) ? 0 : this.#silentBlocks + 1;
    // Of what is not played nothing comes back.
    if (this.#silentBlocks > partitions) return heard;
    this.#filter.expect(played, this.#expected);
    const missed = heard.map((sample, at) => sample - this.#expected[at]!);
    const energies: Energies = {
      heard: energyOf(heard),
      missed: energyOf(missed),
      expected: energyOf(this.#expected),
    };
    this.#judge(energies);
    this.#filter.learn(missed);
    const share = this.#shareLeft(energies);
    if (!this.#isTrusted) return heard;
    return missed.map((sample) => share * sample);
  }

  #judge(now: Energies): void {
    const late = {
      heard: forgotten(this.#ofLate.heard, now.heard),
      missed: forgotten(this.#ofLate.missed, now.missed),
      expected: forgotten(this.#ofLate.expected, now.expected),
    };
    this.#ofLate = late;
    this.#learnedBlocks += 1;
    const hasLearned = this.#learnedBlocks >= leastLearned;
    const isTold = late.expected > leastExpected * late.heard;
    this.#rightBlocks = isTold && isRight(late, hasLearned) ? this.#rightBlocks + 1 : 0;
    this.#isTrusted ||= this.#rightBlocks >= leastRight;
    // A device that skips, or another one, brings the echo at another time: what is expected then only adds to it.
    if (isTold && hasLearned && late.missed > late.heard) this.#forget();
  }

  #forget(): void {
    this.#filter.forget();
    this.#isTrusted = false;
    this.#ofLate = none;
    [this.#rightBlocks, this.#learnedBlocks] = [0, 0];
  }

  /** A block is loud where the one before it was: a room rings on. */
  #shareLeft({ missed, expected }: Energies): number {
    this.#lastExpected = Math.max(expected, this.#lastExpected / 2);
    const own = leftShare * this.#lastExpected;
    return missed > own ? Math.sqrt(1 - own / missed) : 0;
  }
}

/** What is left is little, or nobody's echo: the room's own noise, or somebody who speaks. */
function isRight({ heard, missed, expected }: Energies, hasLearned: boolean): boolean {
  if (missed < trustedShare * heard) return true;
  const taken = heard - missed;
  return hasLearned && taken > leastTaken * expected && taken < mostTaken * expected;
}

function energyOf(samples: ArrayLike<number>): number {
  let energy = 0;
  for (let at = 0; at < samples.length; at += 1) energy += samples[at]! ** 2;
  return energy;
}

const forgotten = (before: number, now: number): number => before + forgets * (now - before);
