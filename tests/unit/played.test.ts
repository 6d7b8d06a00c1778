import { describe, expect, it } from 'vitest';
import { playedLevels, type Played, type PlayedPiece } from '../../src/domain/played';

const sampleRateHz = 1000;
const rounded = (levels: readonly number[]) => levels.map((level) => Math.round(100 * level) / 100);

function piece(seconds: number, level: number, startAt: number): PlayedPiece {
  const samples = new Float32Array(seconds * sampleRateHz).fill(level);
  return { samples, sampleRateHz, startAt, endAt: startAt + seconds };
}

/** Its clock began at 100,000 ms of the other one. */
const played = (pieces: readonly PlayedPiece[], gains: Played['gains'] = []): Played => ({
  pieces,
  gains,
  nowMs: 110_000,
  now: 10,
});

describe('what was played', () => {
  it('has the levels of its pieces where they were heard, silence between, and half of it at an edge', () => {
    const pieces = [piece(0.2, 0.5, 1), piece(0.2, 0.3, 1.3)];
    const levels = playedLevels(played(pieces), 101_600, 8, 100);
    expect(rounded(levels)).toEqual([0, 0, 0.5, 0.5, 0, 0.3, 0.3, 0]);
    expect(rounded(playedLevels(played(pieces), 101_050, 1, 100))).toEqual([0.35]);
  });

  it('is as loud as it was heard, and ends where it was cut off', () => {
    const cut = { ...piece(1, 0.4, 1), endAt: 1.8 };
    const levels = playedLevels(played([cut], [{ from: 1.3, gain: 0.25 }]), 102_000, 5, 200);
    expect(rounded(levels)).toEqual([0.4, 0.4, 0.1, 0.1, 0]);
  });
});
