/** What was asked and answered, in Spanish. */
import { whole } from './figures';

export const welcome = {
  label: 'Qué se puede hacer aquí',
  speak: 'Habla',
  speakHow: 'Mantén presionado el botón amarillo, o tócalo para hablar con las manos libres.',
  show: 'Muestra',
  showHow: 'Añade una foto y pregunta qué es, qué dice o qué le pasa a una planta.',
  type: 'Escribe',
  typeHow: 'Escribe una pregunta, con un texto del que sacar la respuesta.',
  examples: 'Ejemplos',
  ofPhotoShown: '¿Qué le pasa a esta planta?',
  questionsShown: ['¿Cómo beben agua las plantas?', 'Escribe un poema corto sobre la lluvia.'],
} as const;

export const message = {
  journalUnread:
    'No se pudo abrir el diario de plantas. Este diagnóstico se conserva con su conversación.',
  plantUnfetched:
    'No se pudo leer lo que se sabe de esta planta. Recarga esta pestaña para intentarlo de nuevo.',
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied: 'No se pudo copiar: selecciona las palabras y cópialas a mano.',
  retry: 'Preguntar de nuevo',
  edit: 'Editar',
  remove: 'Eliminar',
  removed: (showsOther: boolean) =>
    `Se eliminó la pregunta y lo que se dijo después.${
      showsOther ? ' Se muestra otra versión de esta pregunta.' : ''
    }`,
  editLabel: 'Tu pregunta, dicha de otra forma',
  askThis: 'Preguntar esto',
  cancel: 'Cancelar',
  replay: 'Decirlo otra vez',
  hearQuestion: 'Reproducir lo que se dijo',
  stopRecording: 'Detener la reproducción',
  previous: 'Versión anterior',
  next: 'Versión posterior',
  version: (at: number, of: number) => `${at} de ${of}`,
} as const;

export const thread = {
  you: 'tú',
  spoken: 'tú, por voz',
  tansy: 'tansy',
  thinking: 'Pensando…',
  readSoFar: (share: number) => `Leyendo la conversación… ${Math.floor(100 * share)}\u00a0%`,
  interrupted: 'Detenido. Lo escrito se conserva.',
  interruptedHeard: 'Detenido. Solo se conserva lo que se oyó.',
  interruptedWhole:
    'Detenido tras una frase completa, que quizá era la última. Lo escrito se conserva.',
  interruptedAtEnd: 'Detenido. No quedaba nada por decir.',
  interruptedEmpty: 'Detenido. Aún no se había escrito nada.',
  erased:
    'Todo está borrado: tus conversaciones, fotos, grabaciones, el diario de plantas y los ajustes ya no existen. Los modelos descargados siguen aquí.',
  notKept: {
    nowhere:
      'Este navegador no guarda nada para la aplicación: la conversación termina con esta pestaña.',
    blocked:
      'Parece que otra pestaña de Tansy retiene tus conversaciones. Están a salvo, pero no se muestran aquí, y lo que se diga aquí termina con esta pestaña. Cierra las otras pestañas de Tansy y recarga esta.',
  },
  oneThread:
    'Las respuestas llegan más despacio: el navegador da a esta página un solo núcleo del procesador. Cargar la página otra vez suele arreglarlo.',
  newest: 'A lo más reciente',
  earlier: (next: number, all: number) => {
    const messages = next === 1 ? 'mensaje anterior' : 'mensajes anteriores';
    return `Mostrar ${whole.format(next)} ${messages}${next < all ? ` de ${whole.format(all)}` : ''}`;
  },

  spokenSoon: 'Se dirá en cuanto la voz se haya iniciado.',
  unlaid:
    'Las respuestas se muestran tal como se escribieron: no se pudo descargar la parte de Tansy que les da formato.',
  layAgain: 'Intentar de nuevo',
  notAllSpoken: 'No todo se pudo decir. “Decirlo otra vez” lo intenta de nuevo.',
  fromMemory:
    'De la memoria de una mente pequeña, que se equivoca a menudo: comprueba lo que importa.',
  mindsThatKnowMore: 'Mentes que saben más',
  cutShort: 'Cortada: la respuesta llegó a su longitud máxima.',
  sameAgain: 'Ha salido lo mismo que antes.',
  goOn: 'Continuar',
  nothingAdded: 'No había nada más que decir: la respuesta ya había terminado.',
  noRoom: 'La mente no tiene espacio para más.',
} as const;
