/** What a person said, saved, brought in and erased. */
import type { OwnDataFailure, OwnDataOutcome } from '../../state/own-data.svelte';
import { whole } from './figures';
import { translated } from './translation';

const conversationsOf = (count: number) =>
  count === 1 ? '1 conversation' : `${whole.format(count)} conversations`;

const plantsOf = (count: number) => (count === 1 ? '1 plant' : `${whole.format(count)} plants`);

const ownDataOutcome = (outcome: OwnDataOutcome) => {
  if (outcome.type === 'saved') return `Saved as ${outcome.name}, where your downloads go.`;
  const settings = outcome.settings > 0 ? ' Its settings hold once this tab is reloaded.' : '';
  const plants = outcome.plants > 0 ? ` and ${plantsOf(outcome.plants)}` : '';
  return `The file held ${conversationsOf(outcome.conversations)}${plants}; all of it is here now.${settings}`;
};

const refusedFiles: Readonly<Record<string, string>> = {
  'not-an-export': 'This is not a file that Tansy saved.',
  'cut-off': 'This file is damaged or cut off.',
  newer: 'This file is of a newer version of Tansy.',
};

const ownDataFailure = ({ task, code, reason }: OwnDataFailure) => {
  if (task === 'saving') return 'It could not be saved to a file. Nothing is lost. Try again.';
  if (task === 'erasing') return 'It could not be erased. Reload this tab and try again.';
  const why =
    code === 'quota-exceeded'
      ? 'The disk is too full for this file.'
      : (refusedFiles[reason ?? ''] ?? 'This file could not be read.');
  const next = code === 'quota-exceeded' ? 'Free some space and try again.' : 'Choose another.';
  return `${why} Nothing of it was brought in, and all that is here is kept. ${next}`;
};

export const ownData = translated('ownData', {
  heading: 'Your data',
  about:
    'Conversations, with their photos and recordings, the plant journal and your settings are only in this browser. A file of them can be brought in here again, or in another browser.',
  save: 'Save to a file',
  bring: 'Bring in a file',
  erase: 'Erase everything …',
  eraseQuestion:
    'Erase all conversations, photos, recordings, the plant journal and settings? This cannot be undone. The models stay on this device.',
  eraseAll: 'Erase everything',
  keepAll: 'Keep everything',
  stop: 'Stop',
  busy: {
    saving: 'Saving to a file …',
    bringing: 'Bringing in the file …',
    erasing: 'Erasing …',
  },
  outcome: ownDataOutcome,
  failure: ownDataFailure,
});
