import { describe, expect, it } from 'vitest';
import { selfAnswer, selfAsked } from '../../../../src/domain/questions/self';

describe('a question of Tansy itself', () => {
  it.each([
    ['What can you do?', ['abilities']],
    ['Tansy, what can you do for me please?', ['abilities']],
    ['How can you help me?', ['abilities']],
    ['Who are you?', ['name']],
    ["What's your name?", ['name']],
    ['Are you a robot?', ['name']],
    ['What is your name, and where do you run?', ['name', 'place']],
    ['Do you need the internet?', ['place']],
    ['Do you send my photos anywhere?', ['place']],
    ['Do you share my data with Google?', ['place']],
    ['Will you keep what I say?', ['place']],
    ['Do you store any personal data on a server?', ['place']],
    ['What can I ask you?', ['abilities']],
    ['Where does my data go?', ['place']],
    ['Who can hear me?', ['place']],
    ['What did I ask you last week?', ['memory']],
    ['Do you remember our last conversation?', ['memory']],
  ] as const)('is known: %s', (question, asked) => {
    expect(selfAsked(question)).toEqual(asked);
  });

  it.each([
    'What can you do against aphids?',
    'What can you tell me about roses?',
    'Who are you going to vote for?',
    'Where do swallows live?',
    'What did I ask you?',
    'What is your name for this plant?',
    'Can you work with clay soil?',
    'Help me write a letter to my landlord.',
    'Will you share any tips for tomatoes?',
    'Will you save my life?',
    'Do you keep any chickens?',
    'How do I use this?',
    'What should I ask?',
    'What could you do?',
    'What is tansy good for?',
    'Do you remember my last question?',
    'Do you remember the poem that I asked for, and can you change its end?',
    'Hello.',
    '',
  ])('is another: %s', (question) => {
    expect(selfAsked(question)).toEqual([]);
  });

  it('is answered once for each thing asked', () => {
    const words = { name: 'N.', abilities: 'A.', place: 'P.', memory: 'M.' };
    expect(selfAnswer(selfAsked('Who are you, and where do you run?'), words)).toBe('N. P.');
    expect(selfAnswer(selfAsked('Who are you? What is your name?'), words)).toBe('N.');
  });
});
