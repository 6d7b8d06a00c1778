/** The voices that are loaded. Which code speaks a model is its architecture's; all share one dictionary. */
import { AppError, throwIfAborted } from '../../../domain/errors';
import type { SpeechSynthesisModel } from '../../../domain/models/model';
import { orRelease } from '../../or-release';
import { English } from './english';
import { testVoice } from './known-answer';
import { KokoroVoice } from './kokoro';
import { LoadedVoice } from './loaded-voice';
import { PiperVoice } from './piper';
import type { Voice, VoiceLoad } from './voice';

const loaders: Readonly<
  Record<
    SpeechSynthesisModel['architecture'],
    (load: VoiceLoad, english: English) => Promise<Voice>
  >
> = {
  'piper-vits': (load, english) => PiperVoice.load(load, english),
  kokoro: (load, english) => KokoroVoice.load(load, english),
};

export class Mouth {
  readonly #english = new English();
  readonly #voices = new Map<string, Voice>();
  /** Voices let go of that still end what they say: their memory is not there yet for another one. */
  #leaving: Promise<unknown> = Promise.resolve();

  async load(load: VoiceLoad, { selfTest }: { readonly selfTest: boolean }): Promise<void> {
    await this.#english.load();
    await this.#leaving;
    throwIfAborted(load.signal);
    const { model } = load.plan;
    const voice = new LoadedVoice(await loaders[model.architecture](load, this.#english));
    if (selfTest) {
      await orRelease(testVoice(voice, load.plan, load.voiceId), () => voice.release());
    }
    const key = keyOf(model.id, load.voiceId);
    const before = this.#voices.get(key);
    this.#voices.set(key, voice);
    await before?.release();
  }

  /** Rejects `model-missing` where that voice is not loaded. */
  voice(modelId: string, voiceId: string): Voice {
    const voice = this.#voices.get(keyOf(modelId, voiceId));
    if (!voice) throw new AppError('model-missing', `${modelId} is not loaded`);
    return voice;
  }

  /**
   * Gives its memory to whatever is loaded next; only the end of the worker gives it back. Resolves once it has said what it
   * was asked to.
   */
  async unload(modelId: string, voiceId: string): Promise<void> {
    const key = keyOf(modelId, voiceId);
    const voice = this.#voices.get(key);
    this.#voices.delete(key);
    const left = voice?.release();
    this.#leaving = Promise.allSettled([this.#leaving, left]);
    await left;
  }
}

const keyOf = (modelId: string, voiceId: string) => `${modelId}/${voiceId}`;
