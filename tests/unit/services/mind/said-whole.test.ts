import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/domain/conversations/conversation';
import { AppError } from '../../../../src/domain/errors';
import { isHalfRefusal } from '../../../../src/domain/mind/half-refusal';
import type { Reply, ReplyHooks } from '../../../../src/services/mind/mind-worker';
import { asked } from '../../../fakes/asked';
import { saidWhole } from '../../../../src/services/mind/said-whole';

const untold = 'I cannot tell that from the photo.';
const never = new AbortController().signal;

/** What is shown, piece by piece, of a mind that writes `text` word by word. */
async function shownOf(text: string, failure?: AppError, question = 'What is it?') {
  const shown: string[] = [];
  const hooks = { onText: (delta: string) => shown.push(delta) };
  const ask = async (_: readonly Message[], __: AbortSignal, { onText }: ReplyHooks) => {
    for (const word of text.split(/(?= )/)) onText?.(word);
    if (failure) throw failure;
    return { summary: { text } } as Reply;
  };
  const reply = saidWhole([asked(question)], { signal: never, hooks, untold }, ask);
  return { shown, reply, text: (await reply.catch(() => null))?.summary.text };
}

describe('a refusal of a small mind', () => {
  it.each([
    "I can't tell yourself.",
    'I can’t tell.',
    "That isn't in a photo.",
    "That isn't in what I have.",
    'I cannot tell you.',
    "I can't see that.",
    "I can't say for sure.",
    'That is not in the picture.',
    "I can't judge this.",
    "I don't know.",
  ])('in half a sentence is said as one: %s', async (text) => {
    const whole = await shownOf(text);
    expect(whole.shown).toEqual([untold]);
    expect(whole.text).toBe(untold);
  });

  it.each([
    "I can't count what is in a photo.",
    'I can’t tell from a photo whether it is safe: don’t eat or touch it on my word.',
    "I can't tell if it is a fox or a wolf.",
    "That isn't in a photo that I would show to children.",
    'I see a coffee mug.',
    "It isn't a dog.",
    'I',
    'That is a beagle.',
    "I can't see a cat.",
    'No.',
  ])('that is whole, or none, is left: %s', async (text) => {
    const own = await shownOf(text);
    expect(own.shown.join('')).toBe(text);
    expect(own.text).toBe(text);
  });

  it('is held back, and nothing else is', async () => {
    const { shown } = await shownOf('It is a dog.');
    expect(shown[0]).toBe('It is a');
    expect(shown.length).toBeGreaterThan(1);
    expect(isHalfRefusal('That is', false)).toBe('maybe');
    expect(isHalfRefusal('That is a', false)).toBe('no');
  });

  it('that broke off is all that there is of it', async () => {
    const { shown, reply } = await shownOf("I can't", new AppError('worker-crashed'));
    await expect(reply).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(shown).toEqual(["I can't"]);
  });
});

describe('a yes of a small mind', () => {
  it.each([
    ['Is there a dog?', 'Yes, a water jug.', 'It looks like a water jug.'],
    ['Can you see any birds in the picture?', 'Yes, an airliner.', 'It looks like an airliner.'],
    ['Is it a cat?', 'Yes, a tabby.', 'It looks like a tabby.'],
  ])('to another thing than was asked for is what it sees: %s %s', async (question, own, seen) => {
    const { shown, text } = await shownOf(own, undefined, question);
    expect([shown, text]).toEqual([[seen], seen]);
  });

  it.each([
    ['Is there a jug?', 'Yes, a water jug.'],
    ['Are there any strawberries?', 'Yes, a strawberry.'],
    ['Is there a dog?', 'Yes, there is a beagle.'],
    ['Is there a dog?', 'Yes, a beagle, and it sits.'],
    ['Is there a dog?', 'Yes.'],
    ['Is there a dog?', 'No, I see a water jug.'],
    ['Shall I eat it?', 'Yes, a banana.'],
  ])('to that, or of no such question, is left: %s %s', async (question, own) => {
    const { shown, text } = await shownOf(own, undefined, question);
    expect([shown.join(''), text]).toEqual([own, own]);
  });

  it('goes on word by word as soon as it is none such', async () => {
    const { shown } = await shownOf('Yes, there is a dog.', undefined, 'Is there a dog?');
    expect(shown).toEqual(['Yes, there', ' is', ' a', ' dog.']);
  });
});
