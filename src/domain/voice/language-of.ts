/**
 * In which language something is that is to be said: by its script, or by the words that every sentence of a language has some of.
 * What is expected holds where the words do not tell otherwise. Of the languages that are written alike it knows those that a person can
 * say they speak; any other one with Latin letters is told only by being expected.
 */
const scripts: readonly (readonly [RegExp, string])[] = [
  // Japanese has Chinese characters too, and Chinese none of these.
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh ja yue'],
  [/\p{Script=Cyrillic}/gu, 'ru uk bg sr mk be kk tg mn tt ba'],
  [/\p{Script=Devanagari}/gu, 'hi mr ne sa'],
  [/\p{Script=Arabic}/gu, 'ar fa ur ps sd'],
  [/\p{Script=Hebrew}/gu, 'he yi'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Bengali}/gu, 'bn as'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
];
/** A name or a word that is spoken of may stand in another script. */
const leastOfScript = 1 / 3;
const ofOtherScripts = new Set(scripts.flatMap(([, languages]) => languages.split(' ')));

interface Latin {
  readonly words: ReadonlySet<string>;
  /** That none of the others has, or hardly ever. */
  readonly letters?: RegExp;
}
const latin = (words: string, letters?: RegExp): Latin => ({
  words: new Set(words.split(' ')),
  ...(letters && { letters }),
});
const written: Readonly<Record<string, Latin>> = {
  en: latin(
    'the a of no yes and to in is are was were it its that this these for on with as by at from or be been have has had can could will would should may not but if when which who what how there they you your i my we he she an than then so more some most',
  ),
  de: latin(
    'der die das und ist sind war waren ein eine einen einem einer des dem den im in am zu zur zum von vom mit für auf aus bei nach durch über unter nicht auch aber oder wenn weil dass wie was er sie es ich du wir ihr ihre seine man kann können wird werden hat haben sehr mehr nur noch sich als ja nein hier',
    /[äöüß]/,
  ),
  es: latin(
    'el la los las un una unos unas de del al y e o en con por para que es son era fue está están ser se su sus lo le no más muy como pero si cuando porque desde hasta entre sobre también hay puede pueden tiene este esta esto',
    /[ñ¿¡]/,
  ),
  fr: latin(
    'le la les un une des du de au aux et ou en dans avec pour par sur que qui est sont était ce cette ces il elle ils elles on nous vous je ne pas plus très comme mais si quand parce leur leurs son sa ses se peut peuvent être avoir oui non',
    /[çêîôœ]|è(?=\p{L})/u,
  ),
  it: latin(
    'il lo la i gli le un uno una di del della dei delle al alla e ed o in nel nella con per che è sono era si su non più molto come ma se quando perché da dal dalla questo questa anche può possono essere ha hanno',
    /[ìò]|\p{L}[èù]$/u,
  ),
  pt: latin(
    'o a os as um uma uns umas de do da dos das no na nos nas ao à e ou em com por para que é são era foi está estão ser se seu sua não mais muito como mas quando porque desde até entre sobre também há pode podem tem este esta isso',
    /[ãõ]/,
  ),
  nl: latin(
    'de het een van en in is zijn was waren op te met voor aan door uit bij naar niet ook maar of als dat die dit deze hoe wat er hij zij ze ik je jij wij we kan kunnen wordt worden heeft hebben meer zeer om dan nog zich geen ja nee',
    /ij(?=\p{L})/u,
  ),
  pl: latin(
    'i w z na do nie jest są był była to że się jak ale lub oraz od po przez przy dla o za co który która które może mogą ma mają być także bardzo tak ich jego jej tym tego',
    /[ąćęłńśźż]/,
  ),
  tr: latin(
    've bir bu da de için ile çok en gibi daha olan olarak ne ama veya değil var yok mi mı kadar sonra her şu o ki ise ya onun evet hayır',
    /[ğışİ]/,
  ),
};
/** So many more words of another language than of the one that is expected: one may be a name, or a word that is spoken of. */
const fewestMore = 2;

const share = (text: string, script: RegExp, letters: number) =>
  (text.match(script)?.length ?? 0) / letters;

/** @param expected and the languages told are BCP 47 primary tags */
export function languageOf(text: string, expected: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return expected;
  for (const [script, languages] of scripts) {
    if (share(text, script, letters) <= leastOfScript) continue;
    const [usual, ...others] = languages.split(' ') as [string, ...string[]];
    return others.includes(expected) ? expected : usual;
  }
  return latinLanguageOf(text, ofOtherScripts.has(expected) ? 'en' : expected);
}

function latinLanguageOf(text: string, expected: string): string {
  const words = text.toLowerCase().match(/[¿¡]|[\p{L}\p{M}]+/gu) ?? [];
  const count = ({ words: known, letters }: Latin) =>
    words.filter((word) => known.has(word) || letters?.test(word)).length;
  const expectedWords = written[expected];
  // Of what is not known, what it has in common with its kin would tell nothing.
  const others = expectedWords ? written : { en: written.en! };
  let best = expected;
  let most = (expectedWords ? count(expectedWords) : 0) + fewestMore - 1;
  for (const [language, words] of Object.entries(others)) {
    const found = language === expected ? 0 : count(words);
    if (found > most) [best, most] = [language, found];
  }
  return best;
}
