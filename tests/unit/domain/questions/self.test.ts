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
    ['Set a timer for ten minutes.', ['deed']],
    ['Can you set an alarm for 7 am?', ['deed']],
    ['Start a five minute timer', ['deed']],
    ['Remind me to water the ferns tomorrow.', ['deed']],
    ['Hey Tansy, wake me up at six.', ['deed']],
    ['Call my mum, please.', ['deed']],
    ['Text my brother that I am late.', ['deed']],
    ['Could you play some music?', ['deed']],
    ['Turn off the kitchen lights.', ['deed']],
    ['Switch the lamp on', ['deed']],
    ['Put milk on my shopping list.', ['deed']],
    ['Would you please book a table for two?', ['deed']],
    ['Look up the opening hours online.', ['deed']],
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
    'Remind me what I said about the shed.',
    'How do I set a timer on my oven?',
    'Make a list of vegetables.',
    'Can you look at this leaf?',
    'Put it more simply.',
    'Play a trick on me.',
    'What did people call my grandmother’s flower?',
    'Call me Anna.',
    'Can you make it shorter?',
    'Start again.',
    'Who can text my answers to a friend?',
    'Can you text in French?',
    'Turn the pot.',
    'What is tansy good for?',
    'Do you remember my last question?',
    'Do you remember the poem that I asked for, and can you change its end?',
    'Hello.',
    '',
  ])('is another: %s', (question) => {
    expect(selfAsked(question)).toEqual([]);
  });

  it('is answered once for each thing asked', () => {
    const words = { name: 'N.', abilities: 'A.', place: 'P.', memory: 'M.', deed: 'D.' };
    expect(selfAnswer(selfAsked('Who are you, and where do you run?'), words)).toBe('N. P.');
    expect(selfAnswer(selfAsked('Who are you? What is your name?'), words)).toBe('N.');
  });
});
