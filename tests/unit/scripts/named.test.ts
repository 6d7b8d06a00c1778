import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  areAkin,
  classOf,
  isRight,
  saysYes,
  seeded,
  whatItNames,
} from '../../../scripts/lib/named.js';

const table = JSON.parse(readFileSync('tests/eval/synonyms.json', 'utf8'));
const named = (folder: string, answer: string) => whatItNames(classOf(table, folder), answer);

describe('the name of what a photo shows', () => {
  it('counts in the plural, as everyday word, with a hyphen or in one', () => {
    for (const [folder, answer] of [
      ['ladybug', 'Two lady-bugs on a leaf.'],
      ['ladybug', 'It is a ladybird.'],
      ['tabby_cat', 'A tabby lies on a sofa.'],
      ['coffee_mug', 'A cup of coffee.'],
      ['acoustic_guitar', 'A man plays guitar.'],
      ['strawberry', 'Strawberries.'],
      ['carpenter_s_kit', 'This is a tool kit.'],
      ['crane', 'A crane at a building site'],
      ['border_collie', 'A black-and-white Border Collie'],
      ['plant_flower_sunflower', 'Sunflowers in a field'],
    ] as const) {
      expect(named(folder, answer), answer).toBe('name');
    }
  });

  it('is not its kind, nor a part of another word', () => {
    expect(named('beagle', 'A dog.')).toBe('kind');
    expect(named('african_hunting_dog', 'A dog.')).toBe('kind');
    expect(named('junco', 'A small bird on a branch')).toBe('kind');
    expect(named('ant', 'An elephant.')).toBe('other');
    expect(named('beagle', "I'm not sure what it is.")).toBe('unsure');
    expect(named('beagle', '')).toBe('other');
  });

  it('need not be known where the eye was never taught it', () => {
    const [taught, other] = [classOf(table, 'beagle'), classOf(table, 'coins')];
    expect([taught.isKnown, other.isKnown]).toEqual([true, false]);
    for (const answer of ['I cannot tell.', 'Something made of metal.', 'A coin.']) {
      expect(isRight(other, answer), answer).toBe(true);
    }
    expect(isRight(other, 'A pizza.')).toBe(false);
    expect(isRight(taught, 'A dog.')).toBe(false);
    expect(isRight(classOf(table, 'no_such_thing'), 'No such thing')).toBe(true);
  });
});

it('knows a yes from a no', () => {
  for (const yes of ['Yes.', 'Yes, there is no doubt.', 'There is a dog.', 'I can see one.']) {
    expect(saysYes(yes), yes).toBe(true);
  }
  for (const no of ['No.', 'There is no dog.', "There isn't one.", 'I do not see one.', 'A cat.']) {
    expect(saysYes(no), no).toBe(false);
  }
});

it('asks for nothing that may well be there', () => {
  const akin = (one: string, other: string) => areAkin(classOf(table, one), classOf(table, other));
  expect(akin('beagle', 'border_collie')).toBe(true);
  expect(akin('beagle', 'acoustic_guitar')).toBe(false);
});

it('draws the same numbers everywhere', () => {
  const random = seeded(7);
  expect([random(), random()].map((number) => number.toFixed(6))).toEqual(['0.011705', '0.061958']);
});
