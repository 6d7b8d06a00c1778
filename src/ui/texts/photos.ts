/** Photos, and the camera that takes them. */
import type { PhotoFailure } from '../../state/photos.svelte';
import { translated } from './translation';

/** Said in the place of an answer. */
const unseenAnswers = {
  byWords:
    'This mind cannot see photos yet. It knows only the words that were read in what you showed, and may misread them.',
  alone:
    'This mind cannot see photos yet, and no words could be read in what you showed: it could only guess, so it was not asked. Ask without the photo, or choose a mind that sees in Settings.',
};

/** Said in the place of what a small mind makes up, or says in half a sentence. */
const smallAnswers = {
  clock: 'I find no hour in digits in the photo, and I cannot read the hands of a clock.',
  untold: 'I cannot tell that from the photo.',
};

/** In English in every language: rules on its words know by it that a photo is of the plant that was judged. */
const samePlantAsks = 'Here is another photo of the same plant.';

const shown = translated('photos', {
  add: 'Add a photo',
  choose: 'Choose a photo or text',
  camera: 'Take a photo',
  drop: 'Drop photos or a text to add them to your question',
  pending: 'Photos for your question',
  remove: (name: string, at: number) => `Remove ${name === '' ? `photo ${at}` : name}`,
  preparing: (at: number, of: number) =>
    of === 1 ? 'Making the photo ready …' : `Making photo ${at} of ${of} ready …`,
  stop: 'Stop adding',
  needsWords: 'Add a question about it to send.',
  guess:
    'A small mind’s guess from a photo, and often wrong: no diagnosis. Do not eat, treat or decide by it.',
  unseen: 'This mind cannot see photos yet: it only reads the words in them.',
  quickAsks: 'Ask about the photo',
  /** Names, and what is asked by them. */
  quick: [
    ['What is in it?', 'What is in this picture?'],
    ['Diagnose', 'What is wrong with this plant?'],
    ['Read it', 'Read the text.'],
  ],
  /** Of a photo that comes after a diagnosis. */
  samePlant: 'Same plant',
  mindsThatSeeMore: 'Minds that see more',
  mindsThatSee: 'Minds that see',
  dismiss: 'Close',
  alt: (name: string) => (name === '' ? 'Photo' : `Photo: ${name}`),
  enlarge: (name: string) => (name === '' ? 'Show the photo large' : `Show ${name} large`),
  close: 'Close the photo',
  gone: 'This photo is no longer on this device.',
});
export const photos = { ...shown, unseenAnswers, smallAnswers, samePlantAsks };

export const camera = translated('camera', {
  heading: 'Take a photo',
  opening: 'Opening the camera. Allow it if the browser asks …',
  shoot: 'Take the photo',
  turn: 'Use the other camera',
  close: 'Close the camera',
  again: 'Try again',
});

const largest = (limit: PhotoFailure['limit']) => {
  if (limit?.megapixels) return `: it has more than ${limit.megapixels} megapixels`;
  return limit?.megabytes ? `: it has more than ${limit.megabytes} MB` : '';
};

const notPhotos: Record<
  NonNullable<PhotoFailure['reason']>,
  (file: string, limit: PhotoFailure['limit']) => string
> = {
  'too-many': (_file, limit) =>
    `A question takes ${limit?.photos} photos at most. Those that are here are kept; the others were left out. Ask about these first.`,
  'not-kept': () =>
    'Your photos could not be saved: the disk may be too full. They are here until this tab is reloaded or closed, and can be asked about.',
  empty: (file) =>
    `${file} is empty. Your question and its other photos are kept. Choose another file.`,
  'too-large': (file, limit) =>
    `${file} is too large${largest(limit)}. Your question and its other photos are kept. Choose a smaller one.`,
  'too-small': (file) =>
    `${file} is too small: nothing in it can be made out. Your question and its other photos are kept. Choose a larger one.`,
  'not-an-image': (file) =>
    `${file} is not a photo. Your question and its other photos are kept. Choose a JPEG, PNG or WebP file, or a text of at most 20,000 letters.`,
  heic: (file) =>
    `${file} is in a format of Apple’s that this browser cannot read. Your question and its other photos are kept. Save it as JPEG and choose that.`,
  damaged: (file) =>
    `${file} is damaged or cut off. Your question and its other photos are kept. Choose another copy of it.`,
};

function english({ reason, name, limit }: PhotoFailure): string {
  const file = name === '' ? 'The photo' : `“${name}”`;
  if (reason) return notPhotos[reason](file, limit);
  return `${file} could not be made ready. Your question and its other photos are kept. Add it once more.`;
}
export const photoFailureText = translated('photoFailureText', english);
