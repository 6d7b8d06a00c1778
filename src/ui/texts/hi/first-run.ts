/** The models on their way to this device, in Hindi. */
import type { PartName } from '../../../state/part.svelte';
import { about, allOf, goOn, hereOf, megabytes, whole, type Sizes } from './figures';

const timeLeft = (left: number | null) => {
  if (left === null) return '';
  return left < 90
    ? ` · ${whole.format(left)} सेकंड बाकी`
    : ` · ${whole.format(left / 60)} मिनट बाकी`;
};

const partNames: Readonly<Partial<Record<PartName, string>>> = {
  mind: 'जवाब देना',
  ears: 'सुनना',
  voice: 'बोलना',
  reading: 'पढ़ना',
  plants: 'पौधे जाँचना',
};

export const firstRun = {
  letter:
    'Tansy एक निजी सहायक है जो इसी ब्राउज़र के अंदर चलता है। आप जो भी कहते या लिखते हैं, वह इस डिवाइस से बाहर नहीं जाता।',
  limits:
    'बोलें या लिखें; यह अपने जवाब लिखता और बोलता है। बीमार पौधे की पत्ती दिखाएँ, तो यह बोलकर बताता है कि क्या हो सकता है और इलाज क्या है। शुरू में यह सिर्फ़ अंग्रेज़ी जानता है, फ़ोटो में रोज़मर्रा की चीज़ों के नाम बताता है, और अक्सर गलत होता है।',
  fetch: (parts: readonly Sizes[]) => `${allOf(parts)} MB डाउनलोड करके शुरू करें`,
  again: 'फिर से डाउनलोड करें',
  incomplete: 'मॉडल की कुछ फ़ाइलें गायब या खराब थीं और दोबारा आ रही हैं। बातचीत ज्यों की त्यों है।',
  cut: 'नेटवर्क या सर्वर से संपर्क टूट गया। जो आ चुका है, वह सुरक्षित है, और बाकी अपने आप आएगा।',
  goOn,
  pause: 'रोकें',
  elsewhere: 'Tansy दूसरे टैब में खुला है, और मॉडल भी वहीं हैं। बातचीत यहाँ पढ़ी जा सकती है।',
  useHere: 'यहाँ इस्तेमाल करें',
  heading: 'मॉडल',
  total: 'सब मिलाकर',
  each: 'हर हिस्सा',
  starting: (parts: readonly PartName[]) =>
    `शुरू हो रहा है: ${parts.map((name) => partNames[name] ?? name).join(', ')}…`,
  parts: {
    mind: 'जवाब देना',
    ears: 'सुनना',
    voice: 'बोलना',
    reading: 'फ़ोटो में लिखा हुआ',
    plants: 'पौधे जाँचना',
    natural: 'स्वाभाविक आवाज़',
    'other-mind': 'आपका चुना दिमाग',
    'other-ears': 'सुनना, जैसा आपने चुना',
  },
  phase: {
    looking: 'देखा जा रहा है',
    absent: (bytes: number, isAbout: boolean, stored: number) => {
      if (stored > 0) return `${about(bytes, isAbout)} में से ${megabytes(stored)} MB यहाँ है`;
      return bytes === 0 ? 'डाउनलोड होना है' : `${about(bytes, isAbout)} डाउनलोड होना है`;
    },
    waiting: (bytes: number) => (bytes === 0 ? 'अगली बारी' : `${megabytes(bytes)} MB, अगली बारी`),
    fetching: (parts: readonly Sizes[], rate: number | null, left: number | null) =>
      `${allOf(parts)} में से ${hereOf(parts)} MB${
        rate === null ? '' : ` · ${(rate / 1e6).toFixed(1)} MB/s`
      }${timeLeft(left)}`,
    cut: (parts: readonly Sizes[]) =>
      `${allOf(parts)} में से ${hereOf(parts)} MB पर टूटा, अपने आप आगे बढ़ेगा`,
    paused: (parts: readonly Sizes[]) => `रोका हुआ · ${allOf(parts)} में से ${hereOf(parts)} MB`,
    /** Of damaged files nobody knows yet how much has to come again. */
    stopped: (parts: readonly Sizes[]) =>
      hereOf(parts) === allOf(parts)
        ? 'रुक गया'
        : `रुक गया · ${allOf(parts)} में से ${hereOf(parts)} MB`,
    stored: 'इस डिवाइस पर, अभी चालू नहीं',
    starting: 'शुरू हो रहा है',
    ready: 'तैयार',
  },
} as const;
