import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWav } from '../../scripts/lib/read-wav.js';
import { levelMs, longestLag } from '../../src/domain/own-sound';
import { StrangeSound } from '../../src/domain/strange-sound';

type Sound = (at: number) => number;

const frameSamples = (levelMs * 16_000) / 1000;
const speech = (name: string): Sound => {
  const path = join(import.meta.dirname, `../fixtures/speech/${name}.wav`);
  const { samples } = readWav(path);
  return (at) => samples[at] ?? 0;
};
const own = speech('jfk');
const ownSeconds = 6;
const silence: Sound = () => 0;
const later = (sound: Sound, seconds: number, gain = 1): Sound => {
  return (at) => gain * sound(at - Math.round(16_000 * seconds));
};
const together =
  (...sounds: Sound[]): Sound =>
  (at) =>
    sounds.reduce((sum, sound) => sum + sound(at), 0);

/** Noise that is the same in each run. */
function noise(loudness: number): Sound {
  let seed = 1;
  return () => 2 * loudness * ((seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5);
}

/** What comes back in a room: later, quieter, and from two walls once more. */
const roomOf =
  (gain: number, delayMs: number) =>
  (played: Sound): Sound =>
    together(
      later(played, delayMs / 1000, gain),
      later(played, delayMs / 1000 + 0.025, 0.5 * gain),
      later(played, delayMs / 1000 + 0.07, 0.3 * gain),
    );
const rooms = [roomOf(0.25, 60), roomOf(0.6, 150), roomOf(0.04, 200), roomOf(0, 0)];

const level = (sound: Sound, end: number) => {
  let energy = 0;
  for (let at = end - frameSamples; at < end; at += 1) energy += sound(at) ** 2;
  return Math.sqrt(energy / frameSamples);
};

interface Heard {
  readonly played: Sound;
  readonly heard: Sound;
  /** As voice activity tells it. */
  readonly probability: (seconds: number) => number;
  readonly seconds: number;
}

/** When it was strange, and when for long, in seconds. */
function follow(strange: StrangeSound, { played, heard, probability, seconds }: Heard) {
  const [strangeAt, longAt]: [number[], number[]] = [[], []];
  let late = new Array<number>(longestLag + 1).fill(0);
  for (let end = frameSamples; end <= 16_000 * seconds; end += frameSamples) {
    late = [...late.slice(1), level(played, end)];
    strange.hear({ rms: level(heard, end), probability: probability(end / 16_000) }, late);
    if (strange.isHeard) strangeAt.push(end / 16_000);
    if (strange.isLong && strange.isVoice) longAt.push(end / 16_000);
  }
  return { strangeAt, longAt };
}

const aVoice = () => 0.95;
const hiss = () => noise(0.0005);

describe('another sound than what is played', () => {
  it('is not our own voice, however loud and late it comes back, once that is known', () => {
    for (const room of rooms) {
      const strange = new StrangeSound();
      const heard = together(room(own), hiss());
      follow(strange, { played: own, heard, probability: aVoice, seconds: ownSeconds });
      expect(strange.isLearned).toBe(true);
      const again = { played: own, heard, probability: aVoice, seconds: ownSeconds };
      const { strangeAt, longAt } = follow(strange, again);
      expect(strangeAt.length).toBeLessThan((0.1 * 1000 * ownSeconds) / levelMs);
      expect(longAt).toEqual([]);
    }
  });

  it('is somebody who speaks over it: heard at once, and for long after half a second', () => {
    for (const [index, room] of rooms.entries()) {
      const from = index % 2 === 0 ? 3 : 4.5;
      const strange = new StrangeSound();
      const alone = together(room(own), hiss());
      follow(strange, { played: own, heard: alone, probability: aVoice, seconds: ownSeconds });
      // Where another sound is heard what is played is made quieter.
      const quieter: Sound = (at) => (at > 16_000 * (from + 0.15) ? 0.25 : 1) * own(at);
      const over = later(speech('mob'), from);
      const heard = together(room(quieter), over, hiss());
      const told = follow(strange, { played: quieter, heard, probability: aVoice, seconds: 7 });
      const first = Array.from({ length: 150 }, (_, at) => from + at * 0.032).find(
        (at) => level(over, Math.round(16_000 * at)) > 0.01,
      )!;
      expect(told.strangeAt.find((at) => at >= from)! - first).toBeLessThan(0.3);
      expect(told.longAt[0]! - from).toBeGreaterThan(0.4);
      expect(told.longAt[0]! - first).toBeLessThan(1.2);
    }
  });

  it('is a door that falls shut, but not for long, though voice activity takes it for a voice at first', () => {
    const from = 3;
    for (const room of rooms) {
      const strange = new StrangeSound();
      const alone = together(room(own), hiss());
      follow(strange, { played: own, heard: alone, probability: aVoice, seconds: ownSeconds });
      const bang = noise(0.5);
      const door = (at: number) =>
        at < 16_000 * from ? 0 : bang(at) * Math.exp((from - at / 16_000) / 0.12);
      // What it said after such a sound over an echo.
      const probability = (at: number) =>
        at < from || at > from + 0.8 ? 0.95 : 0.95 - 2 * (at - from);
      const heard = together(room(own), door, hiss());
      const told = follow(strange, { played: own, heard, probability, seconds: 5 });
      expect(told.strangeAt.some((at) => at >= from && at < from + 0.1)).toBe(true);
      expect(told.longAt).toEqual([]);
    }
  });

  it('is no sign of listening for long', () => {
    const strange = new StrangeSound();
    const room = roomOf(0.25, 60);
    const alone = together(room(own), hiss());
    follow(strange, { played: own, heard: alone, probability: aVoice, seconds: ownSeconds });
    const hum: Sound = (at) =>
      at > 32_000 && at < 32_000 + 0.4 * 16_000 ? 0.1 * Math.sin(at / 20) : 0;
    const heard = together(room(own), hum, hiss());
    const told = follow(strange, { played: own, heard, probability: aVoice, seconds: 4 });
    expect(told.strangeAt.length).toBeGreaterThan(8);
    expect(told.longAt).toEqual([]);
  });

  it('is not told before what is played is known, nor after it is forgotten', () => {
    const strange = new StrangeSound();
    const heard = together(roomOf(0.6, 150)(own), hiss());
    const told = follow(strange, { played: own, heard, probability: aVoice, seconds: 1 });
    expect([strange.isLearned, told.strangeAt]).toEqual([false, []]);
    follow(strange, { played: own, heard, probability: aVoice, seconds: ownSeconds });
    expect(strange.isLearned).toBe(true);
    strange.forget();
    expect([strange.isLearned, strange.isHeard]).toEqual([false, false]);
  });

  it('is nothing while nothing is played: there is nothing to tell it from', () => {
    const strange = new StrangeSound();
    const heard = together(speech('mob'), hiss());
    const told = follow(strange, { played: silence, heard, probability: aVoice, seconds: 5 });
    expect([strange.isLearned, told.strangeAt]).toEqual([false, []]);
  });
});
