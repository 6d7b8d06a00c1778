/**
 * A voice turn as a pure reducer: `step(voice, event)` gives the next state and what is to be done, as data. Every turn
 * has a number; what belongs to an older one is ignored.
 */
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
  | { readonly type: 'failed'; readonly turn: number; readonly code: ErrorCode };

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
};

const busy: readonly VoicePhase[] = ['transcribing', 'thinking', 'speaking'];

export function step(voice: Voice, event: VoiceEvent): Step {
  switch (event.type) {
    case 'start':
      return start(voice, event.mode);
    case 'release':
      return release(voice);
    case 'stop':
      return stop(voice, []);
    case 'mic-opened':
      return [voice.phase === 'opening' ? { ...voice, phase: 'listening' } : voice, []];
    case 'speech-started':
      return speechStarted(voice, event.isOver);
    case 'speech-confirmed':
      return speechConfirmed(voice, event.utterance, event.isOver);
    case 'speech-misfired':
      return speechMisfired(voice);
    case 'speech-ended':
      return speechEnded(voice, event.utterance);
    case 'challenge-won':
    case 'challenge-doubted':
    case 'challenge-lost':
      return voice.challenger?.utterance === event.utterance
        ? challenged(voice, voice.challenger, event.type)
        : [voice, []];
    default:
      return event.turn === voice.turn ? ofThisTurn(voice, event) : [voice, []];
  }
}

function start(voice: Voice, mode: TalkMode): Step {
  const isOpen = voice.phase === 'opening' || voice.phase === 'listening';
  if (isOpen) {
    const held = mode === 'push-to-talk';
    if (voice.mode === mode) return [voice, held ? [{ type: 'hold', held }] : []];
    return [
      { ...voice, mode },
      [
        { type: 'set-mode', mode },
        { type: 'hold', held },
      ],
    ];
  }
  const effects: VoiceEffect[] = [];
  if (voice.phase !== 'idle') effects.push({ type: 'cancel', reason: 'barge-in' });
  // Hands-free, the microphone is open all along.
  if (voice.phase !== 'idle' && voice.mode === 'hands-free')
    effects.push({ type: 'set-mode', mode });
  else effects.push({ type: 'open-mic', mode });
  if (mode === 'push-to-talk') effects.push({ type: 'hold', held: true });
  effects.push({ type: 'read-ahead' });
  // A turn of its own: whatever is still under way belongs to the one before.
  return [{ ...idleVoice, mode, phase: 'opening', turn: voice.turn + 1 }, effects];
}

function release(voice: Voice): Step {
  if (voice.mode !== 'push-to-talk') return [voice, []];
  // Let go before the microphone was open: nothing can have been heard.
  if (voice.phase === 'opening') return stop(voice, [{ type: 'report-nothing-heard' }]);
  if (voice.phase !== 'listening') return [voice, []];
  return [voice, [{ type: 'hold', held: false }]];
}

function stop(
  voice: Voice,
  reports: readonly VoiceEffect[],
  words = voice.tookBack ? wordsOf(voice) : [],
): Step {
  if (voice.phase === 'idle') return [voice, reports];
  return [
    { ...idleVoice, turn: voice.turn + 1 },
    [...words, { type: 'cancel', reason: 'stop' }, { type: 'close-mic' }, ...reports],
  ];
}

function speechStarted(voice: Voice, isOver: boolean): Step {
  if (voice.phase === 'speaking' || isChallenge(voice, isOver)) return [voice, [duck(true)]];
  if (voice.phase === 'listening') return [voice, [{ type: 'read-ahead' }]];
  const isUnanswered = voice.phase === 'transcribing' || voice.phase === 'thinking';
  const goesOn = isUnanswered && voice.mode === 'hands-free' && !voice.replyShown;
  return [goesOn ? { ...voice, goesOn } : voice, []];
}

const duck = (ducked: boolean): VoiceEffect => ({ type: 'duck', ducked });

/** A question that is being asked already is none, nor is speech before the answer can be heard. */
function isChallenge(voice: Voice, isOver: boolean): boolean {
  const { phase, mode, utterance, challenger, goesOn } = voice;
  if (mode !== 'hands-free' || goesOn) return false;
  if (phase === 'speaking') return true;
  return phase === 'listening' && utterance === null && (isOver || challenger !== null);
}

function speechConfirmed(voice: Voice, utterance: number, isOver: boolean): Step {
  if (voice.phase === 'idle' || voice.utterance === utterance) return [voice, []];
  if (isChallenge(voice, isOver)) {
    const continues = voice.challenger !== null;
    return [
      { ...voice, challenger: { utterance, ended: false } },
      [{ type: 'challenge', utterance, continues }],
    ];
  }
  const turn = voice.turn + 1;
  const { mode, recovering } = voice;
  const isBusy = busy.includes(voice.phase);
  // A held turn closes the microphone once it is let go: only a new press talks over its answer.
  if (isBusy && mode === 'push-to-talk') return [voice, []];
  const continues = voice.phase === 'transcribing' || voice.goesOn;
  const reason = continues ? 'goes-on' : 'barge-in';
  const isAsked = isBusy && voice.phase !== 'transcribing';
  return [
    {
      ...idleVoice,
      mode,
      phase: 'listening',
      turn,
      utterance,
      recovering,
      tookBack: isAsked ? continues : continues && voice.tookBack,
    },
    [
      ...(isAsked ? [{ type: 'cancel', reason } as const] : []),
      { type: 'transcribe', turn, utterance, continues },
    ],
  ];
}

function challenged(
  voice: Voice,
  { utterance, ended }: Challenger,
  outcome: 'challenge-won' | 'challenge-doubted' | 'challenge-lost',
): Step {
  if (outcome === 'challenge-doubted') return [voice, [duck(false)]];
  if (outcome === 'challenge-lost') return [{ ...voice, challenger: null }, [duck(false)]];
  const { mode, recovering } = voice;
  const turn = voice.turn + 1;
  const phase = ended ? 'transcribing' : 'listening';
  return [
    { ...idleVoice, mode, phase, turn, utterance, recovering },
    [
      { type: 'cancel', reason: 'barge-in' },
      { type: 'transcribe', turn, utterance, continues: false },
    ],
  ];
}

function speechMisfired(heard: Voice): Step {
  const voice = heard.goesOn ? { ...heard, goesOn: false } : heard;
  const isHeld = voice.mode === 'push-to-talk';
  // What was being said when it began may be over.
  if (voice.phase === 'speaking' || (voice.phase === 'listening' && !isHeld))
    return [voice, [duck(false)]];
  if (voice.phase !== 'listening') return [voice, []];
  return stop(voice, [{ type: 'report-nothing-heard' }]);
}

function speechEnded(voice: Voice, utterance: number): Step {
  // However long its words take, the answer is not kept quiet for them any more.
  if (voice.challenger?.utterance === utterance)
    return [{ ...voice, challenger: { utterance, ended: true } }, [duck(false)]];
  if (voice.phase !== 'listening') return [voice, []];
  const isKnown = voice.utterance === utterance;
  const turn = isKnown ? voice.turn : voice.turn + 1;
  const effects: VoiceEffect[] = isKnown
    ? []
    : [{ type: 'transcribe', turn, utterance, continues: false }];
  if (voice.mode === 'push-to-talk') effects.push({ type: 'close-mic' });
  return [{ ...voice, phase: 'transcribing', turn, utterance }, effects];
}

type TurnEvent = Extract<VoiceEvent, { readonly turn: number }>;

function ofThisTurn(voice: Voice, event: TurnEvent): Step {
  switch (event.type) {
    case 'transcribed':
      return transcribed(voice, event.text);
    case 'audio-started':
      if (voice.phase !== 'thinking') return [voice, []];
      return [
        { ...voice, phase: 'speaking' },
        voice.goesOn ? [{ type: 'duck', ducked: true }] : [],
      ];
    case 'reply-shown':
      return [voice.replyShown ? voice : { ...voice, replyShown: true }, []];
    case 'reply-ended':
      return replied({ ...voice, replyEnded: true });
    case 'playback-drained':
      return replied({ ...voice, playbackDrained: true });
    case 'failed':
      return failed(voice, event.code);
  }
}

/** The words may come before the news that the speech has ended: they are another worker's. */
function transcribed(voice: Voice, text: string): Step {
  const isAhead = voice.phase === 'listening' && voice.utterance !== null;
  if (voice.phase !== 'transcribing' && !isAhead) return [voice, []];
  const closing: VoiceEffect[] =
    isAhead && voice.mode === 'push-to-talk' ? [{ type: 'close-mic' }] : [];
  if (text === '') return turnOver(voice, [...closing, { type: 'report-nothing-heard' }]);
  return [
    {
      ...voice,
      phase: 'thinking',
      replyEnded: false,
      playbackDrained: false,
      tookBack: false,
      recovering: false,
    },
    [...closing, { type: 'reply', turn: voice.turn, text }],
  ];
}

/** An answer is over when it is written and what was spoken of it has been heard. */
function replied(voice: Voice): Step {
  if (voice.phase !== 'thinking' && voice.phase !== 'speaking') return [voice, []];
  return voice.replyEnded && voice.playbackDrained ? turnOver(voice, []) : [voice, []];
}

/** Hands-free, the microphone is joined to fresh workers once, so that talking goes on; what fails again ends it. */
function failed(voice: Voice, code: ErrorCode): Step {
  const report: VoiceEffect = { type: 'report-failure', code };
  const canRecover = voice.mode === 'hands-free' && voice.phase !== 'opening' && !voice.recovering;
  if (voice.phase === 'idle') return [voice, []];
  if (code.startsWith('microphone')) return withoutMicrophone(voice, report);
  const words = wordsOf(voice);
  if (!canRecover) return stop(voice, [report], words);
  const { mode } = voice;
  return [
    { ...idleVoice, mode, phase: 'opening', turn: voice.turn + 1, recovering: true },
    [...words, { type: 'cancel', reason: 'stop' }, { type: 'open-mic', mode }, report],
  ];
}

/** A question that was heard whole needs no microphone to be answered: it is the last one, as a held turn's is. */
function withoutMicrophone(voice: Voice, report: VoiceEffect): Step {
  if (busy.includes(voice.phase)) {
    return [
      { ...voice, mode: 'push-to-talk', challenger: null, goesOn: false },
      [duck(false), { type: 'close-mic' }, report],
    ];
  }
  return stop(voice, [report], wordsOf(voice));
}

/** From the first word until the question is asked. */
const wordsOf = ({ phase }: Voice): VoiceEffect[] =>
  phase === 'listening' || phase === 'transcribing' ? [{ type: 'keep-words' }] : [];

/** Hands-free goes on listening; a held turn was one turn. */
function turnOver(voice: Voice, reports: readonly VoiceEffect[]): Step {
  const phase = voice.mode === 'hands-free' ? 'listening' : 'idle';
  const { mode, turn, recovering, challenger } = voice;
  return [{ ...idleVoice, mode, phase, turn, recovering, challenger }, reports];
}
