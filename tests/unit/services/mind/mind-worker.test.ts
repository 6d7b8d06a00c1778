import { describe, expect, it, vi } from 'vitest';
import { readCatalogue } from '../../../../scripts/lib/catalogue.js';
import type { Message } from '../../../../src/domain/conversations/conversation';
import { otherwise, type LanguageModel } from '../../../../src/domain/models/model';
import { MindWorker } from '../../../../src/services/mind/mind-worker';
import { FakeLanguageWorker, type Generate } from '../../../fakes/language-worker';

const model = (readCatalogue() as LanguageModel[]).find(({ id }) => id === 'tansy-lite')!;
const thread: Message[] = [
  {
    id: 'q',
    conversationId: 'c',
    parentId: null,
    role: 'user',
    parts: [{ type: 'text', text: 'How tall?' }],
    status: { type: 'complete' },
    createdAt: 1,
  },
];
/** The first worker is in one long run that nothing stops; those after it answer. */
function setUp(first: Generate, hold?: (held: boolean) => void) {
  let spawned = 0;
  const answering: Generate = async (_request, { emit }) => {
    emit({ type: 'text-delta', text: 'Two metres.' });
    return { newTokens: 3 } as Awaited<ReturnType<Generate>>;
  };
  const mind = new MindWorker(
    { model, variant: model.variants[0]!, threads: 1 },
    {
      findPhoto: async () => undefined,
      spawn: () => {
        spawned += 1;
        const generate = spawned === 1 ? first : answering;
        return new FakeLanguageWorker(generate, spawned === 1 && !hold, hold) as unknown as Worker;
      },
      withTest: (load) => load(false),
      onNotReady: () => {},
    },
  );
  return { mind, spawned: () => spawned };
}

const never = new AbortController().signal;

describe('a question right after a stop that the worker does not hear', () => {
  it('is answered by a fresh worker', async () => {
    const { mind, spawned } = setUp(() => new Promise(() => {}));
    const stopped = new AbortController();
    const before = mind.reply(thread, stopped.signal);
    await mind.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    stopped.abort();
    await expect(before).rejects.toMatchObject({ code: 'aborted' });
    let text = '';
    const reply = await mind.reply(thread, never, { onText: (delta) => (text += delta) });
    expect(text).toBe('Two metres.');
    expect(reply.summary.newTokens).toBe(3);
    expect(spawned()).toBe(2);
    mind.end();
  }, 10_000);

  it('is not asked again once some of its answer was given', async () => {
    let calls = 0;
    const { mind, spawned } = setUp((_request, { emit }) => {
      calls += 1;
      if (calls === 2) emit({ type: 'text-delta', text: 'Two' });
      return new Promise(() => {});
    });
    const stopped = new AbortController();
    const before = mind.reply(thread, stopped.signal);
    await vi.waitFor(() => expect(calls).toBe(1));
    stopped.abort();
    await expect(before).rejects.toMatchObject({ code: 'aborted' });
    const onText = () => {};
    await expect(mind.reply(thread, never, { onText })).rejects.toMatchObject({
      code: 'worker-crashed',
    });
    expect(spawned()).toBe(1);
    mind.end();
  }, 10_000);
});

describe('an answer that waits where its first phrase stands', () => {
  const waitsOnce = (onText: (mind: MindWorker) => void) => {
    const told: boolean[] = [];
    const { mind } = setUp(
      async ({ waitsOnce }, { emit }) => {
        emit({
          type: 'text-delta',
          text: 'The tallest of them is',
          ...(waitsOnce && { waits: true }),
        });
        await vi.waitFor(() => expect(told.at(-1)).toBe(false));
        return {} as Awaited<ReturnType<Generate>>;
      },
      (held) => told.push(held),
    );
    const reply = () => mind.reply(thread, never, { waitsOnce: true, onText: () => onText(mind) });
    return { told, mind, reply };
  };

  it('is let go on at once where no voice takes it', async () => {
    const { told, mind, reply } = waitsOnce(() => {});
    await reply();
    expect(told).toEqual([false]);
    mind.end();
  });

  it('is not where one does, which lets go of it itself', async () => {
    const { told, mind, reply } = waitsOnce((mind) => mind.hold(true));
    const replied = reply();
    await vi.waitFor(() => expect(told).toEqual([true]));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told).toEqual([true]);
    mind.hold(false);
    await replied;
    expect(told).toEqual([true, false]);
    mind.end();
  });

  it('is not asked to where nobody is told of its words, or no voice takes them', async () => {
    const asked: boolean[] = [];
    const { mind } = setUp(
      async ({ waitsOnce }) => {
        asked.push(waitsOnce === true);
        return {} as Awaited<ReturnType<Generate>>;
      },
      () => {},
    );
    await mind.reply(thread, never, { waitsOnce: true });
    await mind.reply(thread, never, { onText: () => {} });
    expect(asked).toEqual([false, false]);
    mind.end();
  });
});

describe('a question that is asked again', () => {
  it('is answered by words that are nearly as likely, and any other by the likeliest', async () => {
    const asked: object[] = [];
    const { mind } = setUp(
      async ({ generation }) => {
        asked.push(generation);
        return {} as Awaited<ReturnType<Generate>>;
      },
      () => {},
    );
    await mind.reply(thread, never);
    await mind.reply(thread, never, { isAgain: true });
    const { generation } = model;
    expect(generation.doSample).toBe(false);
    expect(asked[0]).toEqual(generation);
    const { maxNewTokens, repetitionPenalty } = generation;
    expect(asked[1]).toMatchObject({ maxNewTokens, repetitionPenalty, doSample: true });
    mind.end();
  });

  it('is asked as before of a mind that never takes the likeliest alone', () => {
    const own = { ...model.generation, doSample: true, temperature: 1.1 };
    expect(otherwise(own)).toBe(own);
  });
});
