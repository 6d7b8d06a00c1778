/** Settings, but for minds, ears and what is a person's own. */
import { fetchLeft } from './figures';
import { voiceLabel } from './names';
import { translated } from './translation';

const shown = translated('settings', {
  heading: 'Settings',
  close: 'Close',
  speaking: 'Speaking',
  listening: 'Listening',
  theme: 'Look',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  speakAnswers: 'Speak answers',
  voice: 'Voice',
  voices: {
    auto: 'What suits this device',
    joe: 'Joe: quick, American',
    heart: 'Heart: natural, American',
    george: 'George: natural, British',
    system: 'Voices of this device',
    systemVoice: (name: string, language: string) => `${name} (${language})`,
    gone: 'A voice that is not here now',
  },
  naturalVoice: (voice: string) => `${voiceLabel(voice)}, a natural voice`,
  fetchVoice: fetchLeft,
  cancelFetch: 'Cancel',
  voiceStarts: 'The voice is starting.',
  speaks: (voice: string | null, muted: boolean) =>
    voice === null
      ? 'No voice is here yet.'
      : `${muted ? 'Would speak, were it not muted' : 'Speaks now'}: ${voiceLabel(voice)}`,
  notHere: (missing: string, voice: string | null, muted: boolean) => {
    const first = `${voiceLabel(missing)} is not on this device yet.`;
    if (voice === null) return `${first} Until then, no voice speaks.`;
    return `${first} Until then, ${voiceLabel(voice)} ${muted ? 'would speak, were it not muted' : 'speaks'}.`;
  },
  tryVoice: (voice: string) => `Try ${voiceLabel(voice)}`,
  stopTrying: 'Stop',
  pace: (factor: number) =>
    `A natural voice takes ${factor.toFixed(1)} s for each second of speech here`,
  tooSlow: 'too slow to be chosen by itself, and answers may have gaps.',
  keepsUp: 'fast enough to answer without gaps.',
  systemNote:
    'A voice of this device is not part of Tansy. Only those that the browser calls local are listed.',
  rate: 'Speed of the voice',
  rateValue: (rate: number) => `${rate.toFixed(2).replace(/0$/, '')}\u00a0×`,
  loudness: 'Loudness of the voice',
  loudnessValue: (loudness: number) => `${Math.round(100 * loudness)}\u00a0%`,
  sounds: 'Short tones while hands-free',
  language: 'Language you speak',
  languages: {
    en: 'English',
    auto: 'Detect it',
    de: 'German',
    fr: 'French',
    es: 'Spanish',
    it: 'Italian',
    pt: 'Portuguese',
    nl: 'Dutch',
    pl: 'Polish',
    ru: 'Russian',
    tr: 'Turkish',
    ja: 'Japanese',
    ko: 'Korean',
    hi: 'Hindi',
    zh: 'Chinese',
  },
  languageNote:
    'Many languages can be written down. Tansy’s own mind and its voices know only English; what another mind writes in another language is read by a voice of this device, where it has one.',
  keepRecordings: 'Keep recordings of spoken questions, on this device',
  models: 'Models on this device',
  privacy:
    'Nothing is sent: what you say, write and hear stays on this device. There is no account and no count of visits.',
});
export const settings = {
  ...shown,
  /** Said by a voice, and those are English. */
  trySentence: 'This is how an answer sounds, read aloud by this voice.',
};

export const keys = translated('keys', {
  heading: 'Keys',
  list: {
    Space: 'hold to talk',
    Enter: 'send the question',
    'Shift Enter': 'a new line',
    'Ctrl Enter, ⌘ Enter': 'send the question, on a tablet too',
    '/': 'go to the question',
    '↑': 'edit the last question',
    Esc: 'stop',
    'Ctrl K, ⌘ K': 'find a conversation',
    '?': 'show these keys',
  },
});
