/** The text in photos, in Hindi. */
import type { ErrorCode } from '../../../domain/errors';

const inPhoto = (at: number | null) => (at === null ? 'फ़ोटो में' : `फ़ोटो ${at} में`);

export const reading = {
  busy: (at: number | null) => `${inPhoto(at)} लिखा हुआ पढ़ा जा रहा है…`,
  busyWithAll: (done: number, of: number) =>
    `इन फ़ोटो में लिखा हुआ पढ़ा जा रहा है… ${of} में से ${done} फ़ोटो पूरी`,
  headingOfAll: 'इन फ़ोटो में लिखा हुआ',
  noneOfAll: 'इन फ़ोटो में कुछ लिखा हुआ नहीं मिला।',
  someFailed: 'इन फ़ोटो में लिखा हुआ · पूरा पढ़ा नहीं जा सका',
  progress: (done: number, of: number) => `${of} में से ${done} पंक्तियाँ पढ़ी गईं`,
  heading: (at: number | null) => `${inPhoto(at)} लिखा हुआ`,
  none: (at: number | null) => `${inPhoto(at)} कुछ लिखा हुआ नहीं मिला।`,
  hard: 'पढ़ना मुश्किल',
  unsure:
    'इसके कुछ हिस्से पढ़ने में मुश्किल हैं और गलत हो सकते हैं: उनमें जो सबसे खराब हैं, वे दिमाग को नहीं बताए जाते। ज़्यादा पास से ली गई, ज़्यादा साफ़ फ़ोटो से मदद मिलती है।',
  cut: 'एक फ़ोटो से जितना पढ़ा जाता है, इस फ़ोटो में उससे ज़्यादा लिखा है।',
  copy: 'टेक्स्ट कॉपी करें',
  copied: 'कॉपी हो गया',
  notCopied: 'यह कॉपी नहीं हो सका। टेक्स्ट अब भी यहीं है: इसे चुनकर खुद कॉपी करें।',
} as const;

/** @param name of the photo's file; empty where it had none */
export function readingFailureText(code: ErrorCode, name: string): string {
  const photo = name === '' ? 'फ़ोटो' : `“${name}”`;
  return code === 'model-missing' || code === 'checksum-mismatch'
    ? `${photo} में लिखा हुआ पढ़ा नहीं गया: पढ़ने वाला हिस्सा अभी यहाँ नहीं है। फ़ोटो और सवाल सुरक्षित हैं। फिर भी पूछें, या उसके डाउनलोड होने पर पूछें।`
    : `${photo} में लिखा हुआ पढ़ा नहीं जा सका। फ़ोटो और सवाल सुरक्षित हैं। फिर भी पूछें, या फ़ोटो दोबारा जोड़ें।`;
}
