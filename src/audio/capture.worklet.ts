/** The microphone on the audio thread, and what is played beside it: mono, 16 kHz, frames to the port that the page handed over. */
import type { SoundFrame } from '../domain/voice/sound-frame';
import { Framer } from './frames';
import { Resampler } from './resample';

const rateHz = 16_000;
const frameSamples = 512;

/** Both are given as many samples each time, so that their frames are of the same moments. */
class Channel {
  readonly #resampler = new Resampler(sampleRate, rateHz);
  readonly #framer = new Framer(frameSamples);

  push(samples: Float32Array): Float32Array<ArrayBuffer>[] {
    return this.#framer.push(this.#resampler.push(samples));
  }
}

class Capture extends AudioWorkletProcessor {
  readonly #microphone = new Channel();
  readonly #speaker = new Channel();
  #frames: MessagePort | null = null;
  #isClosed = false;

  constructor() {
    super();
    // Null: the microphone is closed, and this is over.
    this.port.onmessage = ({ data }: MessageEvent<MessagePort | null>) => {
      this.#frames = data;
      this.#isClosed = data === null;
    };
  }

  process([microphone, speaker]: Float32Array[][]): boolean {
    const heard = microphone?.[0];
    if (heard && this.#frames) {
      const played = this.#speaker.push(speaker?.[0] ?? new Float32Array(heard.length));
      for (const [at, samples] of this.#microphone.push(heard).entries()) {
        const frame: SoundFrame = { samples, played: played[at]! };
        this.#frames.postMessage(frame, [frame.samples.buffer, frame.played.buffer]);
      }
    }
    return !this.#isClosed;
  }
}

registerProcessor('capture', Capture);
