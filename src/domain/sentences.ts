/**
 * Splits text that is still being written into what can be spoken: whole sentences, and for the very first piece a
 * clause, so that sound starts early. Joined again, the pieces are the text but for white space at their ends.
 */
const abbreviations =
  /(?:\b(?:Dr|Mr|Mrs|Ms|St|vs|etc|approx|No)|\b[A-Za-z]\.[A-Za-z]|\b(?:e\.g|i\.e))\.$/;
const sentenceEnd = /[.!?…]+["'”’)\]]*(?=\s)|\n/g;
const clauseEnd = /[,;:–—](?=\s)/g;
const firstClauseWords = 4;

const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

export class SentenceSplitter {
  #rest = '';
  #isFirst = true;

  /** Pieces that this delta completed. */
  push(delta: string): string[] {
    this.#rest += delta;
    const pieces: string[] = [];
    for (let end = this.#nextEnd(); end > 0; end = this.#nextEnd()) {
      this.#take(end, pieces);
    }
    return pieces;
  }

  /** What is left when nothing more will come. */
  end(): string[] {
    const pieces: string[] = [];
    this.#take(this.#rest.length, pieces);
    return pieces;
  }

  #take(end: number, pieces: string[]): void {
    const piece = this.#rest.slice(0, end).trim();
    this.#rest = this.#rest.slice(end);
    if (piece === '') return;
    pieces.push(piece);
    this.#isFirst = false;
  }

  #nextEnd(): number {
    const sentence = this.#sentenceEnd();
    if (!this.#isFirst) return sentence;
    const clause = this.#clauseEnd();
    return clause > 0 && (sentence === 0 || clause < sentence) ? clause : sentence;
  }

  #sentenceEnd(): number {
    for (const match of this.#rest.matchAll(sentenceEnd)) {
      const end = match.index + match[0].length;
      if (!abbreviations.test(this.#rest.slice(0, end))) return end;
    }
    return 0;
  }

  #clauseEnd(): number {
    for (const match of this.#rest.matchAll(clauseEnd)) {
      const end = match.index + 1;
      if (countWords(this.#rest.slice(0, end)) >= firstClauseWords) return end;
    }
    return 0;
  }
}
