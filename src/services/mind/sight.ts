/**
 * Which photos the mind's worker has seen. Each is encoded once a worker, while the question is still being written, and
 * again after a restart, since a fresh worker remembers none.
 */
import { throwIfAborted } from '../../domain/errors';
import type { AttachmentId } from '../../domain/ids';
import { orAborted } from '../or-aborted';

export interface SightParts {
  /** Resolves once a worker is ready; what an earlier one saw is forgotten by then. */
  readonly wake: () => Promise<void>;
  /** Number of tokens that the photo takes in a prompt. */
  readonly encode: (id: AttachmentId, photo: Blob) => Promise<number>;
  /** The worker need not remember these any longer. */
  readonly letGo: (ids: readonly AttachmentId[]) => void;
  /** A photo of the conversation. */
  readonly find: (id: AttachmentId) => Promise<Blob | undefined>;
}

export class Sight {
  readonly #parts: SightParts;
  readonly #looks = new Map<AttachmentId, Promise<number>>();
  readonly #seen = new Set<AttachmentId>();
  /** Seen, and in no prompt yet: their question is still being written. */
  readonly #waiting = new Set<AttachmentId>();
  /** Of all that was ever seen: whether a photo fits must not depend on whether it is seen now. */
  readonly #tokens = new Map<AttachmentId, number>();

  constructor(parts: SightParts) {
    this.#parts = parts;
  }

  /** Tokens of a photo that was ever looked at: 0 where there was nothing to see. */
  tokensOf(id: AttachmentId): number | undefined {
    return this.#tokens.get(id);
  }

  /** Whether the worker of now remembers it. */
  isSeen(id: AttachmentId): boolean {
    return this.#seen.has(id);
  }

  forget(): void {
    this.#looks.clear();
    this.#seen.clear();
    this.#waiting.clear();
  }

  /**
   * Lets go of all that was seen but these, which a prompt refers to, and those that wait for their question: of a long
   * conversation, photos that no longer fit take memory for nothing.
   */
  keepOnly(ids: readonly AttachmentId[]): void {
    for (const id of ids) this.#waiting.delete(id);
    const gone = [...this.#seen].filter((id) => !ids.includes(id) && !this.#waiting.has(id));
    if (gone.length === 0) return;
    for (const id of gone) {
      this.#seen.delete(id);
      this.#looks.delete(id);
    }
    this.#parts.letGo(gone);
  }

  /**
   * Nothing can interrupt an encoding, and a worker that does not answer a cancel is taken for stalled. So a stop ends
   * only the wait: the encoding goes on, and counts when the photo is asked about after all.
   */
  async look(id: AttachmentId, signal: AbortSignal, photo?: Blob): Promise<void> {
    await orAborted(this.#parts.wake(), signal);
    const look = this.#looks.get(id) ?? this.#begin(id, photo);
    await orAborted(look, signal);
  }

  /** Resolves once nothing is being encoded, so that the next call can be cancelled at once. */
  async settled(signal: AbortSignal): Promise<void> {
    throwIfAborted(signal);
    await orAborted(Promise.allSettled(this.#looks.values()), signal);
  }

  #begin(id: AttachmentId, photo?: Blob): Promise<number> {
    const look = this.#encode(id, photo);
    this.#looks.set(id, look);
    const isCurrent = () => this.#looks.get(id) === look;
    look.then(
      (tokens) => {
        this.#tokens.set(id, tokens);
        if (!isCurrent()) return;
        this.#seen.add(id);
        if (photo) this.#waiting.add(id);
      },
      () => isCurrent() && this.#looks.delete(id),
    );
    return look;
  }

  async #encode(id: AttachmentId, given?: Blob): Promise<number> {
    const photo = given ?? (await this.#parts.find(id));
    // Without its photo a question still has its words.
    return photo ? this.#parts.encode(id, photo) : 0;
  }
}
