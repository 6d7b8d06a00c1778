/**
 * Word errors of a transcript against what was said: lower case, punctuation dropped, accents kept, and numbers the
 * same whether written in digits or in words.
 */

const small = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  de: 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
  pt: 'zero um dois três quatro cinco seis sete oito nove dez onze doze',
};
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const smallNumbers = new Map(
  Object.entries(small).map(([language, words]) => [
    language,
    new Map(words.split(' ').map((word, value) => [word, value])),
  ]),
);

function englishNumber(words, start) {
  let total = 0;
  let part = 0;
  let end = start;
  for (; end < words.length; end++) {
    const word = words[end];
    const unit = smallNumbers.get('en').get(word);
    const ten = tens.indexOf(word);
    // "one two three" is counting, "twenty three" is one number.
    if (unit !== undefined && (end === start || (unit < 10 && part % 100 >= 20 && part % 10 === 0)))
      part += unit;
    else if (unit !== undefined && part % 100 === 0 && part > 0) part += unit;
    else if (ten >= 0 && (end === start || part % 100 === 0)) part += 20 + 10 * ten;
    else if (ten >= 0 && part >= 10 && part < 100) {
      // Years: "eighteen thirteen", "nineteen forty".
      part = part * 100 + 20 + 10 * ten;
    } else if (word === 'hundred' && end > start) part *= 100;
    else if (word === 'thousand' && end > start) {
      total += part * 1000;
      part = 0;
    } else if (unit !== undefined && unit >= 10 && part >= 10 && part < 20) part = part * 100 + unit;
    else break;
  }
  return { value: total + part, end };
}

function digits(words, language) {
  const known = smallNumbers.get(language);
  if (!known) return words;
  const result = [];
  for (let index = 0; index < words.length;) {
    const word = words[index];
    if (language === 'en' && (known.has(word) || tens.includes(word))) {
      const { value, end } = englishNumber(words, index);
      result.push(String(value));
      index = end;
    } else {
      // Only what is no article as well.
      const value = known.get(word);
      result.push(value !== undefined && value !== 1 ? String(value) : word);
      index += 1;
    }
  }
  return result;
}

/** @returns {string[]} the words that are compared */
export function comparableWords(text, language = 'en') {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/(\d)[.,](?=\d{3}\b)/g, '$1')
    .replace(/\bmr\b\.?/g, 'mister')
    .replace(/\bmrs\b\.?/g, 'missus')
    .replace(/(\p{L})'(\p{L})/gu, '$1$2')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return plain === '' ? [] : digits(plain.split(' '), language);
}

/** Fewest words to change, leave out or put in. */
export function wordErrors(said, heard) {
  let row = Array.from({ length: heard.length + 1 }, (_, index) => index);
  said.forEach((word, index) => {
    const next = [index + 1];
    heard.forEach((other, column) => {
      const change = row[column] + (word === other ? 0 : 1);
      next.push(Math.min(change, row[column + 1] + 1, next[column] + 1));
    });
    row = next;
  });
  return row[heard.length];
}

/**
 * Errors over words said, of clips that hold speech; and the words written where there is none.
 * @param {{ transcript: string, language: string, heard: string }[]} clips
 */
export function summarise(clips) {
  let errors = 0;
  let words = 0;
  let insertedWords = 0;
  for (const { transcript, language, heard } of clips) {
    const said = comparableWords(transcript, language);
    const got = comparableWords(heard, language);
    if (said.length === 0) insertedWords += got.length;
    else {
      errors += wordErrors(said, got);
      words += said.length;
    }
  }
  return { wer: words === 0 ? null : errors / words, errors, words, insertedWords };
}
