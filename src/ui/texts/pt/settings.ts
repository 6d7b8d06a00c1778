/** Settings, but for minds, ears and what is a person's own, in Brazilian Portuguese. */
import { fetchLeft } from './figures';
import { voiceLabel } from './names';

const tenth = new Intl.NumberFormat('pt-BR', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const hundredth = new Intl.NumberFormat('pt-BR', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 2,
});

export const settings = {
  heading: 'Configurações',
  close: 'Fechar',
  speaking: 'Falar',
  listening: 'Escutar',
  theme: 'Aparência',
  themes: { system: 'Como o dispositivo', light: 'Clara', dark: 'Escura' },
  speakAnswers: 'Falar as respostas',
  voice: 'Voz',
  voices: {
    auto: 'A melhor para este dispositivo',
    joe: 'Joe: rápida, americana',
    heart: 'Heart: natural, americana',
    george: 'George: natural, britânica',
    system: 'Vozes deste dispositivo',
    systemVoice: (name: string, language: string) => `${name} (${language})`,
    gone: 'Uma voz que não está aqui agora',
  },
  naturalVoice: (voice: string) => `${voiceLabel(voice)}, uma voz natural`,
  fetchVoice: fetchLeft,
  cancelFetch: 'Cancelar',
  voiceStarts: 'A voz está iniciando.',
  speaks: (voice: string | null, muted: boolean) =>
    voice === null
      ? 'Ainda não há nenhuma voz aqui.'
      : `${muted ? 'Falaria, se não estivesse silenciada' : 'Fala agora'}: ${voiceLabel(voice)}`,
  notHere: (missing: string, voice: string | null, muted: boolean) => {
    const first = `${voiceLabel(missing)} ainda não está neste dispositivo.`;
    if (voice === null) return `${first} Até lá, nenhuma voz fala.`;
    return `${first} Até lá, ${muted ? 'falaria, se não estivesse silenciada' : 'fala'}: ${voiceLabel(voice)}.`;
  },
  tryVoice: (voice: string) => `Testar ${voiceLabel(voice)}`,
  stopTrying: 'Parar',
  pace: (factor: number) =>
    `Uma voz natural leva aqui ${tenth.format(factor)} s para cada segundo de fala`,
  tooSlow: 'lenta demais para ser escolhida sozinha, e as respostas podem ter pausas.',
  keepsUp: 'rápida o bastante para responder sem pausas.',
  systemNote:
    'Uma voz deste dispositivo não faz parte do Tansy. Só aparecem as que o navegador chama de locais.',
  rate: 'Velocidade da voz',
  rateValue: (rate: number) => `${hundredth.format(rate)}\u00a0×`,
  loudness: 'Volume da voz',
  loudnessValue: (loudness: number) => `${Math.round(100 * loudness)}%`,
  sounds: 'Sons curtos no modo mãos livres',
  language: 'Idioma que você fala',
  languages: {
    en: 'Inglês',
    auto: 'Detectar',
    de: 'Alemão',
    fr: 'Francês',
    es: 'Espanhol',
    it: 'Italiano',
    pt: 'Português',
    nl: 'Holandês',
    pl: 'Polonês',
    ru: 'Russo',
    tr: 'Turco',
    ja: 'Japonês',
    ko: 'Coreano',
    hi: 'Hindi',
    zh: 'Chinês',
  },
  languageNote:
    'Muitos idiomas podem ser transcritos. A mente própria do Tansy e suas vozes só sabem inglês; o que outra mente escreve em outro idioma é lido por uma voz deste dispositivo, se ele tiver uma.',
  keepRecordings: 'Guardar as gravações de perguntas faladas, neste dispositivo',
  models: 'Modelos neste dispositivo',
  privacy:
    'Nada é enviado: o que você diz, escreve e ouve fica neste dispositivo. Não há conta nem contagem de visitas.',
} as const;

export const keys = {
  heading: 'Teclas',
  list: {
    Space: 'segurar para falar',
    Enter: 'enviar a pergunta',
    'Shift Enter': 'uma nova linha',
    'Ctrl Enter, ⌘ Enter': 'enviar a pergunta, também no tablet',
    '/': 'ir para a pergunta',
    '↑': 'editar a última pergunta',
    Esc: 'parar',
    'Ctrl K, ⌘ K': 'buscar uma conversa',
    '?': 'mostrar estas teclas',
  },
} as const;
