/** Photos as a service: what a person chose, made ready to be attached. Its worker ends when none is taken for a while. */
import type { PendingAttachment } from '../../domain/conversations/attachment';
import type { PhotoQuality } from '../../domain/photos/quality';
import type { Frame, PicturesContract } from '../../protocol/pictures';
import { Engine } from '../engine';

/** Twice what the largest eye in the catalogue goes down to, which is all that a mind takes of a photo. */
const longestEdgePx = 1536;

/** Long enough for someone who chooses several photos one after the other. */
const idleMs = 30_000;

export class PicturesService {
  readonly #engine: Engine<PicturesContract>;

  constructor(
    spawn = () =>
      new Worker(new URL('../../engine/pictures/worker.ts', import.meta.url), { type: 'module' }),
    options: { readonly idleMs?: number } = {},
  ) {
    this.#engine = new Engine(spawn, undefined, { idleMs, ...options });
  }

  /** Rejects `bad-input` with a `PictureRefusal` as `details.reason`. */
  async take(file: Blob, signal: AbortSignal): Promise<PendingAttachment> {
    const picture = await this.#engine.call('take', { file, longestEdgePx }, { signal });
    return {
      id: crypto.randomUUID(),
      kind: 'image',
      name: file instanceof File ? file.name : '',
      mime: picture.mime,
      sizeBytes: picture.blob.size,
      widthPx: picture.widthPx,
      heightPx: picture.heightPx,
      blob: picture.blob,
    };
  }

  /** Of what a viewfinder shows; the frame is the worker's from here. */
  measure(frame: Frame, sizePx: number, signal: AbortSignal): Promise<PhotoQuality> {
    return this.#engine.call('measure', { frame, sizePx }, { signal, transfer: [frame] });
  }
}
