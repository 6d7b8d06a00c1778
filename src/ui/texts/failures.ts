/** A failure's sentence says what happened, what was kept, and what to do. What was kept, only where it failed is known. */
import type { ErrorCode } from '../../domain/errors';
import { named } from './names';
import { translated } from './translation';

/** Where something failed: what it leaves, and the one thing to do there. */
const situations = {
  /** Nothing was being said or asked. */
  alone: ['', 'Try again.'],
  asked: ['The question is kept.', 'Ask again.'],
  written: ['What was written is kept.', 'Ask again.'],
  /** As it is, and as a voice says it. */
  'can-go-on': ['What was written is kept.', 'Press or say “Go on”.'],
  understood: ['What was understood is kept.', 'Send it, or say it again.'],
  /** Nobody has said anything yet, and a microphone is open again. */
  listening: ['', 'Go on talking.'],
  /** What hears failed, and that is not needed to write and speak an answer. */
  answering: ['The answer goes on.', ''],
  talking: ['', 'Press to talk again.'],
  /** What hears is not ready: that is said beside it. */
  unready: ['', ''],
} as const;
export type Situation = keyof typeof situations;

/** The whole sentence, of where it failed. Most say what was kept between what happened and what to do. */
type Sentence = (kept: string, todo: string) => readonly string[];

const failures: Record<ErrorCode, Sentence> = {
  aborted: (kept) => ['Stopped.', kept],
  internal: (kept, todo) => ['Something went wrong.', kept, todo],
  'bad-input': (kept) => [
    'This could not be used as it is.',
    kept,
    'Put it differently and try again.',
  ],
  'too-long': (kept) => [
    'This is more than the mind can read at once.',
    kept,
    'Edit it, leave the part that matters, and ask again.',
  ],
  'wrong-answer': () => [
    'This browser computes a model wrongly, so it is not used. Conversations are untouched. Update the browser, or try another.',
  ],
  'webgpu-unavailable': (kept, todo) => [
    'The graphics card could not be used: Settings can choose the processor.',
    kept,
    todo,
  ],
  'device-lost': (kept, todo) => ['The graphics card went away.', kept, todo],
  'download-failed': () => [
    'The files could not be fetched. What arrived is kept: go on when you like.',
  ],
  'checksum-mismatch': () => [
    'A model file is damaged. Conversations are untouched. Fetch again: only the bad part comes anew.',
  ],
  'model-missing': () => ['A model is not here. Conversations are untouched. Fetch it again.'],
  'quota-exceeded': () => [
    'The disk is too full. Nothing that was there is lost. Free some space and go on.',
  ],
  'worker-crashed': (kept, todo) => ['A part of Tansy stopped.', kept, todo],
  'out-of-memory': (kept, todo) => ['There was too little memory: close other tabs.', kept, todo],
  'storage-unavailable': () => [
    'This could not be saved. What is on screen stays until the tab is closed.',
  ],
  'microphone-denied': () => [
    'The microphone is blocked for this page. You can type all the same, or allow it in the address bar and press again.',
  ],
  'microphone-missing': () => [
    'No microphone could be opened. You can type all the same, or plug one in and press again.',
  ],
  'microphone-lost': (kept) => [
    'The microphone went away.',
    kept,
    'Go on typing, or plug it in and press again.',
  ],
  'camera-denied': () => [
    'The camera is blocked for this page. Allow the camera in the address bar and try again.',
  ],
  'camera-missing': () => [
    'No camera could be opened. Plug one in, or close what else uses it, and try again.',
  ],
  'text-unheld': (kept) => [
    'The part of Tansy that holds an answer to your text could not be fetched, and without it none is given.',
    kept,
    'Ask again once the server can be reached, or reload this tab.',
  ],
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = translated('noNetwork', {
  ofPart: 'There is no network: fetch it once there is one.',
  ofAll: 'There is no network. What arrived is kept, and the rest comes once there is one.',
});

/** What a voice says, whatever language is read. @param details figures of the error, where it came with any */
export function englishFailure(
  code: string,
  details: Readonly<Record<string, string>> = {},
  situation: Situation = 'alone',
): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `The server’s copy of ${damagedAtServer} is damaged and not used. All else is kept and goes on. Try again, or later.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? ` and ${freeMb} MB are free for this page` : '';
    return `The disk is too full: ${neededMb} MB are needed${free}. Nothing that was there is lost. Free some space and go on.`;
  }
  const [kept, todo] = situations[situation];
  const sentence = named(failures, code) ?? failures.internal;
  return sentence(kept, todo).filter(Boolean).join(' ');
}

/** By the error's code, and by figures of it, where it came with any. */
export const failureText = translated('failureText', englishFailure);
