/**
 * In which language that is not English a question is put: by its script, or by the small words of the other languages of the
 * interface. A mind that knows only English answers it with nonsense, and who asked is told why. In doubt it is English.
 */
import type { Language } from './languages';

const scripts: readonly (readonly [RegExp, Language | 'other'])[] = [
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, 'other'],
  [/\p{Script=Han}/gu, 'zh'],
  [/(?!\p{Script=Latin})\p{L}/gu, 'other'],
];
/** A name or a word that is asked about may stand in another script. */
const leastOfScript = 1 / 3;

const asSet = (words: string) => new Set(words.split(' '));
/** None of them is an English word, too; but some are of several of these languages. */
const small: readonly (readonly [Language, ReadonlySet<string>])[] = [
  [
    'de',
    asSet(
      'der das und ist nicht wie ich du sie ein eine einen einem einer dem mit für auf von zu zum zur wer wo warum wieso wann welche welcher welches wieviel viel viele kann kannst können bitte mein meine dein sind wird werden habe haben schreibe gibt geht heißt über auch oder aber wenn dass mich mir dir',
    ),
  ],
  [
    'es',
    asSet(
      'el los las una unos que qué cómo cuál cuánto cuánta cuántos cuántas dónde cuándo quién por para con del es está están son hay puedo puedes mi tu su sobre pero porque muy más escribe dime',
    ),
  ],
  [
    'fr',
    asSet(
      'le les une des du est sont que quoi quel quelle quels quelles qui où comment pourquoi combien quand avec dans sur je tu il elle nous vous mon ma mes ton ce cette et ou mais peux peut puis faire fait écris moi pas qu est-ce',
    ),
  ],
  [
    'pt',
    asSet(
      'os uma uns que qual quais quanto quanta quantos quantas onde quando quem como por para com é são está estão há posso pode meu minha seu sua sobre mas porque muito mais não escreva você eu dos das na nos',
    ),
  ],
];
const english = asSet(
  'the of to for is are am was what how does you your it that this these with and can i my why when where who which please have has from write tell about a an in on if there',
);

const score = (words: readonly string[], known: ReadonlySet<string>) =>
  words.filter((word) => known.has(word)).length;

/** Null for English, and where nothing tells. `other` for one that the interface does not speak. */
export function otherLanguageOf(text: string): Language | 'other' | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of scripts) {
    if ((text.match(script)?.length ?? 0) > leastOfScript * letters) return language;
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: readonly [Language, number] | null = null;
  for (const [language, known] of small) {
    const found = score(words, known);
    if (found > (best?.[1] ?? 0)) best = [language, found];
  }
  // Spanish has signs, Portuguese and German letters, that no other of them has.
  const sign = /[¿¡ñ]/i.test(text)
    ? 'es'
    : /[ãõ]/i.test(text)
      ? 'pt'
      : /[äöüß]/i.test(text)
        ? 'de'
        : null;
  if (
    sign &&
    best &&
    best[0] !== sign &&
    score(words, small.find(([each]) => each === sign)![1]) > 0
  )
    best = [sign, best[1]];
  return best && best[1] > score(words, english) ? best[0] : null;
}
