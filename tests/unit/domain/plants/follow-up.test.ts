import { describe, expect, it } from 'vitest';
import { cardPartAsked } from '../../../../src/domain/plants/follow-up';
import { isNo, isYes } from '../../../../src/domain/plants/offer';

describe('asking about a card', () => {
  it.each([
    ['What should I do?', 'treatment'],
    ['How do I treat it?', 'treatment'],
    ['Read the treatment', 'treatment'],
    ['Can I still eat the fruit?', 'harvest'],
    ['Will it spread to my other plants?', 'spread'],
    ['Will it spread to my potatoes?', 'spread'],
    ['Will my potatoes get it?', 'spread'],
    ['How do I prevent it next year?', 'prevention'],
    ['Should I spray something?', 'chemicals'],
    ['How can I tell?', 'signs'],
    ['What else could it be?', 'lookAlikes'],
    ['What is it?', 'about'],
    ['What plant is it?', 'crop'],
    ['What is this plant?', 'crop'],
    ['What kind of plant is this?', 'crop'],
    ['Which disease is it?', 'about'],
    ['How did it get this?', 'about'],
    ['How sure are you?', 'sureness'],
    ['How confident are you?', 'sureness'],
    ['Are you really sure?', 'sureness'],
    ['Is it really sick?', 'verdict'],
    ['What about next year?', 'prevention'],
    ['Can I eat the beans?', 'harvest'],
    ['Can I still eat the corn?', 'harvest'],
    ['Yes, and will it spread?', 'spread'],
    ['Should I water it from above?', 'treatment'],
    ['Should I pull it out?', 'treatment'],
    ['Is there an organic treatment?', 'treatment'],
    ['Why did my plant get this?', 'about'],
    ['Why does my plant have this?', 'about'],
    ['Why do my plants have this?', 'about'],
    ['Why does my tomato plant have this?', 'about'],
    ['Why does the leaf have this?', 'about'],
    ['How does my plant get this?', 'about'],
    ['How do my beans get this?', 'about'],
    ['Does my plant have it?', 'verdict'],
    ['Does the leaf have this?', 'verdict'],
    ['Do my plants have this?', 'verdict'],
    ['Does it really have this?', 'verdict'],
    ['Will my plant get it?', 'unsaid'],
    ['Can the leaves get this?', 'unsaid'],
    ['Will the other beans get it too?', 'spread'],
    ['Will another plant get it?', 'spread'],
    ['Can my other plants get this?', 'spread'],
    ['Do my other plants have this?', 'spread'],
    ['How could my potatoes get it?', 'spread'],
    ['Could my tomato plants get this?', 'spread'],
    ['Can you be sure?', 'sureness'],
    ['What should I do next season?', 'prevention'],
    ['Can I use the same soil?', 'prevention'],
    ['Should I call an expert?', 'expert'],
  ])('%s', (question, part) =>
    expect(cardPartAsked(question, { crops: ['bean', 'corn'], others: 0 })).toBe(part),
  );

  it.each([
    'Is it safe for my cat to eat the leaves?',
    'Can I eat these leaves?',
    'Can I spray bleach on it?',
    'Is the fungicide safe for my kids to drink?',
    'How much copper should I mix?',
    'How much copper should I spray?',
    'How often should I water it?',
    'Will my plant die?',
    'Will it survive?',
    'How long until it recovers?',
    'Can my dog eat it?',
    'Is it poisonous to cats?',
    'And what about my dog?',
    'Does it hurt my cat?',
    'Can I feed the leaves to my chickens?',
    'Can I use baking soda?',
    'How bad is it?',
    'Is there hope?',
    'Can I compost the leaves?',
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
    'What is the capital of France?',
    'Tell me a joke.',
    'What time is it?',
    'Will it rain tomorrow?',
    'What is 12 times 7?',
    'How long is the Nile?',
    'Who are you?',
    'Is it Monday today?',
    'How much is a euro in dollars?',
    'How do plants drink water?',
    'Does my dog need a coat?',
    'How do I treat an ill child?',
    'What is that song called again?',
    'Can you make it shorter?',
    'What do they eat?',
    'Why is it raining?',
    'How do vaccines prevent disease?',
    'Where can I get it?',
    'Can I get it cheaper?',
    'What is the best tree for shade?',
    'How do I spread butter on this?',
    'Can you write a poem about it?',
    'What colour is the leaf?',
    'Can I pay this by card?',
    'I have a very long question about something that has nothing whatever to do with what we should treat, so listen.',
  ])('not: %s', (question) => expect(cardPartAsked(question)).toBeNull());
});

describe('asking about a card once a mind has answered something else', () => {
  const since = (others: number) => ({ crops: ['bean'], others });
  it.each([
    ['Can my dog eat it?', 'unsaid'],
    ['Will it spread?', 'spread'],
    ['What about next year?', 'prevention'],
    ['How long until it recovers?', 'unsaid'],
  ])('“it” is the plant after one such answer: %s', (question, part) => {
    expect(cardPartAsked(question, since(1))).toBe(part);
    expect(cardPartAsked(question, since(2))).toBeNull();
  });

  it.each([
    ['Can I eat the beans?', 'harvest'],
    ['Will my plant die?', 'unsaid'],
    ['How do I treat the disease?', 'treatment'],
    ['How much copper should I spray?', 'unsaid'],
    ['What should I do with the plant?', 'treatment'],
  ])('what names the plant is of it however long ago that was: %s', (question, part) =>
    expect(cardPartAsked(question, since(5))).toBe(part),
  );

  it.each([
    'Can I use vinegar?',
    'What about the kids?',
    'How do I remove spray paint from glass?',
    'What fruits can I eat on a keto diet?',
    'How do I avoid Bean Pay fees?',
    'What is it?',
    'What should I do?',
    'Are you sure?',
    'What else is it?',
    'Why is that?',
  ])('what is said of anything is not: %s', (question) =>
    expect(cardPartAsked(question, since(1))).toBeNull(),
  );
});

describe('an offer', () => {
  it.each([
    'yes',
    'Yes, please',
    'Yes, read it please',
    'Yes, read it to me',
    'Yeah',
    'Sure, go ahead',
    'OK',
    'please do',
    'read it',
    'go on',
    'Why not?',
    'Of course, I would like that',
    'Yes please, read me the treatment.',
  ])('is taken up: %s', (said) => expect([isYes(said), isNo(said)]).toEqual([true, false]));

  it.each(['No', 'No thanks', 'Not now, thank you', 'nope', 'No, that’s fine', 'Please don’t'])(
    'is declined: %s',
    (said) => expect([isYes(said), isNo(said)]).toEqual([false, true]),
  );

  it.each([
    'Thanks!',
    'What is the capital of France?',
    'Yes, but what is the capital of France?',
    'No, how do I prevent it?',
    'Read me a poem',
    'Skip to the treatment',
    'Don’t stop',
    'OK, thank you',
    'Alright thanks',
    '',
  ])('is neither: %s', (said) => expect([isYes(said), isNo(said)]).toEqual([false, false]));
});
