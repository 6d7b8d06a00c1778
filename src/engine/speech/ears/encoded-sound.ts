/**
 * What the encoder made of a sound that grows, kept so that its next pass computes only what new sound changes: the keys and values
 * of the encoder's layers, and those that the decoder takes. About 2.5 MB for each second in Whisper base; it goes with its utterance.
 */
import type * as ort from 'onnxruntime-web/wasm';
import {
  isWhole,
  positionsSeen,
  spansAnew,
  type EncodedExtent,
  type Extent,
  type Span,
} from './growth';
import { noRows, rowsOf, spliced } from './rows';

/** The last two dimensions are positions and the width of each. */
export type Tensors = Readonly<Record<string, ort.Tensor>>;

export class EncodedSound {
  #extent: EncodedExtent | null = null;
  #tensors: Tensors = {};

  /** How many positions the next pass is to see. */
  positionsSeen(pass: { wanted: number; soundPositions: number; isQuick: boolean }): number {
    return positionsSeen(this.#extent, pass);
  }

  spansAnew(now: Extent, isQuick: boolean): readonly Span[] {
    return spansAnew(this.#extent, now, isQuick);
  }

  /**
   * What was made of the positions to both sides of those that are made anew: `left.NAME` and `right.NAME` of each of `names`.
   * @param width of each row
   */
  besides(
    names: readonly string[],
    width: number,
    spans: readonly Span[],
    { positions }: Extent,
  ): Tensors {
    const [{ from, to }, added] = spans as readonly [Span, Span?];
    const end = added?.from ?? positions;
    return Object.fromEntries(
      names.flatMap((name) => {
        const made = this.#tensors[`made.${name}`];
        const side = (span: Span) =>
          made && span.from < span.to ? rowsOf(made, span) : noRows(width);
        return [
          [`left.${name}`, side({ from: 0, to: from })] as const,
          [`right.${name}`, side({ from: to, to: end })] as const,
        ];
      }),
    );
  }

  /** @param made of the positions in `spans`, one after another */
  take(made: Tensors, spans: readonly Span[], now: Extent): void {
    const whole = isWhole(spans, now) ? now : this.#extent!.whole;
    this.#tensors = Object.fromEntries(
      Object.entries(made).map(([name, tensor]) => {
        const kept = this.#tensors[name];
        return [name, whole === now ? tensor : spliced(kept!, tensor, spans, now.positions)];
      }),
    );
    this.#extent = { latest: now, whole };
  }

  /** Whether the latest pass encoded everything: another of the same sound would give the same. */
  get isWhole(): boolean {
    return this.#extent !== null && this.#extent.latest === this.#extent.whole;
  }

  /** What the decoder takes of the whole sound. */
  get sound(): Tensors {
    return Object.fromEntries(
      Object.entries(this.#tensors).filter(([name]) => name.startsWith('sound.')),
    );
  }
}
