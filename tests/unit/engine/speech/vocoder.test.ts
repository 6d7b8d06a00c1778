import type * as ort from 'onnxruntime-web/wasm';
import { describe, expect, it, vi } from 'vitest';
import { quietestJoin } from '../../../../src/engine/speech/mouth/join';
import { stretchesOf, Vocoder } from '../../../../src/engine/speech/mouth/vocoder';

const samplesPerFrame = 4;
const channels = 2;
const sampleRateHz = 400;

/**
 * Each sample is made of its frame and the ten to each side, as far as the vocoder is given them. How far the real net sees
 * is tested with its weights, in the browser.
 */
function session(seen: number[] = []): ort.InferenceSession {
  return {
    outputNames: ['output'],
    run: async ({ frames }: { frames: ort.Tensor }) => {
      const count = frames.dims[2]!;
      seen.push(count);
      const values = frames.data as Float32Array;
      const data = new Float32Array(count * samplesPerFrame);
      for (let sample = 0; sample < data.length; sample += 1) {
        const middle = Math.floor(sample / samplesPerFrame);
        for (let frame = middle - 10; frame <= middle + 10; frame += 1) {
          if (frame < 0 || frame >= count) continue;
          for (let row = 0; row < channels; row += 1) {
            data[sample]! += values[row * count + frame]! / (1 + Math.abs(frame - middle));
          }
        }
      }
      return { output: { data, dims: [1, 1, 1, data.length] } };
    },
  } as unknown as ort.InferenceSession;
}

const framesOf = (count: number) => ({
  data: Float32Array.from({ length: channels * count }, (_, index) => Math.sin(index * 1.7)),
  dims: [1, channels, count],
});

async function made(vocoder: Vocoder, count: number) {
  const pieces: Float32Array[] = [];
  let lasts = 0;
  for await (const { samples, isLast } of vocoder.sound(framesOf(count))) {
    pieces.push(samples);
    if (isLast) lasts += 1;
  }
  expect(lasts).toBe(count > 0 ? 1 : 0);
  return pieces;
}

describe('a vocoder', () => {
  it('covers every frame once, soon at first, and leaves no short rest', () => {
    for (const frames of [0, 1, 9, 40, 49, 50, 100, 173, 500, 2000]) {
      const stretches = stretchesOf(frames);
      let at = 0;
      for (const { start, end } of stretches) {
        expect(start).toBe(at);
        at = end;
      }
      expect(at).toBe(frames);
      if (frames > 50) expect(stretches[0]!.end).toBe(40);
      if (frames > 50)
        expect(Math.min(...stretches.map((s) => s.end - s.start))).toBeGreaterThan(9);
    }
  });

  it.each([1, 30, 49, 120, 400])(
    'sounds in stretches as it does at once: %i frames',
    async (count) => {
      const frames = framesOf(count);
      const { output } = (await session().run({ frames } as never)) as unknown as {
        output: { data: Float32Array };
      };
      const pieces = await made(new Vocoder(session(), sampleRateHz), count);
      expect(pieces.length).toBe(stretchesOf(count).length);
      const inOne = pieces.flatMap((piece) => [...piece]);
      expect(inOne.length).toBe(output.data.length);
      inOne.forEach((sample, index) => expect(sample).toBeCloseTo(output.data[index]!, 5));
    },
  );

  it('is not asked for what nobody waits for any more', async () => {
    const seen: number[] = [];
    for await (const piece of new Vocoder(session(seen), sampleRateHz).sound(framesOf(500))) {
      expect(piece.isLast).toBe(false);
      break;
    }
    expect(seen).toEqual([50]);
  });
});

describe('a vocoder of which each frame takes its time', () => {
  const samplesPerFrame = 256;
  /** A frame is heard for 10 ms. */
  const sampleRateHz = 25_600;

  /** When each piece is there, and for how long it is heard. */
  async function heard(count: number, msPerFrame: number, signal?: AbortSignal) {
    let nowMs = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    const slow = {
      outputNames: ['output'],
      run: async ({ frames }: { frames: ort.Tensor }) => {
        nowMs += msPerFrame * frames.dims[2]!;
        const data = new Float32Array(samplesPerFrame * frames.dims[2]!);
        return { output: { data, dims: [1, 1, 1, data.length] } };
      },
    } as unknown as ort.InferenceSession;
    const pieces: { atMs: number; lastsMs: number }[] = [];
    const sounding = new Vocoder(slow, sampleRateHz).sound(framesOf(count), signal);
    for await (const { samples } of sounding) {
      pieces.push({ atMs: nowMs, lastsMs: (1000 * samples.length) / sampleRateHz });
    }
    clock.mockRestore();
    return { pieces, madeMs: nowMs };
  }

  it.each([0.5, 2, 4, 5, 7, 10, 20, 40])(
    'is heard without a gap: %f ms for 10 ms of sound',
    async (msPerFrame) => {
      for (const count of [30, 50, 80, 110, 150, 200, 400, 900]) {
        const { pieces, madeMs } = await heard(count, msPerFrame);
        let silentAtMs = Infinity;
        for (const { atMs, lastsMs } of pieces) {
          expect(atMs, `${count} frames`).toBeLessThanOrEqual(silentAtMs);
          silentAtMs = (silentAtMs === Infinity ? atMs : silentAtMs) + lastsMs;
        }
        // All of it at once would be later.
        if (count >= 400 && msPerFrame <= 10) expect(pieces[0]!.atMs).toBeLessThan(madeMs);
      }
    },
  );

  it('begins at once where it keeps up, and only then', async () => {
    expect((await heard(400, 2)).pieces[0]!.lastsMs).toBeLessThanOrEqual(400);
    expect((await heard(400, 8)).pieces[0]!.lastsMs).toBeGreaterThan(1000);
  });

  it('is not asked for more once nobody waits for its first sound', async () => {
    const { pieces, madeMs } = await heard(900, 20, AbortSignal.abort());
    expect(pieces).toEqual([]);
    expect(madeMs).toBe(20 * 50);
  });
});

describe('a join', () => {
  it('lies where the sound changes least, near the end', () => {
    const samples = Float32Array.from({ length: 2000 }, (_, index) => Math.sin(index / 3));
    samples.fill(0.25, 1700, 1710);
    const at = quietestJoin(samples);
    expect(at).toBeGreaterThanOrEqual(1702);
    expect(at).toBeLessThan(1710);
  });

  it('is the end where there is nothing to choose from', () => {
    expect(quietestJoin(new Float32Array(2))).toBe(2);
  });
});
