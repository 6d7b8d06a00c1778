/**
 * What is read in the photos of the questions of this session. Reading begins when a photo is attached, so that its text is
 * there by the time the question is written; what cannot be read never keeps a question from going out.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { PendingAttachment } from '../domain/attachment';
import type { AttachmentId } from '../domain/conversation';
import { AppError, isAborted, throwIfAborted, type ErrorCode } from '../domain/errors';
import type { PhotoText } from '../domain/photo-text';

export interface ReadingsParts {
  readonly read: (
    photo: Blob,
    signal: AbortSignal,
    onProgress: (progress: { readonly done: number; readonly of: number }) => void,
  ) => Promise<PhotoText>;
  /** A photo of the conversation. */
  readonly find: (id: AttachmentId) => Promise<Blob | undefined>;
}

export type Reading =
  /** `of` is 0 until the text has been found. */
  | { readonly type: 'reading'; readonly done: number; readonly of: number }
  | { readonly type: 'read'; readonly text: PhotoText }
  | { readonly type: 'failed'; readonly code: ErrorCode };

/** Such a failure is of the moment: when the question is asked, the photo may well be read. */
const passing: readonly ErrorCode[] = ['model-missing', 'checksum-mismatch'];

interface Job {
  readonly stop: AbortController;
  readonly over: Promise<PhotoText | null>;
}

export class Readings {
  readonly #parts: ReadingsParts;
  readonly #all = new SvelteMap<AttachmentId, Reading>();
  // Nothing that is shown depends on it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #jobs = new Map<AttachmentId, Job>();

  constructor(parts: ReadingsParts) {
    this.#parts = parts;
  }

  /** Undefined for a photo that nobody wanted read in this session. */
  of(id: AttachmentId): Reading | undefined {
    return this.#all.get(id);
  }

  begin({ id, blob }: Pick<PendingAttachment, 'id' | 'blob'>): void {
    this.#start(id, async () => blob);
  }

  /** Its photo was removed before it was asked about. */
  forget(id: AttachmentId): void {
    this.#jobs.get(id)?.stop.abort();
    this.#jobs.delete(id);
    this.#all.delete(id);
  }

  /**
   * Resolves with the text once the photo is read, with null where it cannot be. Begins where nobody has. Rejects `aborted`
   * once the signal fires; the reading itself goes on, for the next time it is asked for.
   */
  async textOf(id: AttachmentId, signal: AbortSignal): Promise<PhotoText | null> {
    throwIfAborted(signal);
    const known = this.#all.get(id);
    const isWorthATry = !known || (known.type === 'failed' && passing.includes(known.code));
    const job = isWorthATry ? this.#start(id, () => this.#parts.find(id)) : this.#jobs.get(id);
    return new Promise((resolve, reject) => {
      const stop = () => reject(new AppError('aborted'));
      signal.addEventListener('abort', stop, { once: true });
      void (job?.over ?? Promise.resolve(null)).then((text) => {
        signal.removeEventListener('abort', stop);
        resolve(text);
      });
    });
  }

  #start(id: AttachmentId, photo: () => Promise<Blob | undefined>): Job {
    const stop = new AbortController();
    const job = { stop, over: this.#read(id, photo, stop.signal) };
    this.#jobs.set(id, job);
    return job;
  }

  async #read(
    id: AttachmentId,
    photo: () => Promise<Blob | undefined>,
    signal: AbortSignal,
  ): Promise<PhotoText | null> {
    const say = (reading: Reading) => {
      if (!signal.aborted) this.#all.set(id, reading);
    };
    say({ type: 'reading', done: 0, of: 0 });
    try {
      const blob = await photo();
      if (!blob) throw new AppError('bad-input', 'the photo is gone');
      const text = await this.#parts.read(blob, signal, ({ done, of }) =>
        say({ type: 'reading', done, of }),
      );
      say({ type: 'read', text });
      return text;
    } catch (thrown) {
      // The reader was ended, not the photo's fault: as if nobody had asked yet.
      if (isAborted(thrown)) this.#all.delete(id);
      else say({ type: 'failed', code: AppError.from(thrown).code });
      return null;
    }
  }
}
