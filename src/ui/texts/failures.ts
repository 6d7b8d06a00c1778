/** A failure's sentence says what happened, what was kept, and what to do. */
import type { ErrorCode } from '../../domain/errors';
import { named } from './names';
import { translated } from './translation';

const unknown = 'Something went wrong. What was said is kept. Try again.';

const failures: Record<ErrorCode, string> = {
  aborted: 'Stopped. What was said is kept.',
  internal: unknown,
  'bad-input':
    'This could not be used as it is. What was said is kept. Put it differently and try again.',
  'too-long':
    'This is more than the mind can read at once. The question is kept. Edit it, leave the part that matters, and ask again.',
  'wrong-answer':
    'This browser computes a model wrongly, so it is not used. Conversations are untouched. Update the browser, or try another.',
  'webgpu-unavailable':
    'The graphics card could not be used. What was said is kept. Ask again, or choose the processor in Settings.',
  'device-lost':
    'The graphics card went away. What was said is kept. Ask again: it is started afresh.',
  'download-failed': 'The files could not be fetched. What arrived is kept: go on when you like.',
  'checksum-mismatch':
    'A model file is damaged. Conversations are untouched. Fetch again: only the bad part comes anew.',
  'model-missing': 'A model is not here. Conversations are untouched. Fetch it again.',
  'quota-exceeded':
    'The disk is too full. Nothing that was there is lost. Free some space and go on.',
  'worker-crashed':
    'A part of Tansy stopped and was ended. What was said is kept. Ask again to restart it.',
  'out-of-memory':
    'There was too little memory. What was said is kept. Close other tabs and ask again.',
  'storage-unavailable': 'This could not be saved. It stays on screen until the tab is closed.',
  'microphone-denied':
    'The microphone is blocked for this page. You can type all the same, or allow it in the address bar and press again.',
  'microphone-missing':
    'No microphone could be opened. You can type all the same, or plug one in and press again.',
  'camera-denied':
    'The camera is blocked for this page. The question is kept. Allow the camera in the address bar and try again.',
  'camera-missing':
    'No camera could be opened. The question is kept. Plug one in, or close what else uses it, and try again.',
  'microphone-lost':
    'The microphone went away. What was understood is kept. Go on typing, or plug it in and press again.',
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = translated('noNetwork', {
  ofPart: 'There is no network: fetch it once there is one.',
  ofAll: 'There is no network. What arrived is kept, and the rest comes once there is one.',
});

function english(code: string, details: Readonly<Record<string, string>> = {}): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `The server’s copy of ${damagedAtServer} is damaged and not used. All else is kept and goes on. Try again, or later.`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? ` and ${freeMb} MB are free for this page` : '';
    return `The disk is too full: ${neededMb} MB are needed${free}. Nothing that was there is lost. Free some space and go on.`;
  }
  return named(failures, code) ?? unknown;
}

/** By the error's code, and by figures of it, where it came with any. */
export const failureText = translated('failureText', english);
