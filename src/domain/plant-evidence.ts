/** Where in the square that was judged a condition showed, in words and as a square. */
import type { ConditionId, Evidence } from './diagnosis';
import { around, type PhotoSize, type Square } from './plant-square';

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

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly weight: number;
}

const strongCells = ({ columns, weights }: EvidenceMap): Cell[] =>
  weights
    .map((weight, at) => ({ column: at % columns, row: Math.floor(at / columns), weight }))
    .filter(({ weight }) => weight >= strong);

export function placeOf(map: EvidenceMap): Place {
  const { columns, weights } = map;
  const rows = weights.length / columns;
  const cells = strongCells(map);
  if (cells.length > weights.length / 2) return 'everywhere';
  const sum = (some: readonly Cell[]) => some.reduce((total, { weight }) => total + weight, 0);
  const areMostly = (counts: (x: number, y: number) => boolean) =>
    sum(cells.filter(({ column, row }) => counts((column + 0.5) / columns, (row + 0.5) / rows))) >=
    most * sum(cells);
  const areWithin = (reach: number) =>
    areMostly((x, y) => Math.abs(x - 0.5) < reach && Math.abs(y - 0.5) < reach);
  // Before the halves: what lies in the middle lies a little to one side of it, too.
  if (areWithin(0.2)) return 'middle';
  const upper = areMostly((_, y) => y < 0.5) ? 'upper' : null;
  const vertical = areMostly((_, y) => y > 0.5) ? 'lower' : upper;
  const left = areMostly((x) => x < 0.5) ? 'left' : null;
  const horizontal = areMostly((x) => x > 0.5) ? 'right' : left;
  if (vertical && horizontal) return `${vertical}-${horizontal}`;
  return vertical ?? horizontal ?? (areWithin(0.3) ? 'middle' : 'scattered');
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
  const middle = {
    x: judged.leftPx + (cellPx * (left + right)) / 2,
    y: judged.topPx + (cellPx * (top + bottom)) / 2,
  };
  const side = (Math.max(right - left, bottom - top) + 1) * cellPx;
  return side > widest * judged.sidePx ? null : around(middle, side, photo);
}
