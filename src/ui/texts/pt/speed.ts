/** How fast answers come, over the last ones and in one of them, in Brazilian Portuguese. `ui/speed/told.ts` puts the figures in. */
import { leastTurns } from '../../../domain/conversations/receipt-summary';
import { roughly, whole } from '../figures';

export const speed = {
  heading: 'Rapidez do Tansy aqui',
  close: 'Fechar',
  inSeconds: (figure: string) => `${figure} s`,
  // Below two, Portuguese has the singular.
  aboutWords: (count: number) =>
    `cerca de ${roughly(count)} ${count < 1.95 ? 'palavra' : 'palavras'}`,
  deviceVoice: 'voz do dispositivo',
  byDeviceVoice: 'voz do dispositivo',
  devices: { wasm: 'processador', webgpu: 'placa de vídeo' },
  onDevices: { wasm: 'no processador', webgpu: 'na placa de vídeo' },
  onDevice: (device: string) => `em ${device}`,
  nothingSent: 'nenhuma: nada foi enviado',
  facts: {
    heardAfter: 'Da sua última palavra ao primeiro som',
    transcript: 'O que você disse, transcrito após',
    firstWord: 'Primeira palavra após',
    firstSentence: 'Primeira frase após',
    firstSound: 'Primeiro som após',
    read: 'Lido para responder',
    known: 'Sabido de antes',
    written: 'Escrito',
    writtenInSecond: 'Escrito por segundo',
    heardBy: 'Ouvido por',
    writtenBy: 'Escrito com',
    computedBy: 'Calculado por',
    spokenBy: 'Falado por',
    requests: 'Solicitações a qualquer servidor nesse tempo',
  },
  counted: (time: string) =>
    `“Após” conta de quando ficou claro que você tinha terminado: ${time} depois da sua última palavra.`,
  tooFew: `Ainda não há o que contar: para isso são necessárias ${leastTurns} respostas de uma mesma mente.`,
  reading: 'Lendo quanto tempo levaram as últimas respostas…',
  lookedIn: (conversations: number) =>
    `Só foram consultadas as ${whole.format(conversations)} conversas mais recentes.`,
  unread: 'Não foi possível ler tudo. Feche isto e abra de novo.',
  made: (turns: number, mind: string, on: string) =>
    `As últimas ${turns} respostas, escritas com ${mind} ${on}`,
  heardBy: (names: string) => `ouvidas por ${names}`,
  spokenBy: (names: string) => `faladas por ${names}`,
  between: ', ',
  sentence: (parts: readonly string[]) => `${parts.join(', ')}.`,
  leftOut: (count: number) =>
    `De fora: ${count === 1 ? 'uma resposta' : `${count} respostas`} de outra mente ou de outro dispositivo.`,
  columns: ['', 'Metade em até', '9 de 10 em até', 'Respostas'],
  stages: {
    decisionMs: 'Ficou claro que você tinha terminado',
    transcriptMs: 'O que você disse, transcrito',
    firstTokenMs: 'Primeira palavra',
    firstSentenceMs: 'Primeira frase',
    firstAudioMs: 'Primeiro som',
  },
  rowInLine: (stage: string, half: string, most: string, turns: string) =>
    `${stage}: metade em até ${half}, 9 de 10 em até ${most} (${turns} respostas)`,
  from: 'Os tempos contam de quando ficou claro que você tinha terminado, ou de quando Enviar foi pressionado; o primeiro, da sua última palavra.',
  unlike:
    'Cada linha é das respostas em que foi medida: o que foi digitado, ou não foi dito em voz alta, falta em algumas. Compare apenas linhas com o mesmo número de respostas.',
  rate: (words: string) => `Metade é escrita a ${words} por segundo, ou mais rápido.`,
  middleHeading: 'Uma resposta falada',
  middle: (time: string, turns: number) =>
    `${time} da sua última palavra ao primeiro som: a resposta falada que fica no meio de ${turns}.`,
  spans: {
    deciding: 'Esperar para ver se você continua',
    'writing-down': 'Transcrever o que você disse',
    thinking: 'Ler isso, até a primeira palavra',
    writing: 'Escrever a primeira frase',
    voicing: 'Produzir o primeiro som dela',
  },
  spanInLine: (span: string, time: string) => `${span}: ${time}`,
  brought: 'Também contam as respostas de um arquivo importado, onde quer que tenham sido dadas.',
  copy: 'Copiar como texto',
  copied: 'Copiado',
  notCopied: 'Não foi possível copiar: o navegador não permitiu.',
} as const;
