/**
 * Which sentences of the texts given answer a question best: by the words that they share with it, rare ones first, by
 * whether they hold what is asked for, and by how near they are to it in meaning, where that was computed. A mind's answer
 * helps to find its sentence. Nothing here can make anything up, only point at the wrong place.
 */
import { scoreOfKind } from './asked-for';
import { contentWords } from '../words/content-words';
import type { GivenText } from './text';

export interface Evidence {
  /** With the heading of its text, which may be what says of whom it is. */
  readonly sentence: string;
  /** Without that heading. */
  readonly itself: string;
  /** With the sentence before it, too, and the heading or the greeting: what it may be about. */
  readonly context: string;
  /** About 0 to 1.2: how much of the question it meets, whatever was answered. */
  readonly score: number;
  /** Null where it was not compared. */
  readonly nearness: number | null;
}

/** Of each sentence, with its heading, how near it is to the question in meaning: a cosine. */
export type Nearness = ReadonlyMap<string, number>;

export interface Helps {
  /** Of a mind, right or wrong: empty where it gave none. */
  readonly answer?: string;
  readonly near?: Nearness | null;
}

/** Shares of a word's weight where it is not in the sentence itself, but near. */
const inHeading = 0.5;
const inSentenceBefore = 0.3;
const inSameText = 0.2;
const ofAnswer = 0.3;
const ofNearness = 1;
/** The rest of a long text is told by its words alone: each takes the encoder a moment. */
const mostCompared = 24;
const longestHeadingWords = 6;
/** With one, it is the first of a list: “Monday to Friday: 7:00 - 18:30”. */
const figure = /\d/;
/** Says nothing of what stands below it. */
const greeting = /^(dear|hello|hi|hey)\b/i;
const longestHeadingLetters = 80;
/** Of a text without any stops: more is no sentence, and would be read aloud to its end. */
const longestSentenceLetters = 400;

const sentenceEnd = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s+["'“‘(]?[\p{Lu}\p{N}])/gu;
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
      .filter(Boolean)
      .flatMap(inPieces);
  });
}

/** At spaces, where there are any. */
function inPieces(sentence: string): string[] {
  if (sentence.length <= longestSentenceLetters) return [sentence];
  const space = sentence.lastIndexOf(' ', longestSentenceLetters);
  const end = space > 0 ? space : longestSentenceLetters;
  return [sentence.slice(0, end), ...inPieces(sentence.slice(end).trim())];
}

interface Passage {
  readonly sentences: readonly string[];
  readonly words: readonly ReadonlySet<string>[];
  readonly anyWords: ReadonlySet<string>;
  readonly hasHeading: boolean;
}

function passageOf(text: string): Passage {
  const sentences = sentencesOf(text);
  const [heading = ''] = sentences;
  const isShort =
    heading.length <= longestHeadingLetters &&
    (heading.split(/\s+/).length <= longestHeadingWords || heading.endsWith(':'));
  return {
    sentences,
    words: sentences.map((sentence) => new Set(contentWords(sentence))),
    anyWords: new Set(contentWords(text)),
    hasHeading: sentences.length > 1 && isShort && (heading.endsWith(':') || !figure.test(heading)),
  };
}

type Weights = readonly (readonly [word: string, weight: number])[];

/** A word that few sentences have says most. All of them together weigh 1. */
function weigh(words: readonly string[], passages: readonly Passage[]): Weights {
  const all = passages.flatMap(({ words }) => words);
  const weights = [...new Set(words)].map((word) => {
    const having = all.filter((own) => own.has(word)).length;
    return [word, Math.log(1 + (all.length + 1) / (0.5 + having))] as const;
  });
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return weights.map(([word, weight]) => [word, weight / total]);
}

function shareOf(word: string, { words, anyWords, hasHeading }: Passage, index: number): number {
  if (words[index]!.has(word)) return 1;
  if (hasHeading && words[0]!.has(word)) return inHeading;
  if (words[index - 1]?.has(word)) return inSentenceBefore;
  return anyWords.has(word) ? inSameText : 0;
}

const sum = (weights: Weights, share: (word: string) => number) =>
  weights.reduce((total, [word, weight]) => total + weight * share(word), 0);

/** The sentences that are worth a look at what they mean, as `Evidence.sentence` has them. */
export function sentencesToCompare(given: GivenText): string[] {
  const sentences = evidenceFor(given).map(({ sentence }) => sentence);
  return [...new Set(sentences)].slice(0, mostCompared);
}

/** Best first. */
export function evidenceFor(
  { passages, question }: GivenText,
  { answer = '', near = null }: Helps = {},
): Evidence[] {
  const texts = passages.map(passageOf);
  const asked = contentWords(question);
  const ofQuestion = weigh(asked, texts);
  const answered = contentWords(answer).filter((word) => !asked.includes(word));
  const ofReply = weigh(answered, texts);
  const kindOf = scoreOfKind(question);
  return texts
    .flatMap((text) => {
      const { sentences, words, hasHeading } = text;
      const isHeaded = hasHeading && !greeting.test(sentences[0]!);
      return sentences.flatMap((itself, index) => {
        if (index === 0 && hasHeading) return [];
        const sentence = isHeaded ? `${sentences[0]} … ${itself}` : itself;
        const score = sum(ofQuestion, (word) => shareOf(word, text, index)) + kindOf(itself);
        const nearness = near?.get(sentence) ?? null;
        const order =
          score +
          ofNearness * (nearness ?? 0) +
          ofAnswer * sum(ofReply, (word) => Number(words[index]!.has(word)));
        const context = [sentences[0]!, sentences[index - 1] ?? '', itself].join(' ');
        return [{ sentence, itself, context, score, nearness, order }];
      });
    })
    .sort((a, b) => b.order - a.order)
    .map(({ order: _, ...evidence }) => evidence);
}
