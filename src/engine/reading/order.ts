/**
 * In which order a person reads what stands in a photo: from the top down, each row from the left, and one column of
 * running text after the other. Right to left is not known here: the recogniser has no such script.
 */
import type { TextBox } from './text-box';

/** A box after the photo's common slant is taken out of it. */
interface Flat {
  readonly box: TextBox;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly height: number;
}

/** Boxes are grown beyond their letters, so that those of two lines overlap: this much around the middle is letters. */
const letterPart = 0.3;
/** In heights of a line: what is further apart in a row is not one line. */
const widestGap = 2.5;
/** What columns of running text have: narrower ones are a table, which is read row by row. */
const columns = { narrowestGutter: 1.2, fewestRows: 3, narrowestRow: 6 };

/** Rows of boxes, the rows and the boxes of each in the order in which they are read. */
export function inReadingOrder(boxes: readonly TextBox[]): TextBox[][] {
  const slant = commonAngle(boxes);
  const rows = ordered(boxes.map((box) => flatten(box, slant)));
  return rows.flatMap(cutAtGaps).map((row) => row.map(({ box }) => box));
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Of what is long enough to have one. */
const commonAngle = (boxes: readonly TextBox[]): number =>
  median(boxes.filter(({ width, height }) => width > 2 * height).map(({ angle }) => angle));

function flatten(box: TextBox, slant: number): Flat {
  const { centreX, centreY, width, height, angle } = box;
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)];
  const x = centreX * cos + centreY * sin;
  const isOnEnd = Math.abs(angle - slant) > Math.PI / 4;
  const across = isOnEnd ? height : width;
  return {
    box,
    left: x - across / 2,
    right: x + across / 2,
    middle: centreY * cos - centreX * sin,
    height: isOnEnd ? width : height,
  };
}

function ordered(all: readonly Flat[]): Flat[][] {
  const found: Flat[][] = [];
  let bands = bandsOf(all);
  while (bands.length > 0) {
    const taken = mostBandsInColumns(bands);
    if (taken) {
      found.push(...ordered(taken.left), ...ordered(taken.right));
      bands = bands.slice(taken.bands);
    } else {
      found.push(...rowsOf(bands[0]!));
      bands = bands.slice(1);
    }
  }
  return found;
}

/** What no level line parts, from the top down. */
function bandsOf(all: readonly Flat[]): Flat[][] {
  const bands: Flat[][] = [];
  let end = -Infinity;
  const top = ({ middle, height }: Flat) => middle - letterPart * height;
  for (const flat of all.toSorted((a, b) => top(a) - top(b))) {
    if (top(flat) >= end) bands.push([]);
    bands.at(-1)!.push(flat);
    end = Math.max(end, flat.middle + letterPart * flat.height);
  }
  return bands;
}

/** A heading or a footer across the page ends columns: as much from the top as can be cut in two. */
function mostBandsInColumns(
  bands: readonly (readonly Flat[])[],
): { readonly left: Flat[]; readonly right: Flat[]; readonly bands: number } | null {
  for (let count = bands.length; count > 0; count -= 1) {
    const cut = inTwo(bands.slice(0, count).flat());
    if (cut) return { ...cut, bands: count };
  }
  return null;
}

/** At the widest gutter from top to bottom that has running text on both sides. */
function inTwo(all: readonly Flat[]): { readonly left: Flat[]; readonly right: Flat[] } | null {
  const least = columns.narrowestGutter * median(all.map(({ height }) => height));
  const sorted = all.toSorted((a, b) => a.left - b.left);
  const gutters: { readonly at: number; readonly width: number }[] = [];
  let end = Infinity;
  for (const { left, right } of sorted) {
    if (left - end >= least) gutters.push({ at: (left + end) / 2, width: left - end });
    end = end === Infinity ? right : Math.max(end, right);
  }
  for (const { at } of gutters.toSorted((a, b) => b.width - a.width)) {
    const left = all.filter((flat) => flat.right < at);
    const right = all.filter((flat) => flat.left > at);
    if (isColumn(left) && isColumn(right)) return { left, right };
  }
  return null;
}

function isColumn(all: readonly Flat[]): boolean {
  const rows = rowsOf(all);
  if (rows.length < columns.fewestRows) return false;
  const widths = rows.map((row) => (row.at(-1)!.right - row[0]!.left) / row[0]!.height);
  return median(widths) >= columns.narrowestRow;
}

function rowsOf(all: readonly Flat[]): Flat[][] {
  const rows: Flat[][] = [];
  for (const flat of all.toSorted((a, b) => a.middle - b.middle)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const reach = first ? Math.min(first.height, flat.height) / 2 : 0;
    if (row && first && flat.middle - first.middle < reach) row.push(flat);
    else rows.push([flat]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

function cutAtGaps(row: readonly Flat[]): Flat[][] {
  const pieces: Flat[][] = [];
  row.forEach((flat, index) => {
    const before = row[index - 1];
    const gap = before ? flat.left - before.right : Infinity;
    if (gap > widestGap * flat.height) pieces.push([flat]);
    else pieces.at(-1)!.push(flat);
  });
  return pieces;
}
