import { beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/domain/conversations/conversation';
import { joe, type SystemVoice } from '../../../src/domain/voice/voices';
import { AnswerVoices, type AnswerVoicesParts } from '../../../src/state/answer-voices';

const anna: SystemVoice = { uri: 'anna', name: 'Anna', language: 'de-DE', isDefault: false };
const known: Readonly<Record<string, readonly string[]>> = {
  lite: ['en'],
  many: ['*'],
  some: ['en', 'de'],
};
let voices: AnswerVoicesParts['voices'];
let answerVoices: AnswerVoices;
beforeEach(() => {
  voices = {
    wanted: 'auto',
    atHand: { loaded: [joe], system: [anna], realTimeFactor: null },
    lacking: null,
  };
  answerVoices = new AnswerVoices({ voices, languagesOf: (id) => known[id] });
});

const asked = (text: string): Message => ({
  id: 'asked',
  conversationId: 'c',
  parentId: null,
  role: 'user',
  parts: [{ type: 'text', text }],
  status: { type: 'complete' },
  createdAt: 1,
});
const german = asked('Was ist die Hauptstadt von Frankreich?');
const french = 'La capitale de la France est Paris.';

describe('the voice of an answer', () => {
  it('is that of its words', () => {
    const voiceOf = answerVoices.of({ question: german, by: 'many' })!;
    expect(voiceOf('Die Hauptstadt von Frankreich ist Paris.')).toBe('system/anna');
    expect(voiceOf('Paris.'), 'as the rest').toBe('system/anna');
    expect(voiceOf('It is the “city of light”.')).toBe(joe);
    expect(voiceOf('Paris.')).toBe('system/anna');
  });

  it('is that of its question, where its words do not tell', () => {
    const voiceOf = answerVoices.of({ question: german, by: 'some' })!;
    expect(voiceOf('Paris.')).toBe('system/anna');
    const spoken = answerVoices.of({ question: asked('Paris?'), heardIn: 'de', by: 'many' })!;
    expect(spoken('Paris.')).toBe('system/anna');
  });

  it('is that of the words which the ears took for another language’s', () => {
    const question = asked('What is the capital of France?');
    expect(answerVoices.of({ question, heardIn: 'de', by: 'many' })!('Paris.')).toBe(joe);
  });

  it('is the usual one of a mind that knows only English, whatever that writes', () => {
    expect(answerVoices.of({ question: german, heardIn: 'de', by: 'lite' })).toBeUndefined();
  });

  it('is one of the page’s language for what Tansy itself says in that, and else an English one', () => {
    const voiceOf = answerVoices.of({ question: german, heardIn: 'de', by: undefined })!;
    expect(voiceOf('It is Tuesday.')).toBe(joe);
    const read =
      'Ich habe Ihren Text gelesen. Fragen Sie mich dazu, dann antworte ich aus dem Text.';
    expect(answerVoices.of({ question: german, by: undefined })!(read)).toBe('system/anna');
  });

  it('is told of an answer of a mind that is not here any more', () => {
    expect(answerVoices.of({ question: german, by: 'gone' })!('Paris.')).toBe('system/anna');
  });

  it('is the usual one where none speaks its language, which is said once of each', () => {
    const say = (answerId: string | undefined, words: string) => {
      const of = { question: german, by: 'many', ...(answerId && { answerId }) };
      return answerVoices.of(of)!(words);
    };
    expect(say(undefined, french)).toBeUndefined();
    expect(voices.lacking, 'nobody has asked for it yet').toBeNull();
    expect(say('first', french)).toBeUndefined();
    expect(voices.lacking).toEqual({ answerId: 'first', language: 'fr' });
    say('second', french);
    expect(voices.lacking?.answerId).toBe('first');
    say('third', 'La capitale della Francia è Parigi.');
    expect(voices.lacking).toEqual({ answerId: 'third', language: 'it' });
  });

  it('is the one that has come meanwhile', () => {
    const voiceOf = answerVoices.of({ question: asked('Où ?'), by: 'many' })!;
    expect(voiceOf(french)).toBeUndefined();
    const amelie = { ...anna, uri: 'amelie', language: 'fr-CA' };
    Object.assign(voices, { atHand: { ...voices.atHand, system: [anna, amelie] } });
    expect(voiceOf(french)).toBe('system/amelie');
  });
});
