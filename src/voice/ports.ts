/** What a voice turn needs of the world: given to the runner, so that the order of things can be tested without any. */
import type { LevelTrace } from '../domain/voice/own-sound';
import type { TalkMode } from './voice';

export type HeardEvent =
  | {
      readonly type: 'speech-started' | 'speech-misfired' | 'speech-ended';
      readonly utterance: number;
    }
  | { readonly type: 'speech-confirmed'; readonly utterance: number; readonly trace: LevelTrace }
  | { readonly type: 'speech-sustained'; readonly utterance: number; readonly trace: LevelTrace }
  | { readonly type: 'level'; readonly rms: number }
  /** The device or the browser silences the microphone, or hears it again. */
  | { readonly type: 'muted'; readonly muted: boolean };

export interface OpenMicrophone {
  setMode(mode: TalkMode): void;
  /** Push to talk: pressed and released. */
  hold(held: boolean): void;
  close(): void;
}

/** What is understood so far of what is being said. */
export interface Understood {
  readonly text: string;
  /** These are all the words, if nothing follows. */
  readonly atPause: boolean;
}

/** What is being said aloud. */
export interface Said {
  /** Of late, as they are pronounced; empty where nothing can be heard. */
  readonly words: string;
  /** It is not over. */
  readonly goesOn: boolean;
  /** By one of its own voices: how that sounds, nobody can know. */
  readonly byDevice: boolean;
}

export interface Heard {
  readonly text: string;
  /** BCP 47 primary tag, as the ears were told or took it for; left out where nothing was heard. */
  readonly language?: string | undefined;
  /** From the decision that the speech is over to words. */
  readonly finalMs: number;
  /** From the last voice to that decision; left out where a button decided. */
  readonly decisionMs?: number | undefined;
  readonly samples: Float32Array;
}

export interface ReplyHooks {
  /** Its reason is a `CancelReason`. */
  readonly signal: AbortSignal;
  /** The first sound is heard. */
  readonly onAudioStarted: () => void;
  /** Words of the answer are on screen that will not be heard before it is written. */
  readonly onShown: () => void;
  /** The answer is written. */
  readonly onWritten: () => void;
}

export interface VoicePorts {
  /** Rejects with the microphone's and the workers' codes. `onLost` is called if it fails later. */
  openMicrophone(
    mode: TalkMode,
    signal: AbortSignal,
    on: { readonly event: (event: HeardEvent) => void; readonly lost: (thrown: unknown) => void },
  ): Promise<OpenMicrophone>;
  transcribe(
    utterance: number,
    signal: AbortSignal,
    onPartial: (partial: Understood) => void,
  ): Promise<Heard>;
  /** Resolves once the answer is written and heard, or was stopped. */
  reply(heard: Heard, hooks: ReplyHooks): Promise<void>;
  duck(ducked: boolean): void;
  /** Somebody takes the turn: what is said aloud stops, also where no turn asked for it. */
  interrupt(): void;
  /** @param sinceMs of `performance.now()`: what was said from a moment before then on; left out, from now */
  said(sinceMs?: number): Said;
  /** Reads what the answer will rest on: what was said before. */
  readAhead(): void;
  /** Begins to answer what may be the whole question, unseen and unheard until it is asked. */
  beginAhead(question: string): void;
  /** It was not the whole question, or will not be asked. */
  dropAhead(): void;
}
