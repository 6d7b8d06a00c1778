/** What the mind's worker tells of how near sentences are: beside its other work, and on its way to what holds an answer. */
import { describe, expect, it, vi } from 'vitest';
import { readCatalogue } from '../../../../scripts/lib/catalogue.js';
import { AppError, type ErrorCode } from '../../../../src/domain/errors';
import type { LanguageModel, ModelPlan } from '../../../../src/domain/models/model';
import { createLanguageHandlers } from '../../../../src/engine/language/handlers';
import { MindService } from '../../../../src/services/mind/mind';
import { deferred } from '../../../fakes/deferred';
import { asked } from '../../../fakes/asked';
import { askedEachTime } from '../../../fakes/known-answers';
import { FakeLanguageWorker, type Similarity } from '../../../fakes/language-worker';

const steps: string[] = [];
let encoding = deferred<void>();

vi.mock('@huggingface/transformers', () => ({}));
vi.mock('../../../../src/engine/language/load', () => ({
  loadMind: async (plan: object) => ({
    plan,
    model: { dispose: async () => void steps.push('mind released') },
  }),
}));
vi.mock('../../../../src/engine/language/decoder', () => ({
  Decoder: class {
    clear = async () => {};
  },
}));
vi.mock('../../../../src/engine/language/sentence-encoder', () => ({
  SentenceEncoder: class {
    similarity = async (question: string, sentences: readonly string[]) => {
      steps.push(`compare ${question}`);
      await encoding.promise;
      steps.push('compared');
      return sentences.map(() => 0.5);
    };
    release = async () => void steps.push('encoder released');
  },
}));
/** How near the sentences were, by what an answer was held to. */
const given: unknown[] = [];
vi.mock('../../../../src/services/mind/vouched', () => ({
  vouchedFor: (...all: unknown[]) => {
    given.push(all[3]);
    return 'HELD';
  },
}));
vi.stubGlobal('self', {});

const model = (readCatalogue() as LanguageModel[]).find(({ id }) => id === 'tansy-lite')!;
const plan: ModelPlan<LanguageModel> = { model, variant: model.variants[0]!, threads: 1 };
const never = new AbortController().signal;
const context = { signal: never, emit() {}, transfer() {} };

describe('the mind’s worker, asked how near sentences are', () => {
  const open = async () => {
    steps.length = 0;
    encoding = deferred<void>();
    const handlers = createLanguageHandlers(async () => ({ bytes: () => Promise.reject() }));
    await handlers.load({ plan, selfTest: false }, context);
    return handlers;
  };
  const request = { question: 'Who?', sentences: ['One.', 'Two.'] };

  it('tells it where a mind is loaded', async () => {
    const handlers = createLanguageHandlers(async () => ({ bytes: () => Promise.reject() }));
    await expect(handlers.similarity(request, context)).rejects.toMatchObject({
      code: 'model-missing',
    });
    const loaded = await open();
    encoding.resolve();
    expect(await loaded.similarity(request, context)).toEqual([0.5, 0.5]);
  });

  it('does it by itself: nothing else runs meanwhile, and what is given back waits for it', async () => {
    const handlers = await open();
    const first = handlers.similarity(request, context);
    const second = handlers.similarity({ ...request, question: 'When?' }, context);
    const unloaded = handlers.unload(undefined, context);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(steps).toEqual(['compare Who?']);
    encoding.resolve();
    await Promise.all([first, second, unloaded]);
    expect(steps).toEqual([
      'compare Who?',
      'compared',
      'compare When?',
      'compared',
      'encoder released',
      'mind released',
    ]);
  });

  it('is not begun for who stopped while it waited', async () => {
    const handlers = await open();
    const first = handlers.similarity(request, context);
    const stop = new AbortController();
    const second = handlers.similarity(request, { ...context, signal: stop.signal });
    stop.abort();
    encoding.resolve();
    await expect(second).rejects.toMatchObject({ code: 'aborted' });
    await first;
    expect(steps).toEqual(['compare Who?', 'compared']);
  });
});

describe('an answer from a text that was given', () => {
  const text =
    'Library, Mill Street. Open Tuesday to Friday 10 am to 6 pm. Closed on Monday. Books may be kept for 28 days and films for seven.';
  const question = 'How long may films be kept?';

  function setUp(similarity: Similarity) {
    const order: string[] = [];
    given.length = 0;
    let workers = 0;
    const spawn = () => {
      workers += 1;
      const own = workers === 1 ? '' : ` by worker ${workers}`;
      return new FakeLanguageWorker(
        async () => {
          order.push(`generate${own}`);
          return { text: 'For a year.', newTokens: 3, endedBy: 'length' } as never;
        },
        false,
        undefined,
        async (request, context) => {
          order.push(`compare${own}`);
          return similarity(request, context);
        },
      ) as unknown as Worker;
    };
    const mind = new MindService(plan, async () => undefined, askedEachTime(), spawn);
    mind.quoteWords = { says: String, nearest: String, caution: 'CAUTION' };
    const reply = async (signal = never) =>
      (await mind.reply([asked(`${text}\n\n${question}`)], signal)).summary.text;
    return { mind, reply, order };
  }

  it('is held to it with what the worker says of its sentences, asked for before', async () => {
    const seen: object[] = [];
    const { mind, reply, order } = setUp(async (request) => {
      seen.push(request);
      return request.sentences.map((_, index) => index / 10);
    });
    expect(await reply()).toBe('HELD');
    expect(order).toEqual(['compare', 'generate']);
    const sentences = [
      'Library, Mill Street. … Books may be kept for 28 days and films for seven.',
      'Library, Mill Street. … Open Tuesday to Friday 10 am to 6 pm.',
      'Library, Mill Street. … Closed on Monday.',
    ];
    expect(seen).toEqual([{ question, sentences }]);
    expect(given).toEqual([new Map(sentences.map((sentence, index) => [sentence, index / 10]))]);
    mind.end();
  });

  it('is held to it by its words alone where nothing tells', async () => {
    const { mind, reply } = setUp(async () => []);
    expect(await reply()).toBe('HELD');
    expect(given).toEqual([null]);
    mind.end();
  });

  it.each<[ErrorCode, number]>([
    ['storage-unavailable', 2],
    ['worker-crashed', 1],
    ['out-of-memory', 1],
  ])('is given also where that fails: %s', async (code, times) => {
    const { mind, reply, order } = setUp(() => Promise.reject(new AppError(code)));
    expect([await reply(), await reply()]).toEqual(['HELD', 'HELD']);
    expect(given).toEqual([null, null]);
    // What ended the worker is not asked of the next one too.
    expect(order.filter((step) => step.startsWith('compare'))).toHaveLength(times);
    mind.end();
  });

  it('is of one mind, also where another takes its place meanwhile', async () => {
    const comparing = deferred<void>();
    const { mind, reply, order } = setUp(async ({ sentences }) => {
      await comparing.promise;
      return sentences.map(() => 0.5);
    });
    const answer = reply();
    await vi.waitFor(() => expect(order).toEqual(['compare']));
    await mind.use(plan, { signal: never, selfTest: false });
    comparing.resolve();
    expect(await answer).toBe('HELD');
    expect(order).toEqual(['compare', 'generate']);
    expect(await reply()).toBe('HELD');
    expect(order.slice(2)).toEqual(['compare by worker 2', 'generate by worker 2']);
    mind.end();
  });

  it('is stopped where it is stopped meanwhile', async () => {
    const stop = new AbortController();
    const { mind, reply, order } = setUp(async (_request, { signal }) => {
      stop.abort();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw new AppError('aborted');
    });
    await expect(reply(stop.signal)).rejects.toMatchObject({ code: 'aborted' });
    expect(order).toEqual(['compare']);
    mind.end();
  });
});
