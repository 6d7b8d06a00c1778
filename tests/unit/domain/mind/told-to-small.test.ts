import { describe, expect, it } from 'vitest';
import { asksIfThere } from '../../../../src/domain/photos/asks-if-there';
import {
  hasImages,
  messageText,
  type Message,
} from '../../../../src/domain/conversations/conversation';
import { toldToSmall } from '../../../../src/domain/mind/told-to-small';

const message = (role: Message['role'], text: string, photo?: string): Message => ({
  id: text,
  conversationId: 'c',
  parentId: null,
  role,
  parts: [
    { type: 'text', text },
    ...(photo ? [{ type: 'image', attachmentId: photo, alt: 'a photo' } as const] : []),
  ],
  status: { type: 'complete' },
  createdAt: 1,
});
const shown = [message('user', 'What is this?', 'dog'), message('assistant', 'It’s a bluetick.')];
const talk = [message('user', 'Hello Tansy'), message('assistant', 'Hello! How can I help?')];
const texts = (thread: readonly Message[]) => thread.map(messageText);
const told = (before: readonly Message[], question: string) =>
  toldToSmall([...before, message('user', question)]);

describe('a small mind', () => {
  it('is told nothing of a photo that a question has nothing to do with', () => {
    const question = 'What is the capital of France?';
    expect(texts(told(shown, question))).toEqual([question]);
    expect(texts(told([...talk, ...shown], question))).toEqual([...texts(talk), question]);
    const asked = message('user', 'What colour is it?');
    const since = [...shown, asked, message('assistant', 'It’s brown.')];
    expect(texts(told(since, question))).toEqual([question]);
  });

  it('is told nothing of it with a thank you', () => {
    expect(texts(told(shown, 'Thanks!'))).toEqual(['Thanks!']);
  });

  it('is told of other questions that were asked since', () => {
    const before = [message('user', 'Who wrote Hamlet?'), message('assistant', 'Shakespeare.')];
    expect(texts(told([...shown, ...before], 'Who wrote Faust?'))).toEqual([
      ...texts(before),
      'Who wrote Faust?',
    ]);
  });

  it('is told all of it where the question may be about what was given', () => {
    for (const question of ['What colour is it?', 'Why?', 'And what is behind the dog?']) {
      expect(told(shown, question), question).toHaveLength(3);
    }
    expect(told(talk, 'What is the capital of France?')).toHaveLength(3);
  });

  it('is told nothing of a text that a question has nothing to do with', () => {
    const text = `${'Rowing boats cost 14 euros an hour, pedal boats 18. '.repeat(3)}\nWhat does a pedal boat cost?`;
    const given = [message('user', text), message('assistant', '18 euros.')];
    expect(texts(told(given, 'Who wrote Hamlet?'))).toEqual(['Who wrote Hamlet?']);
    expect(told(given, 'May my dog come into a pedal boat?')).toHaveLength(3);
  });

  it('is asked whether a thing is there with the photo, and without what it named', () => {
    const other = message('user', 'And this?', 'mug');
    const thread = told([...shown, other, message('assistant', 'A mug.')], 'Is there a cat?');
    expect(thread).toHaveLength(1);
    expect(thread[0]!.parts).toEqual([
      { type: 'image', attachmentId: 'mug', alt: 'a photo' },
      { type: 'text', text: 'Is there a cat?' },
    ]);
    const fresh = [...shown, message('user', 'Is there a cat in this photo?', 'garden')];
    expect(toldToSmall(fresh), 'nor with what another photo was named').toEqual(fresh.slice(-1));
  });

  it('goes on with an answer that is told the same as when it was begun', () => {
    const begun: Message = { ...message('assistant', 'Yes'), status: { type: 'streaming' } };
    const thread = toldToSmall([...shown, message('user', 'Is there a cat?'), begun]);
    expect(thread.map(hasImages)).toEqual([true, false]);
    expect(thread.at(-1)).toBe(begun);
    const over = [...shown, message('user', 'Is there a cat?'), message('assistant', 'No.')];
    expect(toldToSmall(over), 'nothing is asked yet').toBe(over);
  });
});

describe('a question if a thing is there', () => {
  it.each([
    'Is there a cat?',
    'Are there any people in the picture?',
    'Do you see a red car?',
    'Can you see any trees in the background?',
    'Is it a dog?',
    'And is there some water too?',
    'Is this really a church?',
    'Are they a kind of bird?',
    'Is there another mug on it?',
    'Hey Tansy, is there a bicycle here?',
  ])('is “%s”', (question) => {
    expect(asksIfThere(question)).toBe(true);
  });

  it.each([
    'Is there a way to clean it?',
    'Is there any reason for that?',
    'Where is the cat?',
    'Is the cat old?',
    'Is there a train from here to Bonn on Sundays?',
    'What do you see?',
    'Is it healthy?',
    'Can you see that cats are clever?',
    'Is there a cure for it?',
    'Are there more?',
  ])('is not “%s”', (question) => {
    expect(asksIfThere(question)).toBe(false);
  });
});
