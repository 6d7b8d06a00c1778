/**
 * Whisper's input features of a sound that grows: every frame is computed once and kept, so a partial transcript pays
 * only for what is new. The same values as the library's extractor gives for the sound padded with silence to 30 s.
 */
import { melBands, melFilters } from './mel-filters';
import { frameSamples, frequencyBins, powerSpectrum } from './power-spectrum';

const hopSamples = 160;
const half = frameSamples / 2;
const floor = 1e-10;
const silence = Math.log10(floor);
const filters = melFilters();
const power = new Float64Array(frequencyBins);
const scratch = new Float32Array(frameSamples);

export class LogMel {
  /** Base-10 logarithms, frame by frame, of the frames that more sound cannot change. */
  #kept = new Float32Array(melBands * 512);
  #keptFrames = 0;

  /**
   * `[80, frames]` features of `samples` followed by silence. `samples` must begin with what earlier calls were given.
   * @param frames even: the encoder halves it
   */
  features(samples: Float32Array, frames: number): Float32Array<ArrayBuffer> {
    this.#keep(samples, frames);
    const logs = new Float32Array(melBands * frames).fill(silence);
    // A sound that was cut shorter than before ends in silence where kept frames may still hold its tail.
    const kept = Math.min(this.#keptFrames, frames, wholeFrames(samples));
    logs.set(this.#kept.subarray(0, melBands * kept));
    // The last frames reach past the sound and change when it grows.
    const touched = Math.min(frames, Math.ceil((samples.length + half) / hopSamples));
    for (let frame = kept; frame < touched; frame++) {
      writeFrame(samples, frame, logs, melBands * frame);
    }
    return normalise(logs, frames);
  }

  #keep(samples: Float32Array, most: number): void {
    const wanted = Math.min(most, wholeFrames(samples));
    if (wanted <= this.#keptFrames) return;
    if (wanted * melBands > this.#kept.length) {
      const larger = new Float32Array(melBands * Math.ceil(wanted * 1.5));
      larger.set(this.#kept);
      this.#kept = larger;
    }
    for (; this.#keptFrames < wanted; this.#keptFrames++) {
      writeFrame(samples, this.#keptFrames, this.#kept, melBands * this.#keptFrames);
    }
  }
}

/** Frames strictly within the sound: the mirrored start looks one sample further than the frame itself. */
function wholeFrames(samples: Float32Array): number {
  return Math.max(0, Math.floor((samples.length - half - 1) / hopSamples) + 1);
}

/** Frames are centred: the sound is mirrored before its start and silent after its end. */
function writeFrame(samples: Float32Array, frame: number, target: Float32Array, at: number): void {
  const start = frame * hopSamples - half;
  if (start >= 0 && start + frameSamples <= samples.length) powerSpectrum(samples, start, power);
  else {
    for (let index = 0; index < frameSamples; index++) {
      scratch[index] = samples[Math.abs(start + index)] ?? 0;
    }
    powerSpectrum(scratch, 0, power);
  }
  filters.forEach(({ firstBin, weights }, band) => {
    let sum = 0;
    for (let index = 0; index < weights.length; index++) {
      sum += weights[index]! * power[firstBin + index]!;
    }
    target[at + band] = Math.log10(Math.max(floor, sum));
  });
}

/** At most 8 powers of ten below the loudest, scaled as in training; bands before frames, as the encoder wants them. */
function normalise(logs: Float32Array, frames: number): Float32Array<ArrayBuffer> {
  let loudest = silence;
  for (const value of logs) if (value > loudest) loudest = value;
  const quietest = loudest - 8;
  const features = new Float32Array(logs.length);
  for (let frame = 0; frame < frames; frame++) {
    for (let band = 0; band < melBands; band++) {
      const value = Math.max(logs[melBands * frame + band]!, quietest);
      features[frames * band + frame] = (value + 4) / 4;
    }
  }
  return features;
}
