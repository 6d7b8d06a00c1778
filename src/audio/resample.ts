/**
 * Brings a stream of sound to another rate, piece by piece: windowed sinc, the same result however it is cut.
 * Voice is below 8 kHz; what is above is taken out so that it does not fold back into it.
 */
const halfWidth = 16;

export class Resampler {
  /** Output samples are `#numerator / #denominator` input samples apart. */
  readonly #numerator: number;
  readonly #denominator: number;
  /** Input samples on either side that one output sample rests on. */
  readonly #reach: number;
  /** Weights of those, one list for each fraction at which an output sample can fall. */
  readonly #kernels: readonly Float32Array[];
  #kept: Float32Array;
  /** Where the next output sample falls in `#kept`, in input samples times `#denominator`. */
  #position: number;

  constructor(fromHz: number, toHz: number) {
    const divisor = greatestCommonDivisor(fromHz, toHz);
    this.#numerator = fromHz / divisor;
    this.#denominator = toHz / divisor;
    const cutoff = Math.min(1, toHz / fromHz) * 0.94;
    const reach = Math.ceil(halfWidth / cutoff);
    this.#reach = reach;
    this.#kernels = Array.from({ length: this.#denominator }, (_, phase) =>
      kernel(phase / this.#denominator, cutoff, reach),
    );
    this.#kept = new Float32Array(reach);
    this.#position = reach * this.#denominator;
  }

  /** The output samples that this input completes. */
  push(input: Float32Array): Float32Array<ArrayBuffer> {
    const sound = new Float32Array(this.#kept.length + input.length);
    sound.set(this.#kept);
    sound.set(input, this.#kept.length);
    const last = (sound.length - this.#reach) * this.#denominator;
    const count = Math.max(0, Math.ceil((last - this.#position) / this.#numerator));
    const output = new Float32Array(count);
    for (let index = 0; index < count; index++) {
      output[index] = this.#at(sound, this.#position);
      this.#position += this.#numerator;
    }
    const used = Math.floor(this.#position / this.#denominator) - this.#reach;
    this.#kept = sound.slice(used);
    this.#position -= used * this.#denominator;
    return output;
  }

  #at(sound: Float32Array, position: number): number {
    const weights = this.#kernels[position % this.#denominator]!;
    const first = Math.floor(position / this.#denominator) - this.#reach + 1;
    let sum = 0;
    for (let index = 0; index < weights.length; index++) {
      sum += weights[index]! * sound[first + index]!;
    }
    return sum;
  }
}

/** Weights of the input samples from `1 - reach` to `reach - 1` about an output sample at `fraction`. */
function kernel(fraction: number, cutoff: number, reach: number): Float32Array {
  return Float32Array.from({ length: 2 * reach - 1 }, (_, index) => {
    const distance = (index + 1 - reach - fraction) * cutoff;
    if (Math.abs(distance) >= halfWidth) return 0;
    return cutoff * sinc(distance) * (0.5 + 0.5 * Math.cos((Math.PI * distance) / halfWidth));
  });
}

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
