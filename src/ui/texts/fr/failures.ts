/** A failure's sentence says what happened, what was kept, and what to do. What was kept, only where it failed is known. In French. */
import type { ErrorCode } from '../../../domain/errors';
import type { Situation } from '../failures';
import { named } from '../names';

/** Where something failed: what it leaves, and the one thing to do there. */
const situations: Readonly<Record<Situation, readonly [kept: string, todo: string]>> = {
  /** Nothing was being said or asked. */
  alone: ['', 'Réessayez.'],
  asked: ['La question est conservée.', 'Demandez de nouveau.'],
  written: ['Ce qui a été écrit est conservé.', 'Demandez de nouveau.'],
  /** As it is, and as a voice is told it: commands are understood in English only. */
  'can-go-on': [
    'Ce qui a été écrit est conservé.',
    'Appuyez sur «\u202fContinuer\u202f», ou dites «\u202fGo on\u202f».',
  ],
  understood: ['Ce qui a été compris est conservé.', 'Envoyez-le, ou redites-le.'],
  /** Nobody has said anything yet, and a microphone is open again. */
  listening: ['', 'Continuez à parler.'],
  answering: ['La réponse continue.', ''],
  talking: ['', 'Appuyez pour parler de nouveau.'],
  unready: ['', ''],
};

/** The whole sentence, of where it failed. Most say what was kept between what happened and what to do. */
type Sentence = (kept: string, todo: string) => readonly string[];

const failures: Record<ErrorCode, Sentence> = {
  aborted: (kept) => ['Arrêté.', kept],
  internal: (kept, todo) => ['Un problème est survenu.', kept, todo],
  'bad-input': (kept) => [
    'Cela n’a pas pu être utilisé tel quel.',
    kept,
    'Formulez cela autrement et réessayez.',
  ],
  'too-long': (kept) => [
    'C’est plus que le modèle de langage ne peut lire en une fois.',
    kept,
    'Modifiez le texte, gardez la partie qui compte et demandez de nouveau.',
  ],
  'wrong-answer': () => [
    'Ce navigateur calcule mal un modèle, qui n’est donc pas utilisé. Les conversations sont intactes. Mettez le navigateur à jour, ou essayez-en un autre.',
  ],
  'webgpu-unavailable': (kept, todo) => [
    'La carte graphique n’a pas pu être utilisée\u00a0: les réglages permettent de choisir le processeur.',
    kept,
    todo,
  ],
  'device-lost': (kept, todo) => ['La carte graphique n’est plus là.', kept, todo],
  'download-failed': () => [
    'Les fichiers n’ont pas pu être téléchargés. Ce qui est arrivé est conservé\u00a0: continuez quand vous voulez.',
  ],
  'checksum-mismatch': () => [
    'Un fichier de modèle est endommagé. Les conversations sont intactes. Téléchargez de nouveau\u00a0: seule la mauvaise partie est reprise.',
  ],
  'model-missing': () => [
    'Un modèle n’est pas là. Les conversations sont intactes. Téléchargez-le de nouveau.',
  ],
  'quota-exceeded': () => [
    'Le disque est trop plein. Rien de ce qui s’y trouvait n’est perdu. Libérez de la place et continuez.',
  ],
  'worker-crashed': (kept, todo) => ['Une partie de Tansy s’est arrêtée.', kept, todo],
  'out-of-memory': (kept, todo) => [
    'La mémoire n’a pas suffi\u00a0: fermez d’autres onglets.',
    kept,
    todo,
  ],
  'storage-unavailable': () => [
    'Cela n’a pas pu être enregistré. Ce qui est à l’écran y reste jusqu’à la fermeture de l’onglet.',
  ],
  'microphone-denied': () => [
    'Le micro est bloqué pour cette page. Vous pouvez écrire malgré tout, ou l’autoriser dans la barre d’adresse et appuyer de nouveau.',
  ],
  'microphone-missing': () => [
    'Aucun micro n’a pu être ouvert. Vous pouvez écrire malgré tout, ou en brancher un et appuyer de nouveau.',
  ],
  'microphone-lost': (kept) => [
    'Le micro n’est plus là.',
    kept,
    'Continuez en écrivant, ou rebranchez le micro et appuyez de nouveau.',
  ],
  'camera-denied': () => [
    'La caméra est bloquée pour cette page. Autorisez la caméra dans la barre d’adresse et réessayez.',
  ],
  'camera-missing': () => [
    'Aucune caméra n’a pu être ouverte. Branchez-en une, ou fermez ce qui l’utilise, et réessayez.',
  ],
  'text-unheld': (kept) => [
    'La partie de Tansy qui veille à ce qu’une réponse s’en tienne à votre texte n’a pas pu être téléchargée, et sans elle aucune n’est donnée.',
    kept,
    'Demandez de nouveau dès que le serveur est joignable, ou rechargez cet onglet.',
  ],
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: 'Il n’y a pas de réseau\u00a0: téléchargez dès qu’il y en a un.',
  ofAll:
    'Il n’y a pas de réseau. Ce qui est arrivé est conservé, et le reste viendra dès qu’il y en aura un.',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(
  code: string,
  details: Readonly<Record<string, string>> = {},
  situation: Situation = 'alone',
): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `La copie de ${damagedAtServer} sur le serveur est endommagée et n’est pas utilisée. Tout le reste est conservé et continue. Réessayez, maintenant ou plus tard.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? ` et ${freeMb}\u00a0Mo sont libres pour cette page` : '';
    return `Le disque est trop plein\u00a0: il faut ${neededMb}\u00a0Mo${free}. Rien de ce qui s’y trouvait n’est perdu. Libérez de la place et continuez.`;
  }
  const [kept, todo] = situations[situation];
  const sentence = named(failures, code) ?? failures.internal;
  return sentence(kept, todo).filter(Boolean).join(' ');
}
