/**
 * One window of sound, up to 30 s, to words: the short context first, and again with the full one where the first
 * attempt went wrong.
 */
import { decode, type Decoded, type Draft } from './decode';
import { LogMel } from './log-mel';
import { sampleRateHz } from './mel-filters';
import { cutLoop, repeats } from './repetition';
import type { TokenText } from './text';
import type { WhisperGraph } from './whisper-graph';
import type { WhisperIds } from './whisper-ids';

export interface Whisper {
  readonly graph: WhisperGraph;
  readonly ids: WhisperIds;
  readonly text: TokenText;
}

export const windowSeconds = 30;
const framesPerSecond = 100;
/** Silence that Whisper needs to see after the words: with less it loops more often. */
const paddingSeconds = 2;
const noSpeechLimit = 0.6;

export interface WindowRequest {
  readonly languageId: number | null;
  readonly draft: Draft | null;
  /** A partial transcript makes one attempt: the next will be along soon. */
  readonly attempts: 'one' | 'as-needed';
  readonly signal?: AbortSignal;
}

export interface HeardWindow extends Decoded {
  /** Empty where there was no speech. */
  readonly text: string;
  readonly attempts: number;
}

/** Tokens that anyone could speak in this time, in any language. */
const tokenLimit = (seconds: number) => Math.min(220, Math.ceil(24 + 16 * seconds));

function framesFor(seconds: number): number {
  const frames = 2 * Math.ceil((seconds * framesPerSecond) / 2);
  return Math.min(windowSeconds * framesPerSecond, frames);
}

/** @param mel of the same window, so that frames are computed once for all its transcripts */
export async function hearWindow(
  whisper: Whisper,
  mel: LogMel,
  samples: Float32Array,
  request: WindowRequest,
): Promise<HeardWindow> {
  const soundSeconds = samples.length / sampleRateHz;
  const attempt = async (frames: number, draft: Draft | null) => {
    const run = await whisper.graph.hear(mel.features(samples, frames), request.signal);
    const decoded = await decode(run, whisper.ids, {
      languageId: request.languageId,
      draft,
      soundSeconds,
      maxTokens: tokenLimit(soundSeconds),
      ...(request.signal ? { signal: request.signal } : {}),
    });
    return { decoded, text: whisper.text.of(decoded.tokens, whisper.ids.endOfText) };
  };
  const shortFrames = framesFor(soundSeconds + paddingSeconds);
  const fullFrames = framesFor(windowSeconds);
  let heard = await attempt(shortFrames, request.draft);
  let attempts = 1;
  const wentWrong = repeats(heard.text) || !heard.decoded.complete;
  if (wentWrong && request.attempts === 'as-needed' && shortFrames < fullFrames) {
    heard = await attempt(fullFrames, null);
    attempts = 2;
  }
  const silent = heard.decoded.noSpeechProbability > noSpeechLimit;
  return { ...heard.decoded, text: silent ? '' : cutLoop(heard.text), attempts };
}
