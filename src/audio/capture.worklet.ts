/** The microphone on the audio thread: mono, 16 kHz, frames to the port that the page handed over. */
import type { SoundFrame } from '../domain/sound-frame';
import { Framer } from './frames';
import { Resampler } from './resample';

const rateHz = 16_000;
const frameSamples = 512;

class Capture extends AudioWorkletProcessor {
  readonly #resampler = new Resampler(sampleRate, rateHz);
  readonly #framer = new Framer(frameSamples);
  #frames: MessagePort | null = null;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<MessagePort>) => {
      this.#frames = data;
    };
  }

  process([input]: Float32Array[][]): boolean {
    const [channel] = input ?? [];
    if (channel && this.#frames) {
      for (const samples of this.#framer.push(this.#resampler.push(channel))) {
        // There is no clock of performance on an audio thread.
        const frame: SoundFrame = { samples, endedAtMs: Date.now() };
        this.#frames.postMessage(frame, [samples.buffer]);
      }
    }
    return true;
  }
}

registerProcessor('capture', Capture);
