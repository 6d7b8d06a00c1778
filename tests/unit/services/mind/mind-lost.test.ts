import { describe, expect, it, vi } from 'vitest';
import { readCatalogue } from '../../../../scripts/lib/catalogue.js';
import type { Message } from '../../../../src/domain/conversations/conversation';
import { AppError } from '../../../../src/domain/errors';
import type { LanguageModel } from '../../../../src/domain/models/model';
import { MindService } from '../../../../src/services/mind/mind';
import { askedEachTime } from '../../../fakes/known-answers';
import { FakeLanguageWorker } from '../../../fakes/language-worker';

const model = (readCatalogue() as LanguageModel[]).find(({ id }) => id === 'tansy-lite')!;
const never = new AbortController().signal;
const question: Message = {
  id: 'q',
  conversationId: 'c',
  parentId: null,
  role: 'user',
  parts: [{ type: 'text', text: 'How tall?' }],
  status: { type: 'complete' },
  createdAt: 1,
};

/** The first worker, or every one, writes a word where it is to, and then goes the way that it is given. */
function setUp(
  lose: (worker: FakeLanguageWorker) => Promise<never>,
  { writesFirst = true, everyOne = false } = {},
) {
  const workers: FakeLanguageWorker[] = [];
  const mind = new MindService(
    { model, variant: model.variants[0]!, threads: 1 },
    async () => undefined,
    askedEachTime(),
    () => {
      const isLost = everyOne || workers.length === 0;
      const worker: FakeLanguageWorker = new FakeLanguageWorker(async (_request, { emit }) => {
        if (writesFirst || !isLost) {
          emit({ type: 'text-delta', text: isLost ? 'Two' : 'Two metres.' });
        }
        // What was written is on its way before it.
        await new Promise((resolve) => setTimeout(resolve, 20));
        return isLost ? lose(worker) : ({ newTokens: 3 } as never);
      });
      workers.push(worker);
      return worker as unknown as Worker;
    },
  );
  return { mind, workers };
}

describe('a mind whose worker is lost while it writes', () => {
  it.each([
    [
      'worker-crashed',
      (worker: FakeLanguageWorker) => {
        worker.dispatchEvent(new Event('error'));
        return new Promise<never>(() => {});
      },
    ],
    ['out-of-memory', () => Promise.reject(new AppError('out-of-memory'))],
  ] as const)('has a fresh one before it is asked again: %s', async (code, lose) => {
    const { mind, workers } = setUp(lose);
    let text = '';
    const onText = (delta: string) => (text += delta);
    await expect(mind.reply([question], never, { onText })).rejects.toMatchObject({ code });
    expect(text, 'what was written was given').toBe('Two');
    await vi.waitFor(() => expect(workers).toHaveLength(2));
    text = '';
    await mind.reply([question], never, { onText });
    expect(text).toBe('Two metres.');
    expect(workers, 'once').toHaveLength(2);
    mind.end();
  });

  const dies = (worker: FakeLanguageWorker) => {
    worker.dispatchEvent(new Event('error'));
    return new Promise<never>(() => {});
  };

  it.each([
    ['was gone', dies],
    ['could not go on', () => Promise.reject(new AppError('worker-crashed'))],
  ] as const)(
    'is asked once more by itself where nothing of it was given: it %s',
    async (_, lose) => {
      const { mind, workers } = setUp(lose, { writesFirst: false });
      let text = '';
      await mind.reply([question], never, { onText: (delta) => (text += delta) });
      expect(text).toBe('Two metres.');
      expect(workers).toHaveLength(2);
      mind.end();
    },
  );

  it('is asked once more also where nobody is told of its words before it is whole', async () => {
    const { mind, workers } = setUp(dies);
    const { summary } = await mind.reply([question], never);
    expect(summary.newTokens).toBe(3);
    expect(workers).toHaveLength(2);
    mind.end();
  });

  it('is asked no third time', async () => {
    const { mind, workers } = setUp(dies, { writesFirst: false, everyOne: true });
    const onText = () => {};
    await expect(mind.reply([question], never, { onText })).rejects.toMatchObject({
      code: 'worker-crashed',
    });
    // The third is there for the next question.
    await vi.waitFor(() => expect(workers).toHaveLength(3));
    mind.end();
  });

  it('is not started again for what is no loss', async () => {
    const { mind, workers } = setUp(() => Promise.reject(new AppError('too-long')));
    await expect(mind.reply([question], never)).rejects.toMatchObject({ code: 'too-long' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(workers).toHaveLength(1);
    mind.end();
  });
});
