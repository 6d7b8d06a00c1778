/** 16-bit mono WAV files, as speech collections have them. */
import { readFileSync } from 'node:fs';

/** @returns {{ samples: Float32Array, sampleRateHz: number }} */
export function readWav(path) {
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 0, 4) !== 'RIFF') throw new Error(`${path} is not a WAV file`);
  let sampleRateHz = 0;
  for (let offset = 12; offset + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', offset, offset + 4);
    const length = bytes.readUInt32LE(offset + 4);
    if (name === 'fmt ') {
      sampleRateHz = bytes.readUInt32LE(offset + 12);
      if (bytes.readUInt16LE(offset + 10) !== 1 || bytes.readUInt16LE(offset + 22) !== 16) {
        throw new Error(`${path}: want 16-bit mono`);
      }
    }
    if (name === 'data') {
      const count = Math.min(length, bytes.length - offset - 8) >> 1;
      const samples = new Float32Array(count);
      for (let index = 0; index < count; index++) {
        samples[index] = bytes.readInt16LE(offset + 8 + 2 * index) / 32768;
      }
      return { samples, sampleRateHz };
    }
    offset += 8 + length + (length % 2);
  }
  throw new Error(`${path} has no data`);
}
