/** Settings, but for minds, ears and what is a person's own, in Spanish. */
import { fetchLeft } from './figures';
import { voiceLabel } from './names';

const tenth = new Intl.NumberFormat('es', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredth = new Intl.NumberFormat('es', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 2,
});

export const settings = {
  heading: 'Ajustes',
  close: 'Cerrar',
  speaking: 'Hablar',
  listening: 'Escuchar',
  theme: 'Aspecto',
  themes: { system: 'Como el dispositivo', light: 'Claro', dark: 'Oscuro' },
  speakAnswers: 'Decir las respuestas en voz alta',
  voice: 'Voz',
  voices: {
    auto: 'La que convenga a este dispositivo',
    joe: 'Joe: rápida, estadounidense',
    heart: 'Heart: natural, estadounidense',
    george: 'George: natural, británica',
    system: 'Voces de este dispositivo',
    systemVoice: (name: string, language: string) => `${name} (${language})`,
    gone: 'Una voz que ahora no está aquí',
  },
  naturalVoice: (voice: string) => `${voiceLabel(voice)}, una voz natural`,
  fetchVoice: fetchLeft,
  cancelFetch: 'Cancelar',
  voiceStarts: 'La voz se está iniciando.',
  speaks: (voice: string | null, muted: boolean) =>
    voice === null
      ? 'Aún no hay ninguna voz aquí.'
      : `${muted ? 'Hablaría, si no estuviera silenciada' : 'Habla ahora'}: ${voiceLabel(voice)}`,
  notHere: (missing: string, voice: string | null, muted: boolean) => {
    const first = `${voiceLabel(missing)} aún no está en este dispositivo.`;
    if (voice === null) return `${first} Hasta entonces no habla ninguna voz.`;
    return `${first} Hasta entonces, ${voiceLabel(voice)} ${muted ? 'hablaría, si no estuviera silenciada' : 'habla'}.`;
  },
  tryVoice: (voice: string) => `Probar ${voiceLabel(voice)}`,
  stopTrying: 'Detener',
  pace: (factor: number) =>
    `Una voz natural tarda aquí ${tenth.format(factor)} s por cada segundo de habla`,
  tooSlow: 'demasiado lenta para elegirse por sí sola, y las respuestas pueden tener huecos.',
  keepsUp: 'lo bastante rápida para responder sin huecos.',
  systemNote:
    'Una voz de este dispositivo no es parte de Tansy. Solo aparecen las que el navegador llama locales.',
  rate: 'Velocidad de la voz',
  rateValue: (rate: number) => `${hundredth.format(rate)}\u00a0×`,
  loudness: 'Volumen de la voz',
  loudnessValue: (loudness: number) => `${Math.round(100 * loudness)}\u00a0%`,
  sounds: 'Tonos breves en el modo manos libres',
  language: 'Idioma que hablas',
  languages: {
    en: 'Inglés',
    auto: 'Detectarlo',
    de: 'Alemán',
    fr: 'Francés',
    es: 'Español',
    it: 'Italiano',
    pt: 'Portugués',
    nl: 'Neerlandés',
    pl: 'Polaco',
    ru: 'Ruso',
    tr: 'Turco',
    ja: 'Japonés',
    ko: 'Coreano',
    hi: 'Hindi',
    zh: 'Chino',
  },
  languageNote:
    'Se pueden transcribir muchos idiomas. La mente propia de Tansy y sus voces solo saben inglés; lo que otra mente escribe en otro idioma lo lee una voz de este dispositivo, si tiene una.',
  keepRecordings: 'Conservar las grabaciones de preguntas habladas, en este dispositivo',
  models: 'Modelos en este dispositivo',
  privacy:
    'No se envía nada: lo que dices, escribes y oyes se queda en este dispositivo. No hay cuenta ni recuento de visitas.',
} as const;

export const keys = {
  heading: 'Teclas',
  list: {
    Space: 'mantener para hablar',
    Enter: 'enviar la pregunta',
    'Shift Enter': 'una línea nueva',
    'Ctrl Enter, ⌘ Enter': 'enviar la pregunta, también en una tableta',
    '/': 'ir a la pregunta',
    '↑': 'editar la última pregunta',
    Esc: 'detener',
    'Ctrl K, ⌘ K': 'buscar una conversación',
    '?': 'mostrar estas teclas',
  },
} as const;
