/**
 * In which language that is not English a question is put: by its script, or by the small words of the other languages of the
 * interface, two of them, or one beside a letter or a mark that English has not. A mind that knows only English answers it with
 * nonsense, and who asked is told why. In doubt it is English.
 */
import type { Language } from '../languages';

const scripts: readonly (readonly [RegExp, Language | 'other'])[] = [
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, 'other'],
  [/\p{Script=Han}/gu, 'zh'],
  [/(?!\p{Script=Latin})\p{L}/gu, 'other'],
];
/** A name or a word that is asked about may stand in another script. */
const leastOfScript = 1 / 3;

const asSet = (words: string) => new Set(words.split(' '));
interface Small {
  /** None of these is an English word or a name, too; but some are of several of these languages. */
  readonly own: ReadonlySet<string>;
  /** These are English words, names or titles, too, or stand in some: they count beside one of its own, or three together. */
  readonly shared: ReadonlySet<string>;
  /** Letters and marks that English has in few words, all of them names or borrowed. */
  readonly sign: RegExp;
}
const small: readonly (readonly [Language, Small])[] = [
  [
    'de',
    {
      own: asSet(
        'und ist nicht wie ich sie eine einen einem einer zur wer wo warum wieso wann welche welcher welches wieviel viele kannst können bitte meine sind wird werden habe haben schreibe gibt geht heißt auch aber wenn dass mich',
      ),
      shared: asSet(
        'der das du ein dem mit für auf von zu zum viel kann mein dein über oder mir dir',
      ),
      sign: /[äöüß]/i,
    },
  ],
  [
    'es',
    {
      own: asSet(
        'qué cómo cuál cuánto cuánta cuántos cuántas dónde cuándo quién está están puedo puedes porque muy más escribe',
      ),
      shared: asSet('el los las una unos por para con del es son hay mi tu su sobre pero dime que'),
      sign: /[¿¡ñáéíóú]/i,
    },
  ],
  [
    'fr',
    {
      own: asSet(
        'quel quelle quels quelles qui où pourquoi combien quand avec dans nous vous elles mais peux peut puis écris cette',
      ),
      shared: asSet(
        'le les une des du est sont que quoi comment sur je tu il elle mon ma mes ton ce et ou faire fait moi pas qu',
      ),
      sign: /[àâçèéêëîïôœùû]|\p{L}\s[?!]/iu,
    },
  ],
  [
    'pt',
    {
      own: asSet(
        'qual quais quanto quanta quantos quantas onde quando quem está estão posso pode muito não escreva você porque',
      ),
      shared: asSet(
        'os uma uns que para como com é são há por meu minha seu sua sobre mas mais eu dos das na nos',
      ),
      sign: /[ãõâáàéêíóôúç]/i,
    },
  ],
];
/** What a question begins with counts for two. */
const opening = asSet(
  'wie warum wieso wann wer welche welcher welches wieviel schreibe escribe quel quelle quels quelles pourquoi combien écris quais quanto quanta quantos quantas onde quando quem escreva',
);
/** One is a name, or a word that is asked about. */
const fewest = 2;
const fewestShared = 3;
/** Letters that no other of them has. */
const only: Partial<Record<Language, RegExp>> = { de: /[äöüß]/i, es: /ñ/i, pt: /[ãõ]/i };
const english = asSet(
  'the of to for is are am was what how does you your it that this these with and can i my why when where who which please have has from write tell about a an in on if there',
);

const score = (words: readonly string[], known: ReadonlySet<string>) =>
  words.filter((word) => known.has(word)).length;

function scoreOf(words: readonly string[], { own, shared }: Small): number {
  const [first = ''] = words;
  // “Como” is a lake, too, but not before anything else.
  const isOpening = first === 'como' && shared.has(first);
  const owned = score(words, own);
  const others = score(words, shared);
  if (owned === 0) return others >= fewestShared ? others : Number(isOpening);
  return owned + others + (own.has(first) && opening.has(first) ? 1 : 0);
}

/** Null for English, and where nothing tells. `other` for one that the interface does not speak. */
export function otherLanguageOf(text: string): Language | 'other' | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of scripts) {
    if ((text.match(script)?.length ?? 0) > leastOfScript * letters) return language;
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (/^[^\p{L}]*[¿¡]/u.test(text)) return 'es';
  let best: readonly [Language, number] | null = null;
  for (const [language, known] of small) {
    const found = scoreOf(words, known);
    const isEnough = found >= fewest || (found > 0 && known.sign.test(text));
    const isSure = found > 0 && only[language]?.test(text);
    if (isEnough && (isSure || found > (best?.[1] ?? 0))) best = [language, found];
  }
  return best && best[1] > score(words, english) ? best[0] : null;
}
