import type { InferenceSession } from 'onnxruntime-web/wasm';
import { describe, expect, it } from 'vitest';
import { EncodedSound } from '../../../../src/engine/speech/ears/encoded-sound';
import { melBands } from '../../../../src/engine/speech/ears/mel-filters';
import { WhisperGraph } from '../../../../src/engine/speech/ears/whisper-graph';

const shape = {
  decoder_layers: 1,
  decoder_attention_heads: 1,
  d_model: 2,
  vocab_size: 3,
};

/** A session that gives `outputs` back, and tells what it was given. */
function session(input: string, run: (feeds: Record<string, { dims: number[] }>) => object) {
  return {
    inputNames: [input, 'left.0.key', 'right.0.key'],
    run: async (feeds: Record<string, { dims: number[] }>) => run(feeds),
    release: async () => {},
  } as unknown as InferenceSession;
}

const nothingKept = () => ({ encoded: new EncodedSound(), soundPositions: 0, isQuick: false });

describe('the encoder', () => {
  const ran: string[] = [];
  const stopping = new AbortController();
  const part = (name: string) =>
    session('given', ({ given, input_features }) => {
      ran.push(`${name} of ${(given ?? input_features)!.dims.join('×')}`);
      if (name === 'second') stopping.abort();
      return { hidden: { dims: [1, 2, 2] } };
    });
  const graph = new WhisperGraph(shape, {
    encoder: [part('first'), part('second'), part('third')],
    sound: session('hidden', () => {
      ran.push('sound');
      return {};
    }),
    decoder: session('input_ids', () => ({})),
  });

  it('is stopped between two of its parts', async () => {
    const hearing = graph.hear(new Float32Array(80 * 4), stopping.signal, nothingKept());
    await expect(hearing).rejects.toMatchObject({ code: 'aborted' });
    expect(ran).toEqual(['first of 1×80×4', 'second of 1×2×2']);
  });
});

describe('the encoder of a sound that grows', () => {
  type Fed = Record<string, { dims: number[]; data: Float32Array | BigInt64Array }>;
  interface Pass {
    readonly places: number[];
    /** What was kept to both sides: each row says its place, and which pass made it. */
    readonly left: number[];
    readonly right: number[];
  }

  /** Whose keys tell their place and the number of the pass. */
  function growing() {
    const passes: Pass[] = [];
    const tensor = (values: readonly number[], dims: number[]) => ({
      dims,
      data: Float32Array.from(values.flatMap((value) => [value, value])),
    });
    const told = ({ data }: Fed[string]) =>
      Array.from(data as Float32Array).filter((_, i) => i % 2);
    const encoder = session('input_features', (feeds) => {
      const fed = feeds as unknown as Fed;
      const places = Array.from(fed['places']!.data, Number);
      stopping?.abort();
      passes.push({ places, left: told(fed['left.0.key']!), right: told(fed['right.0.key']!) });
      const rows = places.map((place) => place + passes.length / 10);
      return {
        hidden: tensor(rows, [1, rows.length, 2]),
        'made.0.key': tensor(rows, [1, rows.length, 2]),
      };
    });
    const sound = session('hidden', (feeds) => {
      const { hidden } = feeds as unknown as Fed;
      return { 'sound.0.key': tensor(told(hidden!), [1, 1, hidden!.dims[1]!, 2]) };
    });
    let heard: number[] = [];
    let stopping: AbortController | null = null;
    const decoder = session('input_ids', (feeds) => {
      heard = told((feeds as unknown as Fed)['sound.0.key']!);
      return { logits: { data: new Float32Array(3) } };
    });
    const graph = new WhisperGraph(shape, { encoder: [encoder], sound, decoder });
    const encoded = new EncodedSound();
    /** All places of the sound as the decoder is given them. */
    const hear = async (soundPositions: number, isStopped = false) => {
      stopping = isStopped ? new AbortController() : null;
      const signal = stopping?.signal;
      const features = new Float32Array(melBands * 2 * (soundPositions + 100));
      const run = await graph.hear(features, signal, { encoded, soundPositions, isQuick: true });
      await run.read([1], undefined);
      return heard;
    };
    return { passes, hear };
  }
  const range = (from: number, to: number, pass: number) =>
    Array.from({ length: to - from }, (_, index) => Math.fround(from + index + pass / 10));

  it('computes what is new, beside what was kept, and gives the decoder all of it', async () => {
    const { passes, hear } = growing();
    expect(await hear(200)).toEqual(range(0, 300, 1));
    expect(passes[0]).toMatchObject({ left: [], right: [] });
    const heard = await hear(220);
    const anew = [...range(100, 245, 0), ...range(300, 320, 0)];
    expect(passes[1]).toEqual({
      places: anew,
      left: range(0, 100, 1),
      right: range(245, 300, 1),
    });
    expect(heard).toEqual([
      ...range(0, 100, 1),
      ...range(100, 245, 2),
      ...range(245, 300, 1),
      ...range(300, 320, 2),
    ]);
  });

  it('keeps nothing of a pass that was stopped', async () => {
    const { passes, hear } = growing();
    await hear(200);
    await expect(hear(230, true)).rejects.toMatchObject({ code: 'aborted' });
    await hear(220);
    expect(passes[2]!.left).toEqual(range(0, 100, 1));
    expect(passes[2]!.places[0]).toBe(100);
  });
});

describe('the decoder', () => {
  it('reads on from what it keeps, and a token alone as if nothing came after it', async () => {
    const asked: { ids: number[]; before: number }[] = [];
    const decoder = session('input_ids', (feeds) => {
      const given = feeds as unknown as Record<string, { data: BigInt64Array; dims: number[] }>;
      const ids = Array.from(given['input_ids']!.data, Number);
      const before = given['past.0.key']!.dims[2]!;
      asked.push({ ids, before });
      const rows = before + ids.length;
      const present = {
        dims: [1, 1, rows, 2],
        data: Float32Array.from({ length: 2 * rows }, (_, index) => index),
      };
      return {
        logits: { data: Float32Array.from({ length: 3 * ids.length }, (_, index) => index) },
        'present.0.key': present,
        'present.0.value': present,
      };
    });
    const encoder = session('given', () => ({ hidden: { dims: [1, 2, 2] } }));
    const sound = session('hidden', () => ({ 'sound.0.key': {}, 'sound.0.value': {} }));
    const graph = new WhisperGraph(shape, { encoder: [encoder], sound, decoder });
    const run = await graph.hear(new Float32Array(80 * 4), undefined, nothingKept());
    const rows = await run.read([7, 8, 9], undefined);
    expect(rows.map((row) => [...row])).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
    await run.readAlone(2, undefined);
    await run.read([6], undefined);
    run.keep(2);
    await run.read([5, 4], undefined);
    expect(asked).toEqual([
      { ids: [7, 8, 9], before: 0 },
      { ids: [8], before: 1 },
      { ids: [6], before: 3 },
      { ids: [5, 4], before: 2 },
    ]);
  });
});
