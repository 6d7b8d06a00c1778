/**
 * A voice that is let go of only once it has said what it was asked to: a session that is released between two pieces fails
 * the next one, and with it the worker that the ears are in.
 */
import { AppError } from '../../../domain/errors';
import type { SpokenAudio } from '../../../protocol/speech';
import type { SpeakOptions, Voice } from './voice';

export class LoadedVoice implements Voice {
  readonly #voice: Voice;
  readonly #saying = new Set<Promise<void>>();
  #released: Promise<void> | null = null;

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  /** Rejects `model-missing` once it is let go of. */
  async *speak(text: string, rate: number, options?: SpeakOptions): AsyncGenerator<SpokenAudio> {
    if (this.#released) throw new AppError('model-missing', 'the voice was let go of');
    let said = () => {};
    const saying = new Promise<void>((resolve) => (said = resolve));
    this.#saying.add(saying);
    try {
      yield* this.#voice.speak(text, rate, options);
    } finally {
      this.#saying.delete(saying);
      said();
    }
  }

  release(): Promise<void> {
    this.#released ??= Promise.all(this.#saying).then(() => this.#voice.release());
    return this.#released;
  }
}
