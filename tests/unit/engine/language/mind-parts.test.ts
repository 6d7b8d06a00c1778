/** The mind's pure parts: sampling rules, the repetition detector, cache prefixes, positions, error codes. */
import { describe, expect, it } from 'vitest';
import { asRuntimeError } from '../../../../src/engine/runtime-errors';
import { gridPositions } from '../../../../src/engine/language/architectures/grid-positions';
import { areLogits } from '../../../../src/engine/language/logits';
import { mostPieceTokens, nextPieceTokens } from '../../../../src/engine/language/piece-tokens';
import { commonPrefixLength, imageCacheId } from '../../../../src/engine/language/prompt-ids';
import { repeatedTail } from '../../../../src/engine/language/repetition';
import {
  bannedByNgrams,
  chooseToken,
  type SamplerOptions,
} from '../../../../src/engine/language/sampler';

const greedy: SamplerOptions = {
  maxNewTokens: 9,
  repetitionPenalty: 1,
  noRepeatNgramSize: 0,
  doSample: false,
  suppressed: [],
};
const logits = (...values: number[]) => Float32Array.from(values);

describe('areLogits', () => {
  it('takes what a model can compute', () => {
    expect(areLogits(logits(1, -3, 2))).toBe(true);
  });

  it('refuses what only a broken kernel gives, wherever in the row it is', () => {
    expect(areLogits(logits(1, NaN, 2))).toBe(false);
    expect(areLogits(logits(1, 2, Infinity))).toBe(false);
    expect(areLogits(logits(-Infinity, 2, 1))).toBe(false);
    expect(areLogits(logits(0, 0, 0))).toBe(false);
    expect(areLogits(logits())).toBe(false);
  });
});

describe('chooseToken', () => {
  it('takes the largest, but never a suppressed one', () => {
    expect(chooseToken(logits(1, 3, 2), [], greedy)).toBe(1);
    expect(chooseToken(logits(1, 3, 2), [], { ...greedy, suppressed: [1] })).toBe(2);
  });

  it('makes what was said less likely, above and below zero, once each', () => {
    const options = { ...greedy, repetitionPenalty: 2 };
    expect(chooseToken(logits(3, 2, 0), [0, 0, 0], options)).toBe(1);
    expect(chooseToken(logits(-1, -1.5, -9), [0], options)).toBe(1);
    expect(chooseToken(logits(5, 2, 0), [0, 0, 0], options)).toBe(0);
  });

  it('does not complete an n-gram twice', () => {
    expect(bannedByNgrams([1, 2, 3, 1, 2], 3)).toEqual([3]);
    expect(bannedByNgrams([1, 2], 3)).toEqual([]);
    const options = { ...greedy, noRepeatNgramSize: 2 };
    expect(chooseToken(logits(0, 0, 9, 1), [1, 2, 1], options)).toBe(3);
  });

  it('samples among the most likely in proportion', () => {
    const options = { ...greedy, doSample: true, temperature: 1, topK: 2 };
    const row = () => logits(0, Math.log(3), -50, 0.0001);
    expect(chooseToken(row(), [], { ...options, random: () => 0.7 })).toBe(1);
    expect(chooseToken(row(), [], { ...options, random: () => 0.8 })).toBe(3);
    expect(chooseToken(row(), [], { ...options, topK: 1, random: () => 0.99 })).toBe(1);
  });
});

describe('repeatedTail', () => {
  it('sees a sentence said three times over', () => {
    const sentence = [5, 6, 7, 8, 9, 10];
    expect(repeatedTail([1, ...sentence, ...sentence])).toBe(0);
    expect(repeatedTail([1, ...sentence, ...sentence, ...sentence])).toBe(6);
  });

  it('lets short words repeat a while', () => {
    expect(repeatedTail([7, 7, 7, 7])).toBe(0);
    expect(repeatedTail(Array<number>(9).fill(7))).toBe(1);
  });

  it('is quiet on a list whose items differ', () => {
    expect(repeatedTail([1, 2, 3, 1, 2, 4, 1, 2, 5, 1, 2, 6])).toBe(0);
  });
});

describe('commonPrefixLength', () => {
  it('stops at the first difference, be it an image or the end', () => {
    expect(commonPrefixLength([1, 2, 3], [1, 2, 4])).toBe(2);
    expect(commonPrefixLength([1, 'a:0', 5], [1, 'b:0', 5])).toBe(1);
    expect(commonPrefixLength([1, 2], [1, 2, 3])).toBe(2);
    expect(commonPrefixLength([], [1])).toBe(0);
  });
});

describe('gridPositions', () => {
  it('counts text on all axes alike and an image by its grid, as the paper draws it', () => {
    // Two words, the mark before the image, 1 x 2 x 3 patches, the mark after it, one word.
    const image = Array.from({ length: 8 }, (_, place) => imageCacheId('a', place));
    const cacheIds = [10, 11, ...image, 12];
    const prompt = { ids: cacheIds.map(() => 0), cacheIds };
    const { axes, next } = gridPositions(prompt, () => ({ frames: 1, rows: 2, columns: 3 }));
    expect(axes[0]).toEqual([0, 1, 2, 3, 3, 3, 3, 3, 3, 6, 7]);
    expect(axes[1]).toEqual([0, 1, 2, 3, 3, 3, 4, 4, 4, 6, 7]);
    expect(axes[2]).toEqual([0, 1, 2, 3, 4, 5, 3, 4, 5, 6, 7]);
    expect(next).toBe(8);
  });
});

describe('asRuntimeError', () => {
  it.each([
    [new RangeError('Array buffer allocation failed'), 'out-of-memory'],
    ['std::bad_alloc', 'out-of-memory'],
    [new Error('[WebGPU] Device is lost'), 'device-lost'],
    [new Error('no available backend found. ERR: [webgpu]'), 'webgpu-unavailable'],
    [17_342_112, 'worker-crashed'],
  ])('%s', (thrown, code) => expect(asRuntimeError(thrown).code).toBe(code));
});

describe('the pieces a prompt is read in', () => {
  it('are as long as half a second allows on this device', () => {
    expect(nextPieceTokens(96, { tokens: 96, ms: 300 })).toBe(mostPieceTokens);
    expect(nextPieceTokens(96, { tokens: 96, ms: 4000 })).toBe(12);
    expect(nextPieceTokens(12, { tokens: 12, ms: 90_000 })).toBe(8);
  });

  it('grow again once it is faster, as after what was compiled for the first of them', () => {
    expect(nextPieceTokens(12, { tokens: 12, ms: 60 })).toBe(mostPieceTokens);
  });

  it('are not judged by a short rest, but by one that takes too long', () => {
    expect(nextPieceTokens(96, { tokens: 3, ms: 60 })).toBe(96);
    expect(nextPieceTokens(96, { tokens: 10, ms: 1000 })).toBe(8);
  });
});
