import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../../scripts/lib/paths.js';
import { toBritishPhonemes } from '../../../../src/engine/speech/mouth/british';
import { English } from '../../../../src/engine/speech/mouth/english';
import { toTokens } from '../../../../src/engine/speech/mouth/kokoro-tokens';

const dictionary = readFileSync(join(root, 'models/kokoro/dictionaries/en-gb.txt'), 'utf8');
const lines = dictionary.split('\n').filter((line) => line !== '' && !line.startsWith(';;;'));
let english: English;

beforeAll(async () => {
  // The American words that are not among the British ones, as the page has them.
  english = await new English().inAccent('HINCKLEY\thˈɪŋkli\nAY\tˈA\nWATER\twˈɔtɜɹ\n');
  english = await english.inAccent(dictionary);
});

const said = (text: string) => toBritishPhonemes(english.words(text)).join('').trim();

describe('British phonemes', () => {
  it('are taken in by parts, and no further once nobody waits for them', async () => {
    const stop = new AbortController();
    const reading = english.inAccent(dictionary, { signal: stop.signal });
    stop.abort();
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
  });

  it('leave the words that an accent has none for as they were, whatever their ending', () => {
    expect(said('Hinckley, Hinckleys')).toBe('hˈɪŋkli, hˈɪŋklis');
  });

  it('say words that JavaScript has a meaning for', () => {
    expect(said('a constructor')).toBe('ɐ kənstɹˈʌktə');
  });

  it('are those of the British dictionary', () => {
    expect(said('water bath lot tomato better')).toBe('wˈɔːtə bˈɑːθ lˈɒt təmˈɑːtQ bˈɛtə');
  });

  it('say articles and "to" weakly, and otherwise before a vowel', () => {
    expect(said('the leaves')).toBe('ðə lˈiːvz');
    expect(said('the apple')).toBe('ði ˈapᵊl');
    expect(said('a leaf')).toBe('ɐ lˈiːf');
    expect(said('to eat')).toBe('tʊ ˈiːt');
    expect(said('to water')).toBe('tə wˈɔːtə');
  });

  it('say "to" strongly before a pause', () => {
    expect(said('What I listen to.')).toBe('wˌɒt I lˈɪsᵊn tuː.');
    expect(said('to water, to')).toBe('tə wˈɔːtə, tuː');
  });

  it('hear a vowel behind a quotation mark, and keep the mark', () => {
    expect(said("the 'apple'")).toBe("ði ˈapᵊl'");
    expect(said('the "apple"')).toBe('ði "ˈapᵊl"');
    expect(said('"the (leaf)"')).toBe('"ðə (lˈiːf)"');
  });

  it('tell the letter from the article', () => {
    expect(said('Vitamin A is in a leaf.')).toBe('vˈɪtəmɪn ˈA ɪz ɪn ɐ lˈiːf.');
    expect(said("A leaf, the 'A', an A.")).toBe("ɐ lˈiːf, ði ˈA', ɐn ˈA.");
    expect(said('At 7 a.m. a leaf')).not.toContain('ˈA');
    expect(said('She read A Tale of Two Cities.')).not.toContain('ˈA ');
  });

  it.each([
    ['car', 'kˈɑɹ', 'kˈɑː'],
    ['carry', 'kˈɛɹi', 'kˈɛɹi'],
    ['borden', 'bˈɔɹdən', 'bˈɔːdən'],
    ['murphy', 'mˈɜɹfi', 'mˈɜːfi'],
    ['weber', 'wˈɛbɜɹ', 'wˈɛbə'],
    ['brody', 'bɹˈOdi', 'bɹˈQdi'],
    ['hatch', 'hˈæʧ', 'hˈaʧ'],
    ['todd', 'tˈɑd', 'tˈɒd'],
    ['wall', 'wˈɔl', 'wˈɔːl'],
    ['reed', 'ɹˈid', 'ɹˈiːd'],
    ['pierce', 'pˈɪɹs', 'pˈɪəs'],
    ['oral', 'ˈɔɹəl', 'ˈɔːɹəl'],
  ])('put what is American into their accent: %s', (text, phonemes, british) => {
    expect(toBritishPhonemes([{ text, phonemes: Array.from(phonemes) }])).toEqual([british]);
  });

  it('leave the dictionary as it is, but for words of grammar', () => {
    const changed = lines.filter((line) => {
      const [word = '', phonemes = ''] = line.split('\t');
      const [british] = toBritishPhonemes([{ text: word, phonemes: Array.from(phonemes) }]);
      return british !== phonemes;
    });
    expect(lines.length).toBeGreaterThan(200_000);
    expect(changed.length / lines.length).toBeLessThan(0.01);
  });

  it('have a token each', () => {
    const symbols = new Set(lines.flatMap((line) => Array.from(line.split('\t')[1]!)));
    expect(symbols.size).toBeGreaterThan(40);
    for (const symbol of symbols) expect(toTokens(symbol), symbol).toHaveLength(1);
  });
});
