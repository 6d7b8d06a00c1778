/**
 * Whether a microphone hears more than what is played. How much of that comes back, and when, is learned while it is played
 * alone; what is louder than that and the room's own noise is somebody, or a door. To make the voice quieter is a test, too:
 * what is its own is quieter with it.
 */

import { comparedLevels } from './own-sound';

/** Of energies, heard to explained: 4 dB, which our own voice alone exceeds in one frame of a hundred. */
const strangeRatio = 2.5;
/** 8 dB: there, voice activity judges the other sound. */
const mostlyStrangeRatio = 6;
/** Of strange frames together: one that is 10 dB louder than explained, or two that are 5. */
const leastDecibels = 10;
/** Frames that are not strange belong to a sound between two of its syllables. */
const longestGap = 5;
/** And part its words. */
const longestPause = 12;
/** Half a second: who only listens makes no sound for as long. */
const longFrames = 15;
/** Voice activity goes on for a while after what it heard before: of a long sound it is asked at its end. */
const judgedFrames = 8;
const leastVoiced = 4;
const voicedProbability = 0.65;
/** Of its loudest energy: a door fades, and the next syllable is hardly 15 dB quieter than the one before. */
const fadedShare = 0.03;
/** Frames of sound that were as loud as told: one second. */
const leastLearned = 30;
const learningRate = 0.3;
/** Keeps what is hardly played from being taken for the cause of all that is heard. */
const leastSize = 1e-8;
/** Of the loudest energy that is played: what is quieter are pauses, which tell little of what comes back. */
const leastPlayed = 0.1;
/** The loudest is forgotten within half a minute. */
const loudestFades = 0.999;
/** The room's noise is its quietest moments; where it grows louder, that is believed by a decibel a second. */
const roomFalls = 0.3;
const roomRises = 1.01;
/** Whatever is quieter than a whisper, a rustle say, is as good as silent. */
const quietestRoom = 1e-6;

/** One frame of `levelMs`. */
export interface HeardLevel {
  /** Root mean square. */
  readonly rms: number;
  /** That somebody speaks. */
  readonly probability: number;
  /** In milliseconds since 1970. */
  readonly endedAtMs: number;
}

export class StrangeSound {
  /** How much of the energy that is played is heard so many frames later. */
  #echo: number[] = [];
  #room: number | null = null;
  #levels: number[] = [];
  #learned = 0;
  #loudest = 0;
  /** Of the strange sound that is heard: how many frames it is long, how many ago it was, and how loud all of it. */
  #length = 0;
  #gap = 0;
  #decibels = 0;
  #peak = 0;
  /** Of the last frames, newest last: somebody speaks who is not played. */
  #voiced: boolean[] = [];

  /** What was heard of late, to be compared. */
  get levels(): readonly number[] {
    return this.#levels;
  }

  /** What is played is known well enough to tell another sound from it. */
  get isLearned(): boolean {
    return this.#learned >= leastLearned;
  }

  get isHeard(): boolean {
    return this.isLearned && this.#decibels >= leastDecibels;
  }

  /** For longer than a sign of listening. */
  get isLong(): boolean {
    return this.isHeard && this.#length >= longFrames;
  }

  get isVoice(): boolean {
    return this.#voiced.filter(Boolean).length >= leastVoiced;
  }

  /** @param played root mean squares, oldest first: the last while this was heard, each before it a frame earlier */
  hear({ rms, probability }: Omit<HeardLevel, 'endedAtMs'>, played: readonly number[]): void {
    this.#levels = [...this.#levels.slice(1 - comparedLevels), rms];
    const energy = rms * rms;
    const sent = played.toReversed().map((level) => level * level);
    const back = sent.reduce((sum, each, lag) => sum + each * (this.#echo[lag] ?? 0), 0);
    const room = this.#follow(energy);
    const ratio = energy / (back + 2 * room);
    this.#count(ratio > strangeRatio ? 10 * Math.log10(ratio) : 0);
    this.#peak = this.#length > 0 ? Math.max(this.#peak, energy) : 0;
    const hasFaded = energy < fadedShare * this.#peak;
    const isVoiced = ratio > mostlyStrangeRatio && probability >= voicedProbability && !hasFaded;
    this.#voiced = [...this.#voiced.slice(1 - judgedFrames), isVoiced];
    this.#learn(sent, energy - room - back, ratio > strangeRatio);
  }

  /** It comes back otherwise than it did: louder, or later. */
  forget(): void {
    this.#echo = [];
    this.#learned = this.#length = this.#decibels = 0;
  }

  #follow(energy: number): number {
    const room = this.#room ?? energy;
    const next = energy < room ? room + roomFalls * (energy - room) : room * roomRises;
    this.#room = Math.max(quietestRoom, next);
    return this.#room;
  }

  #count(decibels: number): void {
    if (decibels > 0) {
      const isNext = this.#length > 0 && this.#gap <= longestGap;
      this.#length += isNext ? this.#gap + 1 : 1;
      this.#decibels += decibels;
      this.#gap = 0;
      return;
    }
    this.#gap += 1;
    if (this.#gap > longestPause) this.#length = this.#decibels = 0;
  }

  /** Normalised least mean squares; no echo is less than none. */
  #learn(sent: readonly number[], missing: number, isStrange: boolean): void {
    const loudest = Math.max(...sent);
    this.#loudest = Math.max(loudest, loudestFades * this.#loudest);
    const isLoud = loudest > leastPlayed * this.#loudest;
    if (loudest === 0 || !isLoud || (isStrange && this.isLearned)) return;
    const size = sent.reduce((sum, each) => sum + each * each, leastSize);
    this.#learned = Math.max(0, this.#learned + (isStrange ? -2 : 1));
    const change = (learningRate * missing) / size;
    this.#echo = sent.map((each, lag) => Math.max(0, (this.#echo[lag] ?? 0) + change * each));
  }
}
