/** What is said in French where it is fetched once it is wanted, by area. */
export { commands } from './commands';
export { journal } from './journal';
export { liveCamera } from './live-camera';
export { mindNotes } from './mind-notes';
export { plants } from './plants';
export { speed } from './speed';
