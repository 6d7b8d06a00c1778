/** The plant specialist as the app asks it: a photo taken by the worker for pictures, then judged alone. */
import {
  causesOf,
  probabilitiesOf,
  problemOf,
  verdictOf,
  type Cause,
  type PhotoProblem,
  type Verdict,
} from '../../src/domain/plants/diagnosis';
import { AppError } from '../../src/domain/errors';
import { PicturesService } from '../../src/services/photos/pictures';
import { PlantsService } from '../../src/services/plants/plants';
import { bring, model, plan } from '../browser/support/models';
import { askedEachTime } from '../fakes/known-answers';

export interface PlantsBench {
  /** @param crop the true one, for what is said once it is given; null where it has none */
  judge(file: Blob, crop: string | null): Promise<JudgedPhoto | { refused: string }>;
}

export interface JudgedPhoto {
  readonly problem: PhotoProblem | null;
  readonly verdict: Verdict;
  readonly causes: readonly Cause[];
  readonly causesGiven: readonly Cause[] | null;
  readonly sharpness: number;
  readonly examineMs: number;
}

export async function openPlants(): Promise<PlantsBench> {
  const own = plan(model('plants', 'plants'));
  await bring(own);
  const plants = new PlantsService(own, askedEachTime());
  const pictures = new PicturesService();
  const never = new AbortController().signal;
  const { classes, calibration } = own.model;
  return {
    async judge(file, crop) {
      let photo: Blob;
      try {
        photo = (await pictures.take(new File([file], 'photo.jpg'), never)).blob;
      } catch (thrown) {
        return { refused: AppError.from(thrown).code };
      }
      const startedAt = performance.now();
      const scores = await plants.examine(photo, never);
      const examineMs = performance.now() - startedAt;
      const probabilities = probabilitiesOf([scores], classes, calibration);
      return {
        problem: problemOf(scores.quality),
        verdict: verdictOf(probabilities, calibration),
        causes: causesOf(probabilities),
        causesGiven: crop === null ? null : causesOf(probabilities, crop),
        sharpness: scores.quality.sharpness,
        examineMs,
      };
    },
  };
}
