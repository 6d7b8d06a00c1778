/** What is said in Hindi where it is fetched once it is wanted, by area. */
export { commands } from './commands';
export { given } from './given';
export { journal } from './journal';
export { liveCamera } from './live-camera';
export { mindNotes } from './mind-notes';
export { ears, minds, stored } from './models';
export { ownData } from './own-data';
export { photoHints } from './photo-hints';
export { plantNames } from './plant-names';
export { plants } from './plants';
export { keys, settings } from './settings';
export { speed } from './speed';
