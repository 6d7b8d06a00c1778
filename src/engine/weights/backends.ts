/** Chooses where bytes are kept, once a worker. */
import type { WeightsBackend } from './backend';
import { openCacheBackend } from './cache-backend';
import { memoryBackend } from './memory-backend';
import { openOpfs } from './opfs';

let chosen: Promise<WeightsBackend> | null = null;

export function chooseBackend(): Promise<WeightsBackend> {
  chosen ??= (async () => (await openOpfs()) ?? (await openCacheBackend()) ?? memoryBackend())();
  return chosen;
}
