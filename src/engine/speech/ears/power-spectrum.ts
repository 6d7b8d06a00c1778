/**
 * The power spectrum of one Whisper frame: 400 Hann-windowed samples, 201 bins. 400 = 20 × 20, so the transform is two
 * rounds of twenty 20-point ones: a third of the work of padding to a power of two, and exact.
 */
export const frameSamples = 400;
export const frequencyBins = frameSamples / 2 + 1;

const side = 20;
const hann = Float64Array.from(
  { length: frameSamples },
  (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / frameSamples),
);
const cosines = Float64Array.from({ length: frameSamples }, (_, index) =>
  Math.cos((2 * Math.PI * index) / frameSamples),
);
const sines = Float64Array.from({ length: frameSamples }, (_, index) =>
  Math.sin((2 * Math.PI * index) / frameSamples),
);
const windowed = new Float64Array(frameSamples);
const innerReal = new Float64Array(frameSamples);
const innerImaginary = new Float64Array(frameSamples);

/** Every twentieth sample, transformed; then turned by the angle that its place in the frame asks for. */
function transformColumns(): void {
  for (let column = 0; column < side; column++) {
    for (let row = 0; row < side; row++) {
      let real = 0;
      let imaginary = 0;
      for (let step = 0; step < side; step++) {
        const value = windowed[side * step + column]!;
        const angle = side * ((row * step) % side);
        real += value * cosines[angle]!;
        imaginary -= value * sines[angle]!;
      }
      const turn = row * column;
      const cosine = cosines[turn]!;
      const sine = sines[turn]!;
      innerReal[side * row + column] = real * cosine + imaginary * sine;
      innerImaginary[side * row + column] = imaginary * cosine - real * sine;
    }
  }
}

/** Writes the power of the 201 bins of `samples[offset .. offset + 400)` into `power`. */
export function powerSpectrum(samples: Float32Array, offset: number, power: Float64Array): void {
  for (let index = 0; index < frameSamples; index++) {
    windowed[index] = samples[offset + index]! * hann[index]!;
  }
  transformColumns();
  for (let bin = 0; bin < frequencyBins; bin++) {
    const row = bin % side;
    const turns = Math.floor(bin / side);
    let real = 0;
    let imaginary = 0;
    for (let column = 0; column < side; column++) {
      const angle = side * ((turns * column) % side);
      const cosine = cosines[angle]!;
      const sine = sines[angle]!;
      const place = side * row + column;
      real += innerReal[place]! * cosine + innerImaginary[place]! * sine;
      imaginary += innerImaginary[place]! * cosine - innerReal[place]! * sine;
    }
    power[bin] = real * real + imaginary * imaginary;
  }
}
