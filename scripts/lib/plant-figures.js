/** The figures of `npm run eval:plants`, from what was judged of each photo. */
import { median } from './median.js';

/**
 * @typedef {{ id: string, probability: number }} Cause
 * @typedef {{ truth: string, problem: string | null, verdict: { type: string, causes?: Cause[] }, causes: Cause[],
 *   causesGiven: Cause[] | null, examineMs: number }} Judged `truth` is a condition, `not_plant` or `other_plant`
 */

const bins = 15;
const share = (part, whole) => (whole === 0 ? null : Number((part / whole).toFixed(3)));
const isRefused = ({ verdict, problem }) =>
  problem !== null || verdict.type === 'no-plant' || verdict.type === 'unknown-plant';

/** How far what is said to be certain is from what is right, weighted by photos: expected calibration error. */
export function calibrationError(pairs) {
  const sums = Array.from({ length: bins }, () => ({ count: 0, said: 0, right: 0 }));
  for (const { said, isRight } of pairs) {
    const bin = sums[Math.min(bins - 1, Math.floor(said * bins))];
    bin.count += 1;
    bin.said += said;
    bin.right += isRight ? 1 : 0;
  }
  const off = sums.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0);
  return share(off, pairs.length);
}

/**
 * Of nothing, a share is null.
 * @param {Judged[]} judged
 * @param {number} unreadable files that were no photo: no share counts them
 */
export function plantFigures(judged, unreadable = 0) {
  const crops = judged.filter(({ truth }) => truth.includes('__'));
  const notPlants = judged.filter(({ truth }) => truth === 'not_plant');
  const otherPlants = judged.filter(({ truth }) => truth === 'other_plant');
  const isFirst = ({ causes, truth }) => causes[0]?.id === truth;
  const among = (causes, truth) => causes?.some(({ id }) => id === truth) ?? false;
  const committed = crops.filter((each) => each.verdict.type === 'likely' && !each.problem);
  const listing = crops.filter(({ verdict }) => verdict.causes !== undefined);
  const count = (list, isCounted) => list.filter(isCounted).length;
  return {
    photos: judged.length,
    unreadable,
    top1: share(count(crops, isFirst), crops.length),
    top3: share(
      count(crops, ({ causes, truth }) => among(causes.slice(0, 3), truth)),
      crops.length,
    ),
    top1GivenCrop: share(
      count(crops, ({ causesGiven, truth }) => causesGiven?.[0]?.id === truth),
      crops.length,
    ),
    ece: calibrationError(
      crops.map((each) => ({ said: each.causes[0]?.probability ?? 0, isRight: isFirst(each) })),
    ),
    committed: share(committed.length, crops.length),
    accuracyCommitted: share(
      count(committed, ({ verdict, truth }) => verdict.causes[0].id === truth),
      committed.length,
    ),
    setSize: share(
      listing.reduce((sum, { verdict }) => sum + verdict.causes.length, 0),
      listing.length,
    ),
    coverage: share(
      count(listing, ({ verdict, truth }) => among(verdict.causes, truth)),
      listing.length,
    ),
    nonPlantRefused: share(count(notPlants, isRefused), notPlants.length),
    otherPlantRefused: share(count(otherPlants, isRefused), otherPlants.length),
    plantRefused: share(count(crops, isRefused), crops.length),
    unclear: share(
      count(crops, ({ problem }) => problem !== null),
      crops.length,
    ),
    msPerPhoto:
      judged.length === 0 ? null : Math.round(median(judged.map((each) => each.examineMs))),
  };
}
