/** The ears' half of the speech contract. */
import { AppError } from '../../../domain/errors';
import { howItReads } from '../../../domain/voice/reads-as-finished';
import type { Handlers } from '../../../protocol/serve';
import type { EarsContract } from '../../../protocol/speech';
import { loadedModel } from '../../loaded-model';
import type { OpenModel } from '../../weights/reader';
import type { Whisper } from './attempt';
import { loadEars } from './ears';
import { follow } from './follow';
import { UtteranceInbox } from './inbox';
import { sampleRateHz } from './mel-filters';

export function createEarsHandlers(openModel: OpenModel): Handlers<EarsContract> {
  const inbox = new UtteranceInbox();
  let ears: Whisper | null = null;
  /** One utterance at a time: a speaker may go on while the words before a pause are still written down. */
  let earlier: Promise<unknown> = Promise.resolve();
  /** One after the other: the smaller ones would be there first, and then replaced by those chosen before them. */
  let loading: Promise<unknown> = Promise.resolve();
  return {
    loadEars({ plan, selfTest }, { signal, emit }) {
      const load = loading.then(async () => {
        const startedAt = performance.now();
        const previous = ears;
        ears = await loadEars(plan, await openModel(plan), { selfTest, signal, onProgress: emit });
        // An utterance may still be written down by them.
        void earlier.then(() => previous?.graph.dispose());
        return loadedModel(plan, startedAt);
      });
      loading = load.catch(() => {});
      return load;
    },
    async attach({ utterances }) {
      inbox.attach(utterances);
    },
    async transcribe({ utterance, language }, { signal, emit, transfer }) {
      if (!ears) throw new AppError('model-missing', 'no ears are loaded');
      const whisper = ears;
      const { ids } = whisper;
      const incoming = inbox.get(utterance);
      const tagOf = (id: number | null) => (id === null ? language : ids.languageTag(id));
      try {
        const following = earlier.then(() =>
          follow(whisper, inbox, incoming, {
            languageId: language === null ? null : ids.languageId(language),
            signal,
            onPartial: emit,
            onPause: ({ soundSamples, words }) => {
              // To end while they are being written down would bring the answer no nearer.
              const reads = words
                ? howItReads(words.text, words.lastProbability, tagOf(words.languageId))
                : 'unfinished';
              inbox.judge({ type: 'pause-judged', utterance, soundSamples, reads });
            },
          }),
        );
        earlier = following.catch(() => {});
        const heard = await following;
        const samples = incoming.sound.copy(0, heard.endSamples);
        transfer(samples.buffer);
        return {
          text: heard.text,
          language: tagOf(heard.languageId) ?? 'en',
          audioMs: (1000 * samples.length) / sampleRateHz,
          finalMs: heard.finalMs,
          decisionMs: incoming.decisionMs,
          verifiedTokens: heard.verifiedTokens,
          attempts: heard.attempts,
          noSpeechProbability: heard.noSpeechProbability,
          samples,
        };
      } finally {
        inbox.forget(utterance);
      }
    },
  };
}
