/** The choice of minds and ears, and what is stored of them, in Brazilian Portuguese. */
import type { ErrorCode } from '../../../domain/errors';
import type { LanguageModel } from '../../../domain/models/model';
import type { Obstacle } from '../../../domain/models/plans';
import { about, fetchLeft, goOn, megabytes } from './figures';
import { earsNames } from './names';
import { capital } from '../capital';

const languageNames = new Intl.DisplayNames(['pt-BR'], { type: 'language' });
const mostLanguages = 3;
const languagesOf = (tags: readonly string[]) => {
  if (tags.includes('*')) return 'muitos idiomas';
  const names = tags.slice(0, mostLanguages).map((tag) => languageNames.of(tag));
  const more = tags.length - names.length;
  return names.join(', ') + (more > 0 ? ` e mais ${more}` : '');
};

/** Why a mind is not in use. What follows says what answers instead. */
const mindFailures: Partial<Record<ErrorCode, string>> = {
  'webgpu-unavailable': 'a placa de vídeo não a executa direito',
  internal: 'aqui ela responde errado a uma pergunta de teste',
  'worker-crashed': 'não foi possível executá-la aqui',
  'out-of-memory': 'a memória não foi suficiente',
  'device-lost': 'a placa de vídeo deixou de estar disponível',
  'quota-exceeded': 'o disco está cheio demais',
  'model-missing': 'falta um arquivo dela',
  'checksum-mismatch': 'um arquivo dela está danificado',
};

const mindFailure = (name: string, code: ErrorCode, instead: string) =>
  `${name} não está em uso: ${mindFailures[code] ?? 'não foi possível iniciá-la'}. Quem responde é ${instead}.`;

export const minds = {
  heading: 'A mente que responde',
  inUse: 'responde agora',
  unable: 'não pode funcionar aqui',
  facts: ({ sight, languages, licence }: LanguageModel, size: string) =>
    [
      sight === 'trained' ? 'Vê fotos' : 'Não vê fotos',
      languagesOf(languages),
      size,
      licence.spdx.replace('LicenseRef-', ''),
    ]
      .filter((fact) => fact !== '')
      .join(' · '),
  size: (bytes: number, isAbout: boolean) => (bytes === 0 ? '' : about(bytes, isAbout)),
  obstacles: {
    'no-webgpu':
      'Precisa de uma placa de vídeo com que páginas da web possam calcular (WebGPU): este navegador ou dispositivo não tem nenhuma.',
    'software-webgpu':
      'Precisa de uma placa de vídeo, e este navegador tem só uma imitação de uma.',
    'no-f16': 'Precisa de uma placa de vídeo que calcule com números de 16 bits.',
    'no-threads': 'Precisa de mais de um núcleo do processador, e esta página tem um.',
    'little-memory': 'Ocupa mais memória do que este dispositivo pode ceder.',
    'processor-chosen': 'Precisa da placa de vídeo, e abaixo está escolhido o processador.',
    refused: 'Foi testada aqui e não funcionou.',
  } satisfies Record<Obstacle, string>,
  source:
    'Os arquivos dela vêm de huggingface.co. Só então outro servidor é consultado: ele vê seu endereço e quais arquivos são baixados, nunca o que você diz, escreve ou mostra.',
  meanwhile: (name: string) =>
    `${capital(name)} continua respondendo até que a nova esteja pronta.`,
  slow: 'Aqui ela funciona no processador: conte com espera; para uma foto, muitos segundos.',
  fetch: (bytes: number, isAbout: boolean) =>
    bytes === 0 ? 'Baixar de huggingface.co' : `Baixar ${about(bytes, isAbout)} de huggingface.co`,
  goOn,
  cancel: 'Cancelar',
  retry: 'Tentar de novo',
  device: 'Funciona com',
  devices: {
    auto: 'O que for melhor para este dispositivo',
    wasm: 'O processador',
    webgpu: 'Qualquer placa de vídeo',
  },
  failure: mindFailure,
  notice: (name: string, code: ErrorCode, instead: string) =>
    `${mindFailure(name, code, instead)} Suas conversas estão guardadas. Em Configurações é possível tentar de novo.`,
  dismiss: 'Fechar',
} as const;

export const ears = {
  heading: 'Escuta com',
  choices: (automatic: string) => ({
    auto: `O que for melhor: ${automatic}`,
    'whisper-base': 'Whisper base: menos erros',
    'whisper-tiny': 'Whisper tiny: mais rápido',
  }),
  short: earsNames,
  fetch: fetchLeft,
  cancel: 'Cancelar',
} as const;

export const stored = {
  heading: 'Guardado e sem uso',
  frees: (bytes: number) => `libera ${megabytes(bytes)} MB`,
  ask: 'Remover…',
  question: (name: string) => `Remover ${name}? É possível baixar de novo.`,
  keep: 'Manter',
  remove: 'Remover',
  removeLabel: (name: string, bytes: number) => `Remover ${name}, libera ${megabytes(bytes)} MB`,
  removing: 'removendo',
  failed: 'Não foi possível remover. Nada mais mudou. Tente de novo.',
} as const;
