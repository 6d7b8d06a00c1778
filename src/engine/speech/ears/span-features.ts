/** The features that some positions of a sound are made of, piece beside piece, as the encoder's first graph takes them. */
import { framesPerPosition, type Span } from './growth';
import { melBands } from './mel-filters';

/** The two convolutions reach two frames to each side; an even number keeps their steps where they were. */
const contextFrames = 4;

export interface SpanFeatures {
  /** `[80, frames]`. */
  readonly features: Float32Array;
  /** Where each position comes out of the convolutions; the others are context. */
  readonly rows: readonly number[];
  /** Each one's place in the sound. */
  readonly places: readonly number[];
}

/** @param features `[80, frames]` of the whole sound */
export function featuresOf(features: Float32Array, spans: readonly Span[]): SpanFeatures {
  const frames = features.length / melBands;
  let length = 0;
  const rows: number[] = [];
  const places: number[] = [];
  const pieces = spans.map(({ from, to }) => {
    const first = Math.max(0, framesPerPosition * from - contextFrames);
    const end = Math.min(frames, framesPerPosition * to + contextFrames);
    const at = length;
    for (let place = from; place < to; place++) {
      rows.push((at - first) / framesPerPosition + place);
      places.push(place);
    }
    length += end - first;
    return { first, end, at };
  });
  const cut = new Float32Array(melBands * length);
  for (let band = 0; band < melBands; band++) {
    for (const { first, end, at } of pieces) {
      const piece = features.subarray(band * frames + first, band * frames + end);
      cut.set(piece, band * length + at);
    }
  }
  return { features: cut, rows, places };
}
