/** The models on their way to this device. */
import type { PartName } from '../../state/part.svelte';
import { about, allOf, goOn, hereOf, megabytes, whole, type Sizes } from './figures';
import { translated } from './translation';

const timeLeft = (left: number | null) => {
  if (left === null) return '';
  return left < 90 ? ` · ${whole.format(left)} s left` : ` · ${whole.format(left / 60)} min left`;
};

const partNames: Readonly<Partial<Record<PartName, string>>> = {
  mind: 'answering',
  ears: 'listening',
  voice: 'speaking',
  reading: 'reading',
  plants: 'judging plants',
};

export const firstRun = translated('firstRun', {
  letter:
    'Tansy is a private assistant that runs inside this browser. Nothing you say or write leaves this device.',
  limits:
    'Speak or type; it writes and speaks its answers. Show it a leaf of a sick plant, and it says aloud what that may be and how to treat it. At first it knows only English, names everyday things in photos, and is often wrong.',
  fetch: (parts: readonly Sizes[]) => `Fetch ${allOf(parts)} MB and begin`,
  again: 'Fetch again',
  incomplete:
    'Some model files were missing or damaged and come anew. Conversations are untouched.',
  cut: 'The network or the server went away. What arrived is kept, and the rest comes by itself.',
  goOn,
  pause: 'Pause',
  elsewhere:
    'Tansy is open in another tab, and the models with it. Conversations are here to be read.',
  useHere: 'Use it here',
  heading: 'Models',
  total: 'All together',
  each: 'Each part',
  starting: (parts: readonly PartName[]) =>
    `Starting: ${parts.map((name) => partNames[name] ?? name).join(', ')} …`,
  parts: {
    mind: 'Answering',
    ears: 'Listening',
    voice: 'Speaking',
    reading: 'Text in photos',
    plants: 'Judging plants',
    natural: 'Natural voice',
    'other-mind': 'The mind you chose',
    'other-ears': 'Listening, as you chose',
  },
  phase: {
    looking: 'looking',
    absent: (bytes: number, isAbout: boolean, stored: number) => {
      if (stored > 0) return `${megabytes(stored)} of ${about(bytes, isAbout)} are here`;
      return bytes === 0 ? 'to be fetched' : `${about(bytes, isAbout)} to fetch`;
    },
    waiting: (bytes: number) => (bytes === 0 ? 'next' : `${megabytes(bytes)} MB, next`),
    fetching: (parts: readonly Sizes[], rate: number | null, left: number | null) =>
      `${hereOf(parts)} of ${allOf(parts)} MB${
        rate === null ? '' : ` · ${(rate / 1e6).toFixed(1)} MB/s`
      }${timeLeft(left)}`,
    cut: (parts: readonly Sizes[]) =>
      `broke off at ${hereOf(parts)} of ${allOf(parts)} MB, goes on by itself`,
    paused: (parts: readonly Sizes[]) => `paused · ${hereOf(parts)} of ${allOf(parts)} MB`,
    /** Of damaged files nobody knows yet how much has to come again. */
    stopped: (parts: readonly Sizes[]) =>
      hereOf(parts) === allOf(parts)
        ? 'stopped'
        : `stopped · ${hereOf(parts)} of ${allOf(parts)} MB`,
    stored: 'on this device, resting',
    starting: 'starting',
    ready: 'ready',
  },
});
