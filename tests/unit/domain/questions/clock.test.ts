import { describe, expect, it } from 'vitest';
import { clockAsked } from '../../../../src/domain/questions/clock';

describe('a question for the clock', () => {
  it.each([
    'What time is it?',
    'What’s the time?',
    'what is the time now',
    'Hey Tansy, can you tell me the time, please?',
    'Do you know what time it is?',
  ])('asks for the time: %s', (question) => expect(clockAsked(question)).toBe('time'));

  it.each([
    'What day is it?',
    'What day is it today?',
    'What is today’s date?',
    'What’s the date today?',
    'Which month is it?',
    'What year is it?',
  ])('asks for the date: %s', (question) => expect(clockAsked(question)).toBe('date'));

  it.each([
    'What’s the weather like today?',
    'How is the weather in New York?',
    'What will the weather be like tomorrow?',
    'Will it rain tomorrow?',
    'Is it raining outside?',
    'What is the temperature outside?',
  ])('asks for the weather: %s', (question) => expect(clockAsked(question)).toBe('weather'));

  it.each([
    'What time is it in Tokyo?',
    'What time does the library open?',
    'What is time?',
    'What date was the moon landing?',
    'How does weather form?',
    'What is the temperature of the sun?',
    'Is it hot?',
    'Write a poem about the weather today.',
    'The library is open until six. What time is it open tomorrow?',
    'What is the weather like in Spain in July?',
    'How is the weather in winter?',
    'How is the weather in Scotland usually?',
    'What is weather?',
    'What will the weather be like in fifty years?',
    'What is the weather like in space?',
    'Is it raining in the picture?',
  ])('is none: %s', (question) => expect(clockAsked(question)).toBeNull());

  it.each(['What is the date?', 'Which day is it?', 'Is it raining?', 'How is the weather?'])(
    'may ask of what was given before it: %s',
    (question) => {
      expect(clockAsked(question)).not.toBeNull();
      expect(clockAsked(question, true)).toBeNull();
    },
  );

  it('is one also after a text or a photo where it is of now', () => {
    expect(clockAsked('What time is it?', true)).toBe('time');
    expect(clockAsked('What is today’s date?', true)).toBe('date');
    expect(clockAsked('Will it rain tomorrow?', true)).toBe('weather');
  });
});
