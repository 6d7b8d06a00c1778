import { describe, expect, it } from 'vitest';
import { timesOfAlike } from '../../../../src/domain/conversations/alike-titles';

const minute = 60_000;
const coarse = (at: number) => `minute ${Math.floor(at / minute)}`;
const fine = (at: number) => `second ${at / 1000}`;
const times = (...all: [title: string, updatedAt: number][]) =>
  Object.fromEntries(
    timesOfAlike(
      all.map(([title, updatedAt], at) => ({ id: String(at), title, updatedAt })),
      coarse,
      fine,
    ),
  );

describe('conversations of one title', () => {
  it('are told apart by their time, and others are left as they are', () => {
    expect(
      times(
        ['Why is it yellow?', minute],
        ['Beans', 2 * minute],
        ['why is it yellow? ', 9 * minute],
      ),
    ).toEqual({ 0: 'minute 1', 2: 'minute 9' });
  });

  it('are told apart to the second where they are of one minute', () => {
    expect(times(['Hello', 1000], ['Hello', 2000], ['Hello', minute])).toEqual({
      0: 'second 1',
      1: 'second 2',
      2: 'second 60',
    });
  });

  it('are alike too where they differ only out of sight', () => {
    const long = 'What is wrong with the leaves of the tomatoes on my ';
    expect(Object.keys(times([`${long}balcony`, 0], [`${long}roof`, minute]))).toHaveLength(2);
    expect(times(['What is wrong?', 0], ['What is this?', 0])).toEqual({});
  });
});
