/** Speaks an answer piece by piece while it is still being written. One answer at a time. */
import type { Player } from '../audio/player';
import { AppError } from '../domain/errors';
import type { ModelPlan, SpeechSynthesisModel } from '../domain/models';
import { SentenceSplitter } from '../domain/sentences';
import type { MouthContract } from '../protocol/speech';
import { Engine } from './engine';
import type { LockerService } from './locker';

export interface SpokenAnswer {
  push(delta: string): void;
  /** Resolves when the last word has been heard, or the answer was stopped. */
  end(): Promise<void>;
}

export class SpokenAnswers {
  readonly #plan: ModelPlan<SpeechSynthesisModel>;
  readonly #player: Player;
  readonly #locker: LockerService;
  readonly #mouth: Engine<MouthContract>;

  constructor(plan: ModelPlan<SpeechSynthesisModel>, player: Player, locker: LockerService) {
    this.#plan = plan;
    this.#player = player;
    this.#locker = locker;
    this.#mouth = new Engine(
      () => new Worker(new URL('../engine/speech/worker.ts', import.meta.url), { type: 'module' }),
      async (client) => {
        await client.call('loadVoice', { plan, voiceId: plan.model.voices[0]?.id ?? '' });
      },
    );
  }

  /** Fetches the voice if it is not stored, and loads it by speaking one word into the void. */
  async start(signal: AbortSignal): Promise<void> {
    await this.#locker.fetch(this.#plan, signal);
    await this.#synthesise('Ready.', signal, () => {});
  }

  unlock(): void {
    this.#player.unlock();
  }

  begin(signal: AbortSignal, onFirstAudio: () => void): SpokenAnswer {
    const splitter = new SentenceSplitter();
    let synthesis = Promise.resolve();
    let lastPlayed: Promise<void> = Promise.resolve();
    let heard = false;
    signal.addEventListener('abort', () => this.#player.flush(), { once: true });
    const speak = (text: string) => {
      synthesis = synthesis.then(async () => {
        if (signal.aborted) return;
        await this.#synthesise(text, signal, ({ samples, sampleRateHz }) => {
          if (signal.aborted) return;
          if (!heard) onFirstAudio();
          heard = true;
          lastPlayed = this.#player.play(samples, sampleRateHz);
        }).catch((thrown: unknown) => {
          // A piece that cannot be spoken is still there to be read: the rest is spoken.
          if (AppError.from(thrown).code !== 'aborted') console.warn('a sentence was not spoken');
        });
      });
    };
    return {
      push: (delta) => splitter.push(delta).forEach(speak),
      async end() {
        splitter.end().forEach(speak);
        await synthesis;
        await lastPlayed;
      },
    };
  }

  async #synthesise(
    text: string,
    signal: AbortSignal,
    onAudio: (audio: { samples: Float32Array<ArrayBuffer>; sampleRateHz: number }) => void,
  ): Promise<void> {
    const { model } = this.#plan;
    await this.#mouth.call(
      'speak',
      { text, modelId: model.id, voiceId: model.voices[0]?.id ?? '', rate: 1 },
      {
        signal,
        onChunk: ({ samples, sampleRateHz }) =>
          onAudio({ samples: samples as Float32Array<ArrayBuffer>, sampleRateHz }),
      },
    );
  }
}
