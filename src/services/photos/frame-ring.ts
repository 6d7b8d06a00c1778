/**
 * The last seconds of a live picture while somebody speaks: that a question is over is only known a while later, and by then
 * a hand may have moved. Only the picture that is asked for is ever encoded.
 */
export interface Bitmap {
  close(): void;
}

interface Frame<Picture extends Bitmap> {
  /** On `performance.now()`'s clock. */
  readonly atMs: number;
  readonly picture: Picture;
}

export interface FrameParts<Picture extends Bitmap> {
  /** The picture of now; null where there is none yet. */
  readonly grab: () => Promise<Picture | null>;
  /** Only compared: more is sharper. */
  readonly sharpnessOf: (picture: Picture) => number;
  readonly encode: (picture: Picture) => Promise<Blob>;
}

/** Often enough for a hand that holds something still, and no work to speak of. */
const everyMs = 250;
/** From the last voice to the words of a question: at most this long ago is looked back. */
const reachMs = 2500;
/** Among the pictures of so long before the moment asked for, the sharpest is taken. */
const choiceMs = 500;

export class FrameRing<Picture extends Bitmap = ImageBitmap> {
  readonly #parts: FrameParts<Picture>;
  #frames: readonly Frame<Picture>[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #isGrabbing = false;
  /** Of another one, what is still being grabbed is late. */
  #round = 0;

  constructor(parts: FrameParts<Picture>) {
    this.#parts = parts;
  }

  /** Somebody speaks. */
  begin(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setInterval(() => void this.#grab(), everyMs);
    void this.#grab();
  }

  /** What there is stays. */
  pause(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  clear(): void {
    this.pause();
    this.#round += 1;
    for (const { picture } of this.#frames) picture.close();
    this.#frames = [];
  }

  /** The sharpest of the moment, else the nearest to it, else the one of now; null where nothing is seen. */
  async take(atMs: number): Promise<Blob | null> {
    // Taken out at once: the others may be cleared while it is encoded.
    const picture = this.#choose(atMs) ?? (await this.#parts.grab().catch(() => null));
    if (!picture) return null;
    try {
      return await this.#parts.encode(picture);
    } finally {
      picture.close();
    }
  }

  #choose(atMs: number): Picture | undefined {
    const distance = (frame: Frame<Picture>) => Math.abs(frame.atMs - atMs);
    const around = this.#frames.filter((frame) => frame.atMs <= atMs && distance(frame) < choiceMs);
    const sharpest = around
      .map((frame) => ({ frame, sharpness: this.#parts.sharpnessOf(frame.picture) }))
      .sort((one, other) => other.sharpness - one.sharpness)[0]?.frame;
    const chosen = sharpest ?? this.#frames.toSorted((a, b) => distance(a) - distance(b))[0];
    this.#frames = this.#frames.filter((frame) => frame !== chosen);
    return chosen?.picture;
  }

  async #grab(): Promise<void> {
    if (this.#isGrabbing) return;
    this.#isGrabbing = true;
    const round = this.#round;
    const atMs = performance.now();
    const picture = await this.#parts.grab().catch(() => null);
    this.#isGrabbing = false;
    if (!picture) return;
    if (round !== this.#round) return picture.close();
    const isOld = (frame: Frame<Picture>) => frame.atMs < atMs - reachMs;
    for (const frame of this.#frames.filter(isOld)) frame.picture.close();
    this.#frames = [...this.#frames.filter((frame) => !isOld(frame)), { atMs, picture }];
  }
}
