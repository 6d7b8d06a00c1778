/**
 * Takes out of what the microphone hears what comes back of what is being played. Browsers try to, not all of them well and not
 * on every device; what they leave is taken out here. Then only somebody else is left.
 */
import { EchoFilter, partitions } from './echo-filter';
import { energyOf } from './energy';
import { FilterTrust, type Energies } from './filter-trust';
import { blockSamples } from './spectra';

/** Of the expected echo's energy, what is taken for left of it: at most, and at least, however good the filter is. */
const [mostLeft, leastLeft] = [0.15, 0.01];
/** Per block: it follows the sixth part of blocks in which least is left, since in others somebody may speak. */
const [leftFalls, leftRises] = [0.95, 1.01];
/** Of loudness: 20 dB less, and never a hole in the sound. */
const leastGain = 0.1;

export class EchoCanceller {
  readonly #filter = new EchoFilter();
  readonly #trust = new FilterTrust();
  readonly #expected = new Float64Array(blockSamples);
  #silentBlocks = partitions;
  #lastExpected = 0;
  #left = mostLeft;
  #gain = 1;

  /** What comes back of what is played is taken out. */
  get isTrusted(): boolean {
    return this.#trust.isTrusted;
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
    const energy = energyOf(heard);
    // A driver's fault: learned, it would never be forgotten.
    if (!Number.isFinite(energy + energyOf(played))) return new Float32Array(blockSamples);
    this.#silentBlocks = played.some((sample) => sample !== 0) ? 0 : this.#silentBlocks + 1;
    // Of what is not played nothing comes back.
    if (this.#silentBlocks > partitions) return heard;
    this.#filter.expect(played, this.#expected);
    // A microphone that is muted, or between two devices, tells nothing of the room.
    if (energy === 0) return heard;
    const missed = heard.map((sample, at) => sample - this.#expected[at]!);
    const energies = {
      heard: energy,
      missed: energyOf(missed),
      expected: energyOf(this.#expected),
    };
    const verdict = this.#trust.judge(energies);
    if (verdict === 'elsewhere') this.#filter.forget();
    else if (verdict === 'louder') this.#filter.doubt();
    this.#filter.learn(missed);
    const [from, to] = [this.#gain, this.#gainFor(energies)];
    this.#gain = to;
    if (!this.isTrusted) return heard;
    return missed.map((sample, at) => sample * (from + ((to - from) * at) / blockSamples));
  }

  /** What is left of the echo lies under what is left; a block is loud where the one before it was, since a room rings on. */
  #gainFor({ missed, expected }: Energies): number {
    this.#lastExpected = Math.max(expected, this.#lastExpected / 2);
    const { missed: left, expected: of } = this.#trust.ofLate;
    if (of > 0) this.#left *= left < this.#left * of ? leftFalls : leftRises;
    this.#left = Math.min(mostLeft, Math.max(leastLeft, this.#left));
    const own = this.#left * this.#lastExpected;
    return missed > own ? Math.max(leastGain, Math.sqrt(1 - own / missed)) : leastGain;
  }
}
