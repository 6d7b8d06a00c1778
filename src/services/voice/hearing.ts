/** From the microphone to words: capture, voice activity and ears joined by ports, so that no sound passes the page. */
import { openMicrophone } from '../../audio/microphone';
import type { Speaker } from '../../audio/speaker';
import { AppError } from '../../domain/errors';
import type { ModelPlan, VoiceActivityModel } from '../../domain/models/model';
import { comparedAgain, levelMs } from '../../domain/voice/sound-looks';
import type { VadContract, VadSettings, VoiceActivityEvent } from '../../protocol/vad';
import type { TalkMode } from '../../voice/voice';
import type { HeardEvent, OpenMicrophone } from '../../voice/ports';
import { Engine } from '../engine';
import type { KnownAnswers } from '../models/known-answers';
import type { SpeechService } from './speech';

/** Measured on clips of speech and of noise; a cough is over in a quarter of a second, a “mhm” in half of one. */
export const vadSettings: VadSettings = {
  startProbability: 0.5,
  endProbability: 0.35,
  confirmMs: 250,
  sustainMs: comparedAgain * levelMs,
  endSilenceMs: 700,
  judgedSilenceMs: { finished: 420, unsure: 700, unfinished: 1250 },
  prerollMs: 480,
  longestUtteranceMs: 10 * 60_000,
};

export class HearingService {
  readonly vadPlan: ModelPlan<VoiceActivityModel>;
  readonly #speech: SpeechService;
  readonly #openSpeaker: () => Speaker;
  readonly #vad: Engine<VadContract>;
  /** Never given twice, also not after a worker was started afresh. */
  #nextUtterance = 1;
  /** Told when it could not be loaded, also when that was to be done again after a crash. */
  onNotReady: (error: AppError) => void = () => {};

  constructor(
    vadPlan: ModelPlan<VoiceActivityModel>,
    speech: SpeechService,
    answers: KnownAnswers,
    openSpeaker: () => Speaker,
  ) {
    this.vadPlan = vadPlan;
    this.#speech = speech;
    this.#openSpeaker = openSpeaker;
    this.#vad = new Engine<VadContract>(
      () => new Worker(new URL('../../engine/vad/worker.ts', import.meta.url), { type: 'module' }),
      async (client) => {
        await answers.asked(this.vadPlan, (selfTest) =>
          client.call('load', { plan: this.vadPlan, selfTest }),
        );
      },
    );
    this.#vad.onNotReady = (error) => this.onNotReady(error);
  }

  /** Loads ears and voice activity, so that the first press is heard at once. */
  async start(signal: AbortSignal): Promise<void> {
    await this.#speech.startEars(signal);
    await this.#vad.ready(signal);
  }

  end(): void {
    this.#vad.end();
  }

  async open(
    mode: TalkMode,
    signal: AbortSignal,
    on: { readonly event: (event: HeardEvent) => void; readonly lost: (thrown: unknown) => void },
  ): Promise<OpenMicrophone> {
    const events = {
      lost: () => on.lost(new AppError('microphone-lost')),
      muted: (muted: boolean) => on.event({ type: 'muted', muted }),
    };
    const microphone = await openMicrophone(signal, events, this.#openSpeaker);
    const { port1: utterances, port2: toEars } = new MessageChannel();
    const closing = new AbortController();
    const close = () => {
      closing.abort();
      microphone.close();
    };
    try {
      await this.#speech.attach(toEars, signal, on.lost);
      // Not before it can hear: what is said to a worker that is still starting would be lost.
      await this.#vad.call('setMode', { mode }, { signal });
      this.#listen(microphone.frames, utterances, mode, closing.signal, on);
    } catch (thrown) {
      close();
      throw thrown;
    }
    const vad = this.#vad;
    // A worker that failed says so by the call that listens.
    const tell = (call: Promise<void>) => void call.catch(() => {});
    return {
      setMode: (next) => tell(vad.call('setMode', { mode: next })),
      hold: (held) => tell(vad.call('hold', { held })),
      close,
    };
  }

  #listen(
    frames: MessagePort,
    utterances: MessagePort,
    mode: TalkMode,
    signal: AbortSignal,
    on: { readonly event: (event: HeardEvent) => void; readonly lost: (thrown: unknown) => void },
  ): void {
    const onChunk = (event: VoiceActivityEvent) => {
      if ('utterance' in event) this.#nextUtterance = event.utterance + 1;
      on.event(event);
    };
    this.#vad
      .call(
        'listen',
        { frames, utterances, firstUtterance: this.#nextUtterance, mode, settings: vadSettings },
        { signal, transfer: [frames, utterances], onChunk },
      )
      .catch((thrown: unknown) => {
        if (!signal.aborted) on.lost(thrown);
      });
  }
}
