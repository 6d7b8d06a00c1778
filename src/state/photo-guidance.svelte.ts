/** What is said of the photo that the viewfinder would take now, while it is looked through. Fetched with the viewfinder. */
import { guidedBy, hintOf, unguided, type PhotoHint } from '../domain/plants/photo-hint';
import { lookThrough, type MeasureFrame } from '../services/photos/viewfinder-looks';

export class PhotoGuidance {
  readonly #measure: MeasureFrame;
  #guidance = $state.raw(unguided);

  constructor(measure: MeasureFrame) {
    this.#measure = measure;
  }

  /** To be shown; null before enough was seen. */
  get hint(): PhotoHint | null {
    return this.#guidance.hint;
  }

  /** To be read out: less often another. */
  get said(): PhotoHint | null {
    return this.#guidance.said;
  }

  /** Until the signal ends it, or nothing can be measured: then nothing is said any more. A photo can be taken all the same. */
  async watch(view: HTMLVideoElement, signal: AbortSignal): Promise<void> {
    const forget = () => (this.#guidance = unguided);
    signal.addEventListener('abort', forget, { once: true });
    try {
      await lookThrough(view, {
        measure: this.#measure,
        signal,
        onLook: (quality, atMs) => {
          if (!signal.aborted) this.#guidance = guidedBy(this.#guidance, hintOf(quality), atMs);
        },
      });
    } catch {
      if (!signal.aborted) forget();
    }
  }
}
