/** Just enough WAV to make a microphone out of a clip: silence around it, 16-bit mono out. */
import { writeFileSync } from 'node:fs';
import { toWav } from '../../../scripts/lib/write-wav.js';

export { readWav } from '../../../scripts/lib/read-wav.js';

export interface Sound {
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
}

export function writeWav(path: string, { samples, sampleRateHz }: Sound): void {
  writeFileSync(path, toWav([samples], sampleRateHz));
}

/** What is loud of a recording: from its first sound to its last. */
export function trimmed({ samples, sampleRateHz }: Sound): Sound {
  const isLoud = (sample: number) => Math.abs(sample) > 0.005;
  const first = samples.findIndex(isLoud);
  const last = samples.findLastIndex(isLoud);
  return { samples: samples.slice(first, last + 1), sampleRateHz };
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
