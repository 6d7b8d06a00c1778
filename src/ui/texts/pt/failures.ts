/** What happened, what was kept, and what to do, in Brazilian Portuguese. */
import type { ErrorCode } from '../../../domain/errors';
import { named } from './names';

const unknown = 'Algo deu errado. O que foi dito está guardado. Tente de novo.';

const failures: Record<ErrorCode, string> = {
  aborted: 'Parado. O que foi dito está guardado.',
  internal: unknown,
  'bad-input':
    'Não foi possível usar isto como está. O que foi dito está guardado. Diga de outro jeito e tente de novo.',
  'too-long':
    'Isto é mais do que a mente consegue ler de uma vez. A pergunta está guardada. Edite, deixe a parte que importa e pergunte de novo.',
  'wrong-answer':
    'Este navegador calcula um modelo de forma errada, por isso ele não é usado. As conversas estão intactas. Atualize o navegador ou tente outro.',
  'webgpu-unavailable':
    'Não foi possível usar a placa de vídeo. O que foi dito está guardado. Pergunte de novo ou escolha o processador em Configurações.',
  'device-lost':
    'A placa de vídeo deixou de estar disponível. O que foi dito está guardado. Pergunte de novo: ela é iniciada outra vez.',
  'download-failed':
    'Não foi possível baixar os arquivos. O que chegou está guardado: continue quando quiser.',
  'checksum-mismatch':
    'Um arquivo de modelo está danificado. As conversas estão intactas. Baixe de novo: só a parte danificada vem outra vez.',
  'model-missing': 'Falta um modelo. As conversas estão intactas. Baixe-o de novo.',
  'quota-exceeded':
    'O disco está cheio demais. Nada do que havia se perdeu. Libere espaço e continue.',
  'worker-crashed':
    'Uma parte do Tansy parou e foi encerrada. O que foi dito está guardado. Pergunte de novo para reiniciá-la.',
  'out-of-memory':
    'A memória não foi suficiente. O que foi dito está guardado. Feche outras abas e pergunte de novo.',
  'storage-unavailable': 'Não foi possível salvar isto. Fica na tela até que a aba seja fechada.',
  'microphone-denied':
    'O microfone está bloqueado para esta página. Você pode digitar mesmo assim, ou permiti-lo na barra de endereço e pressionar de novo.',
  'microphone-missing':
    'Não foi possível abrir nenhum microfone. Você pode digitar mesmo assim, ou conectar um e pressionar de novo.',
  'camera-denied':
    'A câmera está bloqueada para esta página. A pergunta está guardada. Permita a câmera na barra de endereço e tente de novo.',
  'camera-missing':
    'Não foi possível abrir nenhuma câmera. A pergunta está guardada. Conecte uma, ou feche o que a estiver usando, e tente de novo.',
  'microphone-lost':
    'O microfone deixou de estar disponível. O que foi entendido está guardado. Continue digitando, ou conecte-o e pressione de novo.',
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: 'Não há rede: baixe quando houver.',
  ofAll: 'Não há rede. O que chegou está guardado, e o resto vem quando houver.',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(code: string, details: Readonly<Record<string, string>> = {}): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `A cópia de ${damagedAtServer} no servidor está danificada e não é usada. Todo o resto está guardado e continua. Tente de novo, ou mais tarde.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? ` e esta página tem ${freeMb} MB livres` : '';
    return `O disco está cheio demais: são necessários ${neededMb} MB${free}. Nada do que havia se perdeu. Libere espaço e continue.`;
  }
  return named(failures, code) ?? unknown;
}
