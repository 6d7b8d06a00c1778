/** A square over a photo, in pixels of the photo: where it begins, and where a finger, the mouse and keys take it. */
import { leastSidePx } from '../../domain/plants/diagnosis';
import {
  around,
  grown,
  holds,
  moved,
  stretched,
  type Corner,
  type PhotoSize,
  type Point,
  type Square,
} from '../../domain/plants/square';

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** How many steps of a key the shorter side of the photo has. */
const keySteps = 40;

export class Framing {
  /** Of the photo; 0 until it is there. */
  widthPx = $state(0);
  heightPx = $state(0);
  /** The keys were given to it once. */
  isMet = false;
  /** Null until a person moves it. */
  #placed = $state.raw<Square | null>(null);
  #pull: ((to: Point) => Square) | null = null;
  readonly #begin: (size: PhotoSize) => Square;
  readonly #onMove: () => void;

  /** @param begin where it is until a person moves it */
  constructor(begin: (size: PhotoSize) => Square, onMove: () => void) {
    this.#begin = begin;
    this.#onMove = onMove;
  }

  get isMeasured(): boolean {
    return this.widthPx > 0;
  }
  readonly #size = $derived<PhotoSize>({ widthPx: this.widthPx, heightPx: this.heightPx });
  get square(): Square {
    return this.#placed ?? grown(this.#begin(this.#size), 0, this.#size, leastSidePx);
  }

  /** Over another photo. */
  beginAnew(): void {
    this.#placed = null;
    this.widthPx = this.heightPx = 0;
  }

  /** @param leastPx how small it may get */
  grasp(from: Point, corner: Corner | undefined, leastPx: number): void {
    const size = this.#size;
    // Pressed beside it, it comes there: a small one is not easily got hold of.
    const grasped =
      corner || holds(this.square, from) ? this.square : around(from, this.square.sidePx, size);
    const least = Math.max(leastSidePx, leastPx);
    this.#pull = (to) => {
      const way = { x: to.x - from.x, y: to.y - from.y };
      return corner ? stretched(grasped, corner, way, size, least) : moved(grasped, way, size);
    };
    this.#place(grasped);
  }

  pull(to: Point): void {
    if (this.#pull) this.#place(this.#pull(to));
  }

  letGo(): void {
    this.#pull = null;
  }

  /** By an arrow, or larger and smaller by it. Whether the key was one. */
  step(key: string, sizes: boolean, leastPx: number): boolean {
    const arrow = arrows[key];
    if (!arrow) return false;
    const { widthPx, heightPx } = this;
    const step = Math.max(1, Math.round(Math.min(widthPx, heightPx) / keySteps));
    const larger = step * 2 * (arrow.x - arrow.y);
    const by = { x: arrow.x * step, y: arrow.y * step };
    const least = Math.max(leastSidePx, leastPx);
    this.#place(
      sizes ? grown(this.square, larger, this.#size, least) : moved(this.square, by, this.#size),
    );
    return true;
  }

  #place(to: Square): void {
    this.#placed = to;
    this.#onMove();
  }
}
