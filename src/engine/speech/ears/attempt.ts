/** One attempt at the words of a sound up to 30 s, in a context of chosen length. */
import { decode, type Decoded, type Draft } from './decode';
import { EncodedSound } from './encoded-sound';
import { framesPerPosition, positionsPerSecond } from './growth';
import type { LogMel } from './log-mel';
import { sampleRateHz } from './mel-filters';
import { cutLoop, repeats, repeatsBeyondSpeech } from './repetition';
import type { TokenText } from './text';
import type { WhisperGraph } from './whisper-graph';
import type { WhisperIds } from './whisper-ids';

export interface Whisper {
  readonly graph: WhisperGraph;
  readonly ids: WhisperIds;
  readonly text: TokenText;
}

export const windowSeconds = 30;
/** Silence that Whisper needs to see after the words: with less it loops more often, and hears short commands worse. */
const paddingSeconds = 2;
/** Seconds that are seen at least. */
const leastSeconds: Readonly<Record<Context, number>> = { short: 0, wide: 16, full: windowSeconds };
const noSpeechLimit = 0.6;
/** Words that are less likely than this on average are often wrong: the reference decoder's limit. */
const unlikely = -1;

export type Context = 'short' | 'wide' | 'full';

export interface AttemptRequest {
  readonly languageId: number | null;
  readonly draft: Draft | null;
  /** `short` costs what the sound is long; `wide` about half as much as `full`, which costs 30 s and goes wrong least. */
  readonly context: Context;
  /** What earlier attempts left of the same sound, of which this one then encodes only what is new; nothing where it is left out. */
  readonly encoded?: EncodedSound;
  /** For words that soon give way to others. */
  readonly quick?: boolean;
  readonly signal: AbortSignal;
}

export interface Attempt extends Decoded {
  /** Empty where there was no speech; a repeating tail is cut. */
  readonly text: string;
  /** The tail repeats, or the decoder found no end. */
  readonly wentWrong: boolean;
  /** There are words, and they are not likely to be those that were said. */
  readonly isDoubtful: boolean;
}

/** Tokens that anyone could speak in this time, in any language: fewer at once where a loop is in the way of newer words. */
const tokenLimit = (seconds: number, quick: boolean) =>
  Math.min(220, Math.ceil((quick ? 8 : 24) + 16 * seconds));

/** @param mel of the same sound, so that frames are computed once for all its attempts */
export async function attempt(
  { graph, ids, text }: Whisper,
  mel: LogMel,
  samples: Float32Array,
  request: AttemptRequest,
): Promise<Attempt> {
  const {
    languageId,
    draft,
    context,
    encoded = new EncodedSound(),
    quick = false,
    signal,
  } = request;
  const soundSeconds = samples.length / sampleRateHz;
  const wantedSeconds = Math.max(leastSeconds[context], soundSeconds + paddingSeconds);
  const soundPositions = Math.ceil(soundSeconds * positionsPerSecond);
  const wanted = Math.ceil(wantedSeconds * positionsPerSecond);
  const positions = encoded.positionsSeen({ wanted, soundPositions, isQuick: quick });
  const features = mel.features(samples, framesPerPosition * positions);
  const run = await graph.hear(features, signal, { encoded, soundPositions, isQuick: quick });
  const maxTokens = tokenLimit(soundSeconds, quick);
  const known = { languageId, draft, soundSeconds, maxTokens };
  const decoded = await decode(run, ids, { ...known, quick, signal });
  const words = text.of(decoded.tokens, ids.endOfText);
  const wentWrong = repeats(words) || !decoded.complete;
  // What the full context hears twice was said twice: only a shorter one makes up a second time.
  const isLoop = context !== 'full' || !decoded.complete || repeatsBeyondSpeech(words);
  const heard = isLoop ? cutLoop(words) : words;
  const said = decoded.noSpeechProbability > noSpeechLimit ? '' : heard;
  const isDoubtful = said !== '' && decoded.meanLogProbability < unlikely;
  return { ...decoded, text: said, wentWrong, isDoubtful };
}
