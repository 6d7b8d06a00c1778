/** What was asked and answered, in Brazilian Portuguese. */
import { whole } from './figures';

export const welcome = {
  label: 'O que se pode fazer aqui',
  speak: 'Fale',
  speakHow: 'Segure o botão amarelo, ou toque nele para falar no modo mãos livres.',
  show: 'Mostre',
  showHow:
    'Adicione uma foto e pergunte o que é, o que está escrito nela ou o que há de errado com uma planta.',
  type: 'Digite',
  typeHow: 'Escreva uma pergunta, com um texto de onde tirar a resposta.',
  examples: 'Exemplos',
  ofPhotoShown: 'O que há de errado com esta planta?',
  questionsShown: ['Como as plantas bebem água?', 'Escreva um poema curto sobre a chuva.'],
} as const;

export const message = {
  journalUnread:
    'Não foi possível abrir o diário de plantas. Este diagnóstico está guardado com sua conversa.',
  plantUnfetched:
    'Não foi possível ler o que se sabe desta planta. Recarregue esta aba para tentar de novo.',
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied: 'Não foi possível copiar: selecione as palavras e copie à mão.',
  retry: 'Perguntar de novo',
  edit: 'Editar',
  remove: 'Excluir',
  removed: (showsOther: boolean) =>
    `A pergunta e o que foi dito depois dela foram excluídos.${
      showsOther ? ' É mostrada outra versão desta pergunta.' : ''
    }`,
  editLabel: 'Sua pergunta, dita de outro jeito',
  askThis: 'Perguntar isto',
  cancel: 'Cancelar',
  replay: 'Dizer de novo',
  hearQuestion: 'Reproduzir o que foi dito',
  stopRecording: 'Parar a reprodução',
  previous: 'Versão anterior',
  next: 'Versão posterior',
  version: (at: number, of: number) => `${at} de ${of}`,
} as const;

export const thread = {
  you: 'você',
  spoken: 'você, por voz',
  tansy: 'tansy',
  thinking: 'Pensando…',
  readSoFar: (share: number) => `Lendo a conversa… ${Math.floor(100 * share)}%`,
  interrupted: 'Parado. O que foi escrito está guardado.',
  interruptedHeard: 'Parado. Só o que foi ouvido está guardado.',
  interruptedWhole:
    'Parado após uma frase completa, que talvez fosse a última. O que foi escrito está guardado.',
  interruptedAtEnd: 'Parado. Não restava nada a dizer.',
  interruptedEmpty: 'Parado. Nada tinha sido escrito ainda.',
  erased:
    'Tudo foi apagado: suas conversas, fotos, gravações, o diário das plantas e as configurações não existem mais. Os modelos baixados continuam aqui.',
  notKept: {
    nowhere: 'Este navegador não guarda nada para o aplicativo: a conversa termina com esta aba.',
    blocked:
      'Outra aba do Tansy parece estar retendo suas conversas. Elas estão a salvo, mas não são mostradas aqui, e o que for dito aqui termina com esta aba. Feche as outras abas do Tansy e recarregue esta.',
  },
  oneThread:
    'As respostas chegam mais devagar: o navegador dá a esta página um só núcleo do processador. Carregar a página de novo costuma resolver.',
  newest: 'Para a mais recente',
  earlier: (next: number, all: number) => {
    const messages = next === 1 ? 'mensagem anterior' : 'mensagens anteriores';
    return `Mostrar ${whole.format(next)} ${messages}${next < all ? ` de ${whole.format(all)}` : ''}`;
  },

  spokenSoon: 'Será falado assim que a voz tiver iniciado.',
  unlaid:
    'As respostas são mostradas como foram escritas: não foi possível baixar a parte do Tansy que as formata.',
  layAgain: 'Tentar de novo',
  notAllSpoken: 'Nem tudo pôde ser falado. “Dizer de novo” tenta outra vez.',
  fromMemory: 'Da memória de uma mente pequena, que erra muitas vezes: confira o que importa.',
  mindsThatKnowMore: 'Mentes que sabem mais',
  cutShort: 'Cortada: a resposta chegou ao seu tamanho máximo.',
  sameAgain: 'Saiu o mesmo que antes.',
  goOn: 'Continuar',
  nothingAdded: 'Não havia mais nada a dizer: a resposta já tinha terminado.',
  noRoom: 'A mente não tem espaço para mais.',
} as const;
