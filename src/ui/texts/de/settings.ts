/** Settings, but for minds, ears and what is a person's own, in German. */
import { fetchLeft } from './figures';
import { voiceLabel } from './names';

const tenths = new Intl.NumberFormat('de', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const rates = new Intl.NumberFormat('de', { minimumFractionDigits: 1, maximumFractionDigits: 2 });

export const settings = {
  heading: 'Einstellungen',
  close: 'Schließen',
  speaking: 'Sprechen',
  listening: 'Zuhören',
  theme: 'Aussehen',
  themes: { system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },
  speakAnswers: 'Antworten vorlesen',
  voice: 'Stimme',
  voices: {
    auto: 'Was zu diesem Gerät passt',
    joe: 'Joe: schnell, amerikanisch',
    heart: 'Heart: natürlich, amerikanisch',
    george: 'George: natürlich, britisch',
    system: 'Stimmen dieses Geräts',
    systemVoice: (name: string, language: string) => `${name} (${language})`,
    gone: 'Eine Stimme, die jetzt nicht da ist',
  },
  naturalVoice: (voice: string) => `${voiceLabel(voice)}, eine natürliche Stimme`,
  fetchVoice: fetchLeft,
  cancelFetch: 'Abbrechen',
  voiceStarts: 'Die Stimme wird gestartet.',
  speaks: (voice: string | null, muted: boolean) =>
    voice === null
      ? 'Noch ist keine Stimme da.'
      : `${muted ? 'Stumm geschaltet; sonst spräche' : 'Spricht jetzt'}: ${voiceLabel(voice)}`,
  notHere: (missing: string, voice: string | null, muted: boolean) => {
    const first = `Noch nicht auf diesem Gerät: ${voiceLabel(missing)}.`;
    if (voice === null) return `${first} Bis dahin spricht keine Stimme.`;
    return `${first} ${muted ? 'Bis dahin spräche, wenn nicht stumm geschaltet' : 'Bis dahin spricht'}: ${voiceLabel(voice)}.`;
  },
  tryVoice: (voice: string) => `Ausprobieren: ${voiceLabel(voice)}`,
  stopTrying: 'Stopp',
  pace: (factor: number) =>
    `Eine natürliche Stimme braucht hier ${tenths.format(factor)}\u00a0s für jede gesprochene Sekunde`,
  tooSlow: 'zu langsam, um von selbst gewählt zu werden, und Antworten können Lücken haben.',
  keepsUp: 'schnell genug, um ohne Lücken zu antworten.',
  systemNote:
    'Eine Stimme dieses Geräts gehört nicht zu Tansy. Aufgeführt sind nur die, die der Browser lokal nennt.',
  rate: 'Tempo der Stimme',
  rateValue: (rate: number) => `${rates.format(rate)}\u00a0×`,
  loudness: 'Lautstärke der Stimme',
  loudnessValue: (loudness: number) => `${Math.round(100 * loudness)}\u00a0%`,
  sounds: 'Kurze Töne beim freihändigen Sprechen',
  language: 'Sprache, die Sie sprechen',
  languages: {
    en: 'Englisch',
    auto: 'Erkennen',
    de: 'Deutsch',
    fr: 'Französisch',
    es: 'Spanisch',
    it: 'Italienisch',
    pt: 'Portugiesisch',
    nl: 'Niederländisch',
    pl: 'Polnisch',
    ru: 'Russisch',
    tr: 'Türkisch',
    ja: 'Japanisch',
    ko: 'Koreanisch',
    hi: 'Hindi',
    zh: 'Chinesisch',
  },
  languageNote:
    'Viele Sprachen lassen sich mitschreiben. Tansys eigenes Sprachmodell und Tansys Stimmen können nur Englisch; was ein anderes Sprachmodell in einer anderen Sprache schreibt, liest eine Stimme dieses Geräts vor, wenn es eine hat.',
  keepRecordings: 'Aufnahmen gesprochener Fragen behalten, auf diesem Gerät',
  models: 'Modelle auf diesem Gerät',
  privacy:
    'Nichts wird gesendet: Was Sie sagen, schreiben und hören, bleibt auf diesem Gerät. Es gibt kein Konto, und Besuche werden nicht gezählt.',
} as const;

export const keys = {
  heading: 'Tasten',
  list: {
    Space: 'zum Sprechen halten',
    Enter: 'die Frage senden',
    'Shift Enter': 'eine neue Zeile',
    'Ctrl Enter, ⌘ Enter': 'die Frage senden, auch am Tablet',
    '/': 'zur Frage gehen',
    '↑': 'die letzte Frage bearbeiten',
    Esc: 'stoppen',
    'Ctrl K, ⌘ K': 'ein Gespräch finden',
    '?': 'diese Tasten zeigen',
  },
} as const;
