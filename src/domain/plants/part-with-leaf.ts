/** Where a leaf is too small in its photo to be judged: the part of it in which one is seen. */
import {
  isCondition,
  probabilitiesOf,
  verdictOf,
  type PlantCalibration,
  type PlantScores,
  type Verdict,
} from './diagnosis';
import type { PhotoSize, Square } from './square';

/** Of the shorter side. */
const partShare = 1 / 2;
/** Across and down, spread evenly: a leaf is whole in one of them, or nearly. */
const perSide = 3;
/** Of all probability, what conditions of known crops must have together. */
const leastOfLeaf = 0.98;

/** Of a plant that is none of the crops known, a part looks like a leaf of one too often: there none is looked for. */
export const mayShowMoreInPart = ({ type }: Verdict): boolean =>
  type === 'no-plant' || type === 'unsure';

const canBeJudged = ({ type }: Verdict): boolean => type === 'likely' || type === 'possible';

/** In rows from the top left. */
export function partsToLookAt({ widthPx, heightPx }: PhotoSize): Square[] {
  const sidePx = Math.round(Math.min(widthPx, heightPx) * partShare);
  const at = (lengthPx: number, step: number) =>
    Math.round(((lengthPx - sidePx) * step) / (perSide - 1));
  const steps = Array.from({ length: perSide }, (_, step) => step);
  return steps.flatMap((row) =>
    steps.map((column) => ({
      leftPx: at(widthPx, column),
      topPx: at(heightPx, row),
      sidePx,
    })),
  );
}

export interface SeenPart {
  readonly square: Square;
  readonly scores: PlantScores;
}

/** The one that most surely shows a leaf of a known crop, and can be judged; null where none does. */
export function partWithLeaf(
  parts: readonly SeenPart[],
  { classes, calibration }: { classes: readonly string[]; calibration: PlantCalibration },
): Square | null {
  const seen = parts.flatMap(({ square, scores }) => {
    const probabilities = probabilitiesOf([scores], classes, calibration);
    if (!canBeJudged(verdictOf(probabilities, calibration))) return [];
    const ofLeaf = Object.entries(probabilities)
      .filter(([id]) => isCondition(id))
      .reduce((sum, [, probability]) => sum + probability, 0);
    const first = Math.max(...Object.values(probabilities));
    return ofLeaf >= leastOfLeaf ? [{ square, sureness: ofLeaf * first }] : [];
  });
  const best = seen.toSorted((a, b) => b.sureness - a.sureness)[0];
  return best?.square ?? null;
}
