/**
 * Voice activity. The worker is fed by the capture worklet's port (`SoundFrame`, 32 ms each) and forwards the speech itself
 * straight to the ears' port, so that no page jank loses sound.
 */
import type { LevelTrace } from '../domain/voice/own-sound';
import type { ModelPlan, VoiceActivityModel } from '../domain/models/model';
import type { Reads } from '../domain/voice/reads-as-finished';
import type { Method } from './contract';
import type { LoadedModel, LoadProgress } from './loading';

export type ListeningMode = 'hands-free' | 'push-to-talk';

/** What goes from the vad worker to the ears. Samples are 16 kHz mono, -1 to 1. */
export type UtteranceFeed =
  | {
      readonly type: 'utterance-started';
      readonly utterance: number;
      /** Sound from before the decision, so that the first word is whole. */
      readonly samples: Float32Array;
    }
  | {
      readonly type: 'utterance-audio';
      readonly utterance: number;
      readonly samples: Float32Array;
      /** Where it is not, a pause may be told soon: the ears stay free for it. */
      readonly isVoiced: boolean;
    }
  /**
   * Nothing is voiced any more: the first `soundSamples` may be all of it. The ears use the wait until the end is
   * sure to write down just that.
   */
  | {
      readonly type: 'utterance-paused';
      readonly utterance: number;
      readonly soundSamples: number;
    }
  | { readonly type: 'utterance-resumed'; readonly utterance: number }
  | {
      readonly type: 'utterance-ended';
      readonly utterance: number;
      /** What is to be written down; the silence after it is not. */
      readonly soundSamples: number;
      /** When that was decided, in milliseconds since 1970. */
      readonly endedAtMs: number;
      /** The silence that it took; left out where nobody had to guess, since the button was let go. */
      readonly decisionMs?: number | undefined;
    }
  | { readonly type: 'utterance-dropped'; readonly utterance: number };

/** What the ears send back on the same port: how the words up to a pause read. */
export interface PauseJudged {
  readonly type: 'pause-judged';
  readonly utterance: number;
  /** As the pause was told: of one after which somebody spoke on, it says nothing. */
  readonly soundSamples: number;
  readonly reads: Reads;
}

export type VoiceActivityEvent =
  /** Ten or more a second; `rms` 0 to 1. */
  | { readonly type: 'level'; readonly rms: number }
  | { readonly type: 'speech-started'; readonly utterance: number }
  /**
   * Confirmed, it is longer than a cough: its words are wanted. Sustained, told again and again, it is longer than anybody speaks who only listens. `trace` is the
   * microphone up to then.
   */
  | {
      readonly type: 'speech-confirmed' | 'speech-sustained';
      readonly utterance: number;
      readonly trace: LevelTrace;
    }
  | { readonly type: 'speech-misfired'; readonly utterance: number }
  | { readonly type: 'speech-ended'; readonly utterance: number };

export interface VadSettings {
  readonly startProbability: number;
  readonly endProbability: number;
  readonly confirmMs: number;
  readonly sustainMs: number;
  /** Hands-free, nothing voiced for so long ends an utterance, as long as nobody has judged its words. */
  readonly endSilenceMs: number;
  /** Once they are judged: from 300 to 1500. */
  readonly judgedSilenceMs: Readonly<Record<Reads, number>>;
  readonly prerollMs: number;
  readonly longestUtteranceMs: number;
}

export interface VadContract {
  /** With `selfTest` the known answer is asked for; another one rejects `wrong-answer`. */
  load: Method<
    { plan: ModelPlan<VoiceActivityModel>; selfTest: boolean },
    LoadProgress,
    LoadedModel
  >;
  /** Runs until cancelled. `frames` comes from the capture worklet; `utterances` leads to the ears, which send `PauseJudged`. */
  listen: Method<
    {
      readonly frames: MessagePort;
      readonly utterances: MessagePort;
      /** The number of the first utterance: never one that these ears have heard of. */
      readonly firstUtterance: number;
      readonly mode: ListeningMode;
      readonly settings: VadSettings;
    },
    VoiceActivityEvent,
    void
  >;
  setMode: Method<{ mode: ListeningMode }, never, void>;
  /** Push to talk: pressed starts an utterance (with preroll), released ends it. */
  hold: Method<{ held: boolean }, never, void>;
}
