/** A sound of which little is encoded anew: what was kept, and what is made beside it, fit together only as the real net has them. */
import type * as ort from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { EncodedSound, type Tensors } from '../../src/engine/speech/ears/encoded-sound';
import { LogMel } from '../../src/engine/speech/ears/log-mel';
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

/** How far two sounds are apart, as a share of what they are. */
function distance(given: Tensors, expected: Tensors): number {
  let [apart, size] = [0, 0];
  for (const [name, tensor] of Object.entries(expected)) {
    const other = numbers(given[name]!);
    expect(other.length).toBe(tensor.size);
    numbers(tensor).forEach((value, at) => {
      apart += (other[at]! - value) ** 2;
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
    expect(encoded.sound).not.toBe(whole);
    // Activations are quantised together, so rows that are made apart are a little off.
    expect(distance(encoded.sound, whole)).toBeLessThan(0.05);
    // A frame beside its place is far enough to be told from that.
    const another = new EncodedSound();
    const shifted = features.map((_, at) => features[Math.max(0, at - 1)]!);
    await graph.hear(shifted, undefined, { ...growth, encoded: another });
    expect(distance(another.sound, whole)).toBeGreaterThan(0.2);
  });
});
