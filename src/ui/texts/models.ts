/** The choice of minds and ears, and what is stored of them. */
import type { ErrorCode } from '../../domain/errors';
import type { LanguageModel } from '../../domain/models/model';
import type { Obstacle } from '../../domain/models/plans';
import { about, fetchLeft, goOn, megabytes } from './figures';
import { earsNames } from './names';
import { translated } from './translation';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });
const mostLanguages = 3;
const languagesOf = (tags: readonly string[]) => {
  if (tags.includes('*')) return 'many languages';
  const names = tags.slice(0, mostLanguages).map((tag) => languageNames.of(tag));
  const more = tags.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
};

/** Why a mind is not in use. What follows says what answers instead. */
const mindFailures: Partial<Record<ErrorCode, string>> = {
  'webgpu-unavailable': 'the graphics card does not run it rightly',
  internal: 'it answers a test question wrongly here',
  'worker-crashed': 'it could not be run here',
  'out-of-memory': 'there was too little memory',
  'device-lost': 'the graphics card went away',
  'quota-exceeded': 'the disk is too full',
  'model-missing': 'a file of it is missing',
  'checksum-mismatch': 'a file of it is damaged',
};

const mindFailure = (name: string, code: ErrorCode, instead: string) =>
  `${name} is not in use: ${mindFailures[code] ?? 'it could not be started'}. ${instead} answers.`;

export const minds = translated('minds', {
  heading: 'The mind that answers',
  inUse: 'answers now',
  unable: 'cannot run here',
  facts: ({ sight, languages, licence }: LanguageModel, size: string) =>
    [
      sight === 'trained' ? 'Sees photos' : 'Does not see photos',
      languagesOf(languages),
      size,
      licence.spdx.replace('LicenseRef-', ''),
    ]
      .filter((fact) => fact !== '')
      .join(' · '),
  size: (bytes: number, isAbout: boolean) => (bytes === 0 ? '' : about(bytes, isAbout)),
  obstacles: {
    'no-webgpu':
      'It needs a graphics card that web pages may compute with (WebGPU): this browser or device has none.',
    'software-webgpu': 'It needs a graphics card, and this browser has only an imitation of one.',
    'no-f16': 'It needs a graphics card that computes with 16-bit numbers.',
    'no-threads': 'It needs more than one core of the processor, and this page has one.',
    'little-memory': 'It takes more memory than this device can spare.',
    'processor-chosen': 'It needs the graphics card, and below the processor is chosen.',
    refused: 'It was tried here and did not work.',
  } satisfies Record<Obstacle, string>,
  source:
    'Its files come from huggingface.co. Only then is another server asked: it sees your address and which files are fetched, never what you say, write or show.',
  meanwhile: (name: string) => `${name} goes on answering until the new one is ready.`,
  slow: 'It runs on the processor here: expect to wait, for a photo many seconds.',
  fetch: (bytes: number, isAbout: boolean) =>
    bytes === 0
      ? 'Fetch it from huggingface.co'
      : `Fetch ${about(bytes, isAbout)} from huggingface.co`,
  goOn,
  cancel: 'Cancel',
  retry: 'Try again',
  device: 'Runs on',
  devices: {
    auto: 'What suits this device',
    wasm: 'The processor',
    webgpu: 'Any graphics card',
  },
  failure: mindFailure,
  notice: (name: string, code: ErrorCode, instead: string) =>
    `${mindFailure(name, code, instead)} Your conversations are kept. Settings can try it again.`,
  dismiss: 'Close',
});

export const ears = translated('ears', {
  heading: 'Listens with',
  choices: (automatic: string) => ({
    auto: `What suits: ${automatic}`,
    'whisper-base': 'Whisper base: fewer mistakes',
    'whisper-tiny': 'Whisper tiny: quicker',
  }),
  short: earsNames,
  fetch: fetchLeft,
  cancel: 'Cancel',
});

export const stored = translated('stored', {
  heading: 'Stored and not in use',
  frees: (bytes: number) => `frees ${megabytes(bytes)} MB`,
  ask: 'Remove …',
  question: (name: string) => `Remove ${name}? It can be fetched again.`,
  keep: 'Keep',
  remove: 'Remove',
  removeLabel: (name: string, bytes: number) => `Remove ${name}, frees ${megabytes(bytes)} MB`,
  removing: 'removing',
  failed: 'It could not be removed. Nothing else has changed. Try again.',
});
