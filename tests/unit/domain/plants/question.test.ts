import { describe, expect, it } from 'vitest';
import { mayConcernPlants } from '../../../../src/domain/plants/hint';
import {
  asksForDiagnosis,
  asksOfUnseenPlant,
  isOfPlantHealth,
  mayBeOfPlant,
  namesUnknownKind,
} from '../../../../src/domain/plants/question';

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

describe('what is judged or said to show no leaf, and never guessed at', () => {
  const isHealth = (question: string) => isOfPlantHealth(question, ['tomato__healthy']);
  it.each([
    'Is it sick?',
    'Is my plant sick?',
    'What’s wrong with it?',
    'Why is it wilting?',
    'How do I treat this?',
    'Is this leaf ok?',
  ])('%s', (question) => expect(isHealth(question)).toBe(true));

  it.each(['What is happening here?', 'What’s wrong with my bike?', 'Is it ok?', 'What is wrong?'])(
    'not: %s',
    (question) => expect(isHealth(question)).toBe(false),
  );
});

describe('asking of a plant without a photo', () => {
  const classes = ['tomato__healthy', 'tomato__mold', 'bean__rust'];
  const isAsked = (question: string, isFirst = false) =>
    asksOfUnseenPlant(question, classes, isFirst);
  it.each([
    'My tomato plant has yellow leaves, what should I do?',
    'what is wrong with my rose?',
    'Is my plant sick?',
    'Why are my leaves turning brown?',
    'The leaves are turning yellow',
    'My basil is dying',
    'How do I treat my tomatoes?',
    'What is happening to my beans?',
  ])('%s', (question) => {
    expect(isAsked(question)).toBe(true);
    expect(mayConcernPlants(question)).toBe(true);
  });

  it.each([
    'What is the capital of France?',
    'How do plants drink water?',
    'Why do leaves turn brown in autumn?',
    'Why do the leaves turn brown in autumn?',
    'What is wrong with my bike?',
    'What’s wrong with this sentence?',
    'Is my apple watch ok?',
    'What is a virus?',
    'What plants grow in the shade?',
    'Thanks!',
  ])('not: %s', (question) => {
    expect(isAsked(question, true)).toBe(false);
    expect(isAsked(question)).toBe(false);
  });

  it('says “it” of a photo that is not there only where nothing was said before', () => {
    for (const question of ['Is it sick?', 'What’s wrong with it?']) {
      expect(isAsked(question, true)).toBe(true);
      expect(isAsked(question)).toBe(false);
      expect(mayConcernPlants(question)).toBe(true);
    }
  });

  it('names a plant that is none of the crops known', () => {
    expect(namesUnknownKind('What is wrong with my rose?', classes)).toBe(true);
    expect(namesUnknownKind('What is wrong with my tomato?', classes)).toBe(false);
    expect(namesUnknownKind('Is my plant sick?', classes)).toBe(false);
  });
});

it('takes no longer for a long text than for its ends', () => {
  const prose = 'what is the why are help does it look '.repeat(20_000);
  const start = performance.now();
  for (const rule of [asksForDiagnosis, mayConcernPlants]) rule(prose);
  isOfPlantHealth(prose, ['tomato__mold']);
  asksOfUnseenPlant(prose, ['tomato__mold'], true);
  expect(performance.now() - start).toBeLessThan(500);
  expect(asksForDiagnosis(`${prose}. Is this plant sick?`)).toBe(true);
  expect(asksForDiagnosis(`Is this plant sick? ${prose}`)).toBe(true);
});
