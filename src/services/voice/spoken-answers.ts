/** Speaks an answer piece by piece while it is still being written. One answer at a time, by whichever voice is asked. */
import { AppError, isAborted } from '../../domain/errors';
import { spokenText } from '../../domain/voice/spoken-text';
import { SentenceSplitter, type Piece } from '../../domain/words/sentences';
import { joe, keepsUp, systemUri, type VoiceName } from '../../domain/voice/voices';
import type { Player } from '../../audio/player';
import type { SystemVoices } from '../../audio/system-voice';
import type { Said } from '../../voice/ports';
import { PreparedSpeech } from './prepared-speech';
import type { SpeakOptions, SpeechService } from './speech';

export interface SpokenAnswer {
  push(delta: string): void;
  /** Resolves when the last word has been heard, or the answer was stopped. */
  end(): Promise<void>;
  /** Up to where, in the text, its sound has begun. */
  readonly heardUpTo: number;
  /** That spoke last, or is to speak first. */
  readonly voice: VoiceName;
}

export interface SpeakingHooks {
  readonly signal: AbortSignal;
  readonly voice: VoiceName;
  /** Another one for words that it does not speak; undefined where it says them all the same. */
  readonly voiceOf?: ((words: string) => VoiceName | undefined) | undefined;
  /** Above 1 is faster. */
  readonly rate: number;
  /** It is said after what was said last, of which it tells: muted, or quieter for who speaks over it, it stays so. */
  readonly follows?: true;
  /** A piece begins to be heard; null once there is nothing left to hear. */
  readonly onPiece: (piece: Piece | null) => void;
  /** A piece could not be spoken, and never will be. */
  readonly onUnspoken?: () => void;
  /** The first piece is being made, which everybody waits for; false once it is there. */
  readonly onFirst?: (making: boolean) => void;
}

/** What the microphone may still hear of it: a few sentences, and the last one for a moment after its end. */
const heardLetters = 300;
const heardForMs = 1000;

/** The next piece may come; `heard` resolves when this one has been heard. */
interface Handed {
  readonly heard: Promise<void>;
}

interface Saying {
  readonly rate: number;
  readonly signal: AbortSignal;
  readonly onStart: () => void;
  /** Its worker was lost with it once before. */
  readonly again?: boolean;
}

export class SpokenAnswers {
  readonly #player: Player;
  readonly #speech: PreparedSpeech;
  readonly #system: SystemVoices;
  #muted = false;
  /** Seconds of computing a second of sound, of what each voice made last: also on a device that is busy since. */
  readonly #factors = new Map<VoiceName, number>();
  /** Of the answer begun last. */
  #saying = { words: '', endedAt: -Infinity, byDevice: false };

  constructor(speech: SpeechService, player: Player, system: SystemVoices) {
    this.#speech = new PreparedSpeech(speech);
    this.#player = player;
    this.#system = system;
  }

  /** Call from a press: browsers only let sound begin there. */
  unlock(): void {
    this.#player.unlock();
    this.#system.unlock();
  }

  /** Plays a recording; resolves at its end, or once the signal fires. Rejects `bad-input` where it cannot be played. */
  async playRecording(recording: Blob, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const address = URL.createObjectURL(recording);
    const sound = new Audio(address);
    try {
      await new Promise<void>((resolve, reject) => {
        sound.onended = () => resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
        sound.play().catch((thrown: unknown) => reject(AppError.from(thrown, 'bad-input')));
      });
    } finally {
      sound.pause();
      URL.revokeObjectURL(address);
    }
  }

  duck(ducked: boolean): void {
    this.#player.duck(ducked);
    this.#system.duck(ducked);
  }

  /** What is being said, or was since then, or a moment before. */
  said(sinceMs = performance.now()): Said {
    const { words, endedAt, byDevice } = this.#saying;
    const isHeard = !this.#muted && sinceMs - endedAt < heardForMs;
    return { words: isHeard ? words : '', goesOn: isHeard && endedAt === Infinity, byDevice };
  }

  /** What is begun after it is heard. */
  mute(muted: boolean): void {
    this.#muted = muted;
    this.#player.mute(muted);
    this.#system.mute(muted);
  }

  /** A voice that does not keep up would break off within the sentence: there it begins later, with all of it. */
  splitterFor(voice: VoiceName): SentenceSplitter {
    return new SentenceSplitter(keepsUp(this.#factors.get(voice) ?? 0));
  }

  /** Makes the sound of what may be said first. The device's own voices make theirs only as they speak. */
  async prepare(words: string, options: SpeakOptions): Promise<void> {
    if (systemUri(options.voice) === null) await this.#speech.prepare(words, options);
  }

  /** @param loudness 1 is the voice's own */
  amplify(loudness: number): void {
    this.#player.amplify(loudness);
    this.#system.amplify(loudness);
  }

  begin(hooks: SpeakingHooks): SpokenAnswer {
    const { signal, follows, onPiece, onUnspoken = () => {}, onFirst = () => {} } = hooks;
    if (!follows) {
      this.mute(false);
      // What was heard over the end of another answer says nothing of this one.
      this.duck(false);
    }
    const splitter = this.splitterFor(hooks.voice);
    let { voice } = hooks;
    let handedOver = Promise.resolve();
    let lastHeard: Promise<void> = Promise.resolve();
    let heardUpTo = 0;
    let isFirst = true;
    // The microphone may still hear the end of what it follows.
    const words = follows ? this.#saying.words : '';
    const saying = { words, endedAt: Infinity, byDevice: systemUri(voice) !== null };
    this.#saying = saying;
    const over = () => (saying.endedAt = Math.min(saying.endedAt, performance.now()));
    const stop = () => {
      over();
      this.#flush();
    };
    signal.addEventListener('abort', stop, { once: true });
    const begun = (piece: Piece, words: string) => {
      saying.words = `${saying.words} ${words}`.slice(-heardLetters);
      heardUpTo = piece.end;
      onPiece(piece);
    };
    const speak = (piece: Piece) => {
      handedOver = handedOver.then(async () => {
        const words = spokenText(piece.text);
        if (signal.aborted || words === '') return;
        const making = isFirst ? onFirst : () => {};
        isFirst = false;
        try {
          making(true);
          const next = hooks.voiceOf?.(words) ?? hooks.voice;
          const byDevice = systemUri(next) !== null;
          // The device's voices do not wait for the app's own, nor they for them.
          if (byDevice !== saying.byDevice) await lastHeard;
          if (signal.aborted) return;
          saying.byDevice = byDevice;
          voice = next;
          lastHeard = (await this.#say(voice, words, hooks, () => begun(piece, words))).heard;
        } catch (thrown) {
          // A piece that cannot be spoken is still there to be read: the rest is spoken.
          if (isAborted(thrown)) return;
          console.warn('a sentence was not spoken');
          onUnspoken();
        } finally {
          making(false);
        }
      });
    };
    return {
      push: (delta) => splitter.push(delta).forEach(speak),
      async end() {
        splitter.end().forEach(speak);
        await handedOver;
        await lastHeard;
        over();
        onPiece(null);
      },
      get heardUpTo() {
        return heardUpTo;
      },
      get voice() {
        return voice;
      },
    };
  }

  async #say(
    voice: VoiceName,
    words: string,
    { rate, signal }: SpeakingHooks,
    onStart: () => void,
  ): Promise<Handed> {
    const uri = systemUri(voice);
    if (uri === null) return this.#sayByModel(voice, words, { rate, signal, onStart });
    return { heard: this.#system.say(uri, words, rate, onStart) };
  }

  async #sayByModel(voice: VoiceName, words: string, saying: Saying): Promise<Handed> {
    let heard: Promise<void> = Promise.resolve();
    let isFirst = true;
    const { signal, rate, onStart } = saying;
    try {
      const { audioMs, synthesisMs } = await this.#speech.speak(
        words,
        { voice, rate, signal },
        ({ samples, sampleRateHz }) => {
          if (signal.aborted) return;
          const sound = samples as Float32Array<ArrayBuffer>;
          heard = this.#player.play(sound, sampleRateHz, isFirst ? onStart : undefined);
          isFirst = false;
        },
      );
      if (audioMs > 0) this.#factors.set(voice, synthesisMs / audioMs);
    } catch (thrown) {
      const isLost = AppError.from(thrown).code === 'worker-crashed' && !saying.again;
      // The larger voice may be too much for a device: what it has not begun to say, joe says.
      const isTooMuch = voice !== joe && isFirst;
      if (isAborted(thrown) || (!isLost && !isTooMuch)) throw thrown;
      // A fresh worker goes on from the sentence that was cut.
      return this.#sayByModel(joe, words, { ...saying, again: isLost || saying.again === true });
    }
    return { heard };
  }

  #flush(): void {
    this.#player.flush();
    this.#system.flush();
  }
}
