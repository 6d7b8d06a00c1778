/** Which voices there are, which one speaks, and the natural one on its way to this device. */
import {
  heart,
  isNatural,
  joe,
  keepsUp,
  modelVoice,
  naturalVoice,
  voiceFor,
  wantsNatural,
  type SystemVoice,
  type VoiceName,
  type VoicesAtHand,
} from '../domain/voice/voices';
import type { LockerService } from '../services/models/locker';
import type { SpokenAnswers } from '../services/voice/spoken-answers';
import type { VoicesService } from '../services/voice/voices';
import { Part } from './part.svelte';
import type { SettingsState } from './settings.svelte';
import type { Setup } from './setup.svelte';

export interface VoicesParts {
  readonly voices: VoicesService;
  readonly spoken: SpokenAnswers;
  readonly locker: LockerService;
  readonly setup: Setup;
  readonly settings: SettingsState;
}

export class Voices {
  /** Optional: it is none of the parts that first run fetches. */
  readonly natural: Part;
  /** As whom it speaks, or did last. */
  #naturalVoice: VoiceName = heart;
  readonly #parts: VoicesParts;
  #system = $state.raw<readonly SystemVoice[]>([]);
  #factor = $state<number | null>(null);
  #trying = $state.raw<AbortController | null>(null);
  #fetch: AbortController | null = null;
  /** The language that no voice here speaks, and the answer that another one reads: the newest that was to be told. */
  lacking = $state.raw<{ readonly answerId: string; readonly language: string } | null>(null);
  /** How often its files were looked at: what an earlier look found is of no use any more. */
  #looked = 0;

  constructor(parts: VoicesParts) {
    this.#parts = parts;
    const { voices } = parts;
    this.natural = new Part({
      name: 'natural',
      // Each voice has files of its own.
      get plans() {
        return [voices.plan(naturalVoice(parts.settings.all.voice))];
      },
      start: (signal) => this.#load(signal),
      end: () => void voices.end(this.#naturalVoice).catch(() => {}),
    });
    const look = () => (this.#system = voices.system);
    look();
    voices.onSystemChange(look);
    parts.setup.follow(this);
    voices.onLost((voice) => {
      if (voice === this.#naturalVoice && this.natural.phase.type === 'ready') {
        this.natural.phase = { type: 'stored' };
      }
    });
  }

  /** The device's own. */
  get system(): readonly SystemVoice[] {
    return this.#system;
  }
  get wanted(): string {
    return this.#parts.settings.all.voice;
  }
  get atHand(): VoicesAtHand {
    const { setup } = this.#parts;
    const loaded = [
      ...(setup.is('voice', 'ready') ? [joe] : []),
      ...(this.natural.phase.type === 'ready' ? [this.#naturalVoice] : []),
    ];
    return { loaded, system: this.#system, realTimeFactor: this.#factor };
  }
  /** What speaks next, where that is English; null where nothing can yet. */
  get now(): VoiceName | null {
    return voiceFor(this.wanted, this.atHand);
  }
  /** None speaks yet, and what everybody has is here and on its way, or is being looked for. */
  get coming(): boolean {
    const { setup } = this.#parts;
    if (this.now !== null || setup.elsewhere) return false;
    return (['looking', 'stored', 'starting'] as const).some((type) => setup.is('voice', type));
  }
  /** What speaks once it has started, where there is no voice until then; null where none is being started. */
  get soon(): Promise<VoiceName | null> | null {
    const { setup } = this.#parts;
    if (this.now !== null || !setup.is('voice', 'starting')) return null;
    return setup.started('voice').then(() => this.now);
  }
  /** The natural voice that was chosen and whose files are not all here. */
  get missing(): VoiceName | null {
    const isMissing = ['absent', 'failed', 'fetching', 'cut'].includes(this.natural.phase.type);
    return isMissing && isNatural(this.wanted) ? this.wanted : null;
  }
  /** Ids of the app's own whose files are needed now. */
  get used(): readonly string[] {
    const rests = ['stored', 'absent', 'failed'].includes(this.natural.phase.type);
    return [joe, ...(rests ? [] : [heart])].map((voice) => modelVoice(voice).modelId);
  }
  /** Seconds of computing a second of the natural voice, once measured. */
  get realTimeFactor(): number | null {
    return this.#factor;
  }
  get tooSlow(): boolean {
    return this.#factor !== null && !keepsUp(this.#factor);
  }
  get trying(): boolean {
    return this.#trying !== null;
  }
  get muted(): boolean {
    return !this.#parts.settings.all.speakAnswers;
  }

  /** Silences what is being said and keeps later answers silent; undone, what is left of it is heard again. */
  mute(muted: boolean): void {
    this.#parts.settings.set('speakAnswers', !muted);
    this.#parts.spoken.mute(muted);
  }

  amplify(loudness: number): void {
    this.#parts.settings.set('loudness', loudness);
    this.#parts.spoken.amplify(loudness);
  }

  /**
   * Looks for the natural voice, and starts it if it will be used. The setup calls this after what everybody needs: to
   * start both at once would slow both down.
   */
  async open(): Promise<void> {
    this.#factor = await this.#parts.voices.rememberedFactor(heart);
    await this.#lookAndWake();
  }

  /** The workers have been ended. */
  leave(): void {
    this.cancel();
    this.#looked += 1;
    this.#trying?.abort();
    this.natural.phase = { type: 'looking' };
  }

  async choose(wanted: string): Promise<void> {
    const isOther = naturalVoice(wanted) !== naturalVoice(this.wanted);
    this.#parts.settings.set('voice', wanted);
    const { type } = this.natural.phase;
    if (type === 'ready') return this.#settle();
    // What waited to be fetched was another's; whether this one's files are here is looked at once that has ended.
    if (type === 'cut' && isOther) return this.cancel();
    const mayBeHere = isOther && ['looking', 'absent', 'failed'].includes(type);
    if (this.#parts.setup.elsewhere || (type !== 'stored' && !mayBeHere)) return;
    // The device may have been busy when it was measured: asked for by name, the voice has another chance.
    if (isNatural(wanted)) this.#factor = null;
    await this.#lookAndWake();
  }

  /** Joe goes on speaking while the natural voice is fetched and started. */
  async fetch(): Promise<void> {
    const { type } = this.natural.phase;
    if (this.#fetch || this.#parts.setup.elsewhere || (type !== 'absent' && type !== 'failed'))
      return;
    const fetch = new AbortController();
    const voice = naturalVoice(this.wanted);
    this.#fetch = fetch;
    this.natural.phase = {
      type: 'fetching',
      loadedBytes: 0,
      bytesPerSecond: null,
      secondsLeft: null,
    };
    const isHere = await this.natural.bringAtLast(this.#parts.locker, fetch.signal);
    this.#fetch = null;
    // Another was chosen meanwhile.
    if (naturalVoice(this.wanted) !== voice) return this.#lookAndWake();
    if (!isHere) return;
    this.#factor = null;
    await this.#start();
  }

  cancel(): void {
    this.#fetch?.abort();
  }

  /** Call from a press. Says one sentence with the voice that speaks next; pressed again, it is silent. */
  async try(sentence: string): Promise<void> {
    if (this.#trying) return this.#trying.abort();
    const voice = this.now;
    if (!voice) return;
    const { spoken, settings } = this.#parts;
    const trying = new AbortController();
    this.#trying = trying;
    const rate = settings.all.speechRate;
    try {
      spoken.unlock();
      const answer = spoken.begin({ signal: trying.signal, voice, rate, onPiece: () => {} });
      answer.push(sentence);
      await answer.end();
    } catch {
      console.warn('a voice could not be tried');
    } finally {
      // However it ended, there is nothing left to stop.
      this.#trying = null;
    }
  }

  /** Looks whether the files of the voice that is wanted are here, and starts it if it will be used. */
  async #lookAndWake(): Promise<void> {
    const looked = (this.#looked += 1);
    const { locker, setup } = this.#parts;
    if (setup.elsewhere) return;
    await this.natural.look(locker).catch(() => (this.natural.phase = { type: 'absent' }));
    if (looked !== this.#looked || this.natural.phase.type !== 'stored') return;
    if (!wantsNatural(this.wanted, this.#factor)) return;
    this.natural.phase = { type: 'starting' };
    await this.#start();
  }

  async #start(): Promise<void> {
    await this.natural.start();
    if (this.natural.phase.type === 'ready') await this.#settle();
  }

  async #load(signal: AbortSignal): Promise<void> {
    const { voices } = this.#parts;
    const voice = naturalVoice(this.wanted);
    this.#naturalVoice = voice;
    await voices.start(voice, signal);
    this.#factor ??= await voices.measure(voice, signal);
  }

  /** A voice that is not used has no claim on the memory; another of the same model takes its place. */
  async #settle(): Promise<void> {
    const isWanted = wantsNatural(this.wanted, this.#factor);
    if (isWanted && naturalVoice(this.wanted) === this.#naturalVoice) return;
    this.natural.phase = { type: 'stored' };
    this.natural.source.end();
    await this.#lookAndWake();
  }
}
