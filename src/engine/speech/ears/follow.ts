/** Follows one utterance of the feed: a partial transcript whenever there is enough new sound, the final one at its end. */
import { AppError, isAborted, throwIfAborted } from '../../../domain/errors';
import type { TranscriptPartial } from '../../../protocol/speech';
import { sharedNowMs } from '../../shared-clock';
import type { Whisper } from './attempt';
import type { IncomingUtterance, UtteranceInbox } from './inbox';
import { sampleRateHz } from './mel-filters';
import { UtteranceHearing, type Heard } from './utterance-hearing';

const partialEverySamples = 0.3 * sampleRateHz;

export interface FollowOptions {
  readonly languageId: number | null;
  readonly signal: AbortSignal;
  readonly onPartial: (partial: TranscriptPartial) => void;
}

export interface Followed extends Heard {
  /** Length of the sound up to its last voiced part. */
  readonly endSamples: number;
  /** From the decision that it is over, which may wait here for a run of the nets, to the words. */
  readonly finalMs: number;
}

/** Rejects `aborted` if the feed drops the utterance. */
export async function follow(
  whisper: Whisper,
  inbox: UtteranceInbox,
  utterance: IncomingUtterance,
  { languageId, signal, onPartial }: FollowOptions,
): Promise<Followed> {
  const hearing = new UtteranceHearing(whisper, languageId, utterance.sound);
  let heardUpTo = 0;
  while (utterance.state === 'open') {
    const end = utterance.pausedAt ?? utterance.sound.length;
    const isDue = utterance.pausedAt === null ? end - heardUpTo >= partialEverySamples : true;
    if (!isDue || end === heardUpTo) {
      await inbox.news(signal);
      throwIfAborted(signal);
      continue;
    }
    heardUpTo = end;
    const text = await untilOvertaken(hearing, inbox, utterance, end, signal);
    if (text !== null) onPartial({ text, heardMs: (1000 * end) / sampleRateHz });
  }
  if (utterance.state === 'dropped') throw new AppError('aborted', 'the utterance was dropped');
  const endSamples = utterance.pausedAt ?? utterance.sound.length;
  const heard = await hearing.final(endSamples, signal);
  return { ...heard, endSamples, finalMs: sharedNowMs() - utterance.endedAtMs };
}

/**
 * A partial is given up at a pause, unless it is of just the sound before it: what is heard then may be the final
 * transcript, and half done when the end is sure.
 */
async function untilOvertaken(
  hearing: UtteranceHearing,
  inbox: UtteranceInbox,
  utterance: IncomingUtterance,
  end: number,
  signal: AbortSignal,
): Promise<string | null> {
  const overtaken = new AbortController();
  const both = AbortSignal.any([signal, overtaken.signal]);
  const partial = hearing.partial(end, both, () => utterance.pausedAt === end);
  partial.catch(() => {});
  let settled = false;
  const done = partial.finally(() => (settled = true)).catch(() => {});
  while (!settled) {
    const waiting = new AbortController();
    await Promise.race([done, inbox.news(waiting.signal)]);
    waiting.abort();
    // Ended, or perhaps about to: only the sound up to there is of interest now.
    const isOver = utterance.pausedAt !== null && utterance.pausedAt !== end;
    if (isOver || utterance.state === 'dropped') overtaken.abort();
    if (overtaken.signal.aborted) break;
  }
  try {
    return await partial;
  } catch (thrown) {
    throwIfAborted(signal);
    if (isAborted(thrown) && overtaken.signal.aborted) return null;
    throw thrown;
  }
}
