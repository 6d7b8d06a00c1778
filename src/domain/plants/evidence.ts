/** Where in the square that was judged a condition showed, in words and as a square. */
import type { ConditionId, Evidence } from './diagnosis';
import { around, type PhotoSize, type Square } from './square';

/** Of one condition. */
export interface EvidenceMap {
  readonly columns: number;
  /** As in `Evidence`. */
  readonly weights: readonly number[];
}

export function mapOf(evidence: Evidence | undefined, id: ConditionId): EvidenceMap | null {
  const weights = evidence?.maps[id];
  return weights ? { columns: evidence.columns, weights } : null;
}

/** `scattered` is in none of the others for the most part; `everywhere` is nearly that. */
export type Place =
  | 'upper'
  | 'lower'
  | 'left'
  | 'right'
  | 'upper-left'
  | 'upper-right'
  | 'lower-left'
  | 'lower-right'
  | 'middle'
  | 'scattered'
  | 'everywhere';

/** Of 100: what is weaker than half of the strongest place is not spoken of. */
const strong = 50;
/** For the most part: this much of all that is strong. */
const most = 0.7;

/** Of the side: what is called its middle, and what still is where no side has the most. */
const middle = { left: 0.32, right: 0.68, top: 0.32, bottom: 0.68 };
const aroundMiddle = { left: 1 / 6, right: 5 / 6, top: 1 / 6, bottom: 5 / 6 };

/** Edges in the square, which goes from 0 to 1. */
interface Part {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const square: Part = { left: 0, right: 1, top: 0, bottom: 1 };

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly weight: number;
}

const strongCells = ({ columns, weights }: EvidenceMap): Cell[] =>
  weights
    .map((weight, at) => ({ column: at % columns, row: Math.floor(at / columns), weight }))
    .filter(({ weight }) => weight >= strong);

/** How much of a cell, the one `at` of so many in a line, lies between two points of that line. */
const shareBetween = (at: number, count: number, from: number, to: number): number =>
  Math.max(0, Math.min(at + 1, to * count) - Math.max(at, from * count));

/** A cell across an edge counts by what lies inside: an odd number of rows has one that is half above the middle, half below. */
export function placeOf(map: EvidenceMap): Place {
  const { columns, weights } = map;
  const rows = weights.length / columns;
  const cells = strongCells(map);
  if (cells.length > weights.length / 2) return 'everywhere';
  const weightIn = ({ left, right, top, bottom }: Part) =>
    cells.reduce((total, { column, row, weight }) => {
      const across = shareBetween(column, columns, left, right);
      return total + weight * across * shareBetween(row, rows, top, bottom);
    }, 0);
  const areMostlyIn = (part: Partial<Part>) =>
    weightIn({ ...square, ...part }) >= most * weightIn(square);
  // Before the halves: what lies in the middle lies a little to one side of it, too.
  if (areMostlyIn(middle)) return 'middle';
  const upper = areMostlyIn({ bottom: 0.5 }) ? 'upper' : null;
  const vertical = areMostlyIn({ top: 0.5 }) ? 'lower' : upper;
  const left = areMostlyIn({ right: 0.5 }) ? 'left' : null;
  const horizontal = areMostlyIn({ left: 0.5 }) ? 'right' : left;
  if (vertical && horizontal) return `${vertical}-${horizontal}`;
  return vertical ?? horizontal ?? (areMostlyIn(aroundMiddle) ? 'middle' : 'scattered');
}

/** Of the side of what was judged: a frame that leaves so little out helps nobody. */
const widest = 0.8;

/**
 * A square of the photo around what showed the condition, with half a place more on each side. Null where that is most of it.
 * @param judged the square that the map is of
 */
export function regionOf(map: EvidenceMap, judged: Square, photo: PhotoSize): Square | null {
  const cells = strongCells(map);
  if (cells.length === 0) return null;
  const across = cells.map(({ column }) => column);
  const down = cells.map(({ row }) => row);
  const [left, right] = [Math.min(...across), Math.max(...across) + 1];
  const [top, bottom] = [Math.min(...down), Math.max(...down) + 1];
  const cellPx = judged.sidePx / map.columns;
  const centre = {
    x: judged.leftPx + (cellPx * (left + right)) / 2,
    y: judged.topPx + (cellPx * (top + bottom)) / 2,
  };
  const side = (Math.max(right - left, bottom - top) + 1) * cellPx;
  return side > widest * judged.sidePx ? null : around(centre, side, photo);
}
