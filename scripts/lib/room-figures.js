/** What a room's record says: where a voice is in a clip, and when the app was heard, ducked and silent. */

const windowSeconds = 0.02;
/** Of the loudest window: quieter ones are breath, echo and the room. */
const voicedShare = 0.05;
const quietestVoice = 0.003;
/** Somebody begins to speak where most of a tenth of a second is louder than that: a click, or the room's own noise, is not. */
const begunShare = 0.1;
const begunWindows = 5;
const leastBegun = 3;
/** The app's player gives true silence: this is far below what is heard. */
const silentRms = 1e-4;

const rms = (samples) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);

/**
 * @returns {{ fromSeconds: number, toSeconds: number } | null} null where it is too noisy, or too quiet, to tell
 */
export function voiceIn({ samples, sampleRateHz }) {
  const length = Math.round(windowSeconds * sampleRateHz);
  const levels = [];
  for (let start = 0; start + length <= samples.length; start += length) {
    levels.push(rms(samples.subarray(start, start + length)));
  }
  const least = Math.max(quietestVoice, voicedShare * Math.max(0, ...levels));
  const isVoiced = (level) => level >= least;
  // Where even pauses are loud, so is what follows the last word.
  if (levels.filter((level) => !isVoiced(level)).length < 0.03 * levels.length) return null;
  const begun = Math.max(least, begunShare * Math.max(...levels));
  const first = levels.findIndex((level, at) => {
    const next = levels.slice(at, at + begunWindows);
    return level >= begun && next.filter((each) => each >= begun).length >= leastBegun;
  });
  if (first < 0) return null;
  const last = levels.findLastIndex(isVoiced);
  return { fromSeconds: first * windowSeconds, toSeconds: (last + 1) * windowSeconds };
}

/** Levels of each block of sound, before the app's own loudness and after it, on the clock of the audio. */
export class RoomRecord {
  #first = null;
  #before = [];
  #after = [];

  /** @param {number} blockSeconds how long each is */
  constructor(blockSeconds) {
    this.blockSeconds = blockSeconds;
  }

  /** @param {{ block: number, before: readonly number[], after: readonly number[] }} heard blocks in order, by their number */
  add({ block, before, after }) {
    this.#first ??= block;
    // What was not rendered was not heard.
    for (let at = this.#after.length; at < block - this.#first; at++) {
      this.#before.push(0);
      this.#after.push(0);
    }
    this.#before.push(...before);
    this.#after.push(...after);
  }

  get endSeconds() {
    return ((this.#first ?? 0) + this.#after.length) * this.blockSeconds;
  }

  /** When the app is first heard from then on; null where it is not. */
  soundFrom(seconds) {
    return this.#find(seconds, (at) => this.#after[at] > silentRms);
  }

  /** When its sound is over for at least `lasting` seconds; null where it is not. */
  silenceFrom(seconds, lasting) {
    let quiet = 0;
    for (let at = this.#index(seconds); at < this.#after.length; at++) {
      quiet = this.#after[at] > silentRms ? 0 : quiet + 1;
      if (quiet * this.blockSeconds >= lasting) return this.#secondsOf(at + 1 - quiet);
    }
    return null;
  }

  /** When it is first heard at under half of its loudness; null where it is not before `until`. */
  duckFrom(seconds, until = Infinity) {
    const found = this.#find(seconds, (at) => this.#isDucked(at));
    return found !== null && found < until ? found : null;
  }

  #isDucked(at) {
    return this.#before[at] > silentRms && this.#after[at] < this.#before[at] / 2;
  }

  #find(seconds, is) {
    for (let at = this.#index(seconds); at < this.#after.length; at++) {
      if (is(at)) return this.#secondsOf(at);
    }
    return null;
  }

  #index(seconds) {
    return Math.max(0, Math.ceil(seconds / this.blockSeconds) - (this.#first ?? 0));
  }

  #secondsOf(at) {
    return (this.#first + at) * this.blockSeconds;
  }
}

/** The smallest of them that this share of all does not exceed. @throws where nothing was measured */
export function rank(numbers, share, what) {
  if (numbers.length === 0) throw new Error(`Not measured even once: ${what}.`);
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
