/** Photos, and the camera that takes them, in Brazilian Portuguese. */
import type { PhotoFailure } from '../../../state/photos.svelte';

export const photos = {
  add: 'Adicionar uma foto',
  choose: 'Escolher uma foto ou um texto',
  camera: 'Tirar uma foto',
  drop: 'Solte fotos ou um texto para adicioná-los à sua pergunta',
  pending: 'Fotos para sua pergunta',
  remove: (name: string, at: number) => `Remover ${name === '' ? `a foto ${at}` : name}`,
  preparing: (at: number, of: number) =>
    of === 1 ? 'Preparando a foto…' : `Preparando a foto ${at} de ${of}…`,
  stop: 'Parar de adicionar',
  needsWords: 'Adicione uma pergunta sobre ela para enviar.',
  guess:
    'Palpite de uma mente pequena a partir de uma foto, e muitas vezes errado: não é um diagnóstico. Não coma, trate nem decida com base nele.',
  unseen: 'Esta mente ainda não consegue ver fotos: só lê as palavras que há nelas.',
  quickAsks: 'Perguntar sobre a foto',
  /** Names, and what is asked by them: the mind that is asked knows only English. */
  quick: [
    ['O que há nela?', 'What is in this picture?'],
    ['Diagnosticar', 'What is wrong with this plant?'],
    ['Ler', 'Read the text.'],
  ],
  samePlant: 'A mesma planta',
  mindsThatSeeMore: 'Mentes que veem mais',
  mindsThatSee: 'Mentes que veem',
  dismiss: 'Fechar',
  alt: (name: string) => (name === '' ? 'Foto' : `Foto: ${name}`),
  enlarge: (name: string) => `Mostrar ${name === '' ? 'a foto' : name} em tamanho grande`,
  close: 'Fechar a foto',
  gone: 'Esta foto não está mais neste dispositivo.',
} as const;

export const camera = {
  heading: 'Tirar uma foto',
  opening: 'Abrindo a câmera. Permita se o navegador perguntar…',
  shoot: 'Tirar a foto',
  turn: 'Usar a outra câmera',
  close: 'Fechar a câmera',
  again: 'Tentar de novo',
} as const;

const largest = (limit: PhotoFailure['limit']) => {
  if (limit?.megapixels) return `: tem mais de ${limit.megapixels} megapixels`;
  return limit?.megabytes ? `: tem mais de ${limit.megabytes} MB` : '';
};

/** What is kept of every question. */
const kept = 'Sua pergunta e as outras fotos dela estão guardadas.';

const notPhotos: Record<
  NonNullable<PhotoFailure['reason']>,
  (file: string, limit: PhotoFailure['limit']) => string
> = {
  'too-many': (_file, limit) =>
    `Uma pergunta aceita no máximo ${limit?.photos} fotos. As que estão aqui ficam; as outras foram deixadas de fora. Pergunte primeiro sobre estas.`,
  'not-kept': () =>
    'Não foi possível salvar suas fotos: o disco pode estar cheio demais. Elas estão aqui até que esta aba seja recarregada ou fechada, e é possível perguntar sobre elas.',
  empty: (file) => `${file} está vazio. ${kept} Escolha outro arquivo.`,
  'too-large': (file, limit) =>
    `${file} é grande demais${largest(limit)}. ${kept} Escolha um menor.`,
  'too-small': (file) =>
    `${file} é pequeno demais: não dá para distinguir nada. ${kept} Escolha um maior.`,
  'not-an-image': (file) =>
    `${file} não é uma foto. ${kept} Escolha um arquivo JPEG, PNG ou WebP, ou um texto de até 20.000 letras.`,
  heic: (file) =>
    `${file} está em um formato da Apple que este navegador não consegue ler. ${kept} Salve como JPEG e escolha esse.`,
  damaged: (file) => `${file} está danificado ou incompleto. ${kept} Escolha outra cópia.`,
};

export function photoFailureText({ reason, name, limit }: PhotoFailure): string {
  const file = name === '' ? 'O arquivo' : `O arquivo “${name}”`;
  if (reason) return notPhotos[reason](file, limit);
  return `${file} não pôde ser preparado. ${kept} Adicione-o mais uma vez.`;
}
