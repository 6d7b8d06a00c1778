/** What every voice model is to the worker: words in, sound out, in pieces that can be played one after another. */
import type { ModelPlan, SpeechSynthesisModel } from '../../../domain/models/model';
import type { SpokenAudio } from '../../../protocol/speech';
import type { GraphLoad } from '../../graph';

export interface SpeakOptions {
  /** False leaves out what makes a voice say the same sentence differently each time, as far as it can. */
  readonly chance?: boolean;
  /** Where it fires before a piece, that one may never come. */
  readonly signal?: AbortSignal;
}

export interface Voice {
  /** Nothing where there is nothing to say. `rate` above 1 is faster. What comes at once cannot be stopped half-way. */
  speak(text: string, rate: number, options?: SpeakOptions): AsyncIterable<SpokenAudio>;
  release(): Promise<void>;
}

export interface VoiceLoad extends GraphLoad {
  readonly plan: ModelPlan<SpeechSynthesisModel>;
  readonly voiceId: string;
}

/** Marks and pictures alone are not spoken. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
