/**
 * A mind of the catalogue shown photos as the app shows them: taken by the worker for pictures, looked at before the
 * question, then asked about in conversations of their own.
 */
import type { PendingAttachment } from '../../src/domain/conversations/attachment';
import { AppError } from '../../src/domain/errors';
import type { GenerateSummary } from '../../src/protocol/language';
import { MindService } from '../../src/services/mind/mind';
import { PicturesService } from '../../src/services/photos/pictures';
import { photos as photoTexts } from '../../src/ui/texts/photos';
import { bring, model, plan } from '../browser/support/models';
import { askedEachTime } from '../fakes/known-answers';
import { asQuestion } from './question';

export interface SightBench {
  /** Milliseconds to make it a photo and to look at it; the code of the refusal where it is none. */
  show(file: Blob): Promise<{ takeMs: number; lookMs: number } | { refused: string }>;
  /** About the photo shown last. */
  ask(question: string): Promise<GenerateSummary>;
  /** The same words with no photo before them, by the same mind: what a photo costs beside them. */
  askInWords(question: string): Promise<GenerateSummary>;
}

/** What was seen stays in the worker: after so many photos a fresh one begins, as after some days of use. */
const photosAWorker = 100;

/** @param mindId which language model of the catalogue; it is asked to look even where its eye is not trained yet */
export async function openSight(mindId: string): Promise<SightBench> {
  const found = model(mindId, 'language');
  const own = plan({ ...found, sight: 'trained' as const });
  await bring(own);
  const photos = new Map<string, Blob>();
  const mind = new MindService(own, async (id) => photos.get(id), askedEachTime());
  mind.untold = photoTexts.smallAnswers.untold;
  const pictures = new PicturesService();
  const never = new AbortController().signal;
  let shown: PendingAttachment | null = null;
  let count = 0;
  return {
    async show(file) {
      if (count++ % photosAWorker === 0) mind.end();
      photos.clear();
      shown = null;
      const startedAt = performance.now();
      let photo: PendingAttachment;
      try {
        photo = await pictures.take(file, never);
      } catch (thrown) {
        return { refused: AppError.from(thrown).code };
      }
      const takenAt = performance.now();
      await mind.start();
      const readyAt = performance.now();
      photos.set(photo.id, photo.blob);
      await mind.look(photo, never);
      shown = photo;
      return { takeMs: takenAt - startedAt, lookMs: performance.now() - readyAt };
    },
    async ask(question) {
      if (!shown) throw new AppError('bad-input', 'no photo is shown');
      const { summary } = await mind.reply([asQuestion(question, [shown.id])], never);
      return summary;
    },
    async askInWords(question) {
      const { summary } = await mind.reply([asQuestion(question)], never);
      return summary;
    },
  };
}
