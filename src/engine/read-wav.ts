/** The clip of a known answer: 16-bit mono PCM as `models/known-answers/` keeps it, -1 to 1. */
import { AppError } from '../domain/errors';

const chunkHeaderBytes = 8;
const riffHeaderBytes = 12;

export function readWav(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = riffHeaderBytes; at + chunkHeaderBytes <= bytes.length;) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const sizeBytes = view.getUint32(at + 4, true);
    const start = at + chunkHeaderBytes;
    if (name === 'data') {
      const length = Math.min(sizeBytes, bytes.length - start) >> 1;
      return Float32Array.from(
        { length },
        (_, index) => view.getInt16(start + 2 * index, true) / 0x8000,
      );
    }
    // Chunks are padded to an even length.
    at = start + sizeBytes + (sizeBytes & 1);
  }
  throw new AppError('bad-input', 'a WAV file without samples');
}
