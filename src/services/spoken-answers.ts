/** Speaks an answer piece by piece while it is still being written. One answer at a time. */
import type { Player } from '../audio/player';
import { AppError } from '../domain/errors';
import { spokenText } from '../domain/spoken-text';
import { SentenceSplitter, type Piece } from '../domain/sentences';
import type { SpeechService } from './speech';

export interface SpokenAnswer {
  push(delta: string): void;
  /** Resolves when the last word has been heard, or the answer was stopped. */
  end(): Promise<void>;
  /** Up to where, in the text, its sound has begun. */
  readonly heardUpTo: number;
}

export interface SpeakingHooks {
  readonly signal: AbortSignal;
  /** Above 1 is faster. */
  readonly rate: number;
  /** A piece begins to be heard; null once there is nothing left to hear. */
  readonly onPiece: (piece: Piece | null) => void;
}

export class SpokenAnswers {
  readonly #player: Player;
  readonly #speech: SpeechService;

  constructor(speech: SpeechService, player: Player) {
    this.#speech = speech;
    this.#player = player;
  }

  /** Call from a press: browsers only let sound begin there. */
  unlock(): void {
    this.#player.unlock();
  }

  duck(ducked: boolean): void {
    this.#player.duck(ducked);
  }

  mute(muted: boolean): void {
    this.#player.mute(muted);
  }

  begin({ signal, rate, onPiece }: SpeakingHooks): SpokenAnswer {
    const splitter = new SentenceSplitter();
    let synthesis = Promise.resolve();
    let lastPlayed: Promise<void> = Promise.resolve();
    let heardUpTo = 0;
    signal.addEventListener('abort', () => this.#player.flush(), { once: true });
    const begun = (piece: Piece) => {
      heardUpTo = piece.end;
      onPiece(piece);
    };
    const speak = (piece: Piece) => {
      synthesis = synthesis.then(async () => {
        const words = spokenText(piece.text);
        if (signal.aborted || words === '') return;
        await this.#speech
          .speak(words, rate, signal, ({ samples, sampleRateHz }) => {
            if (signal.aborted) return;
            const sound = samples as Float32Array<ArrayBuffer>;
            lastPlayed = this.#player.play(sound, sampleRateHz, () => begun(piece));
          })
          .catch((thrown: unknown) => {
            // A piece that cannot be spoken is still there to be read: the rest is spoken.
            if (AppError.from(thrown).code !== 'aborted') console.warn('a sentence was not spoken');
          });
      });
    };
    return {
      push: (delta) => splitter.push(delta).forEach(speak),
      async end() {
        splitter.end().forEach(speak);
        await synthesis;
        await lastPlayed;
        onPiece(null);
      },
      get heardUpTo() {
        return heardUpTo;
      },
    };
  }
}
