/** A diagnosis with further photos of its plant: all of them are judged together. */
import { problemOf, verdictOf, type PlantScores } from './diagnosis';
import type { AttachmentId } from '../ids';
import { foundIn, type DiagnosisPart, type Specialist } from './findings';

export interface Examined {
  readonly id: AttachmentId;
  readonly scores: PlantScores;
}

/**
 * What its person said of the plant stays said. `no-plant` where the further photos show none.
 * @param earlier its photos, those that are still there
 */
export function continued(
  { type, modelId, attachmentIds, requested, crop, signs }: DiagnosisPart,
  earlier: readonly Examined[],
  further: readonly Examined[],
  specialist: Specialist,
): DiagnosisPart | 'no-plant' {
  const base = {
    ...{ type, modelId },
    ...(requested && { requested }),
    ...(crop !== undefined && { crop }),
    ...(signs && { signs }),
  };
  const isClear = ({ scores }: Examined) => problemOf(scores.quality) === null;
  const clear = further.filter(isClear);
  const leaves = clear.filter(({ scores }) => {
    const { probabilities } = foundIn([scores], specialist);
    return verdictOf(probabilities, specialist.calibration).type !== 'no-plant';
  });
  if (leaves.length > 0) {
    const counted = [...earlier.filter(isClear), ...leaves];
    const found = foundIn(
      counted.map(({ scores }) => scores),
      specialist,
    );
    return { ...base, attachmentIds: counted.map(({ id }) => id), ...found };
  }
  const unclear = further.filter((each) => !isClear(each));
  const [bad] = unclear;
  if (!bad) return 'no-plant';
  // The next one is judged with all that were clear; what was clear here showed no leaf.
  const all = [...attachmentIds, ...unclear.map(({ id }) => id)];
  return { ...base, attachmentIds: [...new Set(all)], problem: problemOf(bad.scores.quality)! };
}
