/**
 * Ears (speech to text) and mouth (text to speech) in one worker, whose memory they share. Where somebody speaks over an answer both
 * are wanted at once: then its thread does a part of one after a part of the other.
 */
import type {
  ModelPlan,
  SpeechRecognitionModel,
  SpeechSynthesisModel,
} from '../domain/models/model';
import type { Method } from './contract';
import type { LoadedModel, LoadProgress } from './loading';

export interface TranscriptPartial {
  readonly text: string;
  /** Sound that this partial has heard. */
  readonly heardMs: number;
  /** These are all the words, if nothing follows the pause that they were heard in. */
  readonly atPause: boolean;
}

export interface Transcript {
  /** Empty where there was no speech to write down. */
  readonly text: string;
  /** BCP 47 primary tag, given or detected. */
  readonly language: string;
  readonly audioMs: number;
  /** From the decision that the utterance is over to this result. */
  readonly finalMs: number;
  /** Of the utterance's last voice until that decision, in its sound; left out where a button decided. */
  readonly decisionMs?: number | undefined;
  /** Tokens of the last partial that one decoder call confirmed. */
  readonly verifiedTokens: number;
  readonly attempts: number;
  readonly noSpeechProbability: number;
  /** The utterance at 16 kHz mono, for replay; moved, not copied. */
  readonly samples: Float32Array;
}

export interface SpokenAudio {
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
}

export interface SpeakSummary {
  readonly audioMs: number;
  readonly synthesisMs: number;
}

export interface EarsContract {
  /** With `selfTest` the known answer is asked for; another one rejects `wrong-answer`. */
  loadEars: Method<
    { plan: ModelPlan<SpeechRecognitionModel>; selfTest: boolean },
    LoadProgress,
    LoadedModel
  >;
  /** Takes the port on which the vad worker sends `UtteranceFeed`. Replaces an earlier one. */
  attach: Method<{ utterances: MessagePort }, never, void>;
  /**
   * Writes down one utterance of the feed: partials while it is still being spoken, the transcript once it has
   * ended. Rejects `aborted` if the feed drops it. `language` null means detect.
   */
  transcribe: Method<
    { readonly utterance: number; readonly language: string | null },
    TranscriptPartial,
    Transcript
  >;
}

export interface MouthContract {
  /** With `selfTest` the known answer is asked for, where this voice has one; another one rejects `wrong-answer`. */
  loadVoice: Method<
    { plan: ModelPlan<SpeechSynthesisModel>; voiceId: string; selfTest: boolean },
    LoadProgress,
    LoadedModel
  >;
  /** A voice that is not loaded is no error. */
  unloadVoice: Method<{ readonly modelId: string; readonly voiceId: string }, never, void>;
  /**
   * Speaks one sentence or clause with a voice that is loaded; sound comes in one or more chunks, in order. With `waits` the rest
   * is only made once `goOn` asks for it: the words of who may still be speaking would wait for what nobody may hear.
   */
  speak: Method<
    {
      readonly text: string;
      readonly modelId: string;
      readonly voiceId: string;
      readonly rate: number;
      readonly waits?: boolean;
    },
    SpokenAudio,
    SpeakSummary
  >;
  goOn: Method<void, never, void>;
}

export interface SpeechContract extends EarsContract, MouthContract {}
