import type { InferenceSession } from 'onnxruntime-web/wasm';
import { describe, expect, it } from 'vitest';
import { WhisperGraph } from '../../src/engine/speech/ears/whisper-graph';

const shape = {
  decoder_layers: 1,
  decoder_attention_heads: 1,
  d_model: 2,
  vocab_size: 3,
};

/** A session that gives `outputs` back, and tells what it was given. */
function session(input: string, run: (feeds: Record<string, { dims: number[] }>) => object) {
  return {
    inputNames: [input],
    run: async (feeds: Record<string, { dims: number[] }>) => run(feeds),
    release: async () => {},
  } as unknown as InferenceSession;
}

describe('the encoder', () => {
  const ran: string[] = [];
  const stopping = new AbortController();
  const part = (name: string) =>
    session('given', ({ given }) => {
      ran.push(`${name} of ${given!.dims.join('×')}`);
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
    const hearing = graph.hear(new Float32Array(80 * 4), stopping.signal);
    await expect(hearing).rejects.toMatchObject({ code: 'aborted' });
    expect(ran).toEqual(['first of 1×80×4', 'second of 1×2×2']);
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
    const run = await graph.hear(new Float32Array(80 * 4), undefined);
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
