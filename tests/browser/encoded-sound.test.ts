/** A sound of which little is encoded anew: what was kept, and what is made beside it, fit together only as the real net has them. */
import type * as ort from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { EncodedSound, type Tensors } from '../../src/engine/speech/ears/encoded-sound';
import { LogMel } from '../../src/engine/speech/ears/log-mel';
import { firstRows } from '../../src/engine/speech/ears/rows';
import { openWhisper } from '../../src/engine/speech/ears/open-whisper';
import type { WhisperGraph, WhisperShape } from '../../src/engine/speech/ears/whisper-graph';
import type { ModelReader } from '../../src/engine/weights/reader';
import { clip } from './support/clips';
import { model, plan } from './support/models';

const base = plan(model('whisper-base', 'speech-recognition'));
const reader: ModelReader = {
  bytes: async (path) =>
    new Uint8Array(await (await fetch(`/models/whisper-base/${path}`)).arrayBuffer()),
};
let graph: WhisperGraph;
let features: Float32Array;
let soundPositions: number;

beforeAll(async () => {
  const text = new TextDecoder().decode(await reader.bytes('config.json'));
  graph = await openWhisper(base, JSON.parse(text) as WhisperShape, reader, {});
  const samples = await clip('mob');
  soundPositions = Math.ceil(samples.length / 320);
  features = new LogMel().features(samples, 2 * (soundPositions + 100));
}, 120_000);

const numbers = (tensor: ort.Tensor) => tensor.data as Float32Array;

/** How far two sounds are apart in their first `length` positions, as a share of what they are. */
function distance(given: Tensors, expected: Tensors, length: number): number {
  let [apart, size] = [0, 0];
  for (const [name, tensor] of Object.entries(expected)) {
    expect(given[name]!.dims).toEqual(tensor.dims);
    const [mine, theirs] = [firstRows(given[name]!, length), firstRows(tensor, length)];
    numbers(theirs).forEach((value, at) => {
      apart += (numbers(mine)[at]! - value) ** 2;
      size += value ** 2;
    });
  }
  return Math.sqrt(apart / size);
}

describe('a sound that was encoded', () => {
  it('is the same where its end is encoded once more', async () => {
    const encoded = new EncodedSound();
    const growth = { encoded, soundPositions, isQuick: false };
    await graph.hear(features, undefined, growth);
    const whole = encoded.sound;
    expect(whole['sound.0.key']!.dims).toEqual([1, 8, soundPositions + 100, 64]);
    await graph.hear(features, undefined, growth);
    expect(encoded.sound['sound.0.key']).not.toBe(whole['sound.0.key']);
    expect(encoded.isWhole).toBe(false);
    // Activations are quantised together, so rows that are made apart are a little off.
    expect(distance(encoded.sound, whole, soundPositions)).toBeLessThan(0.08);
    // A frame beside its place is far enough to be told from that.
    const another = new EncodedSound();
    const shifted = features.map((_, at) => features[Math.max(0, at - 1)]!);
    await graph.hear(shifted, undefined, { ...growth, encoded: another });
    expect(distance(another.sound, whole, soundPositions)).toBeGreaterThan(0.2);
  });

  it('is nearly what all of it gives where it grew, with silence that was not there, and where it became shorter', async () => {
    const samples = await clip('mob');
    const hear = async (seconds: number, encoded: EncodedSound, isQuick: boolean) => {
      const soundPositions = Math.round(50 * seconds);
      const sound = samples.subarray(0, 16_000 * seconds);
      const features = new LogMel().features(sound, 2 * (soundPositions + 100));
      await graph.hear(features, undefined, { encoded, soundPositions, isQuick });
      return encoded.sound;
    };
    const grown = new EncodedSound();
    await hear(4.6, grown, true);
    for (const [seconds, isQuick] of [
      [5, true],
      [4.8, false],
    ] as const) {
      const heard = await hear(seconds, grown, isQuick);
      expect(grown.isWhole, `${seconds} s`).toBe(false);
      const whole = await hear(seconds, new EncodedSound(), isQuick);
      expect(distance(heard, whole, 50 * seconds), `${seconds} s`).toBeLessThan(0.18);
    }
  });
});
