/**
 * The picture that goes with a spoken question: taken as soon as its words ask for one, so that the mind looks at it while they
 * are still being spoken, and dropped where the whole question turns out to be about something else.
 */
import type { PendingAttachment } from '../domain/conversations/attachment';
import type { Photos } from './photos.svelte';

export interface QuestionFrameParts {
  readonly photos: Pick<Photos, 'all' | 'progress' | 'add' | 'remove'>;
  /** Something can be seen now. */
  readonly isSeeing: () => boolean;
  /**
   * Whether words ask of what is seen.
   * @param isAfterPhoto false: of the same question, its picture is here
   */
  readonly asks: (words: string, isAfterPhoto?: false) => boolean;
  /** The picture of a moment on `performance.now()`'s clock; null where there is none. */
  readonly take: (atMs: number) => Promise<Blob | null>;
}

interface TakenFrame {
  readonly atMs: number;
  /** Ends what is still being made of it. */
  readonly ending: AbortController;
  readonly made: Promise<PendingAttachment | null>;
  photo: PendingAttachment | null;
  isBeingMade: boolean;
  /** Its question was asked: it comes back where that goes on. */
  isAsked: boolean;
}

/** Nobody puts one thing down and takes up another in so short a time. */
const mostApartMs = 2000;

export class QuestionFrames {
  readonly #parts: QuestionFrameParts;
  #frame: TakenFrame | null = null;
  #askedBefore = false;

  constructor(parts: QuestionFrameParts) {
    this.#parts = parts;
  }

  /**
   * Words of a question that is being spoken; whether a picture goes with them.
   * @param atPause they may be all. Others must ask twice: "what is this" may go on "week's weather"
   */
  hear(words: string, atPause: boolean): boolean {
    const asks = this.#wants(words);
    const isSure = asks && (atPause || this.#askedBefore);
    this.#askedBefore = asks;
    if (isSure && !this.#current) this.#take(performance.now());
    else if (atPause && !asks) void this.drop();
    return asks;
  }

  /**
   * Resolves once the question has its picture among the photos, or needs none.
   * @param spokenAtMs when the last of it was said
   */
  async attach(words: string, spokenAtMs: number): Promise<void> {
    this.#askedBefore = false;
    if (!this.#wants(words)) return this.drop();
    const early = this.#current;
    const isOfNow = early && (early.isAsked || Math.abs(early.atMs - spokenAtMs) <= mostApartMs);
    if (early && isOfNow && (await early.made)) {
      early.isAsked = true;
      return;
    }
    await this.drop();
    if (!this.#parts.isSeeing()) return;
    const frame = this.#take(spokenAtMs);
    await frame.made;
    frame.isAsked = true;
  }

  /** Its question is not asked. What is still being made must be gone before another takes the photos. */
  async drop(): Promise<void> {
    const frame = this.#current;
    this.#frame = null;
    this.#askedBefore = false;
    // Not yet a photo, it becomes none, and no mind looks at it.
    frame?.ending.abort();
    const photo = await frame?.made;
    if (photo) this.#parts.photos.remove(photo.id);
  }

  /** Null once a question has it, or somebody removed it. */
  get #current(): TakenFrame | null {
    const frame = this.#frame;
    const isHere = frame && (frame.isBeingMade || this.#isAmongPhotos(frame));
    return isHere ? frame : null;
  }

  #isAmongPhotos({ photo }: TakenFrame): boolean {
    return this.#parts.photos.all.some(({ id }) => id === photo?.id);
  }

  #wants(words: string): boolean {
    const own = this.#current;
    const { all, progress } = this.#parts.photos;
    // A photo that a person chose is what the question is about.
    const hasOther = own?.isBeingMade ? all.length > 0 : progress || all.length > (own ? 1 : 0);
    if (hasOther) return false;
    if (own?.isAsked) return this.#parts.asks(words, false);
    return this.#parts.isSeeing() && this.#parts.asks(words);
  }

  #take(atMs: number): TakenFrame {
    const ending = new AbortController();
    const frame: TakenFrame = {
      atMs,
      ending,
      made: this.#make(atMs, ending.signal).then((photo) => {
        frame.photo = photo;
        frame.isBeingMade = false;
        return photo;
      }),
      photo: null,
      isBeingMade: true,
      isAsked: false,
    };
    this.#frame = frame;
    return frame;
  }

  async #make(atMs: number, signal: AbortSignal): Promise<PendingAttachment | null> {
    const picture = await this.#parts.take(atMs).catch(() => null);
    if (!picture || signal.aborted) return null;
    // Kept once it is asked about: of what was never asked, nothing stays.
    const [photo] = await this.#parts.photos.add([picture], { isKept: false, signal });
    return photo ?? null;
  }
}
