import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SentenceSplitter, wholeSentences } from '../../../../src/domain/words/sentences';
import { toIds, toVoicePhonemes } from '../../../../src/engine/speech/mouth/piper-phonemes';

function pieces(...deltas: string[]) {
  const splitter = new SentenceSplitter();
  return [...deltas.flatMap((delta) => splitter.push(delta)), ...splitter.end()];
}
const split = (...deltas: string[]) => pieces(...deltas).map(({ text }) => text);

describe('splitting into what can be spoken', () => {
  it('gives sentences as soon as they are whole', () => {
    const splitter = new SentenceSplitter();
    expect(splitter.push('It is red')).toEqual([]);
    expect(splitter.push('. It')).toEqual([{ text: 'It is red.', start: 0, end: 10 }]);
    expect(splitter.end()).toEqual([{ text: 'It', start: 11, end: 13 }]);
  });

  it('starts with a clause, so that sound begins early, and only starts so', () => {
    expect(split('On a warm day, water it, then wait. Later on, look again, please.')).toEqual([
      'On a warm day,',
      'water it, then wait.',
      'Later on, look again, please.',
    ]);
  });

  it('starts with a phrase where no clause ends early, but not within a link or bold words', () => {
    expect(
      split('Put the pot in a warm place and water it', ' in the morning and at night.'),
    ).toEqual(['Put the pot in a warm place', 'and water it in the morning and at night.']);
    expect(split('It is red and it is blue. Yes.')).toEqual(['It is red and it is blue.', 'Yes.']);
    expect(split('The Brooklyn Bridge is in New York. Yes.')).toEqual([
      'The Brooklyn Bridge',
      'is in New York.',
      'Yes.',
    ]);
    const bold = 'Put **the pot in a warm place and leave it there**.';
    expect(split(bold)).toEqual([bold]);
  });

  it('does not wait for what comes after the verb that ends its subject', () => {
    const splitter = new SentenceSplitter();
    expect(splitter.push('The Brooklyn Bridge')).toEqual([]);
    expect(splitter.push(' is')).toEqual([{ text: 'The Brooklyn Bridge', start: 0, end: 19 }]);
    expect(splitter.push(' in New York. ')).toEqual([
      { text: 'is in New York.', start: 20, end: 35 },
    ]);
  });

  it('breaks a long phrase before small words too', () => {
    expect(split('And so my fellow Americans ask what they can do. Yes.')).toEqual([
      'And so my fellow Americans ask',
      'what they can do.',
      'Yes.',
    ]);
    expect(split('You can use a very sharp knife to cut it.')).toEqual([
      'You can use a very sharp knife',
      'to cut it.',
    ]);
    expect(split('Most people ask what they can do. Yes.')).toEqual([
      'Most people ask what they can do.',
      'Yes.',
    ]);
  });

  it('takes about twice as much next, and then whole sentences', () => {
    expect(
      split(
        'A plant that is in a pot needs water at night and a place by a window or some lamp with light. ',
        'A leaf that falls in a cold and dark room in the winter is no cause for worry.',
      ),
    ).toEqual([
      'A plant that is in a pot needs water',
      'at night and a place by a window',
      'or some lamp with light.',
      'A leaf that falls in a cold and dark room in the winter is no cause for worry.',
    ]);
  });

  it('parts no date, and no phrase of a language whose words only look like English ones', () => {
    const date = 'On July 4, 1776, they met.';
    expect(split(date)).toEqual(['On July 4, 1776,', 'they met.']);
    for (const words of [
      'Si no lo has visto antes en esta casa.',
      'Man kann das nicht so genau sagen in einem Satz.',
      'Alle Pflanzen und die in Töpfen was für den Winter gilt.',
      'Les plantes du balcon or des plantes vertes in situ meurent.',
    ]) {
      expect(split(words)).toEqual([words]);
    }
  });

  it('does not end at abbreviations and figures', () => {
    expect(split('Ask Dr. Smith. Use 3.5 cm. Add salt, e.g. a pinch. Done.')).toEqual([
      'Ask Dr. Smith.',
      'Use 3.5 cm.',
      'Add salt, e.g. a pinch.',
      'Done.',
    ]);
  });

  it('ends sentences of scripts that write no spaces', () => {
    expect(wholeSentences('你好。它是薄荷！它')).toBe('你好。它是薄荷！');
  });

  it('keeps code in one piece, and a list with its numbers', () => {
    expect(split('Do this:\n```js\na = 1;\nb. c\n```\nThen rest. 1. Mix.\n2. Bake.')).toEqual([
      'Do this:',
      '```js\na = 1;\nb. c\n```',
      'Then rest.',
      '1. Mix.',
      '2. Bake.',
    ]);
    expect(split('Look:\n', '```\nlet x', ' = 1;\n')).toEqual(['Look:', '```\nlet x = 1;']);
  });

  it('loses nothing however the text arrives', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 })), (deltas) => {
        const bare = (text: string) => text.replaceAll(/\s+/g, '');
        const whole = deltas.join('');
        expect(bare(split(...deltas).join(''))).toBe(bare(whole));
        for (const { text, start, end } of pieces(...deltas)) {
          expect(whole.slice(start, end)).toBe(text);
        }
      }),
    );
  });
});

describe("the voice's phonemes", () => {
  const word = (text: string, phonemes: string) =>
    toVoicePhonemes({ text, phonemes: Array.from(phonemes) });

  it('spell out diphthongs and lengthen stressed vowels', () => {
    expect(word('lower ', 'lˈOɜɹ ')).toBe('lˈoʊɚ ');
    expect(word('leaves ', 'lˈivz ')).toBe('lˈiːvz ');
    expect(word('brown ', 'bɹˈWn ')).toBe('bɹˈaʊn ');
    expect(word('bird', 'bˈɜɹd')).toBe('bˈɜːd');
    expect(word('four', 'fˈɔɹ')).toBe('fˈoːɹ');
    expect(word('water', 'wˈɔtɜɹ')).toBe('wˈɔːɾɚ');
    expect(word('attack', 'ətˈæk')).toBe('ətˈæk');
  });

  it('take the stress off function words', () => {
    expect(word('at ', 'ˈæt ')).toBe('æt ');
    expect(word('cat ', 'kˈæt ')).toBe('kˈæt ');
  });

  it('pad every symbol and leave out unknown ones', () => {
    expect(toIds('aX b', { _: 0, '^': 1, $: 2, a: 5, b: 6, ' ': 3 })).toEqual([
      1, 0, 5, 0, 3, 0, 6, 0, 2,
    ]);
  });
});
