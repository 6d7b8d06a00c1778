import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/domain/conversations/conversation';
import { answersNotToCopy, isCopied } from '../../../../src/domain/mind/copied-answer';
import { AppError, throwIfAborted } from '../../../../src/domain/errors';
import type { Reply, ReplyHooks } from '../../../../src/services/mind/mind-worker';
import { uncopied } from '../../../../src/services/mind/uncopied';
import { said } from '../../../fakes/asked';

const never = new AbortController().signal;
const bridge = 'The Brooklyn Bridge is currently 123 years old.';
const thread = (question: string) => [
  said('user', 'How old is the Brooklyn Bridge?'),
  said('assistant', bridge),
  said('user', question),
];

describe('an earlier answer', () => {
  it('is not to be copied by one to a question that stands alone', () => {
    expect(answersNotToCopy(thread('What is a good name for a cat?'))).toEqual([
      'the brooklyn bridge is currently 123 years old',
    ]);
  });

  it.each([
    'Is it really?',
    'And the Eiffel Tower?',
    'Please say that again.',
    'Are you sure about the bridge?',
    'how old is the brooklyn bridge',
    'The bridge?',
  ])('may be meant by “%s”', (question) => {
    expect(answersNotToCopy(thread(question))).toEqual([]);
  });

  it('may be what a question of a text, or one that goes on with its answer, comes to', () => {
    const text =
      'Library, Mill Street. Open Tuesday to Friday 10 am to 6 pm. Closed on Monday. Books may be kept for 28 days and films for seven.';
    expect(answersNotToCopy(thread(`${text}\n\nHow long are books kept?`))).toEqual([]);
    const going = [...thread('Tell me of cats and dogs.'), said('assistant', 'Cats')];
    expect(answersNotToCopy(going)).toEqual([]);
  });
});

describe('what is written', () => {
  const earlier = ['the capital of germany is berlin', 'a im not sure b im not sure'];
  it.each([
    ['The capital', 'maybe'],
    ['The capital of Ger', 'maybe'],
    ['The capital of Italy', 'no'],
    ['capital of', 'maybe'],
    ['apital of', 'no'],
    ['The capital of Germany is Berlin, the', 'no'],
  ])('so far, “%s”, is a copy: %s', (begun, copied) => {
    expect(isCopied(begun, earlier, false)).toBe(copied);
  });

  it.each([
    ['Berlin.', 'no'],
    ['B: "I’m not sure."', 'yes'],
    ['The capital of Germany is Ber', 'no'],
    ['', 'no'],
  ])('in the end, “%s”, is a copy: %s', (begun, copied) => {
    expect(isCopied(begun, earlier, true)).toBe(copied);
  });

  it('is one for sure after so many words', () => {
    expect(isCopied('A: I’m not sure. B: I’m not', earlier, false)).toBe('yes');
  });
});

/** A mind that gives the next of `answers` each time it is asked, word by word. */
function mind(...answers: (string | AppError)[]) {
  const threads: string[][] = [];
  const shown: string[] = [];
  const ask = async (
    asked: readonly Message[],
    signal: AbortSignal,
    { onText }: ReplyHooks,
  ): Promise<Reply> => {
    threads.push(asked.map(({ id }) => id));
    const answer = answers.shift()!;
    const text = answer instanceof AppError ? 'The Brooklyn' : answer;
    for (const word of text.split(/(?= )/)) {
      throwIfAborted(signal);
      onText?.(word);
      await Promise.resolve();
    }
    throwIfAborted(signal);
    if (answer instanceof AppError) throw answer;
    return { summary: { text } } as Reply;
  };
  const reply = (question: string, signal: AbortSignal = never) =>
    uncopied(thread(question), signal, { onText: (text) => shown.push(text) }, ask);
  return { reply, threads, shown };
}

describe('a small mind', () => {
  const question = 'What is a good name for a cat?';

  it('that copies an earlier answer is asked again without it, and nothing of the copy is shown', async () => {
    const { reply, threads, shown } = mind(bridge, 'Luna is a good one.');
    expect((await reply(question)).summary.text).toBe('Luna is a good one.');
    expect(threads.map(({ length }) => length)).toEqual([3, 1]);
    expect(shown.join('')).toBe('Luna is a good one.');
  });

  it('that copies a short one is found out at its end', async () => {
    const { reply, threads } = mind('currently 123 years old', 'Luna.');
    expect((await reply(question)).summary.text).toBe('Luna.');
    expect(threads).toHaveLength(2);
  });

  it('that only begins like one is heard from its first word on', async () => {
    const own = 'The Brooklyn Bridge cat is called Luna.';
    const { reply, threads, shown } = mind(own);
    await reply(question);
    expect(threads).toHaveLength(1);
    expect(shown.join('')).toBe(own);
    expect(shown.length).toBeGreaterThan(1);
  });

  it('may say the same to who asks about it', async () => {
    const { reply, threads, shown } = mind(bridge);
    await reply('Are you sure about it?');
    expect(threads).toHaveLength(1);
    expect(shown.join('')).toBe(bridge);
  });

  it('that fails leaves what there was', async () => {
    const { reply, shown } = mind(new AppError('worker-crashed'));
    await expect(reply(question)).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(shown).toEqual(['The Brooklyn']);
  });

  it('that is stopped is not asked again', async () => {
    const stop = new AbortController();
    const { reply, threads, shown } = mind(bridge, 'Luna.');
    const answer = reply(question, stop.signal);
    stop.abort();
    await expect(answer).rejects.toMatchObject({ code: 'aborted' });
    expect(threads).toHaveLength(1);
    expect(shown).toEqual([]);
  });
});
