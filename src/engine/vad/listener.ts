/** Follows one microphone: each frame is judged, and the speech in it sent to the ears without a way over the page. */
import { comparedLevels, longestLag, type LevelTrace } from '../../domain/voice/own-sound';
import { joinedSamples } from '../../domain/voice/samples';
import type { SoundFrame } from '../../domain/voice/sound-frame';
import type { PauseJudged, UtteranceFeed, VoiceActivityEvent } from '../../protocol/vad';
import { sharedNowMs } from '../shared-clock';
import { EchoCanceller } from './echo-canceller';
import { energyOf } from './energy';
import type { Decision, Segmenter } from './segmenter';
import { frameSamples, sampleRateHz, type Silero } from './silero';

const frameMs = (1000 * frameSamples) / sampleRateHz;
/** The level is shown about fifteen times a second. */
const levelEveryFrames = 2;
/** Longer than any preroll. */
const keptFrames = 64;

/** Energies: 13 dB. Where less was taken out, either most of it is somebody's, or the canceller does not do what it is trusted to. */
const quieterShare = 0.05;

interface HeardFrame {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly rms: number;
  /** With what was played in it. */
  readonly heardRms: number;
  readonly playedRms: number;
}

export class Listener {
  readonly #silero: Pick<Silero, 'probability'>;
  readonly #segmenter: Segmenter;
  readonly #toEars: (message: UtteranceFeed) => void;
  readonly #toPage: (event: VoiceActivityEvent) => void;
  readonly #canceller = new EchoCanceller();
  /** What is left of each once what was played is taken out, and how loud that was. */
  readonly #recent: HeardFrame[] = [];
  #frame = 0;
  #utterance: number;
  #isOpen = false;

  /** @param firstUtterance numbers go on from here, so that a late message of another listener means none of these */
  constructor(
    silero: Pick<Silero, 'probability'>,
    segmenter: Segmenter,
    firstUtterance: number,
    toEars: (message: UtteranceFeed) => void,
    toPage: (event: VoiceActivityEvent) => void,
  ) {
    this.#silero = silero;
    this.#segmenter = segmenter;
    this.#utterance = firstUtterance - 1;
    this.#toEars = toEars;
    this.#toPage = toPage;
  }

  /** Frames in order; the next only once this one is judged. */
  async take({ samples: heard, played }: SoundFrame): Promise<void> {
    const samples = this.#canceller.cancel(heard, played);
    const frame = {
      samples,
      rms: rmsOf(samples),
      heardRms: rmsOf(heard),
      playedRms: rmsOf(played),
    };
    const probability = await this.#silero.probability(samples);
    if (this.#frame++ % levelEveryFrames === 0) {
      this.#toPage({ type: 'level', rms: frame.rms });
    }
    const decisions = this.#segmenter.step(probability);
    if (this.#isOpen) this.#send(samples);
    this.#recent.push(frame);
    if (this.#recent.length > keptFrames) this.#recent.shift();
    for (const decision of decisions) this.#carryOut(decision);
  }

  /** It counts from the next frame on. */
  judge({ utterance, soundSamples, reads }: PauseJudged): void {
    if (this.#isOpen && utterance === this.#utterance)
      this.#segmenter.judge(soundSamples / frameSamples, reads);
  }

  /** The microphone is gone: what was begun can't be finished. */
  close(): void {
    if (this.#isOpen) this.#toEars({ type: 'utterance-dropped', utterance: this.#utterance });
    this.#isOpen = false;
  }

  #trace(): LevelTrace {
    const frames = this.#recent.slice(-comparedLevels - longestLag);
    const compared = frames.slice(-comparedLevels);
    const isCancelled = this.#canceller.isTrusted;
    const isQuieter =
      energyOf(compared.map(({ rms }) => rms)) <
      quieterShare * energyOf(compared.map(({ heardRms }) => heardRms));
    return {
      levels: compared.map(({ rms, heardRms }) => (isCancelled && isQuieter ? rms : heardRms)),
      played: frames.map(({ playedRms }) => playedRms),
      isCancelled,
    };
  }

  #send(samples: Float32Array): void {
    const { isVoiced } = this.#segmenter;
    this.#toEars({ type: 'utterance-audio', utterance: this.#utterance, samples, isVoiced });
  }

  #carryOut(decision: Decision): void {
    if (decision.type === 'start') {
      this.#utterance += 1;
      this.#isOpen = true;
    }
    const utterance = this.#utterance;
    switch (decision.type) {
      case 'start': {
        const begun = this.#recent.slice(-decision.prerollFrames - 1);
        const samples = joinedSamples(begun.map(({ samples }) => samples));
        this.#toEars({ type: 'utterance-started', utterance, samples });
        this.#toPage({ type: 'speech-started', utterance });
        break;
      }
      case 'confirm':
        this.#toPage({ type: 'speech-confirmed', utterance, trace: this.#trace() });
        break;
      case 'sustain':
        this.#toPage({ type: 'speech-sustained', utterance, trace: this.#trace() });
        break;
      case 'pause':
        this.#toEars({
          type: 'utterance-paused',
          utterance,
          soundSamples: decision.soundFrames * frameSamples,
        });
        break;
      case 'resume':
        this.#toEars({ type: 'utterance-resumed', utterance });
        break;
      case 'end':
        this.#isOpen = false;
        this.#toEars({
          type: 'utterance-ended',
          utterance,
          soundSamples: decision.soundFrames * frameSamples,
          endedAtMs: sharedNowMs(),
          decisionMs: decision.silentFrames && decision.silentFrames * frameMs,
        });
        this.#toPage({ type: 'speech-ended', utterance });
        break;
      case 'drop':
        this.close();
        this.#toPage({ type: 'speech-misfired', utterance });
    }
  }
}

function rmsOf(samples: Float32Array): number {
  return Math.sqrt(energyOf(samples) / samples.length);
}
