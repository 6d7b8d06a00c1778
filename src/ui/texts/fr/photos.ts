/** Photos, and the camera that takes them, in French. */
import type { PhotoFailure } from '../../../state/photos.svelte';

export const photos = {
  add: 'Ajouter une photo',
  choose: 'Choisir une photo ou un texte',
  camera: 'Prendre une photo',
  drop: 'Déposez des photos ou un texte pour les ajouter à votre question',
  pending: 'Photos pour votre question',
  remove: (name: string, at: number) => `Retirer ${name === '' ? `la photo ${at}` : name}`,
  preparing: (at: number, of: number) =>
    of === 1 ? 'Préparation de la photo…' : `Préparation de la photo ${at} sur ${of}…`,
  stop: 'Arrêter l’ajout',
  needsWords: 'Ajoutez une question à ce sujet pour envoyer.',
  guess:
    'La supposition d’un petit modèle de langage d’après une photo, et souvent fausse\u00a0: pas un diagnostic. Ne vous y fiez pas pour manger, traiter ou décider.',
  unseen:
    'Ce modèle de langage ne voit pas encore les photos\u00a0: il lit seulement les mots qui s’y trouvent.',
  quickAsks: 'Questions sur la photo',
  /** Names, and what is asked by them: the mind that is asked knows only English. */
  quick: [
    ['Qu’y voit-on\u202f?', 'What is in this picture?'],
    ['Diagnostiquer', 'What is wrong with this plant?'],
    ['Lire', 'Read the text.'],
  ],
  samePlant: 'Même plante',
  mindsThatSeeMore: 'Modèles qui en voient plus',
  mindsThatSee: 'Modèles qui voient',
  dismiss: 'Fermer',
  alt: (name: string) => (name === '' ? 'Photo' : `Photo\u00a0: ${name}`),
  enlarge: (name: string) =>
    name === '' ? 'Montrer la photo en grand' : `Montrer ${name} en grand`,
  close: 'Fermer la photo',
  gone: 'Cette photo n’est plus sur cet appareil.',
} as const;

export const camera = {
  heading: 'Prendre une photo',
  opening: 'Ouverture de la caméra. Donnez l’autorisation si le navigateur la demande…',
  shoot: 'Déclencher',
  turn: 'Utiliser l’autre caméra',
  close: 'Fermer la caméra',
  again: 'Réessayer',
} as const;

const largest = (limit: PhotoFailure['limit']) => {
  if (limit?.megapixels) return `\u00a0: plus de ${limit.megapixels}\u00a0mégapixels`;
  return limit?.megabytes ? `\u00a0: plus de ${limit.megabytes}\u00a0Mo` : '';
};

const notPhotos: Record<
  NonNullable<PhotoFailure['reason']>,
  (called: string, limit: PhotoFailure['limit']) => string
> = {
  'too-many': (_called, limit) =>
    `Une question accepte au plus ${limit?.photos} photos. Celles qui sont ici sont conservées\u202f; les autres ont été laissées de côté. Posez d’abord vos questions sur celles-ci.`,
  'not-kept': () =>
    'Vos photos n’ont pas pu être enregistrées\u00a0: le disque est peut-être trop plein. Elles sont ici jusqu’à ce que cet onglet soit rechargé ou fermé, et vous pouvez poser des questions sur elles.',
  empty: (called) =>
    `Le fichier${called} est vide. Votre question et ses autres photos sont conservées. Choisissez un autre fichier.`,
  'too-large': (called, limit) =>
    `La photo${called} est trop grande${largest(limit)}. Votre question et ses autres photos sont conservées. Choisissez-en une plus petite.`,
  'too-small': (called) =>
    `La photo${called} est trop petite\u00a0: on n’y distingue rien. Votre question et ses autres photos sont conservées. Choisissez-en une plus grande.`,
  'not-an-image': (called) =>
    `Le fichier${called} n’est pas une photo. Votre question et ses autres photos sont conservées. Choisissez un fichier JPEG, PNG ou WebP, ou un texte de 20\u202f000 caractères au plus.`,
  heic: (called) =>
    `La photo${called} est dans un format d’Apple que ce navigateur ne peut pas lire. Votre question et ses autres photos sont conservées. Enregistrez la photo en JPEG et choisissez celle-ci.`,
  damaged: (called) =>
    `La photo${called} est endommagée ou coupée. Votre question et ses autres photos sont conservées. Choisissez-en une autre copie.`,
};

export function photoFailureText({ reason, name, limit }: PhotoFailure): string {
  const called = name === '' ? '' : ` «\u202f${name}\u202f»`;
  if (reason) return notPhotos[reason](called, limit);
  return `La photo${called} n’a pas pu être préparée. Votre question et ses autres photos sont conservées. Ajoutez-la encore une fois.`;
}
