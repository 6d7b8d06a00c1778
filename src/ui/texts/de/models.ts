/** The choice of minds and ears, and what is stored of them, in German. */
import type { ErrorCode } from '../../../domain/errors';
import type { LanguageModel } from '../../../domain/models/model';
import type { Obstacle } from '../../../domain/models/plans';
import { about, fetchLeft, goOn, megabytes } from './figures';
import { earsNames } from './names';

const languageNames = new Intl.DisplayNames(['de'], { type: 'language' });
const mostLanguages = 3;
const languagesOf = (tags: readonly string[]) => {
  if (tags.includes('*')) return 'viele Sprachen';
  const names = tags.slice(0, mostLanguages).map((tag) => languageNames.of(tag));
  const more = tags.length - names.length;
  return names.join(', ') + (more > 0 ? ` und ${more} weitere` : '');
};

/** Why a mind is not in use. What follows says what answers instead. */
const mindFailures: Partial<Record<ErrorCode, string>> = {
  'webgpu-unavailable': 'die Grafikkarte führt es nicht richtig aus',
  internal: 'es beantwortet hier eine Testfrage falsch',
  'worker-crashed': 'es ließ sich hier nicht ausführen',
  'out-of-memory': 'der Arbeitsspeicher hat nicht gereicht',
  'device-lost': 'die Grafikkarte war nicht mehr da',
  'quota-exceeded': 'der Speicher ist zu voll',
  'model-missing': 'eine Datei davon fehlt',
  'checksum-mismatch': 'eine Datei davon ist beschädigt',
};

const mindFailure = (name: string, code: ErrorCode, instead: string) =>
  `${name} wird nicht verwendet: ${mindFailures[code] ?? 'es ließ sich nicht starten'}. ${instead} antwortet.`;

export const minds = {
  heading: 'Das Sprachmodell, das antwortet',
  inUse: 'antwortet jetzt',
  unable: 'läuft hier nicht',
  facts: ({ sight, languages, licence }: LanguageModel, size: string) =>
    [
      sight === 'trained' ? 'Sieht Fotos' : 'Sieht keine Fotos',
      languagesOf(languages),
      size,
      licence.spdx.replace('LicenseRef-', ''),
    ]
      .filter((fact) => fact !== '')
      .join(' · '),
  size: (bytes: number, isAbout: boolean) => (bytes === 0 ? '' : about(bytes, isAbout)),
  obstacles: {
    'no-webgpu':
      'Es braucht eine Grafikkarte, mit der Webseiten rechnen dürfen (WebGPU): Dieser Browser oder dieses Gerät hat keine.',
    'software-webgpu':
      'Es braucht eine Grafikkarte, und dieser Browser hat nur eine Nachbildung davon.',
    'no-f16': 'Es braucht eine Grafikkarte, die mit 16-Bit-Zahlen rechnet.',
    'no-threads': 'Es braucht mehr als einen Kern des Prozessors, und diese Seite hat nur einen.',
    'little-memory': 'Es braucht mehr Arbeitsspeicher, als dieses Gerät entbehren kann.',
    'processor-chosen': 'Es braucht die Grafikkarte, und unten ist der Prozessor gewählt.',
    refused: 'Es wurde hier versucht und hat nicht funktioniert.',
  } satisfies Record<Obstacle, string>,
  source:
    'Seine Dateien kommen von huggingface.co. Nur dann wird ein anderer Server gefragt: Er sieht Ihre IP-Adresse und welche Dateien geladen werden, nie, was Sie sagen, schreiben oder zeigen.',
  meanwhile: (name: string) => `${name} antwortet weiter, bis das neue bereit ist.`,
  slow: 'Es läuft hier auf dem Prozessor: Rechnen Sie mit Wartezeit, bei einem Foto mit vielen Sekunden.',
  fetch: (bytes: number, isAbout: boolean) =>
    bytes === 0 ? 'Von huggingface.co laden' : `Von huggingface.co laden: ${about(bytes, isAbout)}`,
  goOn,
  cancel: 'Abbrechen',
  retry: 'Erneut versuchen',
  device: 'Läuft auf',
  devices: {
    auto: 'Was zu diesem Gerät passt',
    wasm: 'Prozessor',
    webgpu: 'Jede Grafikkarte',
  },
  failure: mindFailure,
  notice: (name: string, code: ErrorCode, instead: string) =>
    `${mindFailure(name, code, instead)} Ihre Gespräche bleiben erhalten. In den Einstellungen lässt es sich erneut versuchen.`,
  dismiss: 'Schließen',
} as const;

export const ears = {
  heading: 'Hört zu mit',
  choices: (automatic: string) => ({
    auto: `Was passt: ${automatic}`,
    'whisper-base': 'Whisper base: weniger Fehler',
    'whisper-tiny': 'Whisper tiny: schneller',
  }),
  short: earsNames,
  fetch: fetchLeft,
  cancel: 'Abbrechen',
} as const;

export const stored = {
  heading: 'Gespeichert und nicht verwendet',
  frees: (bytes: number) => `gibt ${megabytes(bytes)}\u00a0MB frei`,
  ask: 'Entfernen\u00a0…',
  question: (name: string) => `${name} entfernen? Es kann wieder geladen werden.`,
  keep: 'Behalten',
  remove: 'Entfernen',
  removeLabel: (name: string, bytes: number) =>
    `${name} entfernen, gibt ${megabytes(bytes)}\u00a0MB frei`,
  removing: 'wird entfernt',
  failed:
    'Es konnte nicht entfernt werden. Sonst hat sich nichts geändert. Versuchen Sie es erneut.',
} as const;
