/** Numbers as they are written and as they are said in English: "1,250", "3.5", "twenty-three", "two and a half". */

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };
const small = new Map([
  ...ones.map((word, value) => [word, value] as const),
  ...tens.map((word, at) => [word, 20 + 10 * at] as const),
]);

const word = `(?:${[...small.keys()].sort((a, b) => b.length - a.length).join('|')}|a hundred|hundred|a thousand|${Object.keys(scales).join('|')})`;
const inWords = `${word}(?:(?: and |-| )${word})*`;
const inDigits = '\\d{1,15}(?:\\.\\d{1,9})?';
/** Of lower case without commas between digits. */
export const numberPattern = `(?:${inDigits}|${inWords})(?: and a half)?`;

/** What stands for it in figures; NaN of what is no number. */
export function numberOf(text: string): number {
  const [, whole = '', half] = /^(.*?)( and a half)?$/.exec(text.trim())!;
  const value = /^[\d.]+$/.test(whole) ? Number(whole) : fromWords(whole);
  return value + (half ? 0.5 : 0);
}

function fromWords(text: string): number {
  let sum = 0;
  let group = 0;
  for (const each of text.split(/[\s-]+/)) {
    if (each === 'and' || each === 'a') continue;
    const scale = scales[each];
    if (each === 'hundred') group = (group || 1) * 100;
    else if (scale !== undefined) {
      sum += (group || 1) * scale;
      group = 0;
    } else group += small.get(each) ?? NaN;
  }
  return text === '' ? NaN : sum + group;
}
