/** A 16-bit mono WAV file. */

/** @param {readonly Float32Array[]} pieces one after the other, -1 to 1 */
export function toWav(pieces, sampleRateHz) {
  const count = pieces.reduce((sum, { length }) => sum + length, 0);
  const bytes = Buffer.alloc(44 + 2 * count);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + 2 * count, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRateHz, 24);
  bytes.writeUInt32LE(2 * sampleRateHz, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(2 * count, 40);
  let offset = 44;
  for (const piece of pieces) {
    for (const sample of piece) {
      const clipped = Math.max(-1, Math.min(1, sample));
      offset = bytes.writeInt16LE(Math.round(clipped * 32_767), offset);
    }
  }
  return bytes;
}
