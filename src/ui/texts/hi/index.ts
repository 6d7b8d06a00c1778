/** What is said in Hindi from the first screen on, by area. */
export { answerTexts, leavingTexts } from './answer';
export { composer } from './composer';
export { failureText, noNetwork } from './failures';
export { firstRun } from './first-run';
export { language } from './language';
export { page } from './page';
export { panel } from './panel';
export { camera, photoFailureText, photos } from './photos';
export { reading, readingFailureText } from './reading';
export { receipt } from './receipt';
export { message, thread, welcome } from './thread';
export { voice } from './voice';
