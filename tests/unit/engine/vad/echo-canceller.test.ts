import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWav } from '../../../../scripts/lib/read-wav.js';
import { EchoCanceller } from '../../../../src/engine/vad/echo-canceller';

const rateHz = 16_000;
const frameSamples = 512;
const speech = (name: string) =>
  readWav(join(import.meta.dirname, `../../../fixtures/speech/${name}.wav`)).samples;
const played = Float32Array.from([...speech('boiler'), ...speech('mob'), ...speech('boiler')]);
const other = speech('brooklyn');

/** As it comes back: later, quieter, and once more from a wall. */
function echoOf(sound: Float32Array, delayMs: number, gain: number): Float32Array {
  const at = (index: number) => sound[index] ?? 0;
  const delay = (delayMs * rateHz) / 1000;
  return sound.map((_, index) => gain * (at(index - delay) - 0.4 * at(index - delay - 517)));
}

/** The same in each run; as quiet as a microphone's own noise. */
function hiss() {
  let seed = 1;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5;
  return (sound: Float32Array) => sound.map((sample) => sample + 0.0005 * random());
}

function listen(canceller: EchoCanceller, heard: Float32Array, sent: Float32Array) {
  const left = new Float32Array(heard.length);
  for (let start = 0; start + frameSamples <= heard.length; start += frameSamples) {
    const end = start + frameSamples;
    left.set(canceller.cancel(heard.slice(start, end), sent.slice(start, end)), start);
  }
  return left;
}

const energy = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample ** 2, 0);
const decibels = (one: Float32Array, than: Float32Array) =>
  10 * Math.log10(energy(one) / energy(than));

/** One that has heard all that is played come back, and what it left of the second half. */
function afterLearning(delayMs = 60, gain = 0.25) {
  const canceller = new EchoCanceller();
  const heard = hiss()(echoOf(played, delayMs, gain));
  const left = listen(canceller, heard, played);
  const half = played.length / 2;
  return { canceller, heard: heard.slice(half), left: left.slice(half) };
}

describe('the echo of what is played', () => {
  it('is taken out once it is known, loud or quiet, soon or late', () => {
    for (const [delayMs, gain] of [
      [20, 0.6],
      [60, 0.25],
      [250, 0.1],
    ] as const) {
      const { canceller, left, heard } = afterLearning(delayMs, gain);
      expect(canceller.isTrusted, `${delayMs} ms`).toBe(true);
      expect(decibels(left, heard), `${delayMs} ms`).toBeLessThan(-12);
    }
  });

  it('leaves somebody else who speaks at the same time, and them alone', () => {
    const { canceller } = afterLearning();
    const echo = echoOf(played, 60, 0.25);
    const heard = hiss()(echo);
    // Quieter than the echo.
    const quiet = other.map((sample) => 0.04 * sample);
    quiet.forEach((sample, at) => (heard[at]! += sample));
    const left = listen(canceller, heard, played).slice(0, other.length);
    const wrong = left.map((sample, at) => sample - quiet[at]!);
    expect(decibels(quiet, echo.slice(0, other.length))).toBeLessThan(0);
    expect(decibels(wrong, echo.slice(0, other.length))).toBeLessThan(-15);
    expect(decibels(wrong, quiet)).toBeLessThan(-12);
    expect(canceller.isTrusted).toBe(true);
  });

  it('is not trusted where it grows, as when somebody turns it up', () => {
    const { canceller } = afterLearning(60, 0.15);
    const second = played.slice(0, rateHz);
    listen(canceller, hiss()(echoOf(second, 60, 0.6)), second);
    expect(canceller.isTrusted).toBe(false);
  });

  it('is not unlearned by a microphone that is muted for a while', () => {
    const { canceller } = afterLearning();
    listen(canceller, new Float32Array(played.length), played);
    expect(canceller.isTrusted).toBe(true);
    const heard = hiss()(echoOf(played, 60, 0.25));
    expect(decibels(listen(canceller, heard, played), heard)).toBeLessThan(-12);
  });

  it('is known for good, whatever a driver gives once', () => {
    const { canceller } = afterLearning();
    const broken = new Float32Array(frameSamples).fill(NaN);
    listen(canceller, broken, played);
    listen(canceller, played.slice(0, frameSamples), broken);
    const heard = hiss()(echoOf(played, 60, 0.25));
    expect(decibels(listen(canceller, heard, played), heard)).toBeLessThan(-12);
  });

  it('is given back as it is heard until it is known', () => {
    const canceller = new EchoCanceller();
    const heard = hiss()(echoOf(played, 60, 0.25)).slice(0, 8 * frameSamples);
    expect(listen(canceller, heard, played)).toEqual(heard);
    expect(canceller.isTrusted).toBe(false);
  });

  it('is learned again where it takes another way, and not trusted meanwhile', () => {
    const { canceller } = afterLearning(60, 0.25);
    const heard = hiss()(echoOf(played, 90, 0.25));
    const trusted: boolean[] = [];
    for (let start = 0; start + frameSamples <= heard.length; start += frameSamples) {
      const end = start + frameSamples;
      canceller.cancel(heard.slice(start, end), played.slice(start, end));
      trusted.push(canceller.isTrusted);
    }
    const lostAt = trusted.indexOf(false);
    expect(lostAt).toBeGreaterThan(-1);
    expect(trusted.indexOf(true, lostAt)).toBeGreaterThan(lostAt);
    expect(trusted.at(-1)).toBe(true);
  });

  it('is learned also where there was none at first, as with headphones that are unplugged', () => {
    const canceller = new EchoCanceller();
    listen(canceller, hiss()(new Float32Array(played.length)), played);
    expect(canceller.isTrusted, 'nothing came back').toBe(false);
    listen(canceller, hiss()(echoOf(played, 60, 0.25)), played);
    expect(canceller.isTrusted).toBe(true);
  });
});

describe('what is heard while nothing is played', () => {
  it('is left as it is, to the last bit, once what was played has rung out', () => {
    const { canceller } = afterLearning();
    const silence = new Float32Array(other.length);
    listen(canceller, new Float32Array(rateHz), new Float32Array(rateHz));
    const whole = other.slice(0, Math.floor(other.length / frameSamples) * frameSamples);
    expect(listen(canceller, whole, silence)).toEqual(whole);
  });

  it('teaches nothing: the next echo is taken out as well as the last one', () => {
    const { canceller, left } = afterLearning();
    listen(canceller, other, new Float32Array(other.length));
    expect(canceller.isTrusted).toBe(true);
    const next = listen(canceller, hiss()(echoOf(played, 60, 0.25)), played);
    expect(decibels(next.slice(played.length / 2), left)).toBeLessThan(1);
  });
});
