/** What a person said, saved, brought in and erased, in French. */
import type { OwnDataFailure, OwnDataOutcome } from '../../../state/own-data.svelte';
import { whole } from './figures';

const conversationsOf = (count: number) =>
  `${whole.format(count)} ${count < 2 ? 'conversation' : 'conversations'}`;

const plantsOf = (count: number) => `${whole.format(count)} ${count < 2 ? 'plante' : 'plantes'}`;

const ownDataOutcome = (outcome: OwnDataOutcome) => {
  if (outcome.type === 'saved') {
    return `Enregistré sous ${outcome.name}, là où vont vos téléchargements.`;
  }
  const settings =
    outcome.settings > 0 ? ' Ses réglages s’appliqueront une fois cet onglet rechargé.' : '';
  const plants = outcome.plants > 0 ? ` et ${plantsOf(outcome.plants)}` : '';
  return `Le fichier contenait ${conversationsOf(outcome.conversations)}${plants}\u202f; tout est maintenant ici.${settings}`;
};

const refusedFiles: Readonly<Record<string, string>> = {
  'not-an-export': 'Ce n’est pas un fichier enregistré par Tansy.',
  'cut-off': 'Ce fichier est endommagé ou coupé.',
  newer: 'Ce fichier vient d’une version plus récente de Tansy.',
};

const ownDataFailure = ({ task, code, reason }: OwnDataFailure) => {
  if (task === 'saving') {
    return 'L’enregistrement dans un fichier n’a pas été possible. Rien n’est perdu. Réessayez.';
  }
  if (task === 'erasing') {
    return 'L’effacement n’a pas été possible. Rechargez cet onglet et réessayez.';
  }
  const why =
    code === 'quota-exceeded'
      ? 'Le disque est trop plein pour ce fichier.'
      : (refusedFiles[reason ?? ''] ?? 'Ce fichier n’a pas pu être lu.');
  const next =
    code === 'quota-exceeded' ? 'Libérez de la place et réessayez.' : 'Choisissez-en un autre.';
  return `${why} Rien n’en a été repris, et tout ce qui est ici est conservé. ${next}`;
};

export const ownData = {
  heading: 'Vos données',
  about:
    'Les conversations, avec leurs photos et enregistrements, le journal des plantes et vos réglages ne sont que dans ce navigateur. Un fichier qui les contient peut être importé de nouveau ici, ou dans un autre navigateur.',
  save: 'Enregistrer dans un fichier',
  bring: 'Importer un fichier',
  erase: 'Tout effacer…',
  eraseQuestion:
    'Effacer toutes les conversations, les photos, les enregistrements, le journal des plantes et les réglages\u202f? C’est irréversible. Les modèles restent sur cet appareil.',
  eraseAll: 'Tout effacer',
  keepAll: 'Tout garder',
  stop: 'Arrêter',
  busy: {
    saving: 'Enregistrement dans un fichier…',
    bringing: 'Importation du fichier…',
    erasing: 'Effacement…',
  },
  outcome: ownDataOutcome,
  failure: ownDataFailure,
} as const;
