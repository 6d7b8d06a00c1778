/**
 * Photos of the question that is being written, each of one tab. They outlast a reload; those of a tab that is gone are what
 * the next one that starts begins with.
 */
import type { PendingAttachment } from '../../domain/conversations/attachment';
import type { Locks } from '../../protocol/lifeline';
import type { Library } from './library';

/** A page that was just closed or loaded anew lets go within this time. */
const patienceMs = 1500;

export class WaitingPhotos {
  readonly #library: Pick<Library, 'pending' | 'keepPending' | 'dropPending'>;
  readonly #locks: Locks | undefined;
  /** What was asked for last of each: one that is dropped while it waits for its lock would be kept after all. */
  readonly #last = new Map<string, Promise<void>>();

  constructor(
    library: Pick<Library, 'pending' | 'keepPending' | 'dropPending'>,
    locks: Locks | undefined = globalThis.navigator?.locks,
  ) {
    this.#library = library;
    this.#locks = locks;
  }

  /** Those that no other tab has. */
  async left(): Promise<PendingAttachment[]> {
    const all = await this.#library.pending();
    const claims = await Promise.all(
      all.map(async ({ id }) => ((await this.#claim(id)) ? id : null)),
    );
    const claimed = new Set(claims);
    // Their tab may have asked about some, or dropped them, before it was gone.
    return (await this.#library.pending()).filter(({ id }) => claimed.has(id));
  }

  keep(photo: PendingAttachment): Promise<void> {
    return this.#inTurn(photo.id, async () => {
      // Before it can be found: it is this tab's from the beginning.
      await this.#claim(photo.id);
      await this.#library.keepPending(photo);
    });
  }

  drop(id: string): Promise<void> {
    return this.#inTurn(id, () => this.#library.dropPending(id));
  }

  #inTurn(id: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#last.get(id) ?? Promise.resolve()).then(work);
    const settled = turn
      .catch(() => {})
      .then(() => {
        if (this.#last.get(id) === settled) this.#last.delete(id);
      });
    this.#last.set(id, settled);
    return turn;
  }

  /** Until the page is gone, however that comes about. Where there are no locks, tabs do not know of each other. */
  #claim(id: string): Promise<boolean> {
    const locks = this.#locks;
    if (!locks) return Promise.resolve(true);
    const signal = AbortSignal.timeout(patienceMs);
    return new Promise((resolve) => {
      const hold = () => {
        resolve(true);
        return new Promise(() => {});
      };
      locks.request(`tansy-photo-${id}`, { signal }, hold).catch(() => resolve(false));
    });
  }
}
