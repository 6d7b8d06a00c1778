/**
 * The language that the page speaks. It is set once, before any module that holds texts is evaluated (`begin.ts`): each of those
 * takes the translation of its area then, or else what is written in it, which is English.
 */
import type { Language } from '../../domain/languages';

/** What a translation of it is: other words and figures, of the same form. */
type Wording<Text> = Text extends string
  ? string
  : Text extends number
    ? number
    : Text extends (...given: infer Given) => infer Said
      ? (...given: Given) => Wording<Said>
      : Text extends object
        ? { readonly [Name in keyof Text]: Wording<Text[Name]> }
        : Text;

interface Spoken {
  readonly language: Language;
  /** By area, as `catalogue.ts` has them. */
  readonly texts: object;
}
let spoken: Spoken = { language: 'en', texts: {} };

export function speak(language: Language, texts: object): void {
  spoken = { language, texts };
}

/** What is said in parts that are fetched once they are wanted. */
export function speakMore(texts: object): void {
  spoken = { ...spoken, texts: { ...spoken.texts, ...texts } };
}

export const spokenLanguage = (): Language => spoken.language;

/** @param area the name by which `Catalogue` has it */
export function translated<const English extends object>(
  area: string,
  english: English,
): Wording<English> {
  // Each catalogue was checked against the English one where it is loaded.
  const texts = spoken.texts as Readonly<Record<string, Wording<English>>>;
  return texts[area] ?? (english as Wording<English>);
}
