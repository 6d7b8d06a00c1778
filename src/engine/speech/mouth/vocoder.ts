/**
 * The second half of a VITS voice: acoustic frames in, sound out, one stretch after another, so that the first is heard
 * while the rest is being made. What is heard is the same as if all were made at once, also on a device that is slow: there
 * it begins later instead of breaking off within a word.
 */
import * as ort from 'onnxruntime-web/wasm';
import { joinedSamples } from '../../../domain/voice/samples';
import { nextTask } from '../../next-task';
import { quietestJoin } from './join';
import { runGraph, type Output } from '../../graph';

/** With as many frames to each side a stretch is what a single run gives, to 5e-7: its convolutions see hardly further. */
const aroundFrames = 10;
/** About half a second: soon made, and long enough for the next stretch to be made meanwhile. */
const firstFrames = 40;
/** Each stretch is heard while the next one, longer by this, is made: on a device that takes up to half of real time. */
const growth = 1.5;
/** Longer, one could not be stopped soon. */
const mostFrames = 160;
/** While sound is heard, as much of that time may be spent on what follows: the pace is a guess from what was made. */
const mostSpent = 0.5;

/** Sound of its own, which joins what came before it. */
export interface Sounding {
  readonly samples: Float32Array;
  readonly isLast: boolean;
}

export interface Stretch {
  /** The frame it begins at, and the one it ends before. */
  readonly start: number;
  readonly end: number;
}

/** What is made one after another; a short rest goes with the last. */
export function stretchesOf(frames: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let length = firstFrames; start < frames; length = Math.min(mostFrames, length * growth)) {
    const isLast = frames - start - length < aroundFrames;
    const end = isLast ? frames : start + Math.floor(length);
    stretches.push({ start, end });
    start = end;
  }
  return stretches;
}

interface Progress {
  /** How long it took to make what there is. */
  readonly spentMs: number;
  /** How long that is heard, and what there is not yet. */
  readonly heardMs: number;
  readonly restMs: number;
}

/** Whether what follows is there in time if what is made so far begins to be heard: the next stretch, or else all the rest. */
function keepsUp({ heardMs, spentMs, restMs }: Progress): boolean {
  const factor = spentMs / heardMs;
  return factor * Math.min(restMs, heardMs) <= mostSpent * heardMs;
}

export class Vocoder {
  constructor(
    private readonly session: ort.InferenceSession,
    private readonly sampleRateHz: number,
  ) {}

  /**
   * @param frames [1, channels, frames]; sound comes in stretches that join where it is quietest
   * @param signal ends it before the first sound; later on, nobody asks for more
   */
  async *sound(frames: Output, signal?: AbortSignal): AsyncGenerator<Sounding> {
    const [, , count = 0] = frames.dims;
    let held = new Float32Array(0);
    let spentMs = 0;
    let isBegun = false;
    for (const { start, end } of stretchesOf(count)) {
      const from = Math.max(0, start - aroundFrames);
      const to = Math.min(count, end + aroundFrames);
      const startedAt = performance.now();
      const { data } = await runGraph(this.session, { frames: cut(frames, from, to) });
      spentMs += performance.now() - startedAt;
      const samplesPerFrame = data.length / (to - from);
      const frameMs = (1000 * samplesPerFrame) / this.sampleRateHz;
      const own = data.subarray((start - from) * samplesPerFrame, (end - from) * samplesPerFrame);
      const made = joinedSamples([held, own]);
      const isLast = end === count;
      isBegun ||= isLast;
      isBegun ||= keepsUp({ spentMs, heardMs: end * frameMs, restMs: (count - end) * frameMs });
      if (!isBegun) {
        held = made;
        await nextTask();
        if (signal?.aborted) return;
        continue;
      }
      const at = isLast ? made.length : quietestJoin(made);
      yield { samples: made.slice(0, at), isLast };
      held = made.slice(at);
    }
  }

  release(): Promise<void> {
    return this.session.release();
  }
}

function cut({ data, dims }: Output, from: number, to: number): ort.Tensor {
  const [, channels = 0, count = 0] = dims;
  const part = new Float32Array(channels * (to - from));
  for (let channel = 0; channel < channels; channel += 1) {
    const row = data.subarray(channel * count + from, channel * count + to);
    part.set(row, channel * (to - from));
  }
  return new ort.Tensor('float32', part, [1, channels, to - from]);
}
