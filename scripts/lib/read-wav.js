/** WAV files as speech collections have them: whole numbers or floating point, any rate, any number of channels. */
import { readFileSync } from 'node:fs';

const wholeNumbers = 1;
const floatingPoint = 3;
/** The format proper then stands where the fields of the plain header end. */
const extended = 0xfffe;

/** By format and bits: one sample, -1 to 1. */
const readers = {
  // The one whole number without a sign.
  [`${wholeNumbers}/8`]: (bytes, at) => (bytes.readUInt8(at) - 128) / 128,
  [`${wholeNumbers}/16`]: (bytes, at) => bytes.readInt16LE(at) / 2 ** 15,
  [`${wholeNumbers}/24`]: (bytes, at) => bytes.readIntLE(at, 3) / 2 ** 23,
  [`${wholeNumbers}/32`]: (bytes, at) => bytes.readInt32LE(at) / 2 ** 31,
  [`${floatingPoint}/32`]: (bytes, at) => bytes.readFloatLE(at),
  [`${floatingPoint}/64`]: (bytes, at) => bytes.readDoubleLE(at),
};

/** The parts of the file by name; of one that says to be longer than the file, what there is. */
function partsOf(bytes) {
  const parts = new Map();
  for (let offset = 12; offset + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', offset, offset + 4);
    const length = bytes.readUInt32LE(offset + 4);
    if (!parts.has(name)) parts.set(name, bytes.subarray(offset + 8, offset + 8 + length));
    offset += 8 + length + (length % 2);
  }
  return parts;
}

/** @returns {{ samples: Float32Array, sampleRateHz: number }} several channels as their mean, -1 to 1 */
export function readWav(path) {
  const bytes = readFileSync(path);
  const letters = (start) => bytes.toString('latin1', start, start + 4);
  if (letters(0) !== 'RIFF' || letters(8) !== 'WAVE') throw new Error(`${path} is not a WAV file.`);
  const parts = partsOf(bytes);
  const [format, data] = [parts.get('fmt '), parts.get('data')];
  if (!format || format.length < 16 || !data) throw new Error(`${path} holds no sound.`);
  const tag = format.readUInt16LE(0);
  const kind = tag === extended && format.length >= 26 ? format.readUInt16LE(24) : tag;
  const channels = format.readUInt16LE(2);
  const bits = format.readUInt16LE(14);
  const read = readers[`${kind}/${bits}`];
  if (!read || channels === 0) {
    throw new Error(
      `${path} is of a kind that cannot be read (format ${kind}, ${bits} bits): save it as 16-bit PCM.`,
    );
  }
  const step = bits / 8;
  const samples = new Float32Array(Math.floor(data.length / step / channels));
  for (let index = 0; index < samples.length; index++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += read(data, (index * channels + channel) * step);
    }
    samples[index] = sum / channels;
  }
  return { samples, sampleRateHz: format.readUInt32LE(4) };
}
