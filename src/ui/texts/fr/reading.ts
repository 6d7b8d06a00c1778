/** The text in photos, in French. */
import type { ErrorCode } from '../../../domain/errors';

const thePhoto = (at: number | null) => (at === null ? 'la photo' : `la photo ${at}`);

export const reading = {
  busy: (at: number | null) => `Lecture du texte dans ${thePhoto(at)}…`,
  busyWithAll: (done: number, of: number) =>
    `Lecture du texte dans les photos… ${done} ${done < 2 ? 'photo terminée' : 'photos terminées'} sur ${of}`,
  headingOfAll: 'Texte dans les photos',
  noneOfAll: 'Aucun texte n’a été trouvé dans les photos.',
  someFailed: 'Texte dans les photos · tout n’a pas pu être lu',
  progress: (done: number, of: number) =>
    done < 2 ? `${done} ligne lue sur ${of}` : `${done} lignes lues sur ${of}`,
  heading: (at: number | null) => `Texte dans ${thePhoto(at)}`,
  none: (at: number | null) => `Aucun texte n’a été trouvé dans ${thePhoto(at)}.`,
  hard: 'difficile à lire',
  unsure:
    'Certaines parties sont difficiles à lire et peuvent être fausses\u00a0: les pires ne sont pas transmises au modèle de langage. Une photo plus proche et plus nette aide.',
  cut: 'Il y a plus de texte dans la photo que l’on n’en lit d’une seule.',
  copy: 'Copier le texte',
  copied: 'Copié',
  notCopied:
    'La copie n’a pas été possible. Le texte est toujours là\u00a0: sélectionnez-le et copiez-le à la main.',
} as const;

/** @param name of the photo's file; empty where it had none */
export function readingFailureText(code: ErrorCode, name: string): string {
  const photo = name === '' ? 'la photo' : `«\u202f${name}\u202f»`;
  return code === 'model-missing' || code === 'checksum-mismatch'
    ? `Le texte dans ${photo} n’a pas été lu\u00a0: la partie qui lit n’est pas encore là. La photo et la question sont conservées. Demandez malgré tout, ou une fois qu’elle est téléchargée.`
    : `Le texte dans ${photo} n’a pas pu être lu. La photo et la question sont conservées. Demandez malgré tout, ou ajoutez la photo de nouveau.`;
}
