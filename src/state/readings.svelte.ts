/**
 * What is read in the photos of the questions of this session. Reading begins when a photo is attached, so that its text is
 * there by the time the question is written; what cannot be read never keeps a question from going out.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { PendingAttachment } from '../domain/conversations/attachment';
import type { AttachmentId } from '../domain/ids';
import { AppError, isAborted, throwIfAborted, type ErrorCode } from '../domain/errors';
import { toldLetters, type PhotoLine, type PhotoText } from '../domain/photos/text';

interface ReadingProgress {
  readonly done: number;
  readonly of: number;
  readonly line?: PhotoLine;
}

export interface ReadingsParts {
  readonly read: (
    photo: Blob,
    signal: AbortSignal,
    onProgress: (progress: ReadingProgress) => void,
  ) => Promise<PhotoText>;
  /** A photo of the conversation. */
  readonly find: (id: AttachmentId) => Promise<Blob | undefined>;
}

export type Reading =
  /** `of` is 0 until the text has been found. */
  | { readonly type: 'reading'; readonly done: number; readonly of: number }
  | { readonly type: 'read'; readonly text: PhotoText }
  | { readonly type: 'failed'; readonly code: ErrorCode };

/** Such a failure is of the moment, or another photo's: when the question is asked, this one may well be read. */
const passing: readonly ErrorCode[] = ['model-missing', 'checksum-mismatch', 'worker-crashed'];

interface Job {
  readonly stop: AbortController;
  readonly over: Promise<PhotoText | null>;
  /** From the top, as far as it is read. */
  readonly lines: PhotoLine[];
  /** Told of each line. */
  readonly waiting: Set<() => void>;
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

  /** Does nothing for one that was begun. */
  begin({ id, blob }: Pick<PendingAttachment, 'id' | 'blob'>): void {
    if (!this.#all.has(id)) this.#start(id, async () => blob);
  }

  /** Its photo was removed before it was asked about. */
  forget(id: AttachmentId): void {
    this.#jobs.get(id)?.stop.abort();
    this.#jobs.delete(id);
    this.#all.delete(id);
  }

  /** It is not read on; what is read whole stays, and it can be asked for again. */
  stop(id: AttachmentId): void {
    if (this.#all.get(id)?.type === 'reading') this.forget(id);
  }

  /**
   * Resolves with the text once the photo is read, or with the beginning of it once that has `enough` letters to tell; with null
   * where it cannot be read. Begins where nobody has. Rejects `aborted` once the signal fires; the reading itself goes on,
   * for the next time it is asked for.
   */
  async textOf(
    id: AttachmentId,
    signal: AbortSignal,
    enough = Infinity,
  ): Promise<PhotoText | null> {
    throwIfAborted(signal);
    const known = this.#all.get(id);
    const isWorthATry = !known || (known.type === 'failed' && passing.includes(known.code));
    const job = isWorthATry ? this.#start(id, () => this.#parts.find(id)) : this.#jobs.get(id);
    if (!job) return null;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        signal.removeEventListener('abort', stop);
        job.waiting.delete(look);
        act();
      };
      const stop = () => settle(() => reject(new AppError('aborted')));
      const look = () => {
        if (toldLetters(job.lines) < enough) return;
        settle(() => resolve({ lines: [...job.lines], isCut: true }));
      };
      signal.addEventListener('abort', stop, { once: true });
      job.waiting.add(look);
      void job.over.then((text) => settle(() => resolve(text)));
      if (this.#all.get(id)?.type === 'reading') look();
    });
  }

  #start(id: AttachmentId, photo: () => Promise<Blob | undefined>): Job {
    // Nothing that is shown depends on it.
    // eslint-disable-next-line svelte/prefer-svelte-reactivity
    const waiting = new Set<() => void>();
    const parts = { stop: new AbortController(), lines: [], waiting };
    const job: Job = { ...parts, over: this.#read(id, photo, parts) };
    this.#jobs.set(id, job);
    return job;
  }

  async #read(
    id: AttachmentId,
    photo: () => Promise<Blob | undefined>,
    { stop: { signal }, lines, waiting }: Omit<Job, 'over'>,
  ): Promise<PhotoText | null> {
    const say = (reading: Reading) => {
      if (!signal.aborted) this.#all.set(id, reading);
    };
    say({ type: 'reading', done: 0, of: 0 });
    try {
      const blob = await photo();
      if (!blob) throw new AppError('bad-input', 'the photo is gone');
      const text = await this.#parts.read(blob, signal, ({ done, of, line }) => {
        say({ type: 'reading', done, of });
        if (!line) return;
        lines.push(line);
        for (const look of [...waiting]) look();
      });
      say({ type: 'read', text });
      return text;
    } catch (thrown) {
      // It was forgotten, and may have been begun anew since.
      if (signal.aborted) return null;
      // The reader was ended, not the photo's fault: as if nobody had asked yet.
      if (isAborted(thrown)) this.#all.delete(id);
      else say({ type: 'failed', code: AppError.from(thrown).code });
      return null;
    }
  }
}
