/** A failure's sentence says what happened, what was kept, and what to do. In French. */
import type { ErrorCode } from '../../../domain/errors';
import { named } from '../names';

const unknown = 'Un problème est survenu. Ce qui a été dit est conservé. Réessayez.';

const failures: Record<ErrorCode, string> = {
  aborted: 'Arrêté. Ce qui a été dit est conservé.',
  internal: unknown,
  'bad-input':
    'Cela n’a pas pu être utilisé tel quel. Ce qui a été dit est conservé. Formulez-le autrement et réessayez.',
  'too-long':
    'C’est plus que le modèle de langage ne peut lire en une fois. La question est conservée. Modifiez-la, gardez la partie qui compte et posez-la de nouveau.',
  'wrong-answer':
    'Ce navigateur calcule mal un modèle, qui n’est donc pas utilisé. Les conversations sont intactes. Mettez le navigateur à jour, ou essayez-en un autre.',
  'webgpu-unavailable':
    'La carte graphique n’a pas pu être utilisée. Ce qui a été dit est conservé. Demandez de nouveau, ou choisissez le processeur dans les réglages.',
  'device-lost':
    'La carte graphique n’est plus là. Ce qui a été dit est conservé. Demandez de nouveau\u00a0: elle sera relancée.',
  'download-failed':
    'Les fichiers n’ont pas pu être téléchargés. Ce qui est arrivé est conservé\u00a0: continuez quand vous voulez.',
  'checksum-mismatch':
    'Un fichier de modèle est endommagé. Les conversations sont intactes. Téléchargez de nouveau\u00a0: seule la mauvaise partie est reprise.',
  'model-missing':
    'Un modèle n’est pas là. Les conversations sont intactes. Téléchargez-le de nouveau.',
  'quota-exceeded':
    'Le disque est trop plein. Rien de ce qui s’y trouvait n’est perdu. Libérez de la place et continuez.',
  'worker-crashed':
    'Une partie de Tansy s’est bloquée et a été arrêtée. Ce qui a été dit est conservé. Demandez de nouveau pour la relancer.',
  'out-of-memory':
    'La mémoire n’a pas suffi. Ce qui a été dit est conservé. Fermez d’autres onglets et demandez de nouveau.',
  'storage-unavailable':
    'Cela n’a pas pu être enregistré. Cela reste à l’écran jusqu’à la fermeture de l’onglet.',
  'microphone-denied':
    'Le micro est bloqué pour cette page. Vous pouvez écrire malgré tout, ou l’autoriser dans la barre d’adresse et appuyer de nouveau.',
  'microphone-missing':
    'Aucun micro n’a pu être ouvert. Vous pouvez écrire malgré tout, ou en brancher un et appuyer de nouveau.',
  'camera-denied':
    'La caméra est bloquée pour cette page. La question est conservée. Autorisez la caméra dans la barre d’adresse et réessayez.',
  'camera-missing':
    'Aucune caméra n’a pu être ouverte. La question est conservée. Branchez-en une, ou fermez ce qui l’utilise, et réessayez.',
  'microphone-lost':
    'Le micro n’est plus là. Ce qui a été compris est conservé. Continuez en écrivant, ou rebranchez-le et appuyez de nouveau.',
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: 'Il n’y a pas de réseau\u00a0: téléchargez dès qu’il y en a un.',
  ofAll:
    'Il n’y a pas de réseau. Ce qui est arrivé est conservé, et le reste viendra dès qu’il y en aura un.',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(code: string, details: Readonly<Record<string, string>> = {}): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `La copie de ${damagedAtServer} sur le serveur est endommagée et n’est pas utilisée. Tout le reste est conservé et continue. Réessayez, maintenant ou plus tard.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? ` et ${freeMb}\u00a0Mo sont libres pour cette page` : '';
    return `Le disque est trop plein\u00a0: il faut ${neededMb}\u00a0Mo${free}. Rien de ce qui s’y trouvait n’est perdu. Libérez de la place et continuez.`;
  }
  return named(failures, code) ?? unknown;
}
