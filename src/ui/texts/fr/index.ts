/** What is said in French from the first screen on, by area. */
export { answerTexts, leavingTexts } from './answer';
export { composer } from './composer';
export { failureText, noNetwork } from './failures';
export { firstRun } from './first-run';
export { language } from './language';
export { ears, minds, stored } from './models';
export { ownData } from './own-data';
export { page } from './page';
export { panel } from './panel';
export { camera, photoFailureText, photos } from './photos';
export { reading, readingFailureText } from './reading';
export { receipt } from './receipt';
export { keys, settings } from './settings';
export { message, thread, welcome } from './thread';
export { voice } from './voice';
