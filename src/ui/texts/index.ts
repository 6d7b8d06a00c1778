/**
 * What a person reads from the first screen on, in the language that the page speaks, by the area of the screen that says it. Parts that are
 * fetched once they are wanted bring their texts with them.
 */
import { evidenceTexts } from './answer';
import { composer } from './composer';
import { firstRun } from './first-run';
import { language } from './language';
import { page } from './page';
import { panel } from './panel';
import { camera, photos } from './photos';
import { reading } from './reading';
import { receipt } from './receipt';
import { message, thread, welcome } from './thread';
import { voice } from './voice';

export { answerTexts, leavingTexts } from './answer';
export { failureText, noNetwork } from './failures';
export { ownNames } from './language';
export { photoFailureText } from './photos';
export { readingFailureText } from './reading';

export const texts = {
  ...page,
  ...composer,
  ...thread,
  welcome,
  evidence: evidenceTexts,
  message,
  panel,
  firstRun,
  voice,
  photos,
  camera,
  reading,
  language,
  receipt,
} as const;
