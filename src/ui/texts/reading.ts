/** The text in photos. */
import type { ErrorCode } from '../../domain/errors';
import type { ReadAloudWords } from '../../domain/conversations/read-aloud';
import { translated } from './translation';

const thisPhoto = (at: number | null) => (at === null ? 'this photo' : `photo ${at}`);

/** Said as an answer, and so English. */
const aloud: ReadAloudWords = {
  says: (at, isSure) =>
    isSure
      ? `${at === null ? 'The photo' : `Photo ${at}`} says:`
      : `As far as I can read it, ${at === null ? 'the photo' : `photo ${at}`} says:`,
  none: (at) => `I see no text in ${thisPhoto(at)}.`,
  noneOfAll: 'I see no text in these photos.',
  unclear: (at) =>
    `There is text in ${thisPhoto(at)}, but I cannot make it out. A closer, sharper photo helps.`,
  unread: (at) => `The text in ${thisPhoto(at)} could not be read.`,
  noDoses:
    'I work out no doses. Ask a pharmacist or a doctor, or whoever sells it, where the label leaves a doubt.',
};

const shown = translated('reading', {
  busy: (at: number | null) => `Reading the text in ${at === null ? 'the photo' : `photo ${at}`} …`,
  busyWithAll: (done: number, of: number) =>
    `Reading the text in the photos … ${done} of ${of} photos done`,
  headingOfAll: 'Text in the photos',
  noneOfAll: 'No text was found in the photos.',
  someFailed: 'Text in the photos · not all of it could be read',
  progress: (done: number, of: number) => `${done} of ${of === 1 ? '1 line' : `${of} lines`} read`,
  heading: (at: number | null) => `Text in ${at === null ? 'the photo' : `photo ${at}`}`,
  none: (at: number | null) => `No text was found in ${at === null ? 'the photo' : `photo ${at}`}.`,
  hard: 'hard to read',
  unsure:
    'Parts of this are hard to read and may be wrong: the mind is not told the worst of them. A closer, sharper photo helps.',
  cut: 'There is more text in the photo than is read of one.',
  copy: 'Copy text',
  copied: 'Copied',
  notCopied: 'This could not be copied. The text is still here: select it and copy it by hand.',
});
export const reading = { ...shown, aloud };

/** @param name of the photo's file; empty where it had none */
function english(code: ErrorCode, name: string): string {
  const photo = name === '' ? 'the photo' : `“${name}”`;
  return code === 'model-missing' || code === 'checksum-mismatch'
    ? `The text in ${photo} was not read: the part that reads is not here yet. The photo and the question are kept. Ask all the same, or once it is fetched.`
    : `The text in ${photo} could not be read. The photo and the question are kept. Ask all the same, or add the photo again.`;
}
export const readingFailureText = translated('readingFailureText', english);
