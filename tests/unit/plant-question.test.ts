import { describe, expect, it } from 'vitest';
import {
  asksForDiagnosis,
  cardPartAsked,
  cropNamed,
  cropSaid,
  mayBeOfPlant,
} from '../../src/domain/plant-question';

describe('asking for a diagnosis', () => {
  it.each([
    'What’s wrong with it?',
    "What's wrong with my tomato plant?",
    'Whats wrong with it',
    'What is the matter with this leaf?',
    'What is happening to my beans?',
    'Is this plant sick?',
    'Is it healthy?',
    'Does my apple tree have a disease?',
    'What disease is this?',
    'Why are the leaves turning yellow?',
    'Why is it wilting?',
    'What are these brown spots?',
    'What causes the spots on this leaf?',
    'Please diagnose this',
    'Can you check this leaf for me?',
    'How do I treat this?',
    'How can I save it?',
    'Is this early blight?',
    'Any idea which pest this is?',
    'My tomato leaves are turning yellow',
    'Yellow spots on leaves',
    'What is this on my leaf?',
    'Blight?',
  ])('%s', (question) => expect(asksForDiagnosis(question)).toBe(true));

  it.each([
    '',
    'What is in this picture?',
    'Is there a dog?',
    'What colour is the leaf?',
    'What does the label say?',
    'Which plant is this?',
    'How many leaves are there?',
    'Where was this taken?',
    'Is this edible?',
  ])('not: %s', (question) => expect(asksForDiagnosis(question)).toBe(false));
});

describe('naming a crop', () => {
  const conditions = [
    'tomato__healthy',
    'corn__healthy',
    'pepper__healthy',
    'chilli__healthy',
    'bean__rust',
    'cherry__healthy',
    'cherry__powdery_mildew',
    'orange__citrus_greening',
    'blueberry__healthy',
    'blackgram__healthy',
    'not_plant',
  ];
  it.each([
    ['What is wrong with my tomatoes?', 'tomato'],
    ['The maize has spots', 'corn'],
    ['My bell pepper is sick', 'pepper'],
    ['chili leaves curl', 'chilli'],
    ['these cherries', 'cherry'],
    ['Why does this leaf have orange spots?', undefined],
    ['What is wrong with my blueberry?', undefined],
    ['Is my black gram ill?', 'blackgram'],
    ['What is wrong?', undefined],
    ['Is it a tomato or a bean?', undefined],
    ['It is beaten up', undefined],
  ])('%s', (question, crop) => expect(cropNamed(question, conditions)).toBe(crop));
});

describe('saying which crop it is', () => {
  const conditions = ['tomato__healthy', 'bean__rust', 'bean__healthy', 'tomato__mold'];
  it.each([
    ['It’s a tomato.', 'tomato'],
    ['Tomato', 'tomato'],
    ['I think it is a bean plant', 'bean'],
    ['They are tomatoes', 'tomato'],
    ['No, that’s a bean leaf', 'bean'],
    ['It is not a tomato', undefined],
    ['Tell me about tomatoes', undefined],
    ['Is it a tomato or a bean?', undefined],
    ['How do I treat a tomato?', undefined],
  ])('%s', (said, crop) => expect(cropSaid(said, conditions)).toBe(crop));
});

describe('what a question may be about, its photo unseen', () => {
  const isOfPlant = (question: string) => mayBeOfPlant(question, ['tomato__healthy']);
  it.each([
    'What’s wrong with it?',
    'Is this sick?',
    'What is the matter with this?',
    'What are the small brown spots?',
    'What is wrong with my tomato?',
    'What ails my roses?',
    'Is the photo of a disease?',
    'Blight?',
  ])('a plant: %s', (question) => expect(isOfPlant(question)).toBe(true));

  it.each(['What is wrong with my bike?', 'Is the dog ok?', 'What’s the problem with my old car?'])(
    'not: %s',
    (question) => expect(isOfPlant(question)).toBe(false),
  );
});

describe('asking about a card', () => {
  it.each([
    ['What should I do?', 'treatment'],
    ['How do I treat it?', 'treatment'],
    ['Yes, please.', 'treatment'],
    ['Read the treatment', 'treatment'],
    ['Can I still eat the fruit?', 'harvest'],
    ['Will it spread to my other plants?', 'spread'],
    ['How do I prevent it next year?', 'prevention'],
    ['Should I spray something?', 'chemicals'],
    ['How can I tell?', 'signs'],
    ['What else could it be?', 'lookAlikes'],
    ['What is it?', 'about'],
    ['Should I call an expert?', 'expert'],
  ])('%s', (question, part) => expect(cardPartAsked(question)).toBe(part));

  it.each([
    'Is it safe for my cat to eat the leaves?',
    'Can I eat these leaves?',
    'Can I spray bleach on it?',
    'Is the fungicide safe for my kids to drink?',
  ])('no card says: %s', (question) => expect(cardPartAsked(question)).toBe('unsaid'));

  it.each([
    'Tell me a story.',
    'Thank you!',
    'No, thanks.',
    'How many days are in a week?',
    'What should I eat today?',
    'How do I fix my bike?',
    'How do I save the conversation?',
    'Can I avoid taxes?',
    'What is the difference between a frog and a toad?',
    'Yes, but what is the capital of France?',
    'No, do not tell me more',
    'check my email grammar',
    'I have a very long question about something that has nothing whatever to do with what we should treat, so listen.',
  ])('not: %s', (question) => expect(cardPartAsked(question)).toBeNull());
});
