/** Which voice says what is in a language. */
import {
  systemName,
  systemUri,
  voiceFor,
  type SystemVoice,
  type VoiceName,
  type VoicesAtHand,
} from './voices';

/** Of all of the app's own. */
const ownLanguage = 'en';

/** What devices call otherwise than what is written. One of Hong Kong says the same characters in Cantonese. */
const alike: Readonly<Record<string, string>> = { cmn: 'zh', nb: 'no', fil: 'tl', iw: 'he' };
function languageSpokenBy({ language }: SystemVoice): string {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  if (/^zh-(.*-)?(hk|mo)$/.test(tag)) return 'yue';
  return alike[primary] ?? primary;
}

/**
 * The one that would speak anyway, where it speaks this language; else one of the app's own that does, else one of the device's, which
 * stay on the device. Null where there is none.
 * @param language BCP 47 primary tag
 */
export function voiceIn(language: string, wanted: string, atHand: VoicesAtHand): VoiceName | null {
  const { loaded, system } = atHand;
  const ofDevice = system.filter((voice) => languageSpokenBy(voice) === language);
  const speaks = (voice: VoiceName | null): voice is VoiceName => {
    if (voice === null) return false;
    const uri = systemUri(voice);
    return uri === null ? language === ownLanguage : ofDevice.some((each) => each.uri === uri);
  };
  const usual = [voiceFor(wanted, atHand), voiceFor('auto', atHand), ...loaded].find(speaks);
  if (usual !== undefined) return usual;
  const voice = ofDevice.find(({ isDefault }) => isDefault) ?? ofDevice[0];
  return voice ? systemName(voice.uri) : null;
}
