/** The models on their way to this device, in French. */
import type { PartName } from '../../../state/part.svelte';
import { about, allOf, goOn, hereOf, megabytes, tenths, whole, type Sizes } from './figures';

const timeLeft = (left: number | null) => {
  if (left === null) return '';
  return left < 90
    ? ` · encore ${whole.format(left)}\u00a0s`
    : ` · encore ${whole.format(left / 60)}\u00a0min`;
};

const partNames: Readonly<Partial<Record<PartName, string>>> = {
  mind: 'réponses',
  ears: 'écoute',
  voice: 'parole',
  reading: 'lecture',
  plants: 'évaluation des plantes',
};

export const firstRun = {
  letter:
    'Tansy est un assistant privé qui fonctionne dans ce navigateur. Rien de ce que vous dites ou écrivez ne quitte cet appareil.',
  limits:
    'Parlez ou écrivez\u202f; Tansy écrit ses réponses et les dit. Montrez-lui une feuille d’une plante malade, et il dit à voix haute ce que cela peut être et comment la soigner. Au début, il ne connaît que l’anglais, nomme des choses courantes sur les photos et se trompe souvent.',
  fetch: (parts: readonly Sizes[]) => `Télécharger ${allOf(parts)}\u00a0Mo et commencer`,
  again: 'Télécharger de nouveau',
  incomplete:
    'Des fichiers de modèles manquaient ou étaient endommagés et sont repris. Les conversations sont intactes.',
  cut: 'Le réseau ou le serveur n’a plus répondu. Ce qui est arrivé est conservé, et le reste viendra tout seul.',
  goOn,
  pause: 'Pause',
  elsewhere:
    'Tansy est ouvert dans un autre onglet, et les modèles avec lui. Les conversations peuvent être lues ici.',
  useHere: 'Utiliser ici',
  heading: 'Modèles',
  total: 'En tout',
  each: 'Chaque partie',
  starting: (parts: readonly PartName[]) =>
    `Démarrage\u00a0: ${parts.map((name) => partNames[name] ?? name).join(', ')}…`,
  parts: {
    mind: 'Réponses',
    ears: 'Écoute',
    voice: 'Parole',
    reading: 'Texte dans les photos',
    plants: 'Évaluation des plantes',
    natural: 'Voix naturelle',
    'other-mind': 'Le modèle de langage choisi',
    'other-ears': 'Écoute, selon votre choix',
  },
  phase: {
    looking: 'vérification',
    absent: (bytes: number, isAbout: boolean, stored: number) => {
      if (stored > 0) return `${megabytes(stored)} sur ${about(bytes, isAbout)} déjà là`;
      return bytes === 0 ? 'à télécharger' : `${about(bytes, isAbout)} à télécharger`;
    },
    waiting: (bytes: number) => (bytes === 0 ? 'ensuite' : `${megabytes(bytes)}\u00a0Mo, ensuite`),
    fetching: (parts: readonly Sizes[], rate: number | null, left: number | null) =>
      `${hereOf(parts)} sur ${allOf(parts)}\u00a0Mo${
        rate === null ? '' : ` · ${tenths.format(rate / 1e6)}\u00a0Mo/s`
      }${timeLeft(left)}`,
    cut: (parts: readonly Sizes[]) =>
      `interrompu à ${hereOf(parts)} sur ${allOf(parts)}\u00a0Mo, reprend tout seul`,
    paused: (parts: readonly Sizes[]) => `en pause · ${hereOf(parts)} sur ${allOf(parts)}\u00a0Mo`,
    /** Of damaged files nobody knows yet how much has to come again. */
    stopped: (parts: readonly Sizes[]) =>
      hereOf(parts) === allOf(parts)
        ? 'arrêté'
        : `arrêté · ${hereOf(parts)} sur ${allOf(parts)}\u00a0Mo`,
    stored: 'sur cet appareil, au repos',
    starting: 'démarre',
    ready: 'prêt',
  },
} as const;
