/** A rectangle that may be turned a little, as text in a photo is. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface TextBox {
  readonly centreX: number;
  readonly centreY: number;
  /** Along its text, or across it where it stands on end. */
  readonly width: number;
  readonly height: number;
  /** Clockwise, in radians, from -π/4 to π/4. */
  readonly angle: number;
}

/** The upright rectangle around a turned one. */
export function outline({ centreX, centreY, width, height, angle }: TextBox): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const cos = Math.abs(Math.cos(angle));
  const sin = Math.abs(Math.sin(angle));
  const across = width * cos + height * sin;
  const down = width * sin + height * cos;
  return { x: centreX - across / 2, y: centreY - down / 2, width: across, height: down };
}

/** Positive where `o → a → b` turns clockwise, as y points down. */
const turn = (o: Point, a: Point, b: Point) =>
  (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** The corners of the convex outline, in order. Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const chain = (all: readonly Point[]) => {
    const kept: Point[] = [];
    for (const point of all) {
      while (kept.length > 1 && turn(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  if (sorted.length < 3) return sorted;
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

/** The smallest rectangle around all points: one of its sides lies along a side of the convex outline. */
export function smallestBox(points: readonly Point[]): TextBox {
  const hull = convexHull(points);
  let best: TextBox | null = null;
  hull.forEach((from, index) => {
    const to = hull[(index + 1) % hull.length]!;
    const angle = hull.length < 2 ? 0 : Math.atan2(to.y - from.y, to.x - from.x);
    const box = boxAlong(hull, angle);
    if (!best || box.width * box.height < best.width * best.height) best = box;
  });
  return best ?? { centreX: 0, centreY: 0, width: 0, height: 0, angle: 0 };
}

function boxAlong(points: readonly Point[], direction: number): TextBox {
  // The same rectangle, named by the side that is nearest to level.
  const angle = direction - (Math.PI / 2) * Math.round(direction / (Math.PI / 2));
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const along = points.map(({ x, y }) => x * cos + y * sin);
  const across = points.map(({ x, y }) => y * cos - x * sin);
  const [left, right] = [Math.min(...along), Math.max(...along)];
  const [top, bottom] = [Math.min(...across), Math.max(...across)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return {
    centreX: u * cos - v * sin,
    centreY: u * sin + v * cos,
    width: right - left,
    height: bottom - top,
    angle,
  };
}
