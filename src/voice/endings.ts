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
  const words = wordsOf(voice);
  if (!canRecover) return stop(voice, [report], words);
  const { mode } = voice;
  return [
    { ...idleVoice, mode, phase: 'opening', turn: voice.turn + 1, recovering: true },
    [...words, { type: 'cancel', reason: 'stop' }, { type: 'open-mic', mode }, report],
  ];
}

/** The microphone, or a worker that hears: what is being answered needs neither, and goes on. */
export function hearingFailed(voice: Voice, code: ErrorCode): Step {
  const report: VoiceEffect = { type: 'report-failure', code };
  if (voice.phase === 'idle') return [voice, []];
  if (code.startsWith('microphone')) return withoutMicrophone(voice, report);
  if (voice.phase !== 'thinking' && voice.phase !== 'speaking') return failed(voice, code);
  if (voice.mode === 'push-to-talk' || voice.recovering) return withoutMicrophone(voice, report);
  const { mode } = voice;
  return [
    { ...voice, challenger: null, goesOn: false, recovering: true, reopening: true },
    [{ type: 'drop-challenger' }, duck(false), { type: 'open-mic', mode }, report],
  ];
}

/** A question that was heard whole needs no microphone to be answered: it is the last one, as a held turn's is. */
function withoutMicrophone(voice: Voice, report: VoiceEffect): Step {
  if (busy.includes(voice.phase)) {
    return [
      { ...voice, mode: 'push-to-talk', challenger: null, goesOn: false, reopening: false },
      [{ type: 'drop-challenger' }, duck(false), { type: 'close-mic' }, report],
    ];
  }
  return stop(voice, [report], wordsOf(voice));
}

/** From the first word until the question is asked. */
const wordsOf = ({ phase }: Voice): VoiceEffect[] =>
  phase === 'listening' || phase === 'transcribing' ? [{ type: 'keep-words' }] : [];

/** Hands-free goes on listening; a held turn was one turn. */
export function turnOver(voice: Voice, reports: readonly VoiceEffect[]): Step {
  const hearing = voice.reopening ? 'opening' : 'listening';
  const phase = voice.mode === 'hands-free' ? hearing : 'idle';
  const { mode, turn, recovering, challenger } = voice;
  return [{ ...idleVoice, mode, phase, turn, recovering, challenger }, reports];
}
