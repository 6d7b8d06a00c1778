import { describe, expect, it } from 'vitest';
import { continuation } from '../../../../src/engine/speech/ears/draft';

const draft = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19];

describe('where a draft goes on', () => {
  it('is after the last two tokens that both have, near the same place', () => {
    expect(continuation(draft, [10, 11, 12], false)).toEqual([13, 14, 15, 16, 17, 18, 19]);
    expect(continuation(draft, [10, 99, 98, 11, 12], false)).toEqual([13, 14, 15, 16, 17, 18, 19]);
    const again = [...draft, ...draft];
    expect(continuation(again, [10, 11, 12], false)[0]).toBe(13);
    expect(continuation(again, [...draft, 10, 11], false)).toEqual(draft.slice(2));
  });

  it('is guessed a little way after one token in common, or after another in its place', () => {
    expect(continuation(draft, [10, 99, 12], false)).toEqual([13, 14, 15, 16, 17, 18]);
    expect(continuation(draft, [10, 11, 99], false)).toEqual([13, 14, 15]);
  });

  it('is not guessed where the last guess was wrong, nor beyond its end', () => {
    expect(continuation(draft, [10, 11, 99], true)).toEqual([]);
    expect(continuation(draft, [10, 11, 12], true)[0]).toBe(13);
    expect(continuation(draft.slice(0, 2), [10, 11], false)).toEqual([]);
    expect(continuation([], [1, 2], false)).toEqual([]);
  });

  it('is all of it where nothing is written yet', () => {
    expect(continuation(draft, [], false)).toEqual(draft);
  });
});
