/** How a turn comes to its end: stopped, over, or failed. Pure, as the machine that asks. */
import type { ErrorCode } from '../domain/errors';
import { busy, duck, idleVoice, type Step, type Voice, type VoiceEffect } from './voice';

export function stop(
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

/** Hands-free, the microphone is joined to fresh workers once, so that talking goes on; what fails again ends it. */
export function failed(voice: Voice, code: ErrorCode): Step {
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
export function turnOver(voice: Voice, reports: readonly VoiceEffect[]): Step {
  const phase = voice.mode === 'hands-free' ? 'listening' : 'idle';
  const { mode, turn, recovering, challenger } = voice;
  return [{ ...idleVoice, mode, phase, turn, recovering, challenger }, reports];
}
