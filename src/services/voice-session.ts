/** A session of voice turns: the runner with the real microphone, ears and mouth for its ports. */
import { VoiceRunner } from '../voice/runner';
import type { VoiceWatcher } from '../voice/watcher';
import type { Heard, ReplyHooks } from '../voice/ports';
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

export function openVoiceSession(
  hearing: HearingService,
  speech: SpeechService,
  spoken: SpokenAnswers,
  conversing: Conversing,
  watcher: VoiceWatcher,
): VoiceRunner {
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
      played: () => spoken.played,
    },
    watcher,
  );
}

export type { VoiceRunner, VoiceWatcher, Heard, ReplyHooks };
export type { TalkMode, Voice, VoicePhase } from '../voice/machine';
