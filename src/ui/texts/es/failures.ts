/** What happened, what was kept, and what to do, in Spanish. */
import type { ErrorCode } from '../../../domain/errors';
import { named } from './names';

const unknown = 'Algo salió mal. Lo dicho se conserva. Inténtalo de nuevo.';

const failures: Record<ErrorCode, string> = {
  aborted: 'Detenido. Lo dicho se conserva.',
  internal: unknown,
  'bad-input':
    'Esto no se pudo usar tal como está. Lo dicho se conserva. Dilo de otra forma e inténtalo de nuevo.',
  'too-long':
    'Esto es más de lo que la mente puede leer de una vez. La pregunta se conserva. Edítala, deja la parte que importa y pregunta de nuevo.',
  'wrong-answer':
    'Este navegador calcula mal un modelo, así que no se usa. Las conversaciones siguen intactas. Actualiza el navegador o prueba otro.',
  'webgpu-unavailable':
    'No se pudo usar la tarjeta gráfica. Lo dicho se conserva. Pregunta de nuevo o elige el procesador en Ajustes.',
  'device-lost':
    'La tarjeta gráfica dejó de estar disponible. Lo dicho se conserva. Pregunta de nuevo: se inicia otra vez.',
  'download-failed':
    'No se pudieron descargar los archivos. Lo que llegó se conserva: continúa cuando quieras.',
  'checksum-mismatch':
    'Un archivo de un modelo está dañado. Las conversaciones siguen intactas. Descarga de nuevo: solo llega otra vez la parte dañada.',
  'model-missing': 'Falta un modelo. Las conversaciones siguen intactas. Descárgalo de nuevo.',
  'quota-exceeded':
    'El disco está demasiado lleno. No se pierde nada de lo que había. Libera espacio y continúa.',
  'worker-crashed':
    'Una parte de Tansy se detuvo y se cerró. Lo dicho se conserva. Pregunta de nuevo para reiniciarla.',
  'out-of-memory':
    'No hubo memoria suficiente. Lo dicho se conserva. Cierra otras pestañas y pregunta de nuevo.',
  'storage-unavailable':
    'Esto no se pudo guardar. Queda en pantalla hasta que se cierre la pestaña.',
  'microphone-denied':
    'El micrófono está bloqueado para esta página. Aun así puedes escribir, o permitirlo en la barra de direcciones y presionar de nuevo.',
  'microphone-missing':
    'No se pudo abrir ningún micrófono. Aun así puedes escribir, o conectar uno y presionar de nuevo.',
  'camera-denied':
    'La cámara está bloqueada para esta página. La pregunta se conserva. Permite la cámara en la barra de direcciones e inténtalo de nuevo.',
  'camera-missing':
    'No se pudo abrir ninguna cámara. La pregunta se conserva. Conecta una, o cierra lo que la esté usando, e inténtalo de nuevo.',
  'microphone-lost':
    'El micrófono dejó de estar disponible. Lo entendido se conserva. Sigue escribiendo, o conéctalo y presiona de nuevo.',
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: 'No hay red: descárgalo cuando la haya.',
  ofAll: 'No hay red. Lo que llegó se conserva, y el resto llega cuando la haya.',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(code: string, details: Readonly<Record<string, string>> = {}): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `La copia de ${damagedAtServer} en el servidor está dañada y no se usa. Todo lo demás se conserva y sigue. Inténtalo de nuevo, o más tarde.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? ` y esta página tiene ${freeMb} MB libres` : '';
    return `El disco está demasiado lleno: hacen falta ${neededMb} MB${free}. No se pierde nada de lo que había. Libera espacio y continúa.`;
  }
  return named(failures, code) ?? unknown;
}
