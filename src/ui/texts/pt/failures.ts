/** A failure's sentence says what happened, what was kept, and what to do. What was kept, only where it failed is known. In Brazilian Portuguese. */
import type { ErrorCode } from '../../../domain/errors';
import type { Situation } from '../failures';
import { named } from './names';

/** Where something failed: what it leaves, and the one thing to do there. */
const situations: Readonly<Record<Situation, readonly [kept: string, todo: string]>> = {
  alone: ['', 'Tente de novo.'],
  asked: ['A pergunta está guardada.', 'Pergunte de novo.'],
  written: ['O que foi escrito está guardado.', 'Pergunte de novo.'],
  /** As it is, and as a voice says it: commands are understood in English only. */
  'can-go-on': ['O que foi escrito está guardado.', 'Pressione “Continuar”, ou diga “Go on”.'],
  understood: ['O que foi entendido está guardado.', 'Envie, ou diga de novo.'],
  /** Nobody has said anything yet, and a microphone is open again. */
  listening: ['', 'Continue falando.'],
  answering: ['A resposta continua.', ''],
  talking: ['', 'Pressione para falar de novo.'],
  unready: ['', ''],
};

/** The whole sentence, of where it failed. Most say what was kept between what happened and what to do. */
type Sentence = (kept: string, todo: string) => readonly string[];

const failures: Record<ErrorCode, Sentence> = {
  aborted: (kept) => ['Parado.', kept],
  internal: (kept, todo) => ['Algo deu errado.', kept, todo],
  'bad-input': (kept) => [
    'Não foi possível usar isto como está.',
    kept,
    'Diga de outro jeito e tente de novo.',
  ],
  'too-long': (kept) => [
    'Isto é mais do que a mente consegue ler de uma vez.',
    kept,
    'Edite, deixe a parte que importa e pergunte de novo.',
  ],
  'wrong-answer': () => [
    'Este navegador calcula um modelo de forma errada, por isso ele não é usado. As conversas estão intactas. Atualize o navegador ou tente outro.',
  ],
  'webgpu-unavailable': (kept, todo) => [
    'Não foi possível usar a placa de vídeo: em Configurações é possível escolher o processador.',
    kept,
    todo,
  ],
  'device-lost': (kept, todo) => ['A placa de vídeo deixou de estar disponível.', kept, todo],
  'download-failed': () => [
    'Não foi possível baixar os arquivos. O que chegou está guardado: continue quando quiser.',
  ],
  'checksum-mismatch': () => [
    'Um arquivo de modelo está danificado. As conversas estão intactas. Baixe de novo: só a parte danificada vem outra vez.',
  ],
  'model-missing': () => ['Falta um modelo. As conversas estão intactas. Baixe-o de novo.'],
  'quota-exceeded': () => [
    'O disco está cheio demais. Nada do que havia se perdeu. Libere espaço e continue.',
  ],
  'worker-crashed': (kept, todo) => ['Uma parte do Tansy parou.', kept, todo],
  'out-of-memory': (kept, todo) => ['A memória não foi suficiente: feche outras abas.', kept, todo],
  'storage-unavailable': () => [
    'Não foi possível salvar isto. O que está na tela fica até que a aba seja fechada.',
  ],
  'microphone-denied': () => [
    'O microfone está bloqueado para esta página. Você pode digitar mesmo assim, ou permiti-lo na barra de endereço e pressionar de novo.',
  ],
  'microphone-missing': () => [
    'Não foi possível abrir nenhum microfone. Você pode digitar mesmo assim, ou conectar um e pressionar de novo.',
  ],
  'microphone-lost': (kept) => [
    'O microfone deixou de estar disponível.',
    kept,
    'Continue digitando, ou conecte-o e pressione de novo.',
  ],
  'camera-denied': () => [
    'A câmera está bloqueada para esta página. Permita a câmera na barra de endereço e tente de novo.',
  ],
  'camera-missing': () => [
    'Não foi possível abrir nenhuma câmera. Conecte uma, ou feche o que a estiver usando, e tente de novo.',
  ],
  'text-unheld': (kept) => [
    'Não foi possível baixar a parte do Tansy que mantém a resposta presa ao seu texto, e sem essa parte nenhuma é dada.',
    kept,
    'Pergunte de novo quando for possível alcançar o servidor, ou recarregue esta aba.',
  ],
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: 'Não há rede: baixe quando houver.',
  ofAll: 'Não há rede. O que chegou está guardado, e o resto vem quando houver.',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(
  code: string,
  details: Readonly<Record<string, string>> = {},
  situation: Situation = 'alone',
): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `A cópia de ${damagedAtServer} no servidor está danificada e não é usada. Todo o resto está guardado e continua. Tente de novo, ou mais tarde.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? ` e esta página tem ${freeMb} MB livres` : '';
    return `O disco está cheio demais: são necessários ${neededMb} MB${free}. Nada do que havia se perdeu. Libere espaço e continue.`;
  }
  const [kept, todo] = situations[situation];
  const sentence = named(failures, code) ?? failures.internal;
  return sentence(kept, todo).filter(Boolean).join(' ');
}
