/** What a person said, saved, brought in and erased, in German. */
import type { OwnDataFailure, OwnDataOutcome } from '../../../state/own-data.svelte';
import { whole } from './figures';

const conversationsOf = (count: number) =>
  count === 1 ? '1 Gespräch' : `${whole.format(count)} Gespräche`;

const plantsOf = (count: number) => (count === 1 ? '1 Pflanze' : `${whole.format(count)} Pflanzen`);

const ownDataOutcome = (outcome: OwnDataOutcome) => {
  if (outcome.type === 'saved') return `Gespeichert als ${outcome.name}, bei Ihren Downloads.`;
  const settings =
    outcome.settings > 0
      ? ' Die Einstellungen daraus gelten, sobald dieser Tab neu geladen ist.'
      : '';
  const plants = outcome.plants > 0 ? ` und ${plantsOf(outcome.plants)}` : '';
  return `Die Datei enthielt ${conversationsOf(outcome.conversations)}${plants}; alles davon ist jetzt hier.${settings}`;
};

const refusedFiles: Readonly<Record<string, string>> = {
  'not-an-export': 'Das ist keine Datei, die Tansy gespeichert hat.',
  'cut-off': 'Diese Datei ist beschädigt oder abgeschnitten.',
  newer: 'Diese Datei stammt aus einer neueren Version von Tansy.',
};

const ownDataFailure = ({ task, code, reason }: OwnDataFailure) => {
  if (task === 'saving') {
    return 'Es konnte nicht in eine Datei gespeichert werden. Nichts ist verloren. Versuchen Sie es erneut.';
  }
  if (task === 'erasing') {
    return 'Es konnte nicht gelöscht werden. Laden Sie diesen Tab neu und versuchen Sie es erneut.';
  }
  const why =
    code === 'quota-exceeded'
      ? 'Der Speicher ist zu voll für diese Datei.'
      : (refusedFiles[reason ?? ''] ?? 'Diese Datei konnte nicht gelesen werden.');
  const next =
    code === 'quota-exceeded'
      ? 'Schaffen Sie Platz und versuchen Sie es erneut.'
      : 'Wählen Sie eine andere.';
  return `${why} Nichts davon wurde übernommen, und alles, was hier ist, bleibt erhalten. ${next}`;
};

export const ownData = {
  heading: 'Ihre Daten',
  about:
    'Gespräche mit ihren Fotos und Aufnahmen, das Pflanzentagebuch und Ihre Einstellungen sind nur in diesem Browser. Eine Datei davon lässt sich hier oder in einem anderen Browser wieder einlesen.',
  save: 'In Datei speichern',
  bring: 'Datei einlesen',
  erase: 'Alles löschen\u00a0…',
  eraseQuestion:
    'Alle Gespräche, Fotos, Aufnahmen, das Pflanzentagebuch und die Einstellungen löschen? Das lässt sich nicht rückgängig machen. Die Modelle bleiben auf diesem Gerät.',
  eraseAll: 'Alles löschen',
  keepAll: 'Alles behalten',
  stop: 'Stopp',
  busy: {
    saving: 'Wird in eine Datei gespeichert\u00a0…',
    bringing: 'Die Datei wird eingelesen\u00a0…',
    erasing: 'Wird gelöscht\u00a0…',
  },
  outcome: ownDataOutcome,
  failure: ownDataFailure,
} as const;
