/** Spectra of two blocks of sound side by side, as overlap-save wants them: the second one's filtered sound is whole. */
import FFT from 'fft.js';

/** 16 ms. */
export const blockSamples = 256;
const size = 2 * blockSamples;
export const bins = blockSamples + 1;

/** Real and imaginary parts in turn, of `bins` frequencies; not normalised. */
export type Spectrum = Float64Array;

export const emptySpectrum = (): Spectrum => new Float64Array(2 * bins);

const silence: ArrayLike<number> = new Float64Array(blockSamples);

export class Spectra {
  readonly #fft = new FFT(size);
  readonly #sound = new Array<number>(size).fill(0);
  readonly #complex = this.#fft.createComplexArray();
  readonly #back = this.#fft.createComplexArray();
  readonly #first = new Float64Array(blockSamples);

  forward(first: ArrayLike<number>, second: ArrayLike<number>, into: Spectrum): void {
    for (let at = 0; at < blockSamples; at += 1) {
      this.#sound[at] = first[at]!;
      this.#sound[blockSamples + at] = second[at]!;
    }
    this.#fft.realTransform(this.#complex, this.#sound);
    for (let at = 0; at < into.length; at += 1) into[at] = this.#complex[at]!;
  }

  /** The second of the two blocks. */
  second(spectrum: Spectrum, into: Float64Array): void {
    this.#inverse(spectrum);
    for (let at = 0; at < blockSamples; at += 1) into[at] = this.#back[2 * (blockSamples + at)]!;
  }

  /** Of a filter: what reaches further than one block is another partition's. */
  keepFirst(spectrum: Spectrum): void {
    this.#inverse(spectrum);
    for (let at = 0; at < blockSamples; at += 1) this.#first[at] = this.#back[2 * at]!;
    this.forward(this.#first, silence, spectrum);
  }

  #inverse(spectrum: Spectrum): void {
    for (let at = 0; at < spectrum.length; at += 1) this.#complex[at] = spectrum[at]!;
    this.#fft.completeSpectrum(this.#complex);
    this.#fft.inverseTransform(this.#back, this.#complex);
  }
}
