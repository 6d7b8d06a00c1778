/** Who is told what a session of voice turns does. */
import type { ErrorCode } from '../domain/errors';
import type { Voice } from './voice';

export interface VoiceWatcher {
  voice(voice: Voice): void;
  /** 0 to 1, about fifteen times a second while the microphone is open. */
  level(rms: number): void;
  /** The microphone is open, and something else than Tansy keeps it silent. */
  muted(muted: boolean): void;
  /** What is understood so far of what is being said. */
  partial(text: string): void;
  /** The partial of now is the last one of its question, which will not be asked. */
  keepWords(): void;
  nothingHeard(): void;
  failure(code: ErrorCode): void;
  /** Part of what a session needs could not be fetched. */
  unfetched(): void;
}
