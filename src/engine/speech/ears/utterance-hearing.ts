/**
 * The words of one utterance while it grows. Each transcript's tokens are the next one's draft, so that at the end of
 * speech most words only need to be confirmed; and what was heard at a pause is the answer if nothing followed it.
 */
import { attempt, windowSeconds, type Attempt, type Whisper } from './attempt';
import { EncodedSound } from './encoded-sound';
import { LogMel } from './log-mel';
import { sampleRateHz } from './mel-filters';
import { quietestPoint } from './quietest';
import type { SoundBuffer } from './sound-buffer';

/** Left of the window for the words that come while it is being heard. */
const longestWindowSamples = (windowSeconds - 2) * sampleRateHz;
/** Where to look for a pause in a window that is full. */
const cutSearchSamples = 8 * sampleRateHz;
/** A longer sound's short context is nearly wide already: what it left in doubt, only the full one may mend. */
const longestWideSamples = 10 * sampleRateHz;
/** Shorter than any word: Whisper would make one up. */
const leastSamples = 0.1 * sampleRateHz;

export interface Heard {
  readonly text: string;
  readonly languageId: number | null;
  readonly verifiedTokens: number;
  readonly attempts: number;
  readonly noSpeechProbability: number;
}

interface Latest {
  readonly end: number;
  readonly quick: boolean;
  readonly attempts: number;
  readonly first: Attempt;
  /** Of the same sound, where the first left doubts. */
  readonly second: Attempt | null;
}

export class UtteranceHearing {
  readonly #whisper: Whisper;
  readonly #languageId: number | null;
  readonly #sound: SoundBuffer;
  /** Whole windows of a long utterance, already final. */
  #closed: Heard[] = [];
  #windowStart = 0;
  #mel = new LogMel();
  #encoded = new EncodedSound();
  #latest: Latest | null = null;

  constructor(whisper: Whisper, languageId: number | null, sound: SoundBuffer) {
    this.#whisper = whisper;
    this.#languageId = languageId;
    this.#sound = sound;
  }

  /**
   * The words up to `end`, in samples, which may yet change.
   * @param quick somebody is speaking on, and they will
   */
  async partial(end: number, signal: AbortSignal, quick = false): Promise<string> {
    await this.closeFullWindows(end, signal);
    await this.#hear(end, signal, quick);
    return this.#text();
  }

  /** The last partial's words once more where they are doubtful, for a pause in which there is time; else as they are. */
  async again(signal: AbortSignal): Promise<string> {
    await this.#hearAgain(signal);
    return this.#text();
  }

  /** The words of the whole sound, which ends at `end`. Somebody waits: doubts that no pause left time for stay. */
  async final(end: number, signal: AbortSignal): Promise<Heard> {
    await this.closeFullWindows(end, signal);
    await this.#hear(end, signal);
    if (this.#latest?.first.wentWrong) await this.#hearAgain(signal);
    this.#closeAt(end);
    const parts = this.#closed;
    return {
      text: joined(parts.map(({ text }) => text)),
      languageId: parts.at(0)?.languageId ?? this.#languageId,
      verifiedTokens: parts.reduce((sum, part) => sum + part.verifiedTokens, 0),
      attempts: parts.reduce((sum, part) => sum + part.attempts, 0),
      noSpeechProbability: Math.min(1, ...parts.map((part) => part.noSpeechProbability)),
    };
  }

  /** Whether the last partial's words are to be heard once more. */
  get isInDoubt(): boolean {
    if (!this.#latest || this.#latest.second) return false;
    const { wentWrong, isDoubtful } = this.#latest.first;
    return wentWrong || isDoubtful;
  }

  /** How likely the last word or mark of the partial is, 0 to 1. */
  get lastProbability(): number {
    if (!this.#latest) return 0;
    const { wentWrong, lastLogProbability } = better(this.#latest);
    return wentWrong ? 0 : Math.exp(lastLogProbability);
  }

  /** Given, or heard by now. */
  get languageId(): number | null {
    return this.#languageId ?? (this.#closed[0] ?? this.#latest?.first)?.languageId ?? null;
  }

  #text(): string {
    return joined([
      ...this.#closed.map(({ text }) => text),
      this.#latest ? better(this.#latest).text : '',
    ]);
  }

  async #hear(end: number, signal: AbortSignal, quick = false): Promise<void> {
    if (end - this.#windowStart < leastSamples) return;
    if (this.#latest?.end === end && (quick || !this.#latest.quick)) return;
    const before = this.#latest && better(this.#latest);
    const hear = () =>
      attempt(this.#whisper, this.#mel, this.#window(end), {
        languageId: this.#languageId,
        draft: before?.wentWrong ? null : before,
        context: 'short',
        encoded: this.#encoded,
        quick,
        signal,
      });
    let first = await hear();
    let attempts = 1;
    const hadWords = before !== null && before.text !== '';
    if (!quick && first.text === '' && hadWords && !this.#encoded.isWhole) {
      // What is kept of their sound may hide them.
      this.#encoded = new EncodedSound();
      first = await hear();
      attempts += 1;
    }
    this.#latest = { end, quick, attempts, first, second: null };
  }

  async #hearAgain(signal: AbortSignal): Promise<void> {
    const latest = this.#latest;
    if (!latest || !this.isInDoubt) return;
    const { wentWrong } = latest.first;
    const second = await attempt(this.#whisper, this.#mel, this.#window(latest.end), {
      languageId: this.#languageId,
      draft: null,
      context: wentWrong || latest.end - this.#windowStart > longestWideSamples ? 'full' : 'wide',
      signal,
    });
    this.#latest = { ...latest, attempts: latest.attempts + 1, second };
  }

  #closeAt(end: number): void {
    if (!this.#latest) return;
    const { attempts } = this.#latest;
    const heard = better(this.#latest);
    const { text, languageId, verifiedTokens, noSpeechProbability } = heard;
    this.#closed.push({ text, languageId, verifiedTokens, attempts, noSpeechProbability });
    this.#windowStart = end;
    this.#mel = new LogMel();
    this.#encoded = new EncodedSound();
    this.#latest = null;
  }

  /**
   * Of a long utterance, up to `end`: mostly while somebody speaks on, so that there is time for doubts. What may be given up
   * for other words calls it before them: else, where pauses come one after another, no window would ever be closed.
   */
  async closeFullWindows(end: number, signal: AbortSignal): Promise<void> {
    while (end - this.#windowStart > longestWindowSamples) {
      const window = this.#window(this.#windowStart + longestWindowSamples);
      const cut = quietestPoint(window, window.length - cutSearchSamples);
      // These words are final: all of their sound is encoded at once.
      this.#encoded = new EncodedSound();
      await this.#hear(this.#windowStart + cut, signal);
      await this.#hearAgain(signal);
      this.#closeAt(this.#windowStart + cut);
    }
  }

  #window(end: number): Float32Array {
    return this.#sound.view(this.#windowStart, end);
  }
}

/** After one that went wrong the second, after a doubtful one the likelier. */
function better({ first, second }: Latest): Attempt {
  if (!second) return first;
  if (first.wentWrong) return second;
  // A loop is likely in every word.
  const isWords = second.text !== '' && !second.wentWrong;
  return isWords && second.meanLogProbability > first.meanLogProbability ? second : first;
}

/** Words of one window after those of another; scripts without spaces lose nothing by one. */
const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join(' ');
