/**
 * The device's own voices: only those that speak on the device, since others send the words to somebody. Pieces are said
 * one after another. A browser lets nothing about a piece be changed once it has begun, so that a change of loudness
 * says the rest of it anew.
 */
import type { SystemVoice } from '../domain/voice/voices';

/** Loudness while somebody may be about to speak over it. */
const duckedVolume = 0.25;
/** Some engines take a piece and never begin it: it then counts as said, so that the turn ends. */
const beginWithinMs = 6000;
/** Others say a piece to its end and never tell: how often an engine that has begun is asked whether it still speaks. */
const askEveryMs = 500;

/** Some systems write it with an underscore. */
const asTag = (language: string) => language.replace('_', '-');

interface Piece {
  readonly text: string;
  readonly voice: SpeechSynthesisVoice;
  readonly rate: number;
  readonly onStart: () => void;
  readonly over: () => void;
  /** What of it has been said, in characters: as far as the engine tells. */
  said: number;
  hasBegun: boolean;
}

interface Saying {
  readonly piece: Piece;
  /** Held here, or a browser may forget it together with its events. */
  readonly utterance: SpeechSynthesisUtterance;
  /** For its beginning, then for its end. */
  watch: ReturnType<typeof setTimeout>;
}

export class SystemVoices {
  readonly #synthesis: SpeechSynthesis | undefined;
  #waiting: Piece[] = [];
  #saying: Saying | null = null;
  #ducked = false;
  #muted = false;
  #loudness = 1;
  #unlocked = false;

  constructor(synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis) {
    this.#synthesis = synthesis;
  }

  get all(): SystemVoice[] {
    return this.#local().map((voice) => ({
      uri: voice.voiceURI,
      name: voice.name,
      language: asTag(voice.lang),
      isDefault: voice.default,
    }));
  }

  /** Most browsers know their voices only some time after the page is there. */
  onChange(changed: () => void, { signal }: { signal?: AbortSignal } = {}): void {
    this.#synthesis?.addEventListener('voiceschanged', changed, signal ? { signal } : {});
  }

  /** Call from a press: some browsers only let the first word begin there. */
  unlock(): void {
    if (this.#unlocked || !this.#synthesis) return;
    this.#unlocked = true;
    const nothing = new SpeechSynthesisUtterance('');
    nothing.volume = 0;
    this.#synthesis.speak(nothing);
  }

  /**
   * Resolves when the piece has been said, was flushed or cannot be said: a voice that is gone is none.
   * @param onStart called when it begins to be heard; never after a flush
   */
  say(uri: string, text: string, rate: number, onStart: () => void = () => {}): Promise<void> {
    const voice = this.#local().find(({ voiceURI }) => voiceURI === uri);
    if (!voice) return Promise.resolve();
    return new Promise((resolve) => {
      const over = () => resolve();
      this.#waiting.push({ text, voice, rate, onStart, over, said: 0, hasBegun: false });
      if (!this.#saying) this.#next();
    });
  }

  flush(): void {
    const dropped = [...(this.#saying ? [this.#saying.piece] : []), ...this.#waiting];
    this.#waiting = [];
    this.#hush();
    this.#ducked = false;
    for (const { over } of dropped) over();
  }

  /** Where the engine does not tell its words a piece would begin again: it stays as loud as it is. */
  duck(ducked: boolean): void {
    if (this.#ducked === ducked) return;
    this.#ducked = ducked;
    if (this.#saying && this.#saying.piece.said > 0) this.#sayAnew();
  }

  /** A muted piece takes its time, so that the text goes on being marked. */
  mute(muted: boolean): void {
    if (this.#muted === muted) return;
    this.#muted = muted;
    this.#sayAnew();
  }

  /** From the next piece on. Louder than by themselves these voices cannot be. */
  amplify(loudness: number): void {
    this.#loudness = Math.min(1, loudness);
  }

  #local(): SpeechSynthesisVoice[] {
    return (this.#synthesis?.getVoices() ?? []).filter(({ localService }) => localService);
  }

  #next(): void {
    const piece = this.#waiting.shift();
    if (!piece || !this.#synthesis) return;
    const from = piece.said;
    const utterance = new SpeechSynthesisUtterance(piece.text.slice(from));
    utterance.voice = piece.voice;
    utterance.lang = asTag(piece.voice.lang);
    utterance.rate = piece.rate;
    utterance.volume = this.#volume();
    const ended = () => {
      if (this.#saying?.utterance !== utterance) return;
      this.#forget();
      piece.over();
      this.#next();
    };
    const askWhetherOver = () => {
      if (!this.#synthesis?.speaking && !this.#synthesis?.pending) ended();
    };
    utterance.onstart = () => {
      if (this.#saying?.utterance !== utterance) return;
      clearTimeout(this.#saying.watch);
      this.#saying.watch = setInterval(askWhetherOver, askEveryMs);
      if (!piece.hasBegun) piece.onStart();
      piece.hasBegun = true;
    };
    utterance.onboundary = ({ charIndex }) => {
      piece.said = from + charIndex;
    };
    utterance.onend = ended;
    utterance.onerror = ended;
    const giveUp = () => {
      this.#synthesis?.cancel();
      ended();
    };
    this.#saying = { piece, utterance, watch: setTimeout(giveUp, beginWithinMs) };
    this.#synthesis.speak(utterance);
  }

  #sayAnew(): void {
    if (!this.#saying) return;
    this.#waiting.unshift(this.#saying.piece);
    this.#hush();
    this.#next();
  }

  /** What is under way counts no longer before it is cancelled: its last events come after that. */
  #hush(): void {
    if (!this.#saying) return;
    this.#forget();
    this.#synthesis?.cancel();
  }

  #forget(): void {
    // Either kind is cleared by it.
    clearTimeout(this.#saying?.watch);
    this.#saying = null;
  }

  #volume(): number {
    if (this.#muted) return 0;
    return this.#loudness * (this.#ducked ? duckedVolume : 1);
  }
}
