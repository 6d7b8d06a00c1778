/**
 * Which sentence of the texts given answers a question best: by the words that both share, rare ones first, and by whether
 * it holds what is asked for (a number, a day, a name). No model: it cannot make anything up, only point at the wrong place.
 */
import type { GivenText } from './given-text';
import { contentWords } from './content-words';

export interface Evidence {
  /** With the heading of its text, which may be what says of whom it is. */
  readonly sentence: string;
  /** About 0 to 1.2: how much of the question it meets. */
  readonly score: number;
}

/** Shares of a word's weight where it is not in the sentence itself, but near. */
const inHeading = 0.5;
const inSentenceBefore = 0.3;
const inSameText = 0.2;
const forWhatIsAsked = 0.15;
const longestHeadingWords = 6;

const counted =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|once|twice|twenty|thirty|forty|fifty|hundred|dozen|quarter|third|noon|midnight|free)\b/i;
const dated =
  /\d|\b((mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|morning|evening|noon|night|weekends?|daily|today|tomorrow)\b/i;
/** Not the first word, which every sentence writes large. */
const named = /(?<=[\p{L}\p{N},;:]\s)\p{Lu}\p{Ll}+|\b(Mr|Mrs|Ms|Dr)\b/u;
const wanted: readonly (readonly [asked: RegExp, held: RegExp])[] = [
  [
    /\bhow (many|much|long|old|far|often|wide|tall|high|deep|big|hot|cold|late|early|large|heavy|thick|fast|strong)\b|\b(what|which) (time|price|number|size|age|year|temperature|percentage|fee|room|floor)\b|\b(costs?|pay|price|fee|phone|age)\b/i,
    counted,
  ],
  [/\bwhen\b|\b(what|which) (day|month|date|evening|morning)\b/i, dated],
  [/\bwho(se|m)?\b/i, named],
];

const sentenceEnd = /[.!?…]+["'”’)\]]*(?=\s+["'“‘(]?[\p{Lu}\p{N}])/gu;
/** "Dr.", "No." and initials end none. */
const abbreviation =
  /(?:\b(?:Dr|Mr|Mrs|Ms|St|vs|etc|approx|No|tel|Tel|min|max|a\.m|p\.m)|\b\p{Lu}|\b[A-Za-z]\.[A-Za-z])\.$/u;

export function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const ends = [...line.matchAll(sentenceEnd)]
      .map(({ index, 0: mark }) => index + mark.length)
      .filter((end) => !abbreviation.test(line.slice(0, end)));
    return [0, ...ends]
      .map((start, index) => line.slice(start, ends[index]).trim())
      .filter(Boolean);
  });
}

interface Passage {
  readonly sentences: readonly string[];
  readonly words: readonly ReadonlySet<string>[];
  readonly hasHeading: boolean;
}

function passageOf(text: string): Passage {
  const sentences = sentencesOf(text);
  const [heading = ''] = sentences;
  const isShort = heading.split(/\s+/).length <= longestHeadingWords || heading.endsWith(':');
  return {
    sentences,
    words: sentences.map((sentence) => new Set(contentWords(sentence))),
    hasHeading: sentences.length > 1 && isShort,
  };
}

/** A word of the question that few sentences have says most. */
function weigh(question: string, passages: readonly Passage[]): Map<string, number> {
  const all = passages.flatMap(({ words }) => words);
  const weights = [...new Set(contentWords(question))].map((word) => {
    const having = all.filter((words) => words.has(word)).length;
    return [word, Math.log(1 + (all.length + 1) / (0.5 + having))] as const;
  });
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(weights.map(([word, weight]) => [word, weight / total]));
}

function shareOf(word: string, { words, hasHeading }: Passage, index: number): number {
  if (words[index]!.has(word)) return 1;
  if (hasHeading && words[0]!.has(word)) return inHeading;
  if (words[index - 1]?.has(word)) return inSentenceBefore;
  return words.some((own) => own.has(word)) ? inSameText : 0;
}

/** Null where nothing was given. */
export function bestEvidence({ passages, question }: GivenText): Evidence | null {
  const texts = passages.map(passageOf);
  const weights = weigh(question, texts);
  const asked = wanted.filter(([asks]) => asks.test(question));
  let best: Evidence | null = null;
  for (const text of texts) {
    const { sentences, hasHeading } = text;
    for (let index = hasHeading ? 1 : 0; index < sentences.length; index += 1) {
      const sentence = sentences[index]!;
      let score = 0;
      for (const [word, weight] of weights) score += weight * shareOf(word, text, index);
      for (const [, holds] of asked)
        score += holds.test(sentence) ? forWhatIsAsked : -forWhatIsAsked;
      if (best && score <= best.score) continue;
      best = { sentence: hasHeading ? `${sentences[0]} … ${sentence}` : sentence, score };
    }
  }
  return best;
}
