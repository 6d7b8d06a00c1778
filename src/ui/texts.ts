/** Every text a person reads, in English. A failure's sentence says what happened, what was kept, and what to do. */
import type { ErrorCode } from '../domain/errors';

const megabytes = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const texts = {
  title: 'Tansy',
  onDevice: 'on this device',
  newConversation: 'New conversation',
  conversations: 'Conversations',
  letter:
    'Tansy is a private assistant that runs inside this browser. Nothing you write leaves this device.',
  limits:
    'In this first version you type; Tansy writes and speaks. The small mind that comes with it knows English only, knows little, and is often wrong. It cannot hear or see photos yet.',
  fetch: (bytes: number) => `Fetch mind and voice, ${megabytes.format(bytes / 1e6)} MB`,
  fetching: (loaded: number, total: number) =>
    `Fetching: ${megabytes.format(loaded / 1e6)} of ${megabytes.format(total / 1e6)} MB`,
  pause: 'Pause',
  starting: 'Starting the mind …',
  update: 'A new version is ready: reload',
  ask: 'Ask …',
  askLabel: 'Your question',
  send: 'Send',
  speak: 'Speak answers',
  stop: 'Stop',
  you: 'you',
  tansy: 'tansy',
  thinking: 'Thinking …',
  interrupted: 'Stopped. What was written is kept.',
  notKept: 'This browser keeps nothing for the app: the conversation ends with this tab.',
  receipt: (seconds: number, tokensPerSecond: number, audioSeconds: number | null) =>
    `first word ${seconds.toFixed(1)} s · ${tokensPerSecond.toFixed(0)} tokens/s${
      audioSeconds === null ? '' : ` · first sound ${audioSeconds.toFixed(1)} s`
    }`,
  dropped: (count: number) => `${count} older messages no longer fit and were left out`,
} as const;

const unknown = 'Something went wrong. What was said is kept. Try again.';

const failures: Partial<Record<ErrorCode, string>> = {
  'download-failed': 'The files could not be fetched. What arrived is kept: go on when you like.',
  'checksum-mismatch':
    'A file of the mind is damaged. Conversations are untouched. Fetch again: only the bad part comes anew.',
  'model-missing': 'The mind is not here. Conversations are untouched. Fetch it again.',
  'quota-exceeded':
    'The disk is too full. Nothing that was there is lost. Free some space and go on.',
  'worker-crashed':
    'The mind stopped and was ended. What was said is kept. Ask again to restart it.',
  'out-of-memory':
    'There was too little memory. What was said is kept. Close other tabs and ask again.',
  'storage-unavailable': 'This could not be saved. It stays on screen until the tab is closed.',
};

export const failureText = (code: string): string => failures[code as ErrorCode] ?? unknown;
