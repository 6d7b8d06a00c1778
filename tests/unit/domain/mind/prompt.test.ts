import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caution } from '../../../../src/domain/given/caution';
import { messageText, type Message } from '../../../../src/domain/conversations/conversation';
import {
  estimateTokens,
  fitExactly,
  fitPrompt,
  mostTokens,
  promptRestsOnGiven,
  systemPromptFor,
  threadRestsOnGiven,
  type PromptMessage,
} from '../../../../src/domain/mind/prompt';
import { fromThisOnly } from '../../../../src/domain/given/passages';
import { withSource } from '../../../../src/domain/given/source-quote';

function turn(index: number, text: string): Message {
  return {
    id: String(index),
    conversationId: 'c',
    parentId: index === 0 ? null : String(index - 1),
    role: index % 2 === 0 ? 'user' : 'assistant',
    parts: [{ type: 'text', text }],
    status: { type: 'complete' },
    createdAt: index,
  };
}

const lengths = { sees: true, countTokens: (message: PromptMessage) => message.text.length };

describe('what an answer rests on', () => {
  const prompts = { systemPrompt: 'Be brief.', groundedPrompt: 'Look.' };
  const photo = {
    ...turn(0, 'What is it?'),
    parts: [
      { type: 'text' as const, text: 'What is it?' },
      { type: 'image' as const, attachmentId: 'leaf', alt: '' },
    ],
  };
  const answer = turn(1, 'It looks like a cat on a sofa.');
  const toPrompt = (thread: readonly Message[]) =>
    fitPrompt('s', thread, { contextTokens: 1000, answerTokens: 0, ...lengths }).messages;
  /** By the thread and by the prompt made of it. */
  const rests = (thread: readonly Message[]) => {
    const rest = promptRestsOnGiven(toPrompt(thread));
    expect(threadRestsOnGiven(thread)).toBe(rest);
    return rest;
  };

  it('is a photo of its question, or passages; then the model is told otherwise', () => {
    const words = [turn(0, 'Hello'), turn(1, 'Hi'), turn(2, 'Why?')];
    expect(rests(words)).toBe(false);
    expect(rests([photo])).toBe(true);
    expect(rests([turn(0, `${fromThisOnly}\n\n[1] A`)])).toBe(true);
    expect(systemPromptFor(prompts, words)).toBe('Be brief.');
    expect(systemPromptFor(prompts, [photo])).toBe('Look.');
    expect(systemPromptFor({ systemPrompt: 'Be brief.' }, [photo])).toBe('Be brief.');
  });

  it.each([
    'Why?',
    'And now?',
    'Is it healthy?',
    'What’s that?',
    'What are they doing?',
    'How many people are there?',
    'What is in the picture?',
    'Which colour has the roof?',
    'Does the cat sleep?',
    'What about dogs and horses?',
  ])('is an earlier photo where a question leads back to it: %s', (text) => {
    expect(rests([photo, answer, turn(2, text)])).toBe(true);
    expect(rests([turn(0, 'Hello'), turn(1, 'Hi'), turn(2, text)])).toBe(false);
  });

  it.each([
    'How many days are in a week?',
    'How many days are there in a week?',
    'What is the capital of France?',
    'Who wrote Hamlet?',
    'Name a yellow fruit.',
  ])('is nothing where a question stands alone: %s', (text) => {
    expect(rests([photo, answer, turn(2, text)])).toBe(false);
    expect(systemPromptFor(prompts, [photo, answer, turn(2, text)])).toBe('Be brief.');
  });

  it('stays what it was while its answer is written and gone on with', () => {
    const asked = [photo, answer, turn(2, 'How many days are in a week?')];
    expect(rests([...asked, turn(3, 'It has')])).toBe(false);
    expect(rests([photo, turn(1, 'Seven')])).toBe(true);
  });
});

describe('fitting a prompt', () => {
  it('keeps all that fits', () => {
    const thread = [turn(0, 'ab'), turn(1, 'cd'), turn(2, 'ef')];
    const { messages, droppedMessages } = fitPrompt('s', thread, {
      contextTokens: 20,
      answerTokens: 5,
      ...lengths,
    });
    expect(messages.map(({ text }) => text)).toEqual(['s', 'ab', 'cd', 'ef']);
    expect(droppedMessages).toBe(0);
  });

  it('drops the oldest turns first and starts at a question', () => {
    const thread = [
      turn(0, 'aaaa'),
      turn(1, 'bbbb'),
      turn(2, 'cccc'),
      turn(3, 'dddd'),
      turn(4, 'e'),
    ];
    const { messages, droppedMessages } = fitPrompt('s', thread, {
      contextTokens: 16,
      answerTokens: 0,
      ...lengths,
    });
    // b, c, d and e fit, but an answer may not come before its question.
    expect(messages.map(({ text }) => text)).toEqual(['s', 'cccc', 'dddd', 'e']);
    expect(droppedMessages).toBe(2);
  });

  it('begins as it did for most turns of a long conversation, so that it is not read anew', () => {
    const contextTokens = 1000;
    const budget = { contextTokens, answerTokens: 100, ...lengths };
    const thread = Array.from({ length: 401 }, (_, at) =>
      turn(at, 'x'.repeat(20 + ((at * 7) % 13))),
    );
    const beginnings: number[] = [];
    for (let length = 1; length <= thread.length; length += 2) {
      const { messages, droppedMessages } = fitPrompt('s', thread.slice(0, length), budget);
      const used = messages.reduce((sum, { text }) => sum + text.length, 0);
      expect(used).toBeLessThanOrEqual(900);
      if (droppedMessages > 0) expect(used, 'most of the room').toBeGreaterThan(500);
      expect(messages.at(-1)!.text).toBe(messageText(thread[length - 1]!));
      beginnings.push(droppedMessages);
    }
    const changes = beginnings.filter((each, at) => at > 0 && each !== beginnings[at - 1]);
    expect(beginnings.length / changes.length).toBeGreaterThan(5);
  });

  describe('to a mind that much talk makes slow', () => {
    const budget = { contextTokens: 10_000, talkTokens: 300, answerTokens: 100, ...lengths };
    const talk = Array.from({ length: 60 }, (_, at) => turn(at, 'x'.repeat(20 + ((at * 7) % 13))));
    const lengthOf = (messages: readonly PromptMessage[]) =>
      messages.reduce((sum, { text }) => sum + text.length, 0);

    it('leaves the rest out, however long the newest question is', () => {
      const { messages } = fitPrompt('', [...talk, turn(60, 'x'.repeat(900))], budget);
      const before = lengthOf(messages.slice(0, -1));
      expect(before).toBeLessThanOrEqual(300);
      expect(before).toBeGreaterThan(60);
    });

    it('begins with a question as it was read ahead without one', () => {
      for (let length = 2; length < talk.length; length += 2) {
        const ahead = fitPrompt('s', talk.slice(0, length), budget).messages;
        for (const question of ['short', 'x'.repeat(250)]) {
          const asked = fitPrompt('s', [...talk.slice(0, length), turn(length, question)], budget);
          expect(asked.messages.slice(0, -1), `${length} messages`).toEqual(ahead);
        }
      }
    });

    it('keeps the last answer with its question, however long they are', () => {
      const thread = [...talk.slice(0, 20), turn(20, 'x'.repeat(200)), turn(21, 'y'.repeat(200))];
      const { messages } = fitPrompt('s', [...thread, turn(22, 'z')], budget);
      expect(messages.map(({ text }) => text.length)).toEqual([1, 200, 200, 1]);
    });

    it('begins as it did for several turns', () => {
      const beginnings: number[] = [];
      for (let length = 2; length < talk.length; length += 2) {
        beginnings.push(fitPrompt('s', talk.slice(0, length), budget).droppedMessages);
      }
      const changes = beginnings.filter((each, at) => at > 0 && each !== beginnings[at - 1]);
      expect(changes.length).toBeGreaterThan(2);
      expect(beginnings.length / changes.length).toBeGreaterThan(3);
    });

    it('keeps what was given and all that was said since, and brings nothing back', () => {
      const given = turn(40, `${fromThisOnly}\n${'p'.repeat(400)}\nWhen is it open?`);
      const thread = [...talk.slice(0, 40), given, ...talk.slice(41)];
      const before = fitPrompt('s', talk.slice(0, 40), budget).droppedMessages;
      expect(before).toBeGreaterThan(0);
      for (let length = 41; length <= thread.length; length += 1) {
        const { droppedMessages } = fitPrompt('s', thread.slice(0, length), budget);
        expect(droppedMessages, `${length} messages`).toBe(before);
      }
    });

    it('goes on with an answer from where that began', () => {
      for (let length = 1; length < talk.length; length += 2) {
        const asked = talk.slice(0, length);
        const begun = { ...turn(length, 'y'.repeat(90)), status: { type: 'streaming' } as const };
        const first = fitPrompt('s', asked, budget).droppedMessages;
        expect(fitPrompt('s', [...asked, begun], budget).droppedMessages).toBe(first);
      }
    });
  });

  it('always keeps the newest question, even one too long', () => {
    const { messages } = fitPrompt('s', [turn(0, 'a'), turn(1, 'b'), turn(2, 'x'.repeat(100))], {
      contextTokens: 10,
      answerTokens: 5,
      ...lengths,
    });
    expect(messages.map(({ text }) => text.length)).toEqual([1, 100]);
  });

  it('keeps the newest question with an answer that is gone on with', async () => {
    const thread = [turn(0, 'aa'), turn(1, 'bb'), turn(2, 'cc'), turn(3, 'd'.repeat(20))];
    const budget = { contextTokens: 12, answerTokens: 5, ...lengths };
    const { messages } = fitPrompt('s', thread, budget);
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant']);
    const asked = fitExactly('s', thread, { ...budget, sees: false }, async () => 100);
    await expect(asked).rejects.toMatchObject({ code: 'too-long' });
  });

  it('gives an answer as its mind wrote it, and leaves out what a mind that does not see was not asked', () => {
    const said = { type: 'text', text: 'Not seen.' } as const;
    const led = { ...turn(1, ''), parts: [said, { type: 'text', text: 'A leaf. ' } as const] };
    const alone = { ...turn(3, ''), parts: [said, { type: 'text', text: '' } as const] };
    const thread = [turn(0, 'a'), led, turn(2, 'b'), alone, turn(4, 'c')];
    const budget = { contextTokens: 90, answerTokens: 5, ...lengths };
    const texts = (sees: boolean, asked = thread) =>
      fitPrompt('s', asked, { ...budget, sees }).messages.map(({ text }) => text);
    expect(texts(false)).toEqual(['s', 'a', 'A leaf.', 'c']);
    // Of the words that were read in its photo it was asked, though it came to no answer.
    const lines = [{ text: 'Basil seeds', x: 0, y: 0, width: 1, height: 1, certainty: 1 }];
    const writing = { lines, isCut: false };
    const photo = { type: 'image', attachmentId: 'p', alt: '', writing } as const;
    const question = turn(2, 'b');
    const withWords = [...thread];
    withWords[2] = { ...question, parts: [...question.parts, photo] };
    const told = fitPrompt('s', withWords, { ...budget, contextTokens: 900, sees: false });
    expect(told.messages[3]?.text).toContain('Basil seeds');
    // One that sees now may still be asked about it, and of what Tansy answered itself none needs to know.
    const { writing: _, ...unread } = photo;
    const unseen = thread.with(2, { ...question, parts: [...question.parts, unread] });
    expect(texts(true, unseen)).toEqual(['s', 'a', 'A leaf.', 'b', 'c']);
    expect(texts(true)).toEqual(['s', 'a', 'A leaf.', 'c']);
  });

  it('gives what Tansy itself said of a plant with its question, also to a mind that does not see', () => {
    const photo = { type: 'image', attachmentId: 'p', alt: '' } as const;
    const diagnosis = { type: 'diagnosis', modelId: 'plants', attachmentIds: ['p'] } as const;
    const empty = { type: 'text', text: '' } as const;
    const asked = { ...turn(0, 'Ill?'), parts: [{ ...empty, text: 'Ill?' }, photo] };
    const judged = { ...turn(1, ''), parts: [diagnosis, { ...empty, text: 'It is rust.' }, empty] };
    const notes = { ...empty, text: 'For rust: Cut.', of: 'bean__rust' };
    const told = { ...turn(3, ''), parts: [notes, empty] };
    const thread = [asked, judged, turn(2, 'Cure?'), told, turn(4, 'Why?')];
    for (const sees of [true, false]) {
      const budget = { contextTokens: 90, answerTokens: 5, ...lengths, sees };
      expect(fitPrompt('s', thread, budget).messages).toEqual([
        { role: 'system', text: 's', imageIds: [] },
        { role: 'user', text: 'Ill?', imageIds: sees ? ['p'] : [] },
        { role: 'assistant', text: 'It is rust.', imageIds: [] },
        { role: 'user', text: 'Cure?', imageIds: [] },
        { role: 'assistant', text: 'For rust: Cut.', imageIds: [] },
        { role: 'user', text: 'Why?', imageIds: [] },
      ]);
    }
  });

  it('leaves out that nothing can be told of a plant, which a small mind would say again', () => {
    const empty = { type: 'text', text: '' } as const;
    const unable = { ...turn(1, ''), parts: [{ ...empty, text: 'Not here.', of: null }, empty] };
    const budget = { contextTokens: 90, answerTokens: 5, ...lengths };
    const { messages } = fitPrompt('s', [turn(0, 'Ill?'), unable, turn(2, 'Why?')], budget);
    expect(messages.map(({ text }) => text)).toEqual(['s', 'Ill?', 'Why?']);
  });

  it('stays within the budget and keeps a suffix of the thread, whatever the lengths', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 200 }),
        (texts, contextTokens) => {
          const words = texts.map((text) => text.replaceAll(/\s/g, '_'));
          const thread = words.map((text, index) => turn(index, text));
          const { messages, droppedMessages } = fitPrompt('', thread, {
            contextTokens,
            answerTokens: 0,
            ...lengths,
          });
          const kept = messages.slice(1);
          expect(kept.map(({ text }) => text)).toEqual(words.slice(droppedMessages));
          const cost = kept.reduce((total, { text }) => total + text.length, 0);
          const questions = kept.filter(({ role }) => role === 'user').length;
          expect(questions === 1 || cost <= contextTokens).toBe(true);
        },
      ),
    );
  });

  it('leaves out messages that say nothing', () => {
    const empty: Message = { ...turn(1, ''), status: { type: 'interrupted' } };
    const { messages } = fitPrompt('s', [turn(0, 'a'), empty, turn(2, 'b')], {
      contextTokens: 20,
      answerTokens: 0,
      ...lengths,
    });
    expect(messages.map(({ text }) => text)).toEqual(['s', 'a', 'b']);
  });

  it('tells of an answer that broke off only the sentences that have their end', () => {
    const told = (text: string, status: Message['status'], more: Partial<Message> = {}) => {
      const answer: Message = { ...turn(1, text), status, ...more };
      const thread = [turn(0, 'a'), answer, turn(2, 'b')];
      const { messages } = fitPrompt('s', thread, {
        contextTokens: 200,
        answerTokens: 0,
        ...lengths,
      });
      return messages.slice(2, -1).map((message) => message.text);
    };
    const [broke, failed] = [
      { type: 'interrupted' },
      { type: 'failed', code: 'internal' },
    ] as const;
    expect(told('The garden is a', broke)).toEqual([]);
    expect(told('It is e.g. a', broke)).toEqual([]);
    expect(told('It is mint. Dr. Who said. That 2.5 is', broke)).toEqual([
      'It is mint. Dr. Who said.',
    ]);
    expect(told('It is mint. (Or not!)', failed)).toEqual(['It is mint. (Or not!)']);
    expect(told('It is mint', { type: 'complete' })).toEqual(['It is mint']);
    const cutShort = { receipt: { modelId: 'm', device: 'wasm', cutShort: true } };
    expect(told('It is mint. It', { type: 'complete' }, cutShort)).toEqual(['It is mint.']);
    // It is being gone on with.
    expect(told('It is mint. It', { type: 'streaming' }, cutShort)).toEqual(['It is mint. It']);
  });

  it('asks for photos only where the mind sees, and keeps the words either way', () => {
    const photo = { type: 'image', attachmentId: 'leaf', alt: '' } as const;
    const shown: Message = { ...turn(0, 'What is it?'), parts: [...turn(0, 'a').parts, photo] };
    const alone: Message = { ...turn(2, ''), parts: [photo] };
    const budget = { contextTokens: 20, answerTokens: 0, ...lengths };
    const seen = fitPrompt('s', [shown, turn(1, 'b'), alone], budget);
    expect(seen.messages.map(({ imageIds }) => imageIds)).toEqual([[], ['leaf'], [], ['leaf']]);
    const read = fitPrompt('s', [shown, turn(1, 'b'), alone], { ...budget, sees: false });
    expect(read.messages.map(({ text, imageIds }) => [text, imageIds])).toEqual([
      ['s', []],
      ['a', []],
      ['b', []],
    ]);
  });

  it('estimates more for more words and for images', () => {
    const short = { role: 'user', text: 'Hello', imageIds: [] } as const;
    expect(estimateTokens({ ...short, text: 'Hello there, my friend' })).toBeGreaterThan(
      estimateTokens(short),
    );
    expect(estimateTokens({ ...short, imageIds: ['i'] })).toBeGreaterThan(estimateTokens(short));
  });
});

describe('a question that Tansy has answered by what is so', () => {
  it.each(['What time is it?', 'What can you do?'])(
    'is not told to a mind, which would answer it with the next one: %s',
    (question) => {
      const asked = { ...turn(0, question), id: 'time' };
      const told: Message = {
        ...turn(1, ''),
        parentId: 'time',
        parts: [
          { type: 'text', text: 'What is so.' },
          { type: 'text', text: '' },
        ],
      };
      const budget = { contextTokens: 500, answerTokens: 10, ...lengths };
      const { messages } = fitPrompt('S', [asked, told, turn(2, 'How tall are oaks?')], budget);
      expect(messages.map(({ text }) => text)).toEqual(['S', 'How tall are oaks?']);
      // Where a mind has answered it, it has.
      const byMind = fitPrompt('S', [asked, { ...turn(1, 'Four.'), parentId: 'time' }], budget);
      expect(byMind.messages).toHaveLength(3);
    },
  );
});

it('a word of caution is not told to a mind as its own', () => {
  const cautious = withSource(`Five drops. ${caution}`, 'Give a child five drops.');
  const budget = { contextTokens: 900, answerTokens: 10, ...lengths };
  const thread = [turn(0, 'How much?'), turn(1, cautious), turn(2, 'And at night?')];
  expect(fitPrompt('S', thread, budget).messages[2]!.text).toBe('Five drops.');
});

describe('a text that came alone', () => {
  const rules =
    'House rules.\nCheck-out is by 10 am.\nDogs are allowed in the kitchen but not in the bedrooms.\nThe boiler is in the cupboard under the stairs. If the water stops, press the red button and wait ten minutes.';
  const ofTansy = (index: number): Message => ({
    ...turn(index, ''),
    parts: [
      { type: 'text', text: 'I have read it.' },
      { type: 'text', text: '' },
    ],
  });
  const brought = [turn(0, rules), ofTansy(1)];
  const told = (thread: readonly Message[], contextTokens = 4000) =>
    fitPrompt('s', thread, { contextTokens, answerTokens: 0, ...lengths }).messages.slice(1);

  it('is told with the first question about it, and stays there', () => {
    const thread = [
      ...brought,
      turn(2, 'What is the capital of France?'),
      turn(3, 'Paris.'),
      turn(4, 'When is check-out?'),
    ];
    const messages = told(thread);
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    const carried = messages[2]!.text;
    expect(carried.startsWith(`${fromThisOnly}\n\n[1] House rules.`)).toBe(true);
    expect(carried.endsWith('Question: When is check-out?')).toBe(true);
    const on = told([...thread, turn(5, 'By 10 am.'), turn(6, 'And where is the boiler?')]);
    expect(on[2]!.text).toBe(carried);
    expect(on[4]!.text).toBe('And where is the boiler?');
    expect(promptRestsOnGiven(on)).toBe(true);
  });

  it('is not told with a photo that was shown after it, nor with what is asked of that', () => {
    const shown = turn(2, 'What is in this picture?');
    const photo = { type: 'image', attachmentId: 'p', alt: '' } as const;
    const thread = [...brought, { ...shown, parts: [photo, ...shown.parts] }];
    const sees = (messages: readonly Message[]) =>
      fitPrompt('s', messages, { contextTokens: 4000, answerTokens: 0, ...lengths, sees: true })
        .messages.slice(1)
        .map(({ text, imageIds }) => [text, ...imageIds]);
    expect(sees(thread)).toEqual([['What is in this picture?', 'p']]);
    const on = [...thread, turn(3, 'A cat.'), turn(4, 'What colour is it?')];
    expect(sees(on).at(-1)).toEqual(['What colour is it?']);
  });

  it('is told as it came where a mind answered it', () => {
    const messages = told([turn(0, rules), turn(1, 'Fine.'), turn(2, 'When is check-out?')]);
    expect(messages.map(({ text }) => text)).toEqual([rules, 'Fine.', 'When is check-out?']);
  });

  it('does not leave while it is asked about, however long the talk', () => {
    const talk = Array.from({ length: 40 }, (_, index) =>
      turn(2 + index, index % 2 === 0 ? 'Where is the boiler?' : 'In the cupboard.'),
    );
    const texts = (thread: readonly Message[]) => told(thread, 900).map(({ text }) => text);
    const asked = texts([...brought, ...talk, turn(42, 'Are dogs allowed?')]);
    expect(asked.length).toBeLessThan(30);
    expect(asked.at(-1)).toContain('[1] House rules.');
    expect(asked.at(-1)).toContain('Question: Are dogs allowed?');
    expect(asked.filter((text) => text.startsWith(fromThisOnly))).toHaveLength(1);
    const together = [turn(0, `${rules}\n\nWhen is check-out?`), turn(1, 'By 10 am.')];
    expect(texts([...together, ...talk, turn(42, 'Are dogs allowed?')]).at(-1)).toBe(asked.at(-1));
    const elsewhere = texts([...brought, ...talk, turn(42, 'What is the capital of France?')]);
    expect(elsewhere.at(-1)).toBe('What is the capital of France?');
  });

  it('is cut where it is longer than a mind has room for', () => {
    const thread = [turn(0, rules.repeat(20)), ofTansy(1), turn(2, 'When is check-out?')];
    const [only] = told(thread, 1000);
    expect(only!.text).toContain('[1] House rules.');
    expect(only!.text.endsWith('Question: When is check-out?')).toBe(true);
    expect(estimateTokens(only!)).toBeLessThan(1000);
  });
});

describe('fitting a prompt to what the tokenizer says', () => {
  const budget = {
    contextTokens: 400,
    answerTokens: 100,
    sees: true,
    countTokens: (message: PromptMessage) => estimateTokens(message),
  };
  /** A language cut as finely as can be: each byte is a token. */
  const finest = async (messages: readonly PromptMessage[]) => mostTokens(messages);

  it('leaves out more where a language takes more tokens than its letters let expect', async () => {
    const thread = Array.from({ length: 9 }, (_, index) => turn(index, '水をやりすぎたようです'));
    const estimated = fitPrompt('s', thread, budget);
    expect(mostTokens(estimated.messages)).toBeGreaterThan(300);
    const fitted = await fitExactly('s', thread, budget, finest);
    expect(mostTokens(fitted.messages)).toBeLessThanOrEqual(300);
    expect(fitted.messages.length).toBeGreaterThan(2);
    expect(fitted.droppedMessages).toBe(9 - (fitted.messages.length - 1));
  });

  it('asks nothing where it fits by any tokenizer', async () => {
    const asked: number[] = [];
    const fitted = await fitExactly('s', [turn(0, 'Is it ill?')], budget, async (messages) => {
      asked.push(messages.length);
      return 0;
    });
    expect(fitted.messages).toHaveLength(2);
    expect(asked).toEqual([]);
  });

  it('says of a question that is too long by itself that it is', async () => {
    const thread = [turn(0, 'a'), turn(1, 'b'), turn(2, 'x'.repeat(10_000))];
    await expect(fitExactly('s', thread, budget, finest)).rejects.toMatchObject({
      code: 'too-long',
    });
  });

  it('ends within the room whatever the tokenizer makes of the texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 200 }), { minLength: 1, maxLength: 15 }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        async (texts, rate) => {
          const odd = texts.length % 2 === 1 ? texts : texts.slice(1);
          const count = async (messages: readonly PromptMessage[]) =>
            messages.reduce((sum, { text }) => sum + Math.ceil(text.length * rate) + 4, 0);
          // No tokenizer goes beyond a token a byte, save in this test: then the bound is not one.
          fc.pre(
            odd.every(
              (text) =>
                Math.ceil(text.length * rate) + 4 <=
                mostTokens([{ role: 'user', text, imageIds: [] }]),
            ),
          );
          const fitting = fitExactly(
            's',
            odd.map((text, index) => turn(index, text)),
            budget,
            count,
          );
          const tokens = await fitting.then(
            ({ messages }) => count(messages),
            () => null,
          );
          const alone = await count([{ role: 'user', text: 's' + odd.at(-1)!, imageIds: [] }]);
          if (tokens === null) expect(alone + 4).toBeGreaterThan(300 - 2);
          else expect(tokens).toBeLessThanOrEqual(300);
        },
      ),
    );
  });
});
