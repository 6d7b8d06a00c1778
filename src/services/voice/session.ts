/** A session of voice turns: the runner with the real microphone, ears and mouth for its ports. */
import type { ErrorCode } from '../../domain/errors';
import { VoiceRunner } from '../../voice/runner';
import type { VoiceWatcher } from '../../voice/watcher';
import type { Heard, ReplyHooks } from '../../voice/ports';
import type { HearingService } from './hearing';
import type { SpeechService } from './speech';
import type { SpokenAnswers } from './spoken-answers';

export interface Conversing {
  /** BCP 47 primary tag; null lets the ears detect it. */
  language(): string | null;
  reply(heard: Heard, hooks: ReplyHooks): Promise<void>;
  readAhead(): void;
  beginAhead(question: string): void;
  dropAhead(): void;
  /** Somebody speaks: what is being answered or said stops. */
  interrupt(): void;
}

export interface SessionWatcher extends VoiceWatcher {
  /** The one that failed may be had again. */
  microphoneBack(): void;
}

export function openVoiceSession(
  hearing: HearingService,
  speech: SpeechService,
  spoken: SpokenAnswers,
  conversing: Conversing,
  watcher: SessionWatcher,
): VoiceRunner {
  let waiting = new AbortController();
  const failure: VoiceWatcher['failure'] = (code) => {
    watcher.failure(code);
    waiting.abort();
    waiting = new AbortController();
    if (code.startsWith('microphone-')) void waitForMicrophone(code, waiting.signal);
  };
  const waitForMicrophone = async (code: ErrorCode, signal: AbortSignal) => {
    // Where it cannot be fetched, what is said stays until the next press.
    const watching = await import('../../audio/microphone-back').catch(() => null);
    await watching?.whenMicrophoneIsBack(code, signal, () => watcher.microphoneBack());
  };
  return new VoiceRunner(
    {
      openMicrophone: (mode, signal, on) => hearing.open(mode, signal, on),
      transcribe: (utterance, signal, onPartial) =>
        speech.transcribe(utterance, { language: conversing.language(), signal, onPartial }),
      reply: (heard, hooks) => conversing.reply(heard, hooks),
      duck: (ducked) => spoken.duck(ducked),
      readAhead: () => conversing.readAhead(),
      beginAhead: (question) => conversing.beginAhead(question),
      dropAhead: () => conversing.dropAhead(),
      // Also the answer to a typed question, or one that is said again, is talked over.
      interrupt: () => conversing.interrupt(),
      said: (sinceMs) => spoken.said(sinceMs),
    },
    { ...watcher, failure },
  );
}

export type { VoiceRunner, Heard, ReplyHooks };
export type { TalkMode, Voice, VoicePhase } from '../../voice/voice';
