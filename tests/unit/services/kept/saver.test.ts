import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Saver } from '../../../../src/services/kept/saver';

let saved: string[];
let hide: () => void;
const unwatch = vi.fn();

const open = () =>
  new Saver<string>(
    async (text) => void saved.push(text),
    (hidden) => {
      hide = hidden;
      return unwatch;
    },
  );

beforeEach(() => {
  saved = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what grows', () => {
  it('is saved a second after it changed, however much came meanwhile', () => {
    const saver = open();
    for (const text of ['a', 'ab', 'abc']) saver.note(text);
    expect(saved).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(saved).toEqual(['abc']);
    vi.advanceTimersByTime(5000);
    expect(saved).toEqual(['abc']);
    saver.note('abcd');
    vi.advanceTimersByTime(1000);
    expect(saved).toEqual(['abc', 'abcd']);
  });

  it('is saved at once when the page is hidden, and not again after a second', () => {
    const saver = open();
    saver.note('a');
    hide();
    expect(saved).toEqual(['a']);
    hide();
    vi.advanceTimersByTime(1000);
    expect(saved).toEqual(['a']);
  });

  it('is left to whoever ended it, so that nothing older comes after its end', () => {
    const saver = open();
    saver.note('a');
    saver.end();
    vi.advanceTimersByTime(1000);
    expect(saved).toEqual([]);
    expect(unwatch).toHaveBeenCalledOnce();
  });

  it('is tried again with what comes next where it could not be saved', () => {
    const save = vi.fn(async () => {
      throw new Error('full');
    });
    const saver = new Saver<string>(save, () => () => {});
    saver.note('a');
    vi.advanceTimersByTime(1000);
    saver.note('ab');
    vi.advanceTimersByTime(1000);
    expect(save.mock.calls).toEqual([['a'], ['ab']]);
  });
});
