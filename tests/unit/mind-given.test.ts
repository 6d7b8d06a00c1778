import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../scripts/lib/catalogue.js';
import type { Message } from '../../src/domain/conversation';
import type { LanguageModel } from '../../src/domain/models';
import { MindService } from '../../src/services/mind';
import { askedEachTime } from '../fakes/known-answers';
import { FakeLanguageWorker } from '../fakes/language-worker';

const models = (readCatalogue() as LanguageModel[]).filter(({ task }) => task === 'language');
const never = new AbortController().signal;
const hours =
  'Library, Mill Street. Open Tuesday to Friday 10 am to 6 pm. Closed on Monday. Books may be kept for 28 days and films for seven.';

const asked = (text: string): Message => ({
  id: 'q',
  conversationId: 'c',
  parentId: null,
  role: 'user',
  parts: [{ type: 'text', text }],
  status: { type: 'complete' },
  createdAt: 1,
});

const unfetched = () => Promise.reject(new TypeError('Failed to fetch'));

/** What is written, piece by piece, by a mind that says `own` word by word. */
async function answerTo(
  question: string,
  own: string,
  {
    id = 'tansy-lite',
    quotes = true,
    openVouched = () => import('../../src/services/vouched'),
    isAgain = false,
  } = {},
) {
  const model = models.find((one) => one.id === id)!;
  const prompts: string[] = [];
  const sampled: boolean[] = [];
  const mind = new MindService(
    { model, variant: model.variants[0]!, threads: 1 },
    async () => undefined,
    askedEachTime(),
    () =>
      new FakeLanguageWorker(async ({ messages, generation }, { emit }) => {
        prompts.push(messages.at(-1)!.text);
        sampled.push(generation.doSample);
        for (const text of own.split(/(?= )/)) emit({ type: 'text-delta', text });
        return { text: own, newTokens: 3, endedBy: 'length' } as never;
      }) as unknown as Worker,
    openVouched,
  );
  if (quotes) {
    mind.quoteWords = {
      says: (sentence) => `SAYS ${sentence}`,
      nearest: (sentences) => `NEAREST ${sentences.join(' | ')}`,
    };
  }
  const pieces: string[] = [];
  try {
    const onText = (text: string) => pieces.push(text);
    const { text, endedBy } = (await mind.reply([asked(question)], never, { onText, isAgain }))
      .summary;
    return { pieces, text, endedBy, prompt: prompts[0]!, isSampled: sampled[0]! };
  } finally {
    expect(openVouched === unfetched ? prompts : [], 'nobody answers in its place').toEqual([]);
    mind.end();
  }
}

describe('a question that brings its text', () => {
  const question = `${hours}\n\nHow long may films be kept?`;

  it('is put as the mind was taught, and its answer is held to the text', async () => {
    const { pieces, text, prompt, endedBy } = await answerTo(question, 'For a year.');
    expect(prompt).toMatch(/^Answer from this only.*\n\n\[1\] Library/s);
    // Nothing that is not held to it was to be seen or heard.
    expect(pieces).toEqual([text]);
    expect(text).toMatch(/^SAYS .*films for seven\.$/);
    expect(endedBy, 'nothing goes on after a quoted sentence').toBe('stop-token');
  });

  it('is not answered by the mind alone where what holds it to the text cannot be fetched', async () => {
    await expect(
      answerTo(question, 'For a year.', { openVouched: unfetched }),
    ).rejects.toMatchObject({ code: 'text-unheld' });
    // Asked again, it is there.
    expect((await answerTo(question, 'For a year.')).text).toMatch(/^SAYS/);
  });

  it('is left to a larger mind, and to any where there are no words to quote with', async () => {
    expect((await answerTo(question, 'For a year.', { id: 'smolvlm-256m' })).text).toBe(
      'For a year.',
    );
    const { pieces } = await answerTo(question, 'For a year.', { quotes: false });
    expect(pieces).toEqual(['For', ' a', ' year.']);
  });

  it('is answered by the likeliest words also when it is asked again, as one without is not', async () => {
    const again = { isAgain: true };
    expect((await answerTo(question, 'For a year.', again)).isSampled).toBe(false);
    expect((await answerTo('How long do films last?', 'Long.', again)).isSampled).toBe(true);
  });

  it('is told apart from one without', async () => {
    const { pieces, prompt } = await answerTo('How long do films last?', 'Two hours.');
    expect(prompt).toBe('How long do films last?');
    expect(pieces.join('')).toBe('Two hours.');
  });
});
