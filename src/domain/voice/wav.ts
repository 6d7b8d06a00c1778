/** A recording as a WAV file: 16-bit mono, for replay and for the person to keep. */
const headerBytes = 44;

/** @param samples -1 to 1 */
export function toWav(samples: Float32Array, sampleRateHz: number): Blob {
  const bytes = new DataView(new ArrayBuffer(headerBytes + 2 * samples.length));
  const text = (offset: number, letters: string) =>
    Array.from(letters).forEach((letter, index) =>
      bytes.setUint8(offset + index, letter.charCodeAt(0)),
    );
  text(0, 'RIFF');
  bytes.setUint32(4, 36 + 2 * samples.length, true);
  text(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, sampleRateHz, true);
  bytes.setUint32(28, 2 * sampleRateHz, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, 'data');
  bytes.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, index) => {
    const clipped = Math.max(-1, Math.min(1, sample));
    bytes.setInt16(headerBytes + 2 * index, Math.round(clipped * 32_767), true);
  });
  return new Blob([bytes.buffer], { type: 'audio/wav' });
}
