/**
 * Which voice speaks. A voice goes by one name everywhere: `model-id/voice-id` for one of the app's own,
 * `system/<voiceURI>` for one of the device's.
 */
export type VoiceName = string;

/** A voice of the device itself. One that sends the words elsewhere is never among them. */
export interface SystemVoice {
  readonly uri: string;
  readonly name: string;
  /** BCP 47, as the device says it. */
  readonly language: string;
  readonly isDefault: boolean;
}

export const joe: VoiceName = 'joe/joe';
export const heart: VoiceName = 'kokoro/af_heart';
export const george: VoiceName = 'kokoro/bm_george';

/** Of one model, which speaks as one of them at a time. */
export const isNatural = (voice: string): boolean => voice === heart || voice === george;
/** As which of them it speaks, whoever is wanted. */
export const naturalVoice = (wanted: string): VoiceName => (wanted === george ? george : heart);

const systemPrefix = 'system/';
export const systemName = (uri: string): VoiceName => systemPrefix + uri;
/** Null for a voice of the app's own. */
export const systemUri = (voice: VoiceName): string | null =>
  voice.startsWith(systemPrefix) ? voice.slice(systemPrefix.length) : null;

export function modelVoice(voice: VoiceName): { modelId: string; voiceId: string } {
  const [modelId = '', voiceId = ''] = voice.split('/');
  return { modelId, voiceId };
}

/** Seconds of computing a second of sound, at most, for a voice that is chosen without being asked for. */
const keepsUpAt = 0.7;

export interface VoicesAtHand {
  /** The app's own that are loaded. */
  readonly loaded: readonly VoiceName[];
  readonly system: readonly SystemVoice[];
  /** Of the natural voice here, as measured; null while unknown. */
  readonly realTimeFactor: number | null;
}

export const keepsUp = (realTimeFactor: number | null): boolean =>
  realTimeFactor !== null && realTimeFactor <= keepsUpAt;

/** Most of what is said is: in another language's voice it would not be understood. */
export const isEnglish = ({ language }: SystemVoice): boolean => /^en\b/i.test(language);

function stopgap(system: readonly SystemVoice[]): VoiceName | null {
  const english = system.filter(isEnglish);
  const voice = english.find(({ isDefault }) => isDefault) ?? english[0];
  return voice ? systemName(voice.uri) : null;
}

/** The voice for the next answer: the wanted one if it is at hand, else the best there is; null for none. */
export function voiceFor(wanted: string, atHand: VoicesAtHand): VoiceName | null {
  const { loaded, system, realTimeFactor } = atHand;
  if (loaded.includes(wanted)) return wanted;
  if (system.some(({ uri }) => systemName(uri) === wanted)) return wanted;
  if (wanted === 'auto' && loaded.includes(heart) && keepsUp(realTimeFactor)) return heart;
  if (loaded.includes(joe)) return joe;
  return stopgap(system);
}

/** Whether a stored natural voice is worth its memory: asked for, or not known to be too slow. */
export function wantsNatural(wanted: string, realTimeFactor: number | null): boolean {
  return (
    isNatural(wanted) || (wanted === 'auto' && (realTimeFactor === null || keepsUp(realTimeFactor)))
  );
}
