/** Settings, but for minds, ears and what is a person's own, in French. */
import { fetchLeft } from './figures';
import { voiceLabel } from './names';

const tenths = new Intl.NumberFormat('fr', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const rates = new Intl.NumberFormat('fr', { minimumFractionDigits: 1, maximumFractionDigits: 2 });
const capital = (text: string | undefined) =>
  text && text.slice(0, 1).toUpperCase() + text.slice(1);

export const settings = {
  heading: 'Réglages',
  close: 'Fermer',
  speaking: 'Parole',
  listening: 'Écoute',
  theme: 'Apparence',
  themes: { system: 'Comme l’appareil', light: 'Claire', dark: 'Sombre' },
  speakAnswers: 'Dire les réponses',
  voice: 'Voix',
  voices: {
    auto: 'Ce qui convient à cet appareil',
    joe: 'Joe\u00a0: rapide, américaine',
    heart: 'Heart\u00a0: naturelle, américaine',
    george: 'George\u00a0: naturelle, britannique',
    system: 'Voix de cet appareil',
    systemVoice: (name: string, language: string) => `${name} (${language})`,
    gone: 'Une voix qui n’est pas là maintenant',
  },
  naturalVoice: (voice: string) => `${capital(voiceLabel(voice))}, une voix naturelle`,
  fetchVoice: fetchLeft,
  cancelFetch: 'Annuler',
  voiceStarts: 'La voix démarre.',
  speaks: (voice: string | null, muted: boolean) =>
    voice === null
      ? 'Aucune voix n’est encore là.'
      : `${muted ? 'Parlerait, si le son n’était pas coupé' : 'Parle maintenant'}\u00a0: ${voiceLabel(voice)}`,
  notHere: (missing: string, voice: string | null, muted: boolean) => {
    const first = `${capital(voiceLabel(missing))} n’est pas encore sur cet appareil.`;
    if (voice === null) return `${first} D’ici là, aucune voix ne parle.`;
    return `${first} D’ici là, ${voiceLabel(voice)} ${muted ? 'parlerait, si le son n’était pas coupé' : 'parle'}.`;
  },
  tryVoice: (voice: string) => `Essayer ${voiceLabel(voice)}`,
  stopTrying: 'Arrêter',
  pace: (factor: number) =>
    `Une voix naturelle met ici ${tenths.format(factor)}\u00a0s pour chaque seconde de parole`,
  tooSlow:
    'trop lente pour être choisie automatiquement, et les réponses peuvent avoir des blancs.',
  keepsUp: 'assez rapide pour répondre sans blancs.',
  systemNote:
    'Une voix de cet appareil ne fait pas partie de Tansy. Seules figurent ici celles que le navigateur dit locales.',
  rate: 'Vitesse de la voix',
  rateValue: (rate: number) => `${rates.format(rate)}\u00a0×`,
  loudness: 'Volume de la voix',
  loudnessValue: (loudness: number) => `${Math.round(100 * loudness)}\u00a0%`,
  sounds: 'Sons brefs en mode mains libres',
  language: 'Langue que vous parlez',
  languages: {
    en: 'Anglais',
    auto: 'La détecter',
    de: 'Allemand',
    fr: 'Français',
    es: 'Espagnol',
    it: 'Italien',
    pt: 'Portugais',
    nl: 'Néerlandais',
    pl: 'Polonais',
    ru: 'Russe',
    tr: 'Turc',
    ja: 'Japonais',
    ko: 'Coréen',
    hi: 'Hindi',
    zh: 'Chinois',
  },
  languageNote:
    'De nombreuses langues peuvent être transcrites. Le modèle de langage propre à Tansy et ses voix ne connaissent que l’anglais ; ce qu’un autre modèle écrit dans une autre langue est lu par une voix de cet appareil, s’il en a une.',
  keepRecordings: 'Garder les enregistrements des questions dites, sur cet appareil',
  models: 'Modèles sur cet appareil',
  privacy:
    'Rien n’est envoyé\u00a0: ce que vous dites, écrivez et entendez reste sur cet appareil. Il n’y a ni compte ni décompte des visites.',
} as const;

export const keys = {
  heading: 'Touches',
  list: {
    Space: 'tenir pour parler',
    Enter: 'envoyer la question',
    'Shift Enter': 'une nouvelle ligne',
    'Ctrl Enter, ⌘ Enter': 'envoyer la question, aussi sur une tablette',
    '/': 'aller à la question',
    '↑': 'modifier la dernière question',
    Esc: 'arrêter',
    'Ctrl K, ⌘ K': 'chercher une conversation',
    '?': 'montrer ces touches',
  },
} as const;
