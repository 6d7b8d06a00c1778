/** How fast answers come, over the last ones and in one of them, in Spanish. `ui/speed/told.ts` puts the figures in. */
import { leastTurns } from '../../../domain/conversations/receipt-summary';
import { roughly, whole } from '../figures';

export const speed = {
  heading: 'Rapidez de Tansy aquí',
  close: 'Cerrar',
  inSeconds: (figure: string) => `${figure} s`,
  aboutWords: (count: number) =>
    `cerca de ${roughly(count)} ${roughly(count) === '1' ? 'palabra' : 'palabras'}`,
  deviceVoice: 'la voz del dispositivo',
  byDeviceVoice: 'la voz del dispositivo',
  devices: { wasm: 'el procesador', webgpu: 'la tarjeta gráfica' },
  onDevices: { wasm: 'en el procesador', webgpu: 'en la tarjeta gráfica' },
  onDevice: (device: string) => `en ${device}`,
  nothingSent: 'ninguna: no se envió nada',
  facts: {
    heardAfter: 'De tu última palabra al primer sonido',
    transcript: 'Lo que dijiste, transcrito tras',
    firstWord: 'Primera palabra tras',
    firstSentence: 'Primera frase tras',
    firstSound: 'Primer sonido tras',
    read: 'Leído para responder',
    known: 'Sabido de antes',
    written: 'Escrito',
    writtenInSecond: 'Escrito por segundo',
    heardBy: 'Oído por',
    writtenBy: 'Escrito por',
    computedBy: 'Calculado por',
    spokenBy: 'Dicho por',
    requests: 'Solicitudes a cualquier servidor entretanto',
  },
  counted: (time: string) =>
    `“Tras” cuenta desde que quedó claro que habías terminado: ${time} después de tu última palabra.`,
  tooFew: `Aún no hay nada que contar: hacen falta ${leastTurns} respuestas de una misma mente.`,
  reading: 'Leyendo lo que tardaron las últimas respuestas…',
  lookedIn: (conversations: number) =>
    `Solo se miró en las ${whole.format(conversations)} conversaciones más recientes.`,
  unread: 'No se pudo leer todo. Cierra esto y ábrelo de nuevo.',
  made: (turns: number, mind: string, on: string) =>
    `Las últimas ${turns} respuestas, escritas por ${mind} ${on}`,
  heardBy: (names: string) => `oídas por ${names}`,
  spokenBy: (names: string) => `dichas por ${names}`,
  between: ', ',
  sentence: (parts: readonly string[]) => `${parts.join(', ')}.`,
  leftOut: (count: number) =>
    `Quedan fuera: ${count === 1 ? 'una respuesta' : `${count} respuestas`} de otra mente u otro dispositivo.`,
  columns: ['', 'La mitad en', '9 de 10 en', 'Respuestas'],
  stages: {
    decisionMs: 'Quedó claro que habías terminado',
    transcriptMs: 'Lo que dijiste, transcrito',
    firstTokenMs: 'Primera palabra',
    firstSentenceMs: 'Primera frase',
    firstAudioMs: 'Primer sonido',
  },
  rowInLine: (stage: string, half: string, most: string, turns: string) =>
    `${stage}: la mitad en ${half}, 9 de 10 en ${most} (${turns} respuestas)`,
  from: 'Los tiempos cuentan desde que quedó claro que habías terminado, o desde que se presionó Enviar; el primero, desde tu última palabra.',
  unlike:
    'Cada fila es de las respuestas en las que se midió: lo escrito, o lo que no se dijo en voz alta, falta en algunas. Compara solo filas con el mismo número de respuestas.',
  rate: (words: string) => `La mitad se escribe a ${words} por segundo, o más rápido.`,
  middleHeading: 'Una respuesta hablada',
  middle: (time: string, turns: number) =>
    `${time} de tu última palabra al primer sonido: la respuesta hablada que queda en medio de ${turns}.`,
  spans: {
    deciding: 'Esperar por si sigues',
    'writing-down': 'Transcribir lo que dijiste',
    thinking: 'Leerlo, hasta la primera palabra',
    writing: 'Escribir la primera frase',
    voicing: 'Producir su primer sonido',
  },
  spanInLine: (span: string, time: string) => `${span}: ${time}`,
  brought: 'También cuentan las respuestas de un archivo importado, se dieran donde se dieran.',
  copy: 'Copiar como texto',
  copied: 'Copiado',
  notCopied: 'No se pudo copiar: el navegador no lo permitió.',
} as const;
