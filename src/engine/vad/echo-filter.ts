/**
 * How what is played comes back into the microphone: a filter of partitions of one block each, learned as a frequency-domain
 * Kalman filter (Enzner and Vary 2006; in partitions, Kuech, Mabande and Enzner 2014). It knows how sure it is of each of its
 * weights, so that somebody who speaks at the same time teaches it little.
 */
import { bins, blockSamples, emptySpectrum, Spectra, type Spectrum } from './spectra';

/** 384 ms: from the speaker through the room to here. */
export const partitions = 24;
/** Of a weight's energy, before anything is known. */
const unknown = 0.005;
/** Of all that came back before it took another way. */
const doubtShare = 0.25;
/** At least: an echo may begin where there was none. */
const leastDoubt = 1e-4;
/** From one block to the next: rooms, hands and heads move. */
const stays = 0.9995 ** 2;
/** The microphone's own noise, of which nothing can be learned. */
const quietest = 1e-3;
/** Partitions of each block: all of them would take most of the time. */
const cutAtOnce = 8;
/** Two blocks overlap in each spectrum. */
const share = 0.5;

interface Partition {
  readonly weights: Spectrum;
  /** How far each may be off: energies. */
  readonly doubt: Float64Array;
}

/** A block that was played. */
interface PlayedBlock {
  readonly spectrum: Spectrum;
  readonly energies: Float64Array;
}

const silentBlock = new Float32Array(blockSamples);

export class EchoFilter {
  readonly #spectra = new Spectra();
  readonly #partitions: readonly Partition[] = Array.from({ length: partitions }, () => ({
    weights: emptySpectrum(),
    doubt: new Float64Array(bins).fill(unknown),
  }));
  /** The newest first: each is what its partition weighs. */
  readonly #played: PlayedBlock[] = Array.from({ length: partitions }, () => ({
    spectrum: emptySpectrum(),
    energies: new Float64Array(bins),
  }));
  #last: Float32Array = silentBlock;
  readonly #sum = emptySpectrum();
  readonly #missed = emptySpectrum();
  /** What of the missed sound may be the filter's fault, and what is none of it. */
  readonly #energies = new Float64Array(bins);
  /** Of what was missed, of late. */
  readonly #noise = new Float64Array(bins);
  #nextCut = 0;

  /** @param into what of it is heard in this very block, if all that was played before was told as well */
  expect(played: Float32Array, into: Float64Array): void {
    const newest = this.#played.pop()!;
    this.#spectra.forward(this.#last, played, newest.spectrum);
    for (let bin = 0; bin < bins; bin += 1) newest.energies[bin] = energyAt(newest.spectrum, bin);
    this.#played.unshift(newest);
    this.#last = played;
    this.#sum.fill(0);
    for (const [at, { weights }] of this.#partitions.entries()) {
      addProduct(this.#played[at]!.spectrum, weights, this.#sum);
    }
    this.#spectra.second(this.#sum, into);
  }

  /** @param missed what was heard in the block that was expected last, less what was expected */
  learn(missed: ArrayLike<number>): void {
    this.#spectra.forward(silentBlock, missed, this.#missed);
    this.#followEnergies();
    for (const [at, partition] of this.#partitions.entries()) {
      this.#correct(partition, this.#played[at]!);
    }
    this.#cut();
  }

  /** The sound takes another way now, and is about as loud as before. */
  forget(): void {
    this.doubt();
    for (const { weights } of this.#partitions) weights.fill(0);
  }

  /** It comes back otherwise than it did, perhaps by the same way. */
  doubt(): void {
    const energy = this.#partitions.reduce((sum, { weights }) => sum + meanEnergy(weights), 0);
    for (const { doubt } of this.#partitions) doubt.fill(Math.max(unknown, doubtShare * energy));
  }

  #followEnergies(): void {
    const [sum, noise] = [this.#energies.fill(0), this.#noise];
    for (const [at, { doubt }] of this.#partitions.entries()) {
      const { energies } = this.#played[at]!;
      for (let bin = 0; bin < bins; bin += 1) sum[bin]! += share * energies[bin]! * doubt[bin]!;
    }
    for (let bin = 0; bin < bins; bin += 1) {
      noise[bin] = (noise[bin]! + energyAt(this.#missed, bin)) / 2;
      sum[bin]! += noise[bin]! + quietest;
    }
  }

  #correct({ weights, doubt }: Partition, { spectrum, energies }: PlayedBlock): void {
    const missed = this.#missed;
    for (let bin = 0; bin < bins; bin += 1) {
      const real = 2 * bin;
      const imaginary = real + 1;
      const step = doubt[bin]! / this.#energies[bin]!;
      const left = Math.max(0, 1 - share * step * energies[bin]!);
      const moved = (1 - stays) * energyAt(weights, bin);
      doubt[bin] = Math.max(leastDoubt, stays * left * doubt[bin]! + moved);
      weights[real]! +=
        step * (spectrum[real]! * missed[real]! + spectrum[imaginary]! * missed[imaginary]!);
      weights[imaginary]! +=
        step * (spectrum[real]! * missed[imaginary]! - spectrum[imaginary]! * missed[real]!);
    }
  }

  /** What a partition has learned of sound that is another's is taken out of a few at a time: it comes back slowly. */
  #cut(): void {
    for (let count = 0; count < cutAtOnce; count += 1) {
      this.#spectra.keepFirst(this.#partitions[this.#nextCut]!.weights);
      this.#nextCut = (this.#nextCut + 1) % partitions;
    }
  }
}

function energyAt(spectrum: Spectrum, bin: number): number {
  return spectrum[2 * bin]! ** 2 + spectrum[2 * bin + 1]! ** 2;
}

function meanEnergy(spectrum: Spectrum): number {
  let sum = 0;
  for (let bin = 0; bin < bins; bin += 1) sum += energyAt(spectrum, bin);
  return sum / bins;
}

function addProduct(one: Spectrum, other: Spectrum, sum: Spectrum): void {
  for (let real = 0; real < sum.length; real += 2) {
    const imaginary = real + 1;
    sum[real]! += one[real]! * other[real]! - one[imaginary]! * other[imaginary]!;
    sum[imaginary]! += one[real]! * other[imaginary]! + one[imaginary]! * other[real]!;
  }
}
