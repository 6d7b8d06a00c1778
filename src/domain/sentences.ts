/**
 * Splits text that is still being written into what can be spoken: whole sentences, and for the very first piece a
 * clause or a phrase, so that sound starts early. Each piece knows its place in the text.
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
const clauseEnd = /[,;:–—](?=\s)/g;
const firstClauseWords = 4;
/** English words before which a speaker may breathe. */
const joint =
  /\s(?=(?:and|or|but|so|because|which|that|who|when|where|while|if|with|without|for|from|in|on|at|by|before|after|until|unless|into|through)\s)/gi;
/** Shorter, the sound of the rest would not be ready when the phrase has been spoken. */
const firstPhraseWords = 6;

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
  #mayBreak: boolean;

  /** @param mayBreak whether the first sentence may be parted; where its rest would come late, it is one piece */
  constructor(mayBreak = true) {
    this.#mayBreak = mayBreak;
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
    this.#mayBreak = false;
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
    if (!this.#mayBreak) return sentence;
    const ends = [sentence, this.#clauseEnd(), this.#phraseEnd()].filter((end) => end > 0);
    return ends.length === 0 ? 0 : Math.min(...ends);
  }

  #sentenceEnd(): number {
    for (const end of sentenceEnds(this.#rest)) return end;
    return 0;
  }

  #clauseEnd(): number {
    for (const match of this.#rest.matchAll(clauseEnd)) {
      const end = match.index + 1;
      if (countWords(this.#rest.slice(0, end)) >= firstClauseWords) return end;
    }
    return 0;
  }

  /** Only plain words are parted: half a link or half of what is bold cannot be read out. */
  #phraseEnd(): number {
    for (const { index } of this.#rest.matchAll(joint)) {
      const phrase = this.#rest.slice(0, index);
      if (/[*_`[\n]/.test(phrase.trimStart())) return 0;
      if (countWords(phrase) >= firstPhraseWords) return index;
    }
    return 0;
  }
}
