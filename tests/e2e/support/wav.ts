/** Just enough WAV to make a microphone out of a clip: 16-bit mono in, silence around it, 16-bit mono out. */
import { readFileSync, writeFileSync } from 'node:fs';

export interface Sound {
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
}

export function readWav(path: string): Sound {
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
      const samples = Float32Array.from(
        { length: count },
        (_, index) => bytes.readInt16LE(offset + 8 + 2 * index) / 32768,
      );
      return { samples, sampleRateHz };
    }
    offset += 8 + length + (length % 2);
  }
  throw new Error(`${path} has no data`);
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
