/** The voices of this device as the interface sees them: starting the app's own, and what is remembered of their pace. */
import { modelVoice, type SystemVoice, type VoiceName } from '../../domain/voice/voices';
import type { SystemVoices } from '../../audio/system-voice';
import type { SettingsKeeper } from '../kept/library';
import type { SpeechService } from './speech';

const factOf = (voice: VoiceName) => `voice-pace:${modelVoice(voice).modelId}`;

export class VoicesService {
  readonly #speech: SpeechService;
  readonly #system: SystemVoices;
  readonly #facts: SettingsKeeper;

  constructor(speech: SpeechService, system: SystemVoices, facts: SettingsKeeper) {
    this.#speech = speech;
    this.#system = system;
    this.#facts = facts;
  }

  get system(): SystemVoice[] {
    return this.#system.all;
  }

  onSystemChange(changed: () => void): void {
    this.#system.onChange(changed);
  }

  onLost(lost: (voice: VoiceName) => void): void {
    this.#speech.onVoiceLost = lost;
  }

  start(voice: VoiceName, signal: AbortSignal): Promise<void> {
    return this.#speech.startVoice(voice, signal);
  }

  async end(voice: VoiceName): Promise<void> {
    await this.#speech.endVoice(voice);
  }

  plan(voice: VoiceName) {
    return this.#speech.voicePlan(voice);
  }

  /** Null where it was never measured. */
  async rememberedFactor(voice: VoiceName): Promise<number | null> {
    const value = await this.#facts.fact(factOf(voice)).catch(() => null);
    return typeof value === 'number' && value > 0 ? value : null;
  }

  /** Seconds of computing a second of sound, now, by a voice that was started. Remembered. */
  async measure(voice: VoiceName, signal: AbortSignal): Promise<number> {
    const factor = await this.#speech.realTimeFactor(voice, signal);
    // What cannot be kept is measured again another time.
    await this.#facts.setFact(factOf(voice), factor).catch(() => {});
    return factor;
  }
}
