import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../scripts/lib/catalogue.js';
import { root } from '../../../../scripts/lib/paths.js';
import { AppError } from '../../../../src/domain/errors';
import type { LanguageModel, ModelPlan } from '../../../../src/domain/models/model';
import {
  bytesAtLoad,
  SentenceEncoder,
  type EncoderSession,
} from '../../../../src/engine/language/sentence-encoder';
import { SentenceTokens } from '../../../../src/engine/language/sentence-tokens';

const models = (readCatalogue() as LanguageModel[]).filter(({ task }) => task === 'language');
const planOf = (id: string): ModelPlan<LanguageModel> => {
  const model = models.find((one) => one.id === id)!;
  return { model, variant: model.variants[0]!, threads: 1 };
};
const lite = planOf('tansy-lite');
const tokenizer = readFileSync(join(root, 'models/tansy-lite/sentence_encoder/tokenizer.json'));
const never = new AbortController().signal;
const width = 4;

interface Feeds {
  readonly [name: string]: { readonly data: BigInt64Array; readonly dims: readonly number[] };
}

/** A row for each token that hangs on its id alone. What each run was asked stands in `seen`. */
function setUp({
  plan = lite,
  missing = null as string | null,
  run = async () => {},
  fetchesAnew = false,
}: {
  fetchesAnew?: boolean;
  plan?: ModelPlan<LanguageModel>;
  missing?: string | null;
  run?: () => Promise<void>;
} = {}) {
  const seen: Feeds[] = [];
  const read: string[] = [];
  let released = 0;
  const session = {
    run: async (feeds: Feeds) => {
      seen.push(feeds);
      await run();
      const ids = [...feeds.input_ids!.data].map(Number);
      const data = Float32Array.from(ids.flatMap((id) => [id % 7, id % 5, 3, -(id % 3)]));
      return { last_hidden_state: { data, dims: [1, ids.length, width] } };
    },
    release: async () => void (released += 1),
  } as unknown as EncoderSession;
  const reader = {
    fetchesAnew,
    bytes: async (path: string) => {
      read.push(path);
      if (path === missing) throw new AppError('model-missing');
      return path.endsWith('.json') ? new Uint8Array(tokenizer) : new Uint8Array(8);
    },
  };
  let opened = 0;
  const encoder = new SentenceEncoder(plan, reader, async () => {
    opened += 1;
    return session;
  });
  return { encoder, seen, read, opened: () => opened, released: () => released };
}

describe('the tokens of a sentence', () => {
  const tokens = new SentenceTokens(JSON.parse(tokenizer.toString()) as object);

  it.each([
    [
      'What does the little girl need in order to drop off?',
      [101, 2054, 2515, 1996, 2210, 2611, 2342, 1999, 2344, 2000, 4530, 2125, 1029, 102],
    ],
    [
      'Nora will not sleep without her rabbit.',
      [101, 12306, 2097, 2025, 3637, 2302, 2014, 10442, 1012, 102],
    ],
    [
      'Café — 18:30, £4.50!',
      [101, 7668, 1517, 2324, 1024, 2382, 1010, 1069, 2549, 1012, 2753, 999, 102],
    ],
    ['', [101, 102]],
  ])('are those of the encoder’s own tokenizer: %s', (sentence, ids) => {
    expect(tokens.of(sentence)).toEqual(ids);
  });

  it('is not opened where every read is a download', async () => {
    const { encoder, read } = setUp({ fetchesAnew: true });
    expect(await encoder.similarity('Who?', ['Nora.'], never)).toEqual([]);
    expect(read).toEqual([]);
  });

  it('are 128 at most, with the mark at the end', () => {
    const ids = tokens.of('rabbit '.repeat(300));
    expect([ids.length, ids[0], ids.at(-2), ids.at(-1)]).toEqual([128, 101, 10442, 102]);
  });
});

describe('the sentence encoder', () => {
  it('gives the cosine of each sentence and the question', async () => {
    const { encoder, seen } = setUp();
    const [same, other] = await encoder.similarity('rabbit', ['rabbit', 'Felix may read.'], never);
    expect(same).toBeCloseTo(1, 5);
    // By hand: the means of the rows of [101, 10442, 102] and of [101, 8383, 2089, 3191, 1012, 102].
    const mean = (ids: number[]) =>
      [(id: number) => id % 7, (id: number) => id % 5, () => 3, (id: number) => -(id % 3)].map(
        (row) => ids.reduce((sum, id) => sum + row(id), 0) / ids.length,
      );
    const a = mean([101, 10442, 102]);
    const b = mean([101, 8383, 2089, 3191, 1012, 102]);
    const product = (x: number[], y: number[]) => x.reduce((sum, n, i) => sum + n * y[i]!, 0);
    expect(other).toBeCloseTo(product(a, b) / Math.sqrt(product(a, a) * product(b, b)), 5);
    const { input_ids, attention_mask, token_type_ids } = seen[1]!;
    expect([...input_ids!.data]).toEqual([101n, 8383n, 2089n, 3191n, 1012n, 102n]);
    expect(input_ids!.dims).toEqual([1, 6]);
    expect([...attention_mask!.data]).toEqual([1n, 1n, 1n, 1n, 1n, 1n]);
    expect([...token_type_ids!.data]).toEqual([0n, 0n, 0n, 0n, 0n, 0n]);
  });

  it('is opened with the first question, and encodes no sentence twice', async () => {
    const { encoder, seen, read, opened } = setUp();
    expect(read).toEqual([]);
    const first = await encoder.similarity('Who?', ['One.', 'Two.'], never);
    expect([seen.length, opened()]).toEqual([3, 1]);
    expect(await encoder.similarity('Who?', ['Two.', 'One.'], never)).toEqual(first.toReversed());
    expect(seen).toHaveLength(3);
    await encoder.similarity('When?', ['One.', 'Two.'], never);
    expect([seen.length, opened()]).toEqual([4, 1]);
  });

  it('keeps the sentences of a long text, and not of every text', async () => {
    const { encoder, seen } = setUp();
    const texts = Array.from({ length: 450 }, (_, index) => `Number ${index}.`);
    expect(await encoder.similarity('Who?', texts, never)).toHaveLength(450);
    expect(seen).toHaveLength(451);
    await encoder.similarity('Number 449.', texts.slice(60), never);
    expect(seen).toHaveLength(451);
    await encoder.similarity('Number 449.', texts.slice(0, 1), never);
    expect(seen).toHaveLength(452);
  });

  it('stops between two sentences, and keeps what it has encoded', async () => {
    const stop = new AbortController();
    let runs = 0;
    const { encoder, seen } = setUp({
      run: async () => {
        runs += 1;
        if (runs === 2) stop.abort();
      },
    });
    const sentences = ['One.', 'Two.', 'Three.'];
    const stopped = encoder.similarity('Who?', sentences, stop.signal);
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    expect(seen).toHaveLength(2);
    expect(await encoder.similarity('Who?', sentences, never)).toHaveLength(3);
    expect(seen).toHaveLength(4);
  });

  it('waits before each run where it is held', async () => {
    const { encoder, seen } = setUp();
    const held: (() => void)[] = [];
    const pass = () => new Promise<void>((resolve) => held.push(resolve));
    const similarity = encoder.similarity('Who?', ['One.'], never, pass);
    for (const runs of [0, 1]) {
      await expect.poll(() => held.length).toBe(runs + 1);
      expect(seen).toHaveLength(runs);
      held[runs]!();
    }
    expect(await similarity).toHaveLength(1);
  });

  it.each(['onnx/sentence_encoder_int8.onnx', 'sentence_encoder/tokenizer.json'])(
    'tells nothing where %s is not here',
    async (missing) => {
      const { encoder, opened } = setUp({ missing });
      expect(await encoder.similarity('Who?', ['One.'], never)).toEqual([]);
      expect(opened()).toBe(0);
    },
  );

  it('tells nothing where the model has none, and reads nothing for it', async () => {
    const { encoder, read } = setUp({ plan: planOf('smolvlm-256m') });
    expect(await encoder.similarity('Who?', ['One.'], never)).toEqual([]);
    expect(read).toEqual([]);
  });

  it.each([
    ['std::bad_alloc', 'out-of-memory'],
    ['failed to call OrtRun()', 'worker-crashed'],
  ])('fails as all else of the runtime does: %s', async (message, code) => {
    const { encoder } = setUp({ run: () => Promise.reject(new Error(message)) });
    await expect(encoder.similarity('Who?', ['One.'], never)).rejects.toMatchObject({ code });
  });

  it('gives back what it holds, and can be opened again', async () => {
    const { encoder, released, opened } = setUp();
    await encoder.release();
    await encoder.similarity('Who?', [], never);
    await encoder.release();
    expect(released()).toBe(1);
    await encoder.similarity('Who?', [], never);
    expect(opened()).toBe(2);
  });

  it('is not among what a load of the mind reads', () => {
    const bytes = (path: string) => lite.model.files.find((file) => file.path === path)!.sizeBytes!;
    const encoder =
      bytes('onnx/sentence_encoder_int8.onnx') + bytes('sentence_encoder/tokenizer.json');
    const files = new Map(lite.model.files.map(({ sha256, sizeBytes }) => [sha256, sizeBytes!]));
    const all = [...files.values()].reduce((sum, size) => sum + size, 0);
    expect(bytesAtLoad(lite)).toBe(all - encoder);
    expect(bytesAtLoad(planOf('smolvlm-256m'))).toBeNull();
  });
});
