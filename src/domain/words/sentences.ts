/**
 * Splits text that is still being written into what can be spoken: whole sentences, and before them a clause or a phrase
 * or two, so that sound starts early. Each piece knows its place in the text.
 */
export interface Piece {
  readonly text: string;
  /** Offsets into the whole text, white space at the ends left out. */
  readonly start: number;
  readonly end: number;
}

const abbreviations =
  /(?:\b(?:Dr|Mr|Mrs|Ms|St|vs|etc|approx|No)|\b[A-Za-z]\.[A-Za-z]|\b(?:e\.g|i\.e))\.$/;
const sentenceEnd = /[.!?…]+["'”’)\]]*(?=\s)|[。！？]+["'”’」』）]*|\n/g;
/** The number of a list's line ends no sentence. */
const listNumber = /(?:^|\n)\s*\d{1,3}\.$/;
const fence = /^[ \t]*```.*$/gm;
/** Not within a date: “On July 4, 1776, …”. */
const clauseEnd = /[,;:–—](?=\s)(?!(?<=\d,)\s\d)/g;
/** English words after which nobody breathes: they lean on what follows. */
const leaning =
  /\b(?:an?|the|my|your|his|her|its|our|their|this|that|these|those|it|he|she|they|we|you|i|there|what|which|who|is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|may|might|must|not|no|of|to|and|or|but|so|as|if|in|on|at|by|for|from|with|than|very|more)$/i;
/** Before these a speaker may breathe. */
const joint =
  /\s(?=(?:and|or|but|so|because|which|that|who|when|where|while|if|with|without|for|from|in|on|at|by|before|after|until|unless|into|through)\s)/gi;
/** Before these too, rather than say so many words in one breath. */
const lateJoint = /\s(?=(?:what|how|why|whether|than|to|about)\s)/gi;
/**
 * Before these too, after a subject of a few words. Nothing need follow: what a mind writes in one go is mostly a whole word, and
 * where it was but the beginning of one, the break before it is none that a listener minds.
 */
const verb =
  /\s(?=(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must)(?:\s|$))/gi;

/** Some of these are in nearly every English phrase, and in none of the languages whose other words are spelt as those above. */
const english = /\b(?:the|is|are|of|to|you|your|it|this|that|with|can)\b/i;

/** How many words a piece has at least that ends within its sentence. */
interface Opening {
  readonly clause: number;
  readonly phrase: number;
  readonly longPhrase: number;
  readonly subject: number;
}

/**
 * A mind writes several times as fast as a voice speaks: while a piece is spoken, one about twice as long can be written and its
 * sound made. After these there are only sentences.
 */
const openings: readonly Opening[] = [
  { clause: 3, phrase: 4, longPhrase: 6, subject: 3 },
  { clause: 6, phrase: 8, longPhrase: 12, subject: 8 },
];

const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

function* sentenceEnds(text: string): Generator<number> {
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    const before = text.slice(0, end);
    if (!abbreviations.test(before) && !listNumber.test(before)) yield end;
  }
}

/** Without the sentence that a text breaks off in. */
export function wholeSentences(text: string): string {
  // What may follow an end is not there any more.
  const end = [...sentenceEnds(`${text} `)].at(-1) ?? 0;
  return text.slice(0, end).trimEnd();
}

export class SentenceSplitter {
  #rest = '';
  #taken = 0;
  #count = 0;
  readonly #openings: readonly Opening[];

  /** @param mayBreak whether its beginning may be parted; where the rest would come late, a sentence is one piece */
  constructor(mayBreak = true) {
    this.#openings = mayBreak ? openings : [];
  }

  /** Of pieces given. */
  get count(): number {
    return this.#count;
  }

  /** Pieces that this delta completed. */
  push(delta: string): Piece[] {
    this.#rest += delta;
    const pieces: Piece[] = [];
    for (let end = this.#nextEnd(); end > 0; end = this.#nextEnd()) {
      this.#take(end, pieces);
    }
    return pieces;
  }

  /** What is left when nothing more will come. */
  end(): Piece[] {
    const pieces: Piece[] = [];
    this.#take(this.#rest.length, pieces);
    return pieces;
  }

  #take(end: number, pieces: Piece[]): void {
    const raw = this.#rest.slice(0, end);
    const text = raw.trim();
    const start = this.#taken + raw.length - raw.trimStart().length;
    this.#rest = this.#rest.slice(end);
    this.#taken += end;
    if (text === '') return;
    pieces.push({ text, start, end: start + text.length });
    this.#count += 1;
  }

  #nextEnd(): number {
    const code = this.#code();
    const end = this.#wordsEnd();
    // Code is one piece, however many lines it has; and none before it is whole.
    if (code && (end === 0 || end > code.start)) return code.start > 0 ? code.start : code.end;
    return end;
  }

  /** The first code block, which ends at 0 while it is not closed. */
  #code(): { start: number; end: number } | null {
    const [open, close] = [...this.#rest.matchAll(fence)];
    if (!open) return null;
    return { start: open.index, end: close ? close.index + close[0].length : 0 };
  }

  #wordsEnd(): number {
    const sentence = this.#sentenceEnd();
    const opening = this.#openings[this.#count];
    if (!opening) return sentence;
    const ends = [sentence, this.#clauseEnd(opening), this.#phraseEnd(opening)].filter(
      (end) => end > 0,
    );
    return ends.length === 0 ? 0 : Math.min(...ends);
  }

  #sentenceEnd(): number {
    for (const end of sentenceEnds(this.#rest)) return end;
    return 0;
  }

  #clauseEnd(least: Opening): number {
    for (const match of this.#rest.matchAll(clauseEnd)) {
      const end = match.index + 1;
      if (countWords(this.#rest.slice(0, end)) >= least.clause) return end;
    }
    return 0;
  }

  #phraseEnd(least: Opening): number {
    const endsAt = (places: RegExp, words: number) =>
      [...this.#rest.matchAll(places)].find(({ index }) => {
        const phrase = this.#rest.slice(0, index);
        return countWords(phrase) >= words && !leaning.test(phrase);
      })?.index ?? Infinity;
    const end = Math.min(
      endsAt(joint, least.phrase),
      endsAt(lateJoint, least.longPhrase),
      endsAt(verb, least.subject),
    );
    if (end === Infinity) return 0;
    // Only plain words are parted: half a link or half of what is bold cannot be read out.
    const isPlain = !/[*_`[\n]/.test(this.#rest.slice(0, end).trimStart());
    return isPlain && english.test(this.#rest) ? end : 0;
  }
}
