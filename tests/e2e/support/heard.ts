/** How near what was heard is to what was said. */
import { wordEdits } from '../../../scripts/lib/word-error-rate.js';
import { wordsOf } from '../../../src/domain/voice/echo';

export const words = (text: string | null) =>
  (text ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z\s]/g, '')
    .split(/\s+/)
    .filter(Boolean);

/** Letters to change, over those of `said`: a name that nobody could know how to spell is near by its sound, a number is one. */
export function lettersOff(said: string, heard: string | null): number {
  const letters = (text: string | null) =>
    wordsOf(text ?? '')
      .join('')
      .split('');
  return wordEdits(letters(said), letters(heard))! / letters(said).length;
}

/** The words of `said` that are not among those of `heard`. */
export function missed(said: string, heard: string | null): string[] {
  const among = new Set(words(heard));
  return words(said).filter((word) => !among.has(word));
}
