/** A failure's sentence says what happened, what was kept, and what to do. In Hindi. */
import type { ErrorCode } from '../../../domain/errors';
import type { Situation } from '../failures';
import { named } from './names';

/** Where something failed: what it leaves, and the one thing to do there. */
const situations: Readonly<Record<Situation, readonly [kept: string, todo: string]>> = {
  /** Nothing was being said or asked. */
  alone: ['', 'फिर से कोशिश करें।'],
  asked: ['सवाल सुरक्षित है।', 'फिर से पूछें।'],
  written: ['जो लिखा गया, वह सुरक्षित है।', 'फिर से पूछें।'],
  /** The command by voice is understood in English only. */
  'can-go-on': ['जो लिखा गया, वह सुरक्षित है।', '“जारी रखें” दबाएँ, या “Go on” कहें।'],
  understood: ['जो समझा गया, वह सुरक्षित है।', 'उसे भेजें, या फिर से कहें।'],
  /** Nobody has said anything yet, and a microphone is open again. */
  listening: ['', 'बोलते रहें।'],
  answering: ['जवाब जारी है।', ''],
  talking: ['', 'फिर से बोलने के लिए दबाएँ।'],
  unready: ['', ''],
};

/** The whole sentence, of where it failed. Most say what was kept between what happened and what to do. */
type Sentence = (kept: string, todo: string) => readonly string[];

const failures: Record<ErrorCode, Sentence> = {
  aborted: (kept) => ['रोक दिया गया।', kept],
  internal: (kept, todo) => ['कुछ गड़बड़ हो गई।', kept, todo],
  'bad-input': (kept) => [
    'इसे इसी रूप में इस्तेमाल नहीं किया जा सका।',
    kept,
    'इसे दूसरे ढंग से कहकर फिर से कोशिश करें।',
  ],
  'too-long': (kept) => [
    'यह उससे ज़्यादा है जितना दिमाग एक बार में पढ़ सकता है।',
    kept,
    'इसे बदलें, सिर्फ़ काम का हिस्सा रहने दें और फिर से पूछें।',
  ],
  'wrong-answer': () => [
    'यह ब्राउज़र एक मॉडल की गणना गलत करता है, इसलिए उसका इस्तेमाल नहीं होता। बातचीत ज्यों की त्यों है। ब्राउज़र अपडेट करें, या कोई दूसरा आज़माएँ।',
  ],
  'webgpu-unavailable': (kept, todo) => [
    'ग्राफ़िक्स कार्ड का इस्तेमाल नहीं हो सका: सेटिंग में प्रोसेसर चुना जा सकता है।',
    kept,
    todo,
  ],
  'device-lost': (kept, todo) => ['ग्राफ़िक्स कार्ड से संपर्क टूट गया।', kept, todo],
  'download-failed': () => ['फ़ाइलें डाउनलोड नहीं हो सकीं। जो आ चुका है, वह सुरक्षित है: जब चाहें जारी रखें।'],
  'checksum-mismatch': () => [
    'मॉडल की एक फ़ाइल खराब है। बातचीत ज्यों की त्यों है। फिर से डाउनलोड करें: सिर्फ़ खराब हिस्सा दोबारा आएगा।',
  ],
  'model-missing': () => ['एक मॉडल यहाँ नहीं है। बातचीत ज्यों की त्यों है। उसे फिर से डाउनलोड करें।'],
  'quota-exceeded': () => [
    'डिस्क में जगह कम है। जो पहले से था, उसमें से कुछ नहीं खोया। थोड़ी जगह खाली करें और जारी रखें।',
  ],
  'worker-crashed': (kept, todo) => ['Tansy का एक हिस्सा रुक गया।', kept, todo],
  'out-of-memory': (kept, todo) => ['मेमोरी कम पड़ गई: दूसरे टैब बंद करें।', kept, todo],
  'storage-unavailable': () => ['यह सेव नहीं हो सका। जो स्क्रीन पर है, वह टैब बंद होने तक रहेगा।'],
  'microphone-denied': () => [
    'इस पेज के लिए माइक्रोफ़ोन ब्लॉक है। आप फिर भी लिख सकते हैं, या एड्रेस बार में उसे अनुमति देकर फिर से दबाएँ।',
  ],
  'microphone-missing': () => [
    'कोई माइक्रोफ़ोन नहीं खुल सका। आप फिर भी लिख सकते हैं, या माइक्रोफ़ोन लगाकर फिर से दबाएँ।',
  ],
  'microphone-lost': (kept) => [
    'माइक्रोफ़ोन से संपर्क टूट गया।',
    kept,
    'आगे लिखते रहें, या माइक्रोफ़ोन लगाकर फिर से दबाएँ।',
  ],
  'camera-denied': () => ['इस पेज के लिए कैमरा ब्लॉक है। एड्रेस बार में कैमरे को अनुमति दें और फिर से कोशिश करें।'],
  'camera-missing': () => [
    'कोई कैमरा नहीं खुल सका। कैमरा लगाएँ, या जो दूसरी चीज़ उसका इस्तेमाल कर रही है उसे बंद करें, और फिर से कोशिश करें।',
  ],
  'text-unheld': (kept) => [
    'Tansy का जो हिस्सा जवाब को आपके टेक्स्ट पर ही टिकाए रखता है, वह डाउनलोड नहीं हो सका, और उसके बिना कोई जवाब नहीं दिया जाता।',
    kept,
    'जब सर्वर से संपर्क हो सके, तब फिर से पूछें, या यह टैब फिर से लोड करें।',
  ],
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: 'नेटवर्क नहीं है: नेटवर्क आने पर इसे डाउनलोड करें।',
  ofAll: 'नेटवर्क नहीं है। जो आ चुका है, वह सुरक्षित है, और बाकी नेटवर्क आते ही आएगा।',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(
  code: string,
  details: Readonly<Record<string, string>> = {},
  situation: Situation = 'alone',
): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `सर्वर पर ${damagedAtServer} की कॉपी खराब है और उसका इस्तेमाल नहीं होता। बाकी सब सुरक्षित है और चलता रहेगा। फिर से या बाद में कोशिश करें।`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? ` और इस पेज के लिए ${freeMb} MB खाली है` : '';
    return `डिस्क में जगह कम है: ${neededMb} MB चाहिए${free}। जो पहले से था, उसमें से कुछ नहीं खोया। थोड़ी जगह खाली करें और जारी रखें।`;
  }
  const [kept, todo] = situations[situation];
  const sentence = named(failures, code) ?? failures.internal;
  return sentence(kept, todo).filter(Boolean).join(' ');
}
