/** Follows one utterance of the feed: a partial transcript whenever there is enough new sound, the final one at its end. */
import { AppError, isAborted, throwIfAborted } from '../../../domain/errors';
import type { TranscriptPartial } from '../../../protocol/speech';
import { sharedNowMs } from '../../shared-clock';
import type { Whisper } from './attempt';
import type { IncomingUtterance, UtteranceInbox } from './inbox';
import { sampleRateHz } from './mel-filters';
import { UtteranceHearing, type Heard } from './utterance-hearing';

const partialEverySamples = 0.3 * sampleRateHz;
/** Most silences of so many parts, 64 ms, become pauses: what is written down quickly then would keep their words waiting. */
const pausingParts = 2;

export interface FollowOptions {
  readonly languageId: number | null;
  readonly signal: AbortSignal;
  readonly onPartial: (partial: TranscriptPartial) => void;
  readonly onPause: (pause: Pause) => void;
}

export interface PausedWords {
  readonly text: string;
  readonly languageId: number | null;
  readonly lastProbability: number;
}

/** A pause that lasts. */
export interface Pause {
  readonly soundSamples: number;
  /** Null while the words up to it are being written down. */
  readonly words: PausedWords | null;
}

export interface Followed extends Heard {
  /** Length of the sound up to its last voiced part. */
  readonly endSamples: number;
  /** From the decision that it is over, which may wait here for a run of the nets, to the words. */
  readonly finalMs: number;
}

interface Following {
  readonly inbox: UtteranceInbox;
  readonly utterance: IncomingUtterance;
  readonly signal: AbortSignal;
}

/** Rejects `aborted` if the feed drops the utterance. */
export async function follow(
  whisper: Whisper,
  inbox: UtteranceInbox,
  utterance: IncomingUtterance,
  { languageId, signal, onPartial, onPause }: FollowOptions,
): Promise<Followed> {
  const hearing = new UtteranceHearing(whisper, languageId, utterance.sound);
  const following = { inbox, utterance, signal };
  let heard = { upTo: 0, quick: false };
  while (utterance.state === 'open') {
    const end = utterance.pausedAt ?? utterance.sound.length;
    const quick = utterance.pausedAt === null;
    const isKnown = end === heard.upTo && (quick || !heard.quick);
    // A net's run that has begun can't be given up: the words of a pause, which somebody waits for, would come after it.
    const isDue = utterance.silentParts === 0 && end - heard.upTo >= partialEverySamples;
    if (isKnown || (quick && !isDue)) {
      await inbox.news(signal);
      throwIfAborted(signal);
      continue;
    }
    heard = { upTo: end, quick };
    const heardMs = (1000 * end) / sampleRateHz;
    const say = (text: string) => {
      const isPaused = utterance.pausedAt === end;
      // What is heard once more is no question yet: an answer begun to it would have half a processor, and so would the ears.
      onPartial({ text, heardMs, atPause: isPaused && !hearing.isInDoubt });
      const { languageId, lastProbability } = hearing;
      if (isPaused && !quick)
        onPause({ soundSamples: end, words: { text, languageId, lastProbability } });
    };
    if (!quick) onPause({ soundSamples: end, words: null });
    // Their words are final, whatever comes meanwhile.
    await hearing.closeFullWindows(end, signal);
    // At a pause elsewhere only the sound up to there is of interest: what is heard then may be the final transcript.
    const isPausedElsewhere = () => utterance.pausedAt !== null && utterance.pausedAt !== end;
    const isPausing = () => quick && utterance.silentParts >= pausingParts;
    const isOvertaken = () => isPausing() || isPausedElsewhere();
    const text = await untilOvertaken(following, isOvertaken, (both) =>
      hearing.partial(end, both, quick),
    );
    if (text === null) continue;
    say(text);
    const isElsewhere = () => utterance.pausedAt !== end;
    if (quick || isElsewhere()) continue;
    // These may be all the words, and while the pause lasts there is time for doubts.
    if (!hearing.isInDoubt) continue;
    const again = await untilOvertaken(following, isElsewhere, (both) => hearing.again(both));
    if (again !== null) say(again);
  }
  if (utterance.state === 'dropped') throw new AppError('aborted', 'the utterance was dropped');
  const endSamples = utterance.pausedAt ?? utterance.sound.length;
  const words = await hearing.final(endSamples, signal);
  return { ...words, endSamples, finalMs: Math.max(0, sharedNowMs() - utterance.endedAtMs) };
}

/** Null once it is overtaken, or its utterance dropped: it is not waited for then. */
async function untilOvertaken(
  { inbox, utterance, signal }: Following,
  isOvertaken: () => boolean,
  hear: (signal: AbortSignal) => Promise<string>,
): Promise<string | null> {
  const overtaken = new AbortController();
  const hearing = hear(AbortSignal.any([signal, overtaken.signal]));
  let settled = false;
  const done = hearing.finally(() => (settled = true)).catch(() => {});
  while (!settled) {
    const waiting = new AbortController();
    await Promise.race([done, inbox.news(waiting.signal)]);
    waiting.abort();
    if (isOvertaken() || utterance.state === 'dropped') overtaken.abort();
    if (overtaken.signal.aborted) break;
  }
  try {
    return await hearing;
  } catch (thrown) {
    throwIfAborted(signal);
    if (isAborted(thrown) && overtaken.signal.aborted) return null;
    throw thrown;
  }
}
