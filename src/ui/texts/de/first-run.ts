/** The models on their way to this device, in German. */
import type { PartName } from '../../../state/part.svelte';
import { about, allOf, goOn, hereOf, megabytes, tenths, whole, type Sizes } from './figures';

const timeLeft = (left: number | null) => {
  if (left === null) return '';
  return left < 90
    ? ` · noch ${whole.format(left)}\u00a0s`
    : ` · noch ${whole.format(left / 60)}\u00a0min`;
};

const partNames: Readonly<Partial<Record<PartName, string>>> = {
  mind: 'Antworten',
  ears: 'Zuhören',
  voice: 'Sprechen',
  reading: 'Lesen',
  plants: 'Pflanzen beurteilen',
};

export const firstRun = {
  letter:
    'Tansy ist ein privater Assistent, der in diesem Browser läuft. Nichts, was Sie sagen oder schreiben, verlässt dieses Gerät.',
  limits:
    'Sprechen oder tippen Sie; Tansy schreibt und spricht die Antworten. Zeigen Sie ein Blatt einer kranken Pflanze, und Tansy sagt laut, was es sein kann und was dagegen hilft. Am Anfang kann Tansy nur Englisch, benennt Alltägliches auf Fotos und irrt sich oft.',
  fetch: (parts: readonly Sizes[]) => `${allOf(parts)}\u00a0MB laden und beginnen`,
  again: 'Erneut laden',
  incomplete:
    'Einige Modelldateien fehlten oder waren beschädigt und kommen neu. Die Gespräche sind unberührt.',
  cut: 'Das Netz oder der Server war weg. Was angekommen ist, bleibt erhalten, und der Rest kommt von selbst.',
  goOn,
  pause: 'Pause',
  elsewhere:
    'Tansy ist in einem anderen Tab offen, und die Modelle mit ihm. Gespräche lassen sich hier lesen.',
  useHere: 'Hier verwenden',
  heading: 'Modelle',
  total: 'Alles zusammen',
  each: 'Jeder Teil',
  starting: (parts: readonly PartName[]) =>
    `Startet: ${parts.map((name) => partNames[name] ?? name).join(', ')}\u00a0…`,
  parts: {
    mind: 'Antworten',
    ears: 'Zuhören',
    voice: 'Sprechen',
    reading: 'Text in Fotos',
    plants: 'Pflanzen beurteilen',
    natural: 'Natürliche Stimme',
    'other-mind': 'Das von Ihnen gewählte Sprachmodell',
    'other-ears': 'Zuhören, wie von Ihnen gewählt',
  },
  phase: {
    looking: 'wird geprüft',
    absent: (bytes: number, isAbout: boolean, stored: number) => {
      if (stored > 0) return `${megabytes(stored)} von ${about(bytes, isAbout)} sind da`;
      return bytes === 0 ? 'noch zu laden' : `${about(bytes, isAbout)} zu laden`;
    },
    waiting: (bytes: number) =>
      bytes === 0 ? 'als Nächstes' : `${megabytes(bytes)}\u00a0MB, als Nächstes`,
    fetching: (parts: readonly Sizes[], rate: number | null, left: number | null) =>
      `${hereOf(parts)} von ${allOf(parts)}\u00a0MB${
        rate === null ? '' : ` · ${tenths.format(rate / 1e6)}\u00a0MB/s`
      }${timeLeft(left)}`,
    cut: (parts: readonly Sizes[]) =>
      `unterbrochen bei ${hereOf(parts)} von ${allOf(parts)}\u00a0MB, geht von selbst weiter`,
    paused: (parts: readonly Sizes[]) => `Pause · ${hereOf(parts)} von ${allOf(parts)}\u00a0MB`,
    /** Of damaged files nobody knows yet how much has to come again. */
    stopped: (parts: readonly Sizes[]) =>
      hereOf(parts) === allOf(parts)
        ? 'gestoppt'
        : `gestoppt · ${hereOf(parts)} von ${allOf(parts)}\u00a0MB`,
    stored: 'auf diesem Gerät, ruht',
    starting: 'startet',
    ready: 'bereit',
  },
} as const;
