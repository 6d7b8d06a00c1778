/** The speech worker as a service: ears and voices, each loaded once asked for, and again after a crash. */
import { AppError } from '../../domain/errors';
import {
  planForVoice,
  type ModelPlan,
  type SpeechRecognitionModel,
  type SpeechSynthesisModel,
} from '../../domain/models/model';
import { joe, modelVoice, type VoiceName } from '../../domain/voice/voices';
import type { Client } from '../../protocol/client';
import type {
  SpeakSummary,
  SpeechContract,
  SpokenAudio,
  Transcript,
  TranscriptPartial,
} from '../../protocol/speech';
import { Engine } from '../engine';
import type { KnownAnswers } from '../models/known-answers';

export interface TranscribeOptions {
  /** BCP 47 primary tag; null lets the ears detect it. */
  readonly language: string | null;
  readonly signal: AbortSignal;
  readonly onPartial: (partial: TranscriptPartial) => void;
}

export interface SpeakOptions {
  /** One of the app's own that was started. */
  readonly voice: VoiceName;
  /** Above 1 is faster. */
  readonly rate: number;
  readonly signal: AbortSignal;
  /** After its first sound it waits for `goOn`. */
  readonly waits?: boolean;
}

/**
 * A long piece cannot be stopped half-way, and on a slow device it takes this long. To end the worker for it would cost
 * the ears more: they would have to be loaded anew.
 */
const longestPieceMs = 12_000;
/** What a voice's pace is measured on. */
const measuredSentence = 'The garden was watered before breakfast.';

export class SpeechService {
  #earsPlan: ModelPlan<SpeechRecognitionModel>;
  readonly #voicePlans: readonly ModelPlan<SpeechSynthesisModel>[];
  readonly #answers: KnownAnswers;
  readonly #engine: Engine<SpeechContract>;
  readonly #voices = new Set<VoiceName>();
  /** Told of a voice that its worker took with it. */
  onVoiceLost: (voice: VoiceName) => void = () => {};
  /** Told when ears or joe could not be loaded again after a crash. */
  onNotReady: (part: 'ears' | 'voice', error: AppError) => void = () => {};
  /** Told when the ears are gone with their worker. */
  onEarsLost: () => void = () => {};
  /** Of the session that listens. */
  #onPortLost: (error: AppError) => void = () => {};
  #hasEars = false;

  constructor(
    earsPlan: ModelPlan<SpeechRecognitionModel>,
    voicePlans: readonly ModelPlan<SpeechSynthesisModel>[],
    answers: KnownAnswers,
    spawn = () =>
      new Worker(new URL('../../engine/speech/worker.ts', import.meta.url), { type: 'module' }),
  ) {
    this.#earsPlan = earsPlan;
    this.#voicePlans = voicePlans;
    this.#answers = answers;
    this.#engine = new Engine<SpeechContract>(spawn, (client) => this.#prepare(client), {
      cancelGraceMs: longestPieceMs,
    });
    this.#engine.onLost = (error) => {
      this.#onPortLost(error);
      if (this.#hasEars) this.onEarsLost();
    };
  }

  /** Of the ears that hear now, or will once they are started. */
  get earsPlan(): ModelPlan<SpeechRecognitionModel> {
    return this.#earsPlan;
  }

  /** Also again: a fresh worker loads those of the one before it by itself. */
  async startEars(signal: AbortSignal): Promise<void> {
    if (this.#hasEars) await this.#engine.ready(signal);
    else await this.useEars(this.#earsPlan, signal);
  }

  /** Loads these ears, and only then lets go of those before them. Rejects, and changes nothing, if that fails. */
  async useEars(plan: ModelPlan<SpeechRecognitionModel>, signal: AbortSignal): Promise<void> {
    await this.#answers.asked(plan, (selfTest) =>
      this.#engine.call('loadEars', { plan, selfTest }, { signal }),
    );
    this.#earsPlan = plan;
    this.#hasEars = true;
  }

  /** Other ears than those it was built with, to be started later. */
  chooseEars(plan: ModelPlan<SpeechRecognitionModel>): void {
    this.#earsPlan = plan;
    this.#hasEars = false;
  }

  /** With the files of this voice, whatever others of its model need. */
  voicePlan(voice: VoiceName): ModelPlan<SpeechSynthesisModel> {
    const { modelId, voiceId } = modelVoice(voice);
    const plan = this.#voicePlans.find(({ model }) => model.id === modelId);
    if (!plan) throw new AppError('model-missing', `no voice ${voice}`);
    return planForVoice(plan, voiceId);
  }

  /** Loads the voice, and speaks a word into the void: the first one takes twice as long. */
  async startVoice(voice: VoiceName, signal: AbortSignal): Promise<void> {
    const plan = this.voicePlan(voice);
    const { voiceId } = modelVoice(voice);
    await this.#answers.asked(
      plan,
      (selfTest) => this.#engine.call('loadVoice', { plan, voiceId, selfTest }, { signal }),
      voiceId,
    );
    this.#voices.add(voice);
    await this.speak('Ready.', { voice, rate: 1, signal }, () => {});
  }

  async endVoice(voice: VoiceName): Promise<void> {
    if (!this.#voices.delete(voice)) return;
    await this.#engine.call('unloadVoice', modelVoice(voice));
  }

  /** Seconds of computing a second of sound, over a sentence that nobody hears. */
  async realTimeFactor(voice: VoiceName, signal: AbortSignal): Promise<number> {
    const options = { voice, rate: 1, signal };
    const { audioMs, synthesisMs } = await this.speak(measuredSentence, options, () => {});
    return synthesisMs / audioMs;
  }

  /** Gives the memory of ears and voices back. */
  end(): void {
    this.#hasEars = false;
    this.#voices.clear();
    this.#engine.end();
  }

  /**
   * Hands the ears the port on which utterances will come.
   * @param onLost told if they are gone, and the port with them
   */
  async attach(
    utterances: MessagePort,
    signal: AbortSignal,
    onLost: (error: AppError) => void,
  ): Promise<void> {
    await this.#engine.call('attach', { utterances }, { transfer: [utterances], signal });
    this.#onPortLost = onLost;
  }

  transcribe(
    utterance: number,
    { language, signal, onPartial }: TranscribeOptions,
  ): Promise<Transcript> {
    return this.#engine.call('transcribe', { utterance, language }, { signal, onChunk: onPartial });
  }

  speak(
    text: string,
    { voice, rate, signal, waits = false }: SpeakOptions,
    onAudio: (audio: SpokenAudio) => void,
  ): Promise<SpeakSummary> {
    const call = { text, ...modelVoice(voice), rate, waits };
    return this.#engine.call('speak', call, { signal, onChunk: onAudio });
  }

  /** What waits after its first sound is said whole. */
  goOn(): void {
    this.#engine.tell('goOn', undefined);
  }

  /** For a fresh worker: what it knows was tested when the one before it was started. */
  #load(voice: VoiceName) {
    return {
      plan: this.voicePlan(voice),
      voiceId: modelVoice(voice).voiceId,
      selfTest: false,
    };
  }

  /** A fresh worker knows what the one before it did; but for a voice that may be what was too much for it. */
  async #prepare(client: Client<SpeechContract>): Promise<void> {
    if (this.#hasEars) {
      await this.#again('ears', client.call('loadEars', { plan: this.#earsPlan, selfTest: false }));
    }
    for (const voice of this.#voices) {
      if (voice === joe) await this.#again('voice', client.call('loadVoice', this.#load(voice)));
      else if (this.#voices.delete(voice)) this.onVoiceLost(voice);
    }
  }

  async #again(part: 'ears' | 'voice', load: Promise<unknown>): Promise<void> {
    try {
      await load;
    } catch (thrown) {
      this.onNotReady(part, AppError.from(thrown));
      throw thrown;
    }
  }
}
