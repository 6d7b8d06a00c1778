/**
 * Sound that is made before it is known whether it will be heard. Asked for in the same words, it is not made again. Only its
 * first stretch is made until then: ears and mouth share a thread, and a question's last words would wait for the rest.
 */
import type { SpokenAudio, SpeakSummary } from '../../protocol/speech';
import type { SpeakOptions, SpeechService } from './speech';

type OnAudio = (audio: SpokenAudio) => void;

interface Prepared {
  readonly key: string;
  readonly made: Promise<SpeakSummary>;
  /** Its first sound is there: by then its worker knows that it waits. */
  readonly hasBegun: Promise<void>;
  handTo(onAudio: OnAudio): void;
  /** Nobody will ask for it. */
  drop(): void;
}

export class PreparedSpeech {
  readonly #speech: Pick<SpeechService, 'speak' | 'goOn'>;
  #prepared: Prepared | null = null;

  constructor(speech: Pick<SpeechService, 'speak' | 'goOn'>) {
    this.#speech = speech;
  }

  /**
   * Resolves once its first sound is there or it has failed, which is nobody's trouble: it is made when it is asked for.
   */
  async prepare(words: string, options: SpeakOptions): Promise<void> {
    const sounds: SpokenAudio[] = [];
    let tell: OnAudio = (audio) => sounds.push(audio);
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const onAudio: OnAudio = (audio) => {
      tell(audio);
      begun();
    };
    const dropped = new AbortController();
    const signal = AbortSignal.any([options.signal, dropped.signal]);
    this.#prepared?.drop();
    const prepared: Prepared = {
      key: keyOf(words, options),
      made: this.#speech.speak(words, { ...options, signal, waits: true }, onAudio),
      hasBegun,
      handTo(onAudio: OnAudio) {
        sounds.forEach(onAudio);
        tell = onAudio;
      },
      drop: () => dropped.abort(),
    };
    this.#prepared = prepared;
    const forget = () => {
      if (this.#prepared === prepared) this.#prepared = null;
    };
    options.signal.addEventListener('abort', forget, { once: true });
    await Promise.race([hasBegun, prepared.made.catch(forget)]);
  }

  /** As the speech service's own. */
  speak(words: string, options: SpeakOptions, onAudio: OnAudio): Promise<SpeakSummary> {
    const prepared = this.#prepared;
    this.#prepared = null;
    if (prepared?.key !== keyOf(words, options)) {
      prepared?.drop();
      return this.#speech.speak(words, options, onAudio);
    }
    prepared.handTo(onAudio);
    void prepared.hasBegun.then(() => this.#speech.goOn());
    return prepared.made;
  }
}

const keyOf = (words: string, { voice, rate }: SpeakOptions) => `${voice} ${rate} ${words}`;
