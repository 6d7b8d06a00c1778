import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { root } from '../../../../scripts/lib/paths.js';
import { toKokoroPhonemes } from '../../../../src/engine/speech/mouth/kokoro-phonemes';
import {
  mostTokens,
  piecesOf,
  toTokens,
  withPads,
} from '../../../../src/engine/speech/mouth/kokoro-tokens';

const word = (text: string, phonemes: string) =>
  toKokoroPhonemes({ text, phonemes: Array.from(phonemes) });

describe("Kokoro's phonemes", () => {
  it('are those of the dictionary where they are the same', () => {
    expect(word('leaves ', 'lˈivz ')).toBe('lˈivz ');
    expect(word('brown, ', 'bɹˈWn, ')).toBe('bɹˈWn, ');
    expect(word('bird', 'bˈɜɹd')).toBe('bˈɜɹd');
  });

  it('weaken the vowel before r that has no stress, and tap a t between vowels', () => {
    expect(word('lower ', 'lˈOɜɹ ')).toBe('lˈOəɹ ');
    expect(word('water', 'wˈɔtɜɹ')).toBe('wˈɔTəɹ');
    expect(word('party', 'pˈɑɹti')).toBe('pˈɑɹTi');
    expect(word('attack', 'ətˈæk')).toBe('ətˈæk');
  });

  it('take the stress off function words, and say the article weakly', () => {
    expect(word('at ', 'ˈæt ')).toBe('æt ');
    expect(word('a ', 'ə ')).toBe('ɐ ');
    expect(word('A ', 'ˈA ')).toBe('ɐ ');
  });
});

describe("Kokoro's tokens", () => {
  it('are the ids of its own table, between pads', () => {
    // "Hello world!"
    expect(withPads(toTokens('həlˈO wˈɜɹld!'))).toEqual([
      0, 50, 83, 54, 156, 31, 16, 65, 156, 87, 123, 54, 46, 5, 0,
    ]);
  });

  it('know every symbol of the dictionary', () => {
    const path = 'node_modules/@met4citizen/headtts/dictionaries/en-us.txt';
    const symbols = new Set(
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .filter((line) => !line.startsWith(';;;'))
        .flatMap((line) => Array.from(line.split('\t')[1]?.trim() ?? '')),
    );
    expect(symbols.size).toBeGreaterThan(30);
    for (const symbol of symbols) expect(toTokens(symbol), symbol).toHaveLength(1);
  });

  it('leave out what the model does not know', () => {
    expect(toTokens("g-'z*")).toEqual(toTokens('z'));
  });
});

describe('a text cut for Kokoro', () => {
  it('stays whole while it is short', () => {
    expect(piecesOf(['wˈʌn ', 'tˈu.'])).toEqual([toTokens('wˈʌn tˈu.')]);
  });

  it('is cut after the last pause, else between words', () => {
    const long = Array<string>(10).fill('nˈʌmbəɹz ');
    const pieces = piecesOf([...long, 'stˈɑp, ', ...long, ...long]);
    expect(pieces[0]).toEqual(toTokens(`${long.join('')}stˈɑp, `));
    const unbroken = piecesOf(Array<string>(45).fill('nˈʌmbəɹz '));
    expect(unbroken.length).toBe(3);
    for (const piece of unbroken) expect(piece.at(-1)).toBe(16);
  });

  it('says nothing for marks alone', () => {
    expect(piecesOf(['… ', '— ', '!'])).toEqual([]);
  });

  it('loses nothing and never is too long, whatever comes', () => {
    const someWord = fc.stringMatching(/^[bdfˈəɪ]{0,700}[.,]? ?$/);
    fc.assert(
      fc.property(fc.array(someWord, { maxLength: 30 }), (words) => {
        const pieces = piecesOf(words);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(mostTokens);
        const said = (tokens: number[]) => tokens.filter((token) => token > 16);
        expect(said(pieces.flat())).toEqual(said(words.flatMap(toTokens)));
      }),
      { numRuns: 60 },
    );
  });
});
