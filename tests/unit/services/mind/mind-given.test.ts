import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../scripts/lib/catalogue.js';
import type { Message } from '../../../../src/domain/conversations/conversation';
import type { LanguageModel } from '../../../../src/domain/models/model';
import { MindService } from '../../../../src/services/mind/mind';
import { asked } from '../../../fakes/asked';
import { askedEachTime } from '../../../fakes/known-answers';
import { FakeLanguageWorker } from '../../../fakes/language-worker';

const models = (readCatalogue() as LanguageModel[]).filter(({ task }) => task === 'language');
const never = new AbortController().signal;
const hours =
  'Library, Mill Street. Open Tuesday to Friday 10 am to 6 pm. Closed on Monday. Books may be kept for 28 days and films for seven.';

const unfetched = () => Promise.reject(new TypeError('Failed to fetch'));

/** What is written, piece by piece, by a mind that says `own` word by word. */
async function answerTo(
  question: string,
  own: string,
  {
    id = 'tansy-lite',
    quotes = true,
    before = [] as readonly Message[],
    openRules = () => import('../../../../src/services/mind/given-rules'),
    isAgain = false,
    near = (_: string): number[] => [],
  } = {},
) {
  const model = models.find((one) => one.id === id)!;
  const prompts: string[] = [];
  const sampled: boolean[] = [];
  const compared: string[] = [];
  const mind = new MindService(
    { model, variant: model.variants[0]!, threads: 1 },
    async () => undefined,
    askedEachTime(),
    () =>
      new FakeLanguageWorker(
        async ({ messages, generation }, { emit }) => {
          prompts.push(
            messages
              .slice(1)
              .map(({ text }) => text)
              .join(' | '),
          );
          sampled.push(generation.doSample);
          for (const text of own.split(/(?= )/)) emit({ type: 'text-delta', text });
          return { text: own, newTokens: 3, endedBy: 'length' } as never;
        },
        false,
        undefined,
        async ({ question, sentences }) => {
          compared.push(question);
          return sentences.flatMap(near);
        },
      ) as unknown as Worker,
    openRules,
  );
  mind.untold = 'Untold.';
  if (quotes) {
    mind.quoteWords = {
      says: (sentence) => `SAYS ${sentence}`,
      nearest: (sentences) => `NEAREST ${sentences.join(' | ')}`,
      caution: 'CAUTION',
    };
  }
  const pieces: string[] = [];
  try {
    const onText = (text: string) => pieces.push(text);
    const thread = [...before, asked(question)];
    const { summary, ofText } = await mind.reply(thread, never, { onText, isAgain });
    const { text, endedBy } = summary;
    const [prompt, isSampled] = [prompts[0]!, sampled[0]!];
    return { pieces, text, endedBy, ofText, prompt, isSampled, compared };
  } finally {
    expect(openRules === unfetched ? prompts : [], 'nobody answers in its place').toEqual([]);
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
    await expect(answerTo(question, 'For a year.', { openRules: unfetched })).rejects.toMatchObject(
      { code: 'text-unheld' },
    );
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

describe('a question after a text, in none of its words', () => {
  const question = 'When may somebody visit?';
  const before: Message[] = [
    asked(`${hours}\n\nHow long may films be kept?`),
    { ...asked('For seven days.'), role: 'assistant' },
  ];
  const near = (sentence: string) => [sentence.includes('Open') ? 0.4 : 0.1];

  it('is of the text where a sentence is near it: told with the text again, and held to it', async () => {
    const held = await answerTo(question, 'On Sunday.', { before, near });
    const { text, prompt, ofText, compared } = held;
    expect(compared).toEqual([question]);
    expect(prompt).toMatch(/^Answer from this only[^|]*\[1\] Library[^|]*Question: When may/s);
    expect(text).toMatch(/^NEAREST .*Open Tuesday to Friday/);
    expect(ofText).toBe(true);
  });

  it('is the mind’s alone where none is, or where nobody can tell', async () => {
    for (const near of [(): number[] => [0.2], (): number[] => []]) {
      const { text, prompt, ofText } = await answerTo(question, 'On Sunday.', { before, near });
      expect([text, prompt, ofText]).toEqual(['On Sunday.', question, undefined]);
    }
  });

  it('need not be as near where it is of oneself, or of what happened', async () => {
    for (const [question, isHeld] of [
      ['May I bring food?', true],
      ['Who founded the place?', true],
      ['How do I get better?', undefined],
    ] as const) {
      const { ofText } = await answerTo(question, 'Well.', { before, near: () => [0.2] });
      expect(ofText, question).toBe(isHeld);
    }
  });

  it('is compared once, and not where a photo was given since, or for a thank you', async () => {
    const photo = { type: 'image', attachmentId: 'p', alt: 'a photo' } as const;
    const shown: Message[] = [
      ...before,
      { ...asked(''), parts: [photo] },
      { ...asked('It’s a beagle.'), role: 'assistant' },
    ];
    const said = async (question: string, before: readonly Message[]) =>
      (await answerTo(question, 'Well.', { before, near: () => [0.1] })).compared;
    expect(await said(question, before)).toEqual([question]);
    expect(await said(question, shown)).toEqual([]);
    expect(await said('Thank you very much!', before)).toEqual([]);
    expect(await said(question, [])).toEqual([]);
  });

  it('is left to a larger mind', async () => {
    const larger = await answerTo(question, 'On Sunday.', { before, near, id: 'smolvlm-256m' });
    expect([larger.text, larger.compared]).toEqual(['On Sunday.', []]);
  });
});

describe('a question after a photo', () => {
  const photo = { type: 'image', attachmentId: 'p', alt: 'a photo' } as const;
  const shown = asked('What is this?');
  const before: Message[] = [
    { ...shown, parts: [photo, ...shown.parts] },
    { ...asked('It’s a beagle.'), role: 'assistant' },
  ];

  it('that has nothing to do with it is put to a small mind alone', async () => {
    const question = 'What is the capital of France?';
    expect((await answerTo(question, 'Paris.', { before })).prompt).toBe(question);
    const larger = await answerTo(question, 'Paris.', { before, id: 'smolvlm-256m' });
    expect(larger.prompt).toBe(`What is this? | It’s a beagle. | ${question}`);
  });

  it('if a thing is there is put to it with the photo alone', async () => {
    const { prompt, text } = await answerTo('Is there a cat?', 'No.', { before });
    expect([prompt, text]).toEqual(['Is there a cat?', 'No.']);
  });

  it('is answered also where these rules cannot be fetched', async () => {
    const question = 'What is the capital of France?';
    const { prompt, text } = await answerTo(question, 'Paris.', {
      before,
      openRules: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    expect(prompt).toBe(`What is this? | It’s a beagle. | ${question}`);
    expect(text).toBe('Paris.');
  });

  it('is refused in a whole sentence', async () => {
    const { pieces, text } = await answerTo('Whose is it?', 'I can’t tell yourself.', { before });
    expect([pieces, text]).toEqual([['Untold.'], 'Untold.']);
    const own = 'I can’t tell yourself.';
    const larger = await answerTo('Whose is it?', own, { before, id: 'smolvlm-256m' });
    expect(larger.text).toBe(own);
  });
});
