/**
 * A voice turn as a pure reducer: `step(voice, event)` gives the next state and what is to be done, as data. Every turn
 * has a number; what belongs to an older one is ignored.
 */
import { failed, hearingFailed, stop, turnOver } from './endings';
import {
  challenged,
  speechConfirmed,
  speechEnded,
  speechMisfired,
  speechStarted,
} from './heard-speech';
import {
  idleVoice,
  type Step,
  type TalkMode,
  type Voice,
  type VoiceEffect,
  type VoiceEvent,
} from './voice';

export function step(voice: Voice, event: VoiceEvent): Step {
  switch (event.type) {
    case 'start':
      return start(voice, event.mode);
    case 'release':
      return release(voice);
    case 'stop':
      return stop(voice, []);
    case 'mic-opened':
      return [opened(voice), []];
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

/** An answer that went on meanwhile still does. */
function opened(voice: Voice): Voice {
  if (voice.phase === 'opening') return { ...voice, phase: 'listening', reopening: false };
  return voice.reopening ? { ...voice, reopening: false } : voice;
}

function release(voice: Voice): Step {
  if (voice.mode !== 'push-to-talk') return [voice, []];
  // Let go before the microphone was open: nothing can have been heard.
  if (voice.phase === 'opening') return stop(voice, [{ type: 'report-nothing-heard' }]);
  if (voice.phase !== 'listening') return [voice, []];
  return [voice, [{ type: 'hold', held: false }]];
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
    case 'hearing-failed':
      return hearingFailed(voice, event.code);
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
  if (!voice.replyEnded || !voice.playbackDrained) return [voice, []];
  // While nobody speaks there is time to read what was said.
  return turnOver(voice, [{ type: 'read-ahead' }]);
}
