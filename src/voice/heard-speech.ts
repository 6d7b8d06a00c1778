/**
 * What speech means that is heard: a question, the rest of one, or somebody who speaks over an answer. Pure, as the machine
 * that asks.
 */
import { stop } from './endings';
import {
  busy,
  duck,
  idleVoice,
  type Challenger,
  type Step,
  type Voice,
  type VoiceEffect,
} from './voice';

export function speechStarted(voice: Voice, isOver: boolean): Step {
  if (voice.phase === 'speaking' || isChallenge(voice, isOver)) return [voice, [duck(true)]];
  if (voice.phase === 'listening') return [voice, [{ type: 'read-ahead' }]];
  const isUnanswered = voice.phase === 'transcribing' || voice.phase === 'thinking';
  const goesOn = isUnanswered && voice.mode === 'hands-free' && !voice.replyShown;
  return [goesOn ? { ...voice, goesOn } : voice, []];
}

/** A question that is being asked already is none, nor is speech before the answer can be heard. */
function isChallenge(voice: Voice, isOver: boolean): boolean {
  const { phase, mode, utterance, challenger, goesOn } = voice;
  if (mode !== 'hands-free' || goesOn) return false;
  if (phase === 'speaking') return true;
  return phase === 'listening' && utterance === null && (isOver || challenger !== null);
}

export function speechConfirmed(voice: Voice, utterance: number, isOver: boolean): Step {
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

export function challenged(
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

export function speechMisfired(heard: Voice): Step {
  const voice = heard.goesOn ? { ...heard, goesOn: false } : heard;
  const isHeld = voice.mode === 'push-to-talk';
  // What was being said when it began may be over.
  if (voice.phase === 'speaking' || (voice.phase === 'listening' && !isHeld))
    return [voice, [duck(false)]];
  if (voice.phase !== 'listening') return [voice, []];
  return stop(voice, [{ type: 'report-nothing-heard' }]);
}

export function speechEnded(voice: Voice, utterance: number): Step {
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
