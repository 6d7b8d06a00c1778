/**
 * The last choice: nothing is kept. Each worker then reads what it needs from the app's own origin, verified all the
 * same, so this backend only has to say that nothing is stored.
 */
import { AppError } from '../../domain/errors';
import type { WeightsBackend } from './backend';

export function memoryBackend(): WeightsBackend {
  const nothing = async () => null;
  const done = async () => {};
  return {
    name: 'memory',
    record: nothing,
    commit: done,
    writtenBytes: async () => 0,
    read: nothing,
    openWriter: async () => {
      throw new AppError('storage-unavailable', 'this browser keeps no files for the app');
    },
    remove: done,
  };
}
