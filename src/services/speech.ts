/** The speech worker as a service: ears and mouth, each loaded once asked for, and again after a crash. */
import type { ModelPlan, SpeechRecognitionModel, SpeechSynthesisModel } from '../domain/models';
import type { Client } from '../protocol/client';
import type { SpeechContract, SpokenAudio, Transcript } from '../protocol/speech';
import { Engine } from './engine';

export interface TranscribeOptions {
  /** BCP 47 primary tag; null lets the ears detect it. */
  readonly language: string | null;
  readonly signal: AbortSignal;
  readonly onPartial: (text: string) => void;
}

export class SpeechService {
  readonly earsPlan: ModelPlan<SpeechRecognitionModel>;
  readonly voicePlan: ModelPlan<SpeechSynthesisModel>;
  readonly #engine: Engine<SpeechContract>;
  #hasEars = false;
  #hasVoice = false;

  constructor(
    earsPlan: ModelPlan<SpeechRecognitionModel>,
    voicePlan: ModelPlan<SpeechSynthesisModel>,
  ) {
    this.earsPlan = earsPlan;
    this.voicePlan = voicePlan;
    this.#engine = new Engine<SpeechContract>(
      () => new Worker(new URL('../engine/speech/worker.ts', import.meta.url), { type: 'module' }),
      (client) => this.#prepare(client),
    );
  }

  async startEars(signal: AbortSignal): Promise<void> {
    await this.#engine.call('loadEars', { plan: this.earsPlan }, { signal });
    this.#hasEars = true;
  }

  /** Loads the voice, and speaks a word into the void: the first one takes twice as long. */
  async startVoice(signal: AbortSignal): Promise<void> {
    const plan = this.voicePlan;
    await this.#engine.call('loadVoice', { plan, voiceId: this.#voiceId }, { signal });
    this.#hasVoice = true;
    await this.speak('Ready.', 1, signal, () => {});
  }

  /** Gives the memory of ears and voice back. */
  end(): void {
    this.#hasEars = false;
    this.#hasVoice = false;
    this.#engine.end();
  }

  /** Hands the ears the port on which utterances will come. */
  async attach(utterances: MessagePort): Promise<void> {
    await this.#engine.call('attach', { utterances }, { transfer: [utterances] });
  }

  transcribe(
    utterance: number,
    { language, signal, onPartial }: TranscribeOptions,
  ): Promise<Transcript> {
    return this.#engine.call(
      'transcribe',
      { utterance, language },
      { signal, onChunk: ({ text }) => onPartial(text) },
    );
  }

  /** @param rate above 1 is faster */
  async speak(
    text: string,
    rate: number,
    signal: AbortSignal,
    onAudio: (audio: SpokenAudio) => void,
  ): Promise<void> {
    await this.#engine.call(
      'speak',
      { text, modelId: this.voicePlan.model.id, voiceId: this.#voiceId, rate },
      { signal, onChunk: onAudio },
    );
  }

  get #voiceId(): string {
    return this.voicePlan.model.voices[0]?.id ?? '';
  }

  /** A fresh worker knows what the one before it did. */
  async #prepare(client: Client<SpeechContract>): Promise<void> {
    if (this.#hasEars) await client.call('loadEars', { plan: this.earsPlan });
    if (this.#hasVoice) {
      await client.call('loadVoice', { plan: this.voicePlan, voiceId: this.#voiceId });
    }
  }
}
