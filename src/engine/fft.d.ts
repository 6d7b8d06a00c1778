/** What is used of it: it brings no types of its own. */
declare module 'fft.js' {
  export default class FFT {
    constructor(size: number);
    createComplexArray(): number[];
    realTransform(into: number[], sound: readonly number[]): void;
    /** The half that a real transform leaves out. */
    completeSpectrum(spectrum: number[]): void;
    inverseTransform(into: number[], spectrum: readonly number[]): void;
  }
}
