/** The camera while its viewfinder is open. */
import { AppError, type ErrorCode } from '../domain/errors';
import type { OpenCamera } from '../services/photos/camera';
import type { MeasureFrame } from '../services/photos/viewfinder-looks';

/** `services/photos/camera.ts`, or what stands in for it. */
export interface CameraSource {
  readonly outward: MediaTrackConstraints;
  open(which: MediaTrackConstraints, signal: AbortSignal, onLost: () => void): Promise<OpenCamera>;
  snap(view: HTMLVideoElement): Promise<Blob>;
  readonly measure: MeasureFrame;
}

export type CameraPhase =
  | { readonly type: 'closed' | 'opening' }
  | { readonly type: 'open'; readonly camera: OpenCamera }
  | { readonly type: 'failed'; readonly code: ErrorCode };

export class CameraState {
  readonly #source: CameraSource;
  #phase = $state.raw<CameraPhase>({ type: 'closed' });
  #use: AbortController | null = null;

  constructor(source: CameraSource) {
    this.#source = source;
  }

  /** What a photo of a frame would be measured by. */
  get measure(): MeasureFrame {
    return this.#source.measure;
  }

  get phase(): CameraPhase {
    return this.#phase;
  }

  open(): Promise<void> {
    return this.#show(this.#source.outward);
  }

  /** To the other camera, where there is one. */
  async turn(): Promise<void> {
    if (this.#phase.type === 'open' && this.#phase.camera.other) {
      await this.#show(this.#phase.camera.other);
    }
  }

  /** Null where there is no picture to take. */
  async snap(view: HTMLVideoElement): Promise<Blob | null> {
    if (this.#phase.type !== 'open' || view.videoWidth === 0) return null;
    try {
      return await this.#source.snap(view);
    } catch (thrown) {
      this.#end({ type: 'failed', code: AppError.from(thrown).code });
      return null;
    }
  }

  close(): void {
    this.#end({ type: 'closed' });
  }

  async #show(which: MediaTrackConstraints): Promise<void> {
    // First closed: most phones cannot keep two cameras open.
    this.#end({ type: 'opening' });
    const use = new AbortController();
    this.#use = use;
    const fail = (code: ErrorCode) => {
      if (this.#use === use) this.#end({ type: 'failed', code });
    };
    try {
      const lost = () => fail('camera-missing');
      const camera = await this.#source.open(which, use.signal, lost);
      if (this.#use === use) this.#phase = { type: 'open', camera };
      else camera.close();
    } catch (thrown) {
      fail(AppError.from(thrown, 'camera-missing').code);
    }
  }

  #end(next: CameraPhase): void {
    this.#use?.abort();
    this.#use = null;
    if (this.#phase.type === 'open') this.#phase.camera.close();
    this.#phase = next;
  }
}
