/** The utterances that the voice activity worker sends, kept until somebody asks for their words. */
import type { PauseJudged, UtteranceFeed } from '../../../protocol/vad';
import { SoundBuffer } from './sound-buffer';

export interface IncomingUtterance {
  readonly sound: SoundBuffer;
  /** Where the last voiced sound ended, in samples; null while the person speaks. */
  pausedAt: number | null;
  /** Parts of the sound, up to the newest, in which nobody speaks; 0 while somebody does. */
  silentParts: number;
  state: 'open' | 'ended' | 'dropped';
  /** Since 1970; 0 while it is open. */
  endedAtMs: number;
  /** Of silence, until that was decided; undefined where a button decided. */
  decisionMs?: number | undefined;
}

/**
 * While ears are loaded for seconds the worker hears no call, and what is said meanwhile is asked for all at once then. An
 * older one is let go.
 */
const mostUtterances = 16;

export class UtteranceInbox {
  readonly #utterances = new Map<number, IncomingUtterance>();
  readonly #waiting = new Set<() => void>();
  #port: MessagePort | null = null;
  /** Of the feed; its numbers go up, also over a fresh one, but for one that its page never heard of. */
  #newest = 0;

  /** Replaces an earlier feed, whose open utterances will never end. */
  attach(port: MessagePort): void {
    this.#port?.close();
    for (const utterance of this.#utterances.values()) {
      if (utterance.state === 'open') utterance.state = 'dropped';
    }
    this.#utterances.clear();
    this.#wake();
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent) => this.receive(data as UtteranceFeed);
  }

  /** Tells the feed how the words before a pause read. */
  judge(judged: PauseJudged): void {
    this.#port?.postMessage(judged);
  }

  /** One that was let go, or dropped, never ends: it is not waited for. */
  get(utterance: number): IncomingUtterance {
    const known = this.#utterances.get(utterance);
    if (known) return known;
    const fresh: IncomingUtterance = {
      sound: new SoundBuffer(),
      pausedAt: null,
      silentParts: 0,
      state: utterance > this.#newest ? 'open' : 'dropped',
      endedAtMs: 0,
    };
    if (fresh.state === 'dropped') return fresh;
    this.#utterances.set(utterance, fresh);
    for (const old of this.#utterances.keys()) {
      if (this.#utterances.size <= mostUtterances) break;
      this.#utterances.delete(old);
    }
    return fresh;
  }

  forget(utterance: number): void {
    this.#utterances.delete(utterance);
  }

  receive(message: UtteranceFeed): void {
    if (message.type === 'utterance-started' && message.utterance <= this.#newest) {
      // A feed that ended before its page heard of an utterance has its number taken again by the next one.
      this.forget(message.utterance);
      this.#newest = message.utterance - 1;
    }
    const utterance = this.get(message.utterance);
    this.#newest = Math.max(this.#newest, message.utterance);
    if (message.type === 'utterance-started' || message.type === 'utterance-audio') {
      utterance.sound.push(message.samples);
      if (message.type === 'utterance-audio')
        utterance.silentParts = message.isVoiced ? 0 : utterance.silentParts + 1;
    } else if (message.type === 'utterance-paused') utterance.pausedAt = message.soundSamples;
    else if (message.type === 'utterance-resumed') utterance.pausedAt = null;
    else if (message.type === 'utterance-dropped') {
      utterance.state = 'dropped';
      // Noise must not take the place of words.
      this.forget(message.utterance);
    } else {
      utterance.pausedAt = message.soundSamples;
      utterance.state = 'ended';
      utterance.endedAtMs = message.endedAtMs;
      utterance.decisionMs = message.decisionMs;
    }
    this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves at the next message, or when `signal` fires. */
  async news(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
