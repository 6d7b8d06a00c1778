/** Settings, but for minds, ears and what is a person's own, in Hindi. */
import { fetchLeft } from './figures';
import { voiceLabel } from './names';

export const settings = {
  heading: 'सेटिंग',
  close: 'बंद करें',
  speaking: 'बोलना',
  listening: 'सुनना',
  theme: 'रूप',
  themes: { system: 'डिवाइस जैसा', light: 'हल्का', dark: 'गहरा' },
  speakAnswers: 'जवाब बोलकर सुनाएँ',
  voice: 'आवाज़',
  voices: {
    auto: 'जो इस डिवाइस के लिए ठीक हो',
    joe: 'Joe: तेज़, अमेरिकी',
    heart: 'Heart: स्वाभाविक, अमेरिकी',
    george: 'George: स्वाभाविक, ब्रिटिश',
    system: 'इस डिवाइस की आवाज़ें',
    systemVoice: (name: string, language: string) => `${name} (${language})`,
    gone: 'ऐसी आवाज़ जो अभी यहाँ नहीं है',
  },
  naturalVoice: (voice: string) => `${voiceLabel(voice)}, एक स्वाभाविक आवाज़`,
  fetchVoice: fetchLeft,
  cancelFetch: 'रद्द करें',
  voiceStarts: 'आवाज़ शुरू हो रही है।',
  speaks: (voice: string | null, muted: boolean) =>
    voice === null
      ? 'यहाँ अभी कोई आवाज़ नहीं है।'
      : `${muted ? 'आवाज़ बंद न होती तो बोलती' : 'अभी बोलती है'}: ${voiceLabel(voice)}`,
  notHere: (missing: string, voice: string | null, muted: boolean) => {
    const first = `इस डिवाइस पर अभी यह आवाज़ नहीं है: ${voiceLabel(missing)}।`;
    if (voice === null) return `${first} तब तक कोई आवाज़ नहीं बोलेगी।`;
    return `${first} तब तक ${muted ? 'यह बोलती, अगर आवाज़ बंद न होती' : 'यह बोलेगी'}: ${voiceLabel(voice)}।`;
  },
  tryVoice: (voice: string) => `आज़माएँ: ${voiceLabel(voice)}`,
  stopTrying: 'रोकें',
  pace: (factor: number) =>
    `यहाँ एक स्वाभाविक आवाज़ को बोली के हर सेकंड के लिए ${factor.toFixed(1)} सेकंड लगते हैं`,
  tooSlow: 'अपने-आप चुने जाने के लिए बहुत धीमी, और जवाबों में रुकावटें आ सकती हैं।',
  keepsUp: 'बिना रुकावट जवाब देने लायक तेज़।',
  systemNote: 'इस डिवाइस की आवाज़ Tansy का हिस्सा नहीं है। सिर्फ़ वे दी गई हैं जिन्हें ब्राउज़र लोकल कहता है।',
  rate: 'बोलने की रफ़्तार',
  rateValue: (rate: number) => `${rate.toFixed(2).replace(/0$/, '')}\u00a0×`,
  loudness: 'आवाज़ का वॉल्यूम',
  loudnessValue: (loudness: number) => `${Math.round(100 * loudness)}%`,
  sounds: 'बिना हाथ लगाए बात करते समय छोटी ध्वनियाँ',
  language: 'आप जो भाषा बोलते हैं',
  languages: {
    en: 'अंग्रेज़ी',
    auto: 'खुद पहचानें',
    de: 'जर्मन',
    fr: 'फ़्रेंच',
    es: 'स्पेनिश',
    it: 'इतालवी',
    pt: 'पुर्तगाली',
    nl: 'डच',
    pl: 'पोलिश',
    ru: 'रूसी',
    tr: 'तुर्की',
    ja: 'जापानी',
    ko: 'कोरियाई',
    hi: 'हिन्दी',
    zh: 'चीनी',
  },
  languageNote:
    'कई भाषाएँ सुनकर लिखी जा सकती हैं। Tansy का अपना दिमाग और उसकी आवाज़ें सिर्फ़ अंग्रेज़ी जानती हैं; कोई दूसरा दिमाग दूसरी भाषा में जो लिखता है, उसे इस डिवाइस की आवाज़ पढ़ती है, अगर उसमें ऐसी आवाज़ हो।',
  keepRecordings: 'बोले गए सवालों की रिकॉर्डिंग रखें, इसी डिवाइस पर',
  models: 'इस डिवाइस पर मॉडल',
  privacy:
    'कुछ भी भेजा नहीं जाता: आप जो कहते, लिखते और सुनते हैं, वह इसी डिवाइस पर रहता है। न कोई खाता है, न विज़िट गिनी जाती हैं।',
} as const;

export const keys = {
  heading: 'कुंजियाँ',
  list: {
    Space: 'दबाकर बोलें',
    Enter: 'सवाल भेजें',
    'Shift Enter': 'नई पंक्ति',
    'Ctrl Enter, ⌘ Enter': 'सवाल भेजें, टैबलेट पर भी',
    '/': 'सवाल पर जाएँ',
    '↑': 'पिछला सवाल बदलें',
    Esc: 'रोकें',
    'Ctrl K, ⌘ K': 'बातचीत खोजें',
    '?': 'ये कुंजियाँ दिखाएँ',
  },
} as const;
