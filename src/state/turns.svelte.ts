/** What is read, written and heard at the moment. A turn that another has followed changes nothing any more. */
import type { Piece } from '../domain/words/sentences';

/** Its signal's reason says how it ended: `stop`, talked over (`barge-in`), or `removed` with its question. */
export type Turn = AbortController;

export interface SpokenPlace extends Piece {
  readonly messageId: string;
}

export class Turns {
  #now: Turn | null = null;
  #ahead: AbortController | null = null;
  /** The question, as far as it was known when that was begun; of what was only read, after the place where it is asked. */
  #aheadOf = '';
  /** Its answer was begun too, which is of use to that question alone. */
  #isBegun = false;
  #answering = $state(false);
  #voicing = $state(false);
  #read = $state<number | null>(null);
  #speaking = $state.raw<SpokenPlace | null>(null);
  #brokeOff: SpokenPlace | null = null;
  #unspoken = $state<string | null>(null);
  #unlengthened = $state<string | null>(null);
  #playing = $state<string | null>(null);
  #toReadOut = $state('');

  /** An answer is being written. */
  get answering(): boolean {
    return this.#answering;
  }
  /** What is written of it is spoken, and not heard to its end: also before its first sound. */
  get voicing(): boolean {
    return this.#voicing;
  }
  /** How much of the conversation the mind has read before it answers, 0 to 1, where that takes a while. */
  get read(): number | null {
    return this.#read;
  }
  /** The sentence that is being heard. */
  get speaking(): SpokenPlace | null {
    return this.#speaking;
  }
  /** The sentence that was being heard when the voice last stopped before its end. */
  get brokeOff(): SpokenPlace | null {
    return this.#brokeOff;
  }
  /** The answer, by its message, of which not all could be spoken. */
  get unspoken(): string | null {
    return this.#unspoken;
  }
  /** The answer, by its message, that was gone on with and had come to its end before. */
  get unlengthened(): string | null {
    return this.#unlengthened;
  }
  /** The recording that is being heard, by its attachment. */
  get playing(): string | null {
    return this.#playing;
  }
  /** An answer that is not spoken, once it is whole: a screen reader reads it out. */
  get toReadOut(): string {
    return this.#toReadOut;
  }

  /** @param signal ends it, with its reason */
  begin(signal?: AbortSignal): Turn {
    const turn = new AbortController();
    // What was read ahead of it ends with it: a stop must not wait for that.
    const ahead = this.#ahead;
    turn.signal.addEventListener('abort', () => ahead?.abort(), { once: true });
    this.#ahead = null;
    if (signal?.aborted) turn.abort(signal.reason);
    signal?.addEventListener('abort', () => turn.abort(signal.reason), { once: true });
    this.#now = turn;
    this.#answering = false;
    this.#voicing = false;
    this.#unspoken = null;
    this.#unlengthened = null;
    return turn;
  }

  beginAnswer(signal?: AbortSignal): Turn {
    const turn = this.begin(signal);
    this.#answering = true;
    return turn;
  }

  isNow(turn: Turn): boolean {
    return this.#now === turn;
  }

  /** @param share null once it is read */
  readUpTo(turn: Turn, share: number | null): void {
    if (this.isNow(turn)) this.#read = share;
  }

  /** Its answer is written; it may still be heard. */
  written(turn: Turn): void {
    if (!this.isNow(turn)) return;
    this.#answering = false;
    this.#read = null;
  }

  readOut(turn: Turn, words: string): void {
    if (this.isNow(turn)) this.#toReadOut = words;
  }

  mark(turn: Turn, messageId: string, piece: Piece | null): void {
    if (!this.isNow(turn)) return;
    this.#speaking = piece && !turn.signal.aborted ? { ...piece, messageId } : null;
    if (!turn.signal.aborted) this.#brokeOff = this.#speaking;
  }

  miss(turn: Turn, messageId: string): void {
    if (this.isNow(turn)) this.#unspoken = messageId;
  }

  addNothing(turn: Turn, messageId: string): void {
    if (this.isNow(turn)) this.#unlengthened = messageId;
  }

  voice(turn: Turn, voicing: boolean): void {
    if (this.isNow(turn)) this.#voicing = voicing && !turn.signal.aborted;
  }

  play(turn: Turn, attachmentId: string | null): void {
    if (this.isNow(turn)) this.#playing = attachmentId;
  }

  /**
   * Begins to read the conversation before its next question is asked, unless that is begun with as much of the question.
   * What was read stays read where one that has more of it takes over.
   * @param of names the mind and the message that the question will follow, and ends with as much of it as is known
   */
  readAhead(
    of: string,
    read: (signal: AbortSignal, onReading: (share: number) => void) => Promise<void>,
  ): void {
    const isRead = this.#ahead && !this.#isBegun && this.#aheadOf.startsWith(of);
    if (this.#answering || isRead) return;
    const signal = this.#newAhead(of, false);
    // A question may have to wait for it.
    const tell = (share: number | null) => {
      if (!signal.aborted) this.#read = share;
    };
    // What failed is read again when it is wanted next.
    read(signal, tell)
      .catch(() => {
        if (!signal.aborted) this.#ahead = null;
      })
      .finally(() => tell(null));
  }

  /** Begins the answer to a question before it is asked, unless that one's is begun. */
  beginAhead(question: string, begin: (signal: AbortSignal) => void): void {
    const isBegun = this.#ahead && this.#isBegun && this.#aheadOf === question;
    if (!this.#answering && !isBegun) begin(this.#newAhead(question, true));
  }

  /** The answer that was begun is not wanted. What was only read stays of use. */
  dropAhead(): void {
    if (this.#isBegun) this.#endAhead();
  }

  #endAhead(): void {
    this.#ahead?.abort();
    this.#ahead = null;
  }

  #newAhead(of: string, isBegun: boolean): AbortSignal {
    this.#ahead?.abort();
    this.#ahead = new AbortController();
    this.#read = null;
    this.#aheadOf = of;
    this.#isBegun = isBegun;
    return this.#ahead.signal;
  }

  /** @param readingOn what is being read ahead is the beginning of what comes next */
  halt(reason: 'stop' | 'removed', { readingOn = false } = {}): void {
    this.#now?.abort(reason);
    if (!readingOn) {
      this.#endAhead();
      this.#read = null;
    }
    this.#toReadOut = '';
    this.#voicing = false;
    this.#speaking = null;
    this.#playing = null;
  }

  /** Talked over: what was read ahead of the next question stays of use. */
  interrupt(): void {
    this.#now?.abort('barge-in');
    this.dropAhead();
    this.#voicing = false;
    this.#speaking = null;
    this.#playing = null;
  }
}
