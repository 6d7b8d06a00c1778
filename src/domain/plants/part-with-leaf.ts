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
/** Across and down, spread evenly: so many overlap in a photo that is no longer than 3:2, and a longer one has more, side by side. */
const leastEachWay = 3;
/** Of all probability, what conditions of known crops must have together. */
const leastOfLeaf = 0.98;

/** Of a plant that is none of the crops known, a part looks like a leaf of one too often: there none is looked for. */
export const mayShowMoreInPart = ({ type }: Verdict): boolean =>
  type === 'no-plant' || type === 'unsure';

const canBeJudged = ({ type }: Verdict): boolean => type === 'likely' || type === 'possible';

/** In rows from the top left; no place of the photo is in none. */
export function partsToLookAt({ widthPx, heightPx }: PhotoSize): Square[] {
  const sidePx = Math.round(Math.min(widthPx, heightPx) * partShare);
  const along = (lengthPx: number) => {
    const room = lengthPx - sidePx;
    const count = Math.max(leastEachWay, Math.ceil(room / sidePx) + 1);
    return Array.from({ length: count }, (_, at) => Math.round((room * at) / (count - 1)));
  };
  const lefts = along(widthPx);
  return along(heightPx).flatMap((topPx) => lefts.map((leftPx) => ({ leftPx, topPx, sidePx })));
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
