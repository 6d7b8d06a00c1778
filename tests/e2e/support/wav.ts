/** Just enough WAV to make a microphone out of a clip: silence around it, 16-bit mono out. */
import { writeFileSync } from 'node:fs';

export { readWav } from '../../../scripts/lib/read-wav.js';

export interface Sound {
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
}

export function writeWav(path: string, { samples, sampleRateHz }: Sound): void {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRateHz, 24);
  bytes.writeUInt32LE(sampleRateHz * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    const clipped = Math.max(-1, Math.min(1, sample));
    bytes.writeInt16LE(Math.round(clipped * 32767), 44 + 2 * index);
  });
  writeFileSync(path, bytes);
}

/** Clips one after another, with silence before, between and after, in seconds. */
export function arrange(
  clips: readonly Sound[],
  { before = 1, between = 4, after = 30 } = {},
): Sound {
  const sampleRateHz = clips[0]?.sampleRateHz ?? 16_000;
  const silence = (seconds: number) => new Float32Array(Math.round(seconds * sampleRateHz));
  const pieces: Float32Array[] = [silence(before)];
  clips.forEach((clip, index) => {
    if (clip.sampleRateHz !== sampleRateHz) throw new Error('clips of different rates');
    pieces.push(clip.samples, silence(index < clips.length - 1 ? between : after));
  });
  const samples = new Float32Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    samples.set(piece, offset);
    offset += piece.length;
  }
  return { samples, sampleRateHz };
}
