/** The text in photos, in Brazilian Portuguese. */
import type { ErrorCode } from '../../../domain/errors';

const ofPhoto = (at: number | null) => (at === null ? 'da foto' : `da foto ${at}`);

export const reading = {
  busy: (at: number | null) => `Lendo o texto ${ofPhoto(at)}…`,
  busyWithAll: (done: number, of: number) =>
    `Lendo o texto das fotos… ${done} de ${of} fotos prontas`,
  headingOfAll: 'Texto das fotos',
  noneOfAll: 'Nenhum texto foi encontrado nas fotos.',
  someFailed: 'Texto das fotos · não foi possível ler tudo',
  progress: (done: number, of: number) =>
    of === 1 ? `${done} de 1 linha lida` : `${done} de ${of} linhas lidas`,
  heading: (at: number | null) => `Texto ${ofPhoto(at)}`,
  none: (at: number | null) =>
    `Nenhum texto foi encontrado ${at === null ? 'na foto' : `na foto ${at}`}.`,
  hard: 'difícil de ler',
  unsure:
    'Há partes difíceis de ler que podem estar erradas: as piores não são ditas à mente. Uma foto mais de perto e mais nítida ajuda.',
  cut: 'Há mais texto na foto do que se lê de uma.',
  copy: 'Copiar o texto',
  copied: 'Copiado',
  notCopied: 'Não foi possível copiar. O texto continua aqui: selecione e copie à mão.',
} as const;

/** @param name of the photo's file; empty where it had none */
export function readingFailureText(code: ErrorCode, name: string): string {
  const photo = name === '' ? 'da foto' : `de “${name}”`;
  return code === 'model-missing' || code === 'checksum-mismatch'
    ? `O texto ${photo} não foi lido: a parte que lê ainda não está aqui. A foto e a pergunta estão guardadas. Pergunte mesmo assim, ou quando ela estiver baixada.`
    : `Não foi possível ler o texto ${photo}. A foto e a pergunta estão guardadas. Pergunte mesmo assim, ou adicione a foto de novo.`;
}
