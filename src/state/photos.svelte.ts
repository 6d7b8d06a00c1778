/** The photos of the next question: made ready, shown to the mind, removed, and given to the question when it is asked. */
import type { PendingAttachment, PictureRefusal } from '../domain/conversations/attachment';
import { AppError, throwIfAborted, type ErrorCode } from '../domain/errors';
import { orAborted } from '../services/or-aborted';

/** Of one question: each takes seconds to be read and looked at, and its text a share of what the mind is told. */
export const mostPhotos = 10;

export interface PhotoParts {
  readonly pictures: { take(file: Blob, signal: AbortSignal): Promise<PendingAttachment> };
  /** Looks while the question is still being written: its answer then comes sooner. */
  readonly look: (photo: PendingAttachment) => Promise<void>;
  /** What is written in it is read meanwhile, too. */
  readonly readings: { begin(photo: PendingAttachment): void; forget(id: string): void };
  /** Keeps it over a reload, as far as there is room: until it is dropped or asked about. */
  readonly keep: (photo: PendingAttachment) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
}

export interface PhotoFailure {
  readonly code: ErrorCode;
  /** Of a `bad-input`; `not-kept` is of those that are there and would not be after a reload. */
  readonly reason?: PictureRefusal | 'too-many' | 'not-kept';
  /** Name of the file; empty where it had none, or where it is about several. */
  readonly name: string;
  /** What a file, or a question, may have at most, where that is why. */
  readonly limit?: {
    readonly megabytes?: string;
    readonly megapixels?: string;
    readonly photos?: string;
  };
}

export interface PhotoProgress {
  /** The one that is being made ready, from 1. */
  readonly at: number;
  readonly of: number;
}

export class Photos {
  readonly #parts: PhotoParts;
  #all = $state.raw<readonly PendingAttachment[]>([]);
  #progress = $state.raw<PhotoProgress | null>(null);
  #failures = $state.raw<readonly PhotoFailure[]>([]);
  #work = new AbortController();
  #earlier: Promise<void> = Promise.resolve();

  constructor(parts: PhotoParts) {
    this.#parts = parts;
  }

  /** In the order in which they were chosen. */
  get all(): readonly PendingAttachment[] {
    return this.#all;
  }
  /** Null where none is being made ready. */
  get progress(): PhotoProgress | null {
    return this.#progress;
  }
  /** How many were chosen and are not there. */
  get failed(): number {
    return this.#failuresBut('not-kept').length;
  }
  /** Why files did not become photos, of those added last. */
  get failures(): readonly PhotoFailure[] {
    return this.#failures;
  }

  /** Those of a question that was being written when the page was left. */
  restore(photos: readonly PendingAttachment[]): void {
    this.#all = [...photos, ...this.#all];
  }

  /** Those of a question that was asked and goes on: kept again until all of it is. */
  giveBack(photos: readonly PendingAttachment[]): void {
    this.restore(photos);
    for (const photo of photos) this.#parts.keep(photo).catch(() => {});
  }

  /**
   * Resolves with the photos once each file is one, was turned away, or all were stopped. Those over `mostPhotos` are.
   * @param how whether they are kept over a reload; its signal ends those of them that are not ready yet
   */
  async add(
    files: Iterable<Blob>,
    how: { readonly isKept?: boolean; readonly signal?: AbortSignal } = {},
  ): Promise<readonly PendingAttachment[]> {
    const wanted = [...files];
    if (wanted.length === 0) return [];
    if (!this.#progress) this.#failures = [];
    const { at, of } = this.#progress ?? { at: 1, of: 0 };
    const added = wanted.slice(0, Math.max(0, mostPhotos - this.#all.length - (of - at + 1)));
    if (added.length < wanted.length) {
      const limit = { photos: String(mostPhotos) };
      this.#fail({ code: 'bad-input', reason: 'too-many', name: '', limit });
    }
    if (added.length === 0) return [];
    this.#progress = { at, of: of + added.length };
    const all = this.#work.signal;
    const { isKept = true, signal = all } = how;
    const made: PendingAttachment[] = [];
    this.#earlier = this.#earlier.then(async () => {
      for (const file of added) made.push(...(await this.#take(file, { all, signal, isKept })));
    });
    await this.#earlier;
    return made;
  }

  /** Resolves once none is being made ready, or the signal fires. */
  async settled(signal: AbortSignal): Promise<void> {
    while (this.#progress && !signal.aborted) {
      await orAborted(this.#earlier, signal).catch(() => {});
    }
  }

  /** Ends what is being made ready; the photos that are there stay. */
  stop(): void {
    this.#work.abort();
    this.#work = new AbortController();
    this.#progress = null;
  }

  remove(id: string): void {
    this.#all = this.#all.filter((photo) => photo.id !== id);
    if (this.#all.length === 0) this.#failures = this.#failuresBut('not-kept');
    this.#parts.readings.forget(id);
    // At worst it is there again after a reload, and can be removed again.
    this.#parts.drop(id).catch(() => {});
  }

  forgetFailures(): void {
    this.#failures = [];
  }

  /** Gives them to a question. */
  take(): readonly PendingAttachment[] {
    const taken = this.#all;
    this.#all = [];
    this.#failures = [];
    return taken;
  }

  /** It is still on screen and can be asked about: saving the question tells what becomes of it then. */
  #notKept(photo: PendingAttachment, thrown: unknown): void {
    if (!this.#all.includes(photo)) return;
    this.#fail({ code: AppError.from(thrown).code, reason: 'not-kept', name: '' });
  }

  /** About several photos: said once. */
  #fail(failure: PhotoFailure): void {
    this.#failures = [...this.#failuresBut(failure.reason), failure];
  }

  #failuresBut(reason: PhotoFailure['reason']): readonly PhotoFailure[] {
    return this.#failures.filter((failure) => failure.reason !== reason);
  }

  /** The photo; none where the file is not one, or not wanted any more. */
  async #take(
    file: Blob,
    { all, signal, isKept }: { all: AbortSignal; signal: AbortSignal; isKept: boolean },
  ): Promise<PendingAttachment[]> {
    if (all.aborted) return [];
    const made: PendingAttachment[] = [];
    const either = AbortSignal.any([all, signal]);
    try {
      throwIfAborted(either);
      const photo = await this.#parts.pictures.take(file, either);
      throwIfAborted(either);
      this.#all = [...this.#all, photo];
      made.push(photo);
      if (isKept) this.#parts.keep(photo).catch((thrown: unknown) => this.#notKept(photo, thrown));
      // What the mind cannot look at now, it looks at when it is asked.
      this.#parts.look(photo).catch(() => {});
      this.#parts.readings.begin(photo);
    } catch (thrown) {
      if (all.aborted) return [];
      const failure = toFailure(file, AppError.from(thrown));
      if (!signal.aborted) this.#failures = [...this.#failures, failure];
    }
    const { at, of } = this.#progress!;
    this.#progress = at < of ? { at: at + 1, of } : null;
    return made;
  }
}

function toFailure(file: Blob, { code, details }: AppError): PhotoFailure {
  const { reason, limitMegabytes: megabytes, limitMegapixels: megapixels } = details;
  return {
    code,
    name: file instanceof File ? file.name : '',
    ...(reason !== undefined && { reason: reason as PictureRefusal }),
    ...(megabytes !== undefined && { limit: { megabytes } }),
    ...(megapixels !== undefined && { limit: { megapixels } }),
  };
}
