import { describe, expect, it } from 'vitest';
import { restsOnView } from '../../../../src/domain/questions/rests-on-view';

const plantClasses = ['tomato__healthy', 'tomato__early_blight', 'grape__esca'];
const first = { isAfterPhoto: false, plantClasses };
const afterPhoto = { isAfterPhoto: true, plantClasses };

describe('a question asks of what is before the camera', () => {
  it.each([
    'What is this?',
    "What's this?",
    'What is it?',
    'Hey Tansy, what is this?',
    'What is that?',
    'What am I holding?',
    'What am I holding in my hand?',
    'Can you tell me what I am holding?',
    'What do I have in my hand?',
    'What does it say?',
    'What does this say?',
    'Read this to me.',
    'Read the label.',
    'What is written here?',
    'Is this plant sick?',
    'What is wrong with my tomatoes?',
    'Is my plant healthy?',
    'Is this a mushroom?',
    'Is this safe to eat?',
    'Can I eat this?',
    'What kind of flower is this?',
    'Which plant is this?',
    'Who is this?',
    'Where is this?',
    'What do you see?',
    'What can you see now?',
    'Can you see me?',
    'Do you see my cat?',
    'Look at this.',
    'Describe what you see.',
    'How do I look?',
    'How does this shirt look?',
    'What does this look like?',
    'What color is my shirt?',
    'What colour is this?',
    'How many apples are here?',
    'How many fingers am I holding up?',
    'How much is this?',
    'Is this still good?',
    'How many of these tablets can I take?',
    'What is on the screen?',
    'What is in front of me?',
    'And this one?',
    'What about this?',
    'What is that thing over there?',
    'Translate this.',
    'How do I open this?',
    'What should I do with this?',
    'What do you see on the table?',
    'How many people do you see?',
    'What is this rash on my arm?',
    'What do I look like?',
    'Is this good for pain?',
    'Who wrote this book?',
    'What is on my window?',
    'Can you see the dog?',
  ])('%s', (question) => {
    expect(restsOnView(question, first)).toBe(true);
  });

  it.each([
    'What time do you get up?',
    'What time is it?',
    'Tell me a joke.',
    'How old is the Brooklyn Bridge?',
    'Put this in a double boiler and let cook until thick, stirring constantly.',
    'What is the weather like this week?',
    'What should I cook this evening?',
    'What day is this year’s election?',
    'What are the planets?',
    'What is it like to be a bird?',
    'What do you mean by that?',
    'Is that true?',
    'Is that right?',
    'Are you sure about that?',
    'Why is that?',
    'Say that again.',
    'What is that in Fahrenheit?',
    'Do you see what I mean?',
    'See you later.',
    'Can you look up a word?',
    'Thank you very much.',
    'How much does a flat in Paris cost?',
    'What is this story about?',
    'Who wrote Hamlet?',
    'How do I treat blight?',
    'How many days are in a week?',
    'What color is the sky?',
    'What birds can you see in Scotland?',
    'How many stars can you see at night?',
    'Can you see the Great Wall from space?',
    'Can you see a doctor without insurance?',
    'Do you see any problem with my plan?',
    'How does the weather look tomorrow?',
    'What does it look like?',
    'Are they still looking for him?',
    'Why do I have a pain in my head?',
    'What causes tingling in my fingers?',
    'Which herbs grow on the window sill?',
    'How many people live in this city?',
    'Who rules this country?',
    'How do I get this done?',
    'What happens if this fails?',
    'Does this matter?',
    'Who came up with this?',
    'What is that noise?',
    'How many people live here?',
    'How many bones are in my body?',
    'What is wrong with me?',
    'Now.',
    'Can you make this shorter?',
    'Should I keep this in mind?',
    'Can you use this in a sentence?',
    'Yes.',
    'And?',
    '',
  ])('and not: %s', (question) => {
    expect(restsOnView(question, first)).toBe(false);
  });

  it('where “it” may be what was shown before, only of what is pointed at now', () => {
    for (const question of [
      'What is this?',
      'And this one?',
      'And now?',
      'What does it say?',
      'Here is the underside.',
      'This is the whole plant.',
      'One more.',
    ]) {
      expect(restsOnView(question, afterPhoto), question).toBe(true);
    }
    for (const question of [
      'What is it?',
      'How do I treat it?',
      'Is it sick?',
      'Read it to me.',
      'The leaves are spotted.',
      'Another question.',
      'Thanks.',
    ]) {
      expect(restsOnView(question, afterPhoto), question).toBe(false);
    }
  });

  it('is not told of a long one', () => {
    expect(restsOnView(`What is this? ${'And then she went on and on. '.repeat(9)}`, first)).toBe(
      false,
    );
  });
});
