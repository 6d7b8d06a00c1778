/** A voice turn: its state, what may happen to it and what it may ask for, as data. */
import type { ErrorCode } from '../domain/errors';

export type VoicePhase =
  'idle' | 'opening' | 'listening' | 'transcribing' | 'thinking' | 'speaking';
/** Hands-free, silence ends a turn and listening goes on; push to talk is one turn, ended by letting go. */
export type TalkMode = 'hands-free' | 'push-to-talk';

/** Speech while Tansy speaks: the answer goes on until it is known that somebody means to take the turn. */
export interface Challenger {
  readonly utterance: number;
  readonly ended: boolean;
}

export interface Voice {
  readonly phase: VoicePhase;
  readonly mode: TalkMode;
  readonly turn: number;
  /** The utterance that the turn's words come from. */
  readonly utterance: number | null;
  readonly challenger: Challenger | null;
  readonly replyEnded: boolean;
  readonly playbackDrained: boolean;
  /** Words of the answer are on screen, and will not be heard before they are all there. */
  readonly replyShown: boolean;
  /** Somebody began to speak before anything of the answer: it is the question that goes on. */
  readonly goesOn: boolean;
  /** What was asked before it was taken back for the words that go on: both would be lost with them. */
  readonly tookBack: boolean;
  /** Something failed, and no turn has gone well since. */
  readonly recovering: boolean;
  /** The microphone is being joined to fresh workers while what was asked before is answered. */
  readonly reopening: boolean;
}

export type VoiceEvent =
  | { readonly type: 'start'; readonly mode: TalkMode }
  | { readonly type: 'release' }
  | { readonly type: 'stop' }
  | { readonly type: 'mic-opened' }
  | {
      readonly type: 'speech-started' | 'speech-confirmed';
      readonly utterance: number;
      /** Something is being said aloud, also where no turn of these asked for it: a typed question's answer. */
      readonly isOver: boolean;
    }
  | { readonly type: 'speech-misfired' | 'speech-ended'; readonly utterance: number }
  /** Of a challenger: it takes the turn; it may yet, but nothing says so; it was nothing, or our own voice. */
  | {
      readonly type: 'challenge-won' | 'challenge-doubted' | 'challenge-lost';
      readonly utterance: number;
    }
  /** Empty where nothing was said. */
  | { readonly type: 'transcribed'; readonly turn: number; readonly text: string }
  | {
      readonly type: 'audio-started' | 'reply-shown' | 'reply-ended' | 'playback-drained';
      readonly turn: number;
    }
  /** Of the turn's own question or answer; or of what hears, which an answer does not need. */
  | {
      readonly type: 'failed' | 'hearing-failed';
      readonly turn: number;
      readonly code: ErrorCode;
    };

export type VoiceEffect =
  | { readonly type: 'open-mic'; readonly mode: TalkMode }
  | { readonly type: 'close-mic' }
  | { readonly type: 'set-mode'; readonly mode: TalkMode }
  | { readonly type: 'hold'; readonly held: boolean }
  /** Somebody speaks: what the answer will rest on can be read already. */
  | { readonly type: 'read-ahead' }
  | {
      readonly type: 'transcribe';
      readonly turn: number;
      readonly utterance: number;
      /** Nothing was answered to the words before it: both are one question. */
      readonly continues: boolean;
    }
  /** Its words are wanted to know what it is. `continues`: with those of the one before it, which is not known yet. */
  | { readonly type: 'challenge'; readonly utterance: number; readonly continues: boolean }
  | { readonly type: 'reply'; readonly turn: number; readonly text: string }
  /** Who spoke over the answer is not heard any more. */
  | { readonly type: 'drop-challenger' }
  /** What is understood so far of a question that comes to no end must not be lost. */
  | { readonly type: 'keep-words' }
  | { readonly type: 'cancel'; readonly reason: CancelReason }
  | { readonly type: 'duck'; readonly ducked: boolean }
  | { readonly type: 'report-nothing-heard' }
  | { readonly type: 'report-failure'; readonly code: ErrorCode };

/**
 * Talked over, the answer is cut to what was heard; stopped, what was written is kept. Of a question that goes on nothing
 * is, since it is asked anew with all its words.
 */
export type CancelReason = 'barge-in' | 'stop' | 'goes-on';

export type Step = readonly [Voice, readonly VoiceEffect[]];

export const idleVoice: Voice = {
  phase: 'idle',
  mode: 'push-to-talk',
  turn: 0,
  utterance: null,
  challenger: null,
  replyEnded: false,
  playbackDrained: false,
  replyShown: false,
  goesOn: false,
  tookBack: false,
  recovering: false,
  reopening: false,
};

/** A question is being answered. */
export const busy: readonly VoicePhase[] = ['transcribing', 'thinking', 'speaking'];

export const duck = (ducked: boolean): VoiceEffect => ({ type: 'duck', ducked });
