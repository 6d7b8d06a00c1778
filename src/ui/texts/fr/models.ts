/** The choice of minds and ears, and what is stored of them, in French. */
import type { ErrorCode } from '../../../domain/errors';
import type { LanguageModel } from '../../../domain/models/model';
import type { Obstacle } from '../../../domain/models/plans';
import { about, fetchLeft, goOn, megabytes } from './figures';
import { earsNames } from './names';
import { capital } from '../capital';

const languageNames = new Intl.DisplayNames(['fr'], { type: 'language' });
const mostLanguages = 3;
const languagesOf = (tags: readonly string[]) => {
  if (tags.includes('*')) return 'de nombreuses langues';
  const names = tags.slice(0, mostLanguages).map((tag) => languageNames.of(tag));
  const more = tags.length - names.length;
  return names.join(', ') + (more > 0 ? ` et ${more} ${more === 1 ? 'autre' : 'autres'}` : '');
};

/** Why a mind is not in use. What follows says what answers instead. */
const mindFailures: Partial<Record<ErrorCode, string>> = {
  'webgpu-unavailable': 'la carte graphique ne l’exécute pas correctement',
  internal: 'il répond mal ici à une question d’essai',
  'worker-crashed': 'il n’a pas pu être exécuté ici',
  'out-of-memory': 'la mémoire n’a pas suffi',
  'device-lost': 'la carte graphique n’est plus là',
  'quota-exceeded': 'le disque est trop plein',
  'model-missing': 'un de ses fichiers manque',
  'checksum-mismatch': 'un de ses fichiers est endommagé',
};

const mindFailure = (name: string, code: ErrorCode, instead: string) =>
  `${name} n’est pas utilisé\u00a0: ${mindFailures[code] ?? 'il n’a pas pu démarrer'}. ${capital(instead)} répond.`;

export const minds = {
  heading: 'Le modèle de langage qui répond',
  inUse: 'répond maintenant',
  unable: 'ne fonctionne pas ici',
  facts: ({ sight, languages, licence }: LanguageModel, size: string) =>
    [
      sight === 'trained' ? 'Voit les photos' : 'Ne voit pas les photos',
      languagesOf(languages),
      size,
      licence.spdx.replace('LicenseRef-', ''),
    ]
      .filter((fact) => fact !== '')
      .join(' · '),
  size: (bytes: number, isAbout: boolean) => (bytes === 0 ? '' : about(bytes, isAbout)),
  obstacles: {
    'no-webgpu':
      'Il lui faut une carte graphique avec laquelle les pages web peuvent calculer (WebGPU)\u00a0: ce navigateur ou cet appareil n’en a pas.',
    'software-webgpu': 'Il lui faut une carte graphique, et ce navigateur n’en a qu’une imitation.',
    'no-f16': 'Il lui faut une carte graphique qui calcule avec des nombres de 16\u00a0bits.',
    'no-threads': 'Il lui faut plus d’un cœur du processeur, et cette page n’en a qu’un.',
    'little-memory': 'Il prend plus de mémoire que cet appareil ne peut en donner.',
    'processor-chosen': 'Il lui faut la carte graphique, et le processeur est choisi ci-dessous.',
    refused: 'Il a été essayé ici et n’a pas fonctionné.',
  } satisfies Record<Obstacle, string>,
  source:
    'Ses fichiers viennent de huggingface.co. C’est la seule fois qu’un autre serveur est contacté\u00a0: il voit votre adresse IP et quels fichiers sont téléchargés, jamais ce que vous dites, écrivez ou montrez.',
  meanwhile: (name: string) =>
    `${capital(name)} continue de répondre jusqu’à ce que le nouveau soit prêt.`,
  slow: 'Il fonctionne ici sur le processeur\u00a0: attendez-vous à patienter, de nombreuses secondes pour une photo.',
  fetch: (bytes: number, isAbout: boolean) =>
    bytes === 0
      ? 'Télécharger depuis huggingface.co'
      : `Télécharger ${about(bytes, isAbout)} depuis huggingface.co`,
  goOn,
  cancel: 'Annuler',
  retry: 'Réessayer',
  device: 'Fonctionne sur',
  devices: {
    auto: 'Ce qui convient à cet appareil',
    wasm: 'Le processeur',
    webgpu: 'Toute carte graphique',
  },
  failure: mindFailure,
  notice: (name: string, code: ErrorCode, instead: string) =>
    `${mindFailure(name, code, instead)} Vos conversations sont conservées. On peut le réessayer dans les réglages.`,
  dismiss: 'Fermer',
} as const;

export const ears = {
  heading: 'Écoute avec',
  choices: (automatic: string) => ({
    auto: `Ce qui convient\u00a0: ${automatic}`,
    'whisper-base': 'Whisper base\u00a0: moins d’erreurs',
    'whisper-tiny': 'Whisper tiny\u00a0: plus rapide',
  }),
  short: earsNames,
  fetch: fetchLeft,
  cancel: 'Annuler',
} as const;

export const stored = {
  heading: 'Stocké et non utilisé',
  frees: (bytes: number) => `libère ${megabytes(bytes)}\u00a0Mo`,
  ask: 'Retirer…',
  question: (name: string) => `Retirer ${name}\u202f? On peut le télécharger de nouveau.`,
  keep: 'Garder',
  remove: 'Retirer',
  removeLabel: (name: string, bytes: number) =>
    `Retirer ${name}, libère ${megabytes(bytes)}\u00a0Mo`,
  removing: 'retrait en cours',
  failed: 'Il n’a pas pu être retiré. Rien d’autre n’a changé. Réessayez.',
} as const;
