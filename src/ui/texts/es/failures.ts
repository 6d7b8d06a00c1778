/** A failure's sentence says what happened, what was kept, and what to do. What was kept, only where it failed is known. In Spanish. */
import type { ErrorCode } from '../../../domain/errors';
import type { Situation } from '../failures';
import { named } from './names';

/** Where something failed: what it leaves, and the one thing to do there. */
const situations: Readonly<Record<Situation, readonly [kept: string, todo: string]>> = {
  alone: ['', 'Inténtalo de nuevo.'],
  asked: ['La pregunta se conserva.', 'Pregunta de nuevo.'],
  written: ['Lo escrito se conserva.', 'Pregunta de nuevo.'],
  /** As it is, and as a voice says it: commands are understood in English only. */
  'can-go-on': ['Lo escrito se conserva.', 'Presiona “Continuar”, o di “Go on”.'],
  understood: ['Lo entendido se conserva.', 'Envíalo, o dilo de nuevo.'],
  /** Nobody has said anything yet, and a microphone is open again. */
  listening: ['', 'Sigue hablando.'],
  answering: ['La respuesta continúa.', ''],
  talking: ['', 'Presiona para hablar de nuevo.'],
  unready: ['', ''],
};

/** The whole sentence, of where it failed. Most say what was kept between what happened and what to do. */
type Sentence = (kept: string, todo: string) => readonly string[];

const failures: Record<ErrorCode, Sentence> = {
  aborted: (kept) => ['Detenido.', kept],
  internal: (kept, todo) => ['Algo salió mal.', kept, todo],
  'bad-input': (kept) => [
    'Esto no se pudo usar tal como está.',
    kept,
    'Exprésalo de otra forma e inténtalo de nuevo.',
  ],
  'too-long': (kept) => [
    'Esto es más de lo que la mente puede leer de una vez.',
    kept,
    'Edítalo, deja la parte que importa y pregunta de nuevo.',
  ],
  'wrong-answer': () => [
    'Este navegador calcula mal un modelo, así que no se usa. Las conversaciones siguen intactas. Actualiza el navegador o prueba otro.',
  ],
  'webgpu-unavailable': (kept, todo) => [
    'No se pudo usar la tarjeta gráfica: en Ajustes se puede elegir el procesador.',
    kept,
    todo,
  ],
  'device-lost': (kept, todo) => ['La tarjeta gráfica dejó de estar disponible.', kept, todo],
  'download-failed': () => [
    'No se pudieron descargar los archivos. Lo que llegó se conserva: continúa cuando quieras.',
  ],
  'checksum-mismatch': () => [
    'Un archivo de un modelo está dañado. Las conversaciones siguen intactas. Descarga de nuevo: solo llega otra vez la parte dañada.',
  ],
  'model-missing': () => [
    'Falta un modelo. Las conversaciones siguen intactas. Descárgalo de nuevo.',
  ],
  'quota-exceeded': () => [
    'El disco está demasiado lleno. No se pierde nada de lo que había. Libera espacio y continúa.',
  ],
  'worker-crashed': (kept, todo) => ['Una parte de Tansy se detuvo.', kept, todo],
  'out-of-memory': (kept, todo) => [
    'No hubo memoria suficiente: cierra otras pestañas.',
    kept,
    todo,
  ],
  'storage-unavailable': () => [
    'Esto no se pudo guardar. Lo que está en pantalla sigue ahí hasta que se cierre la pestaña.',
  ],
  'microphone-denied': () => [
    'El micrófono está bloqueado para esta página. Aun así puedes escribir, o permitirlo en la barra de direcciones y presionar de nuevo.',
  ],
  'microphone-missing': () => [
    'No se pudo abrir ningún micrófono. Aun así puedes escribir, o conectar uno y presionar de nuevo.',
  ],
  'microphone-lost': (kept) => [
    'El micrófono dejó de estar disponible.',
    kept,
    'Sigue escribiendo, o conéctalo y presiona de nuevo.',
  ],
  'camera-denied': () => [
    'La cámara está bloqueada para esta página. Permite la cámara en la barra de direcciones e inténtalo de nuevo.',
  ],
  'camera-missing': () => [
    'No se pudo abrir ninguna cámara. Conecta una, o cierra lo que la esté usando, e inténtalo de nuevo.',
  ],
  'text-unheld': (kept) => [
    'No se pudo descargar la parte de Tansy que ciñe la respuesta a tu texto, y sin esa parte no se da ninguna.',
    kept,
    'Pregunta de nuevo cuando se pueda llegar al servidor, o recarga esta pestaña.',
  ],
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: 'No hay red: descárgalo cuando la haya.',
  ofAll: 'No hay red. Lo que llegó se conserva, y el resto llega cuando la haya.',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(
  code: string,
  details: Readonly<Record<string, string>> = {},
  situation: Situation = 'alone',
): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `La copia de ${damagedAtServer} en el servidor está dañada y no se usa. Todo lo demás se conserva y sigue. Inténtalo de nuevo, o más tarde.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? ` y esta página tiene ${freeMb} MB libres` : '';
    return `El disco está demasiado lleno: hacen falta ${neededMb} MB${free}. No se pierde nada de lo que había. Libera espacio y continúa.`;
  }
  const [kept, todo] = situations[situation];
  const sentence = named(failures, code) ?? failures.internal;
  return sentence(kept, todo).filter(Boolean).join(' ');
}
