import { describe, expect, it } from 'vitest';
import { hazardAsked } from '../../../../src/domain/questions/hazard';

describe('a question whose wrong answer could do harm', () => {
  it.each([
    ['Can I mix bleach and vinegar?', 'mixing'],
    ['What happens if I pour ammonia and bleach together?', 'mixing'],
    ['Can I combine drain cleaner with acid to clear the sink?', 'mixing'],
    ['Is it okay to mix different cleaners?', 'mixing'],
    ['How much paracetamol can I give my baby?', 'medicine'],
    ['Can I take ibuprofen with wine?', 'medicine'],
    ['How many sleeping pills are safe?', 'medicine'],
    ['My son has a fever of 39. What should I do?', 'medicine'],
    ['I have a headache, what helps?', 'medicine'],
    ['How do I treat a burn? I burned my hand.', 'medicine'],
    ['Should I stop my antibiotics?', 'medicine'],
    ['Can my dog take aspirin?', 'medicine'],
    ['Is sushi safe while pregnant?', 'medicine'],
    ['My chest pain is getting worse, what should I do?', 'emergency'],
    ['My daughter swallowed a button battery', 'emergency'],
    ['I can’t breathe', 'emergency'],
    ['My son is choking on an apple', 'emergency'],
    ['I think my dog was poisoned', 'emergency'],
    ['Help, I smell gas in the kitchen', 'emergency'],
    ['My cat ate rat poison', 'emergency'],
    ['I want to kill myself', 'despair'],
    ['I don’t want to live any more.', 'despair'],
    ['Can I eat this mushroom?', 'foraging'],
    ['Which wild berries are safe to eat?', 'foraging'],
    ['How can I tell whether a mushroom from the forest is poisonous?', 'foraging'],
  ] as const)('is known: %s', (question, asked) => {
    expect(hazardAsked(question)).toBe(asked);
  });

  it.each([
    'Who discovered penicillin?',
    'What is aspirin made of?',
    'How do I cook mushrooms?',
    'What is a mushroom?',
    'What causes carbon monoxide?',
    'How do I bleach my hair?',
    'Can I mix vinegar and oil?',
    'How do I mix paint and water?',
    'Does vinegar with baking soda clean a pan?',
    'My tomato plants have an infection, what should I do?',
    'How do I treat powdery mildew on my roses?',
    'Who was the first person to breathe on the moon?',
    'How long should I boil an egg?',
    'Tell me about the plague.',
    'What is the temperature of the sun?',
    'What is a gas giant?',
    'How do I keep my bread from burning?',
    'Is my plant poisoned by salt in the soil?',
    'My computer has an infection, what should I do?',
    'I am pregnant, what should I name my baby?',
    'We ate mushrooms for dinner, which wine fits?',
    'I ate too much cake.',
    'I would die for some ice cream.',
    'How many tables are there in the room?',
    '',
  ])('is another: %s', (question) => {
    expect(hazardAsked(question)).toBeNull();
  });
});
