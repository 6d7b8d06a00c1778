import { describe, expect, it } from 'vitest';
import { positionsSeen, spansAnew, type Extent } from '../../../../src/engine/speech/ears/growth';

/** By seconds of sound; two of silence follow it where nothing else is said. */
const heard = (seconds: number, { silence = 2, loudest = 1 } = {}): Extent => ({
  positions: Math.round(50 * (seconds + silence)),
  soundPositions: Math.round(50 * seconds),
  loudest,
});
const encoded = (latest: Extent, whole: Extent = latest) => ({ latest, whole });
const whole = ({ positions }: Extent) => [{ from: 0, to: positions }];

describe('what is encoded anew of a sound that grows', () => {
  it('is all of it, the first time', () => {
    expect(spansAnew(null, heard(3), true)).toEqual(whole(heard(3)));
    expect(spansAnew(null, heard(3), false)).toEqual(whole(heard(3)));
  });

  it('is what is new, two seconds before it and half a second after it, and silence that was not there', () => {
    expect(spansAnew(encoded(heard(5)), heard(5.4), true)).toEqual([
      { from: 150, to: 295 },
      { from: 350, to: 370 },
    ]);
  });

  it('is no silence at the end where no more of it is seen', () => {
    const now = heard(5.4, { silence: 1.6 });
    expect(spansAnew(encoded(heard(5)), now, true)).toEqual([{ from: 150, to: 295 }]);
  });

  it('is at a pause four seconds before the new sound, and all the silence after it', () => {
    expect(spansAnew(encoded(heard(5)), heard(5.4), false)).toEqual([{ from: 50, to: 370 }]);
    const short = heard(3.4);
    expect(spansAnew(encoded(heard(3)), short, false)).toEqual(whole(short));
  });

  it('is one stretch to the end where new sound reaches the end of what was seen', () => {
    const short = heard(5, { silence: 1 });
    expect(spansAnew(encoded(short), heard(6), true)).toEqual([{ from: 150, to: 400 }]);
  });

  it('is all of it where so much is new at once, also where somebody waits', () => {
    expect(spansAnew(encoded(heard(5)), heard(6.5), false)).toEqual(whole(heard(6.5)));
  });

  it('is what silence took the place of, too, where a pause came before the earlier end', () => {
    expect(spansAnew(encoded(heard(5)), heard(4.8), true)).toEqual([{ from: 140, to: 275 }]);
    expect(spansAnew(encoded(heard(5)), heard(4.8), false)).toEqual([{ from: 40, to: 340 }]);
  });

  it('does not begin before the sound', () => {
    expect(spansAnew(encoded(heard(0.6)), heard(0.8), true)[0]).toEqual({ from: 0, to: 65 });
  });

  it('is all of it once it is so many times as long, also where somebody waits', () => {
    expect(spansAnew(encoded(heard(1)), heard(1.4), true)).toEqual(whole(heard(1.4)));
    expect(spansAnew(encoded(heard(5.6), heard(5)), heard(7), false)).toEqual(whole(heard(7)));
    expect(spansAnew(encoded(heard(5.6), heard(5)), heard(6.9), false)).not.toEqual(
      whole(heard(6.9)),
    );
  });

  it('is all of it once it is so much louder, and silence looks another, unless somebody waits', () => {
    const now = heard(5.2, { loudest: 1.2 });
    expect(spansAnew(encoded(heard(5)), now, true)).toEqual(whole(now));
    expect(spansAnew(encoded(heard(5)), now, false)).not.toEqual(whole(now));
  });

  it('counts from the last time that all was encoded, whatever was heard since', () => {
    const now = heard(6.5);
    expect(spansAnew(encoded(heard(6.2), heard(5)), now, true)).toEqual(whole(now));
    expect(spansAnew(encoded(heard(6.2), heard(6)), now, true)).not.toEqual(whole(now));
  });
});

describe('how much is seen of a sound and the silence after it', () => {
  const soundPositions = 270;
  const seen = (before: Extent | null, isQuick: boolean) =>
    positionsSeen(before && encoded(before), { wanted: 370, soundPositions, isQuick });

  it('is all that is worth having while somebody speaks, and the first time', () => {
    expect(seen(heard(5), true)).toBe(370);
    expect(seen(null, false)).toBe(370);
  });

  it('is at a pause what was seen before, if that leaves silence enough', () => {
    expect(seen(heard(5), false)).toBe(350);
    expect(seen(heard(4.8), false)).toBe(370);
  });

  it('is never more than is worth having, or than there are places', () => {
    expect(seen(heard(8), false)).toBe(370);
    const long = { wanted: 1600, soundPositions: 1490, isQuick: true };
    expect(positionsSeen(null, long)).toBe(1500);
  });
});
