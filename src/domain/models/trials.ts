/** What became of starting a variant of a model on this device. Remembered, so that what does not work is not tried again. */
import type { ErrorCode } from '../errors';

export interface Trial {
  /** `starting` was not over when the page went away: reloaded, or ended by the browser for its memory. */
  readonly outcome: 'starting' | 'passed' | ErrorCode;
  /** Starts in a row that were never over. */
  readonly unfinished: number;
  /** The graphics adapter that it ran on, empty for WASM: another one is another try. */
  readonly on: string;
}

/** The device answers wrong or cannot run the model. The others may be better another time: a full disk, other tabs. */
const refusals: readonly Trial['outcome'][] = [
  'webgpu-unavailable',
  'wrong-answer',
  'internal',
  'worker-crashed',
];
/** A reload at the wrong moment is no refusal; twice is more likely a page that ran out of memory. */
const mostUnfinished = 2;

export const isPassed = (trial: Trial | null): boolean => trial?.outcome === 'passed';

export const isRefused = (trial: Trial | null): boolean =>
  trial !== null && (refusals.includes(trial.outcome) || trial.unfinished >= mostUnfinished);

export const begun = (earlier: Trial | null, on: string): Trial => ({
  outcome: 'starting',
  unfinished: (earlier?.unfinished ?? 0) + 1,
  on,
});

export const ended = (outcome: 'passed' | ErrorCode, on: string): Trial => ({
  outcome,
  unfinished: 0,
  on,
});

/** A remembered value, if it is one and still holds on this adapter. */
export function readTrial(value: unknown, on: string): Trial | null {
  const trial = value as Partial<Trial> | null | undefined;
  const isTrial = typeof trial?.outcome === 'string' && typeof trial.unfinished === 'number';
  return isTrial && trial.on === on ? (trial as Trial) : null;
}
