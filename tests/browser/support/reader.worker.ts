/**
 * Reads a model's file as every engine does; under the name `no-files`, where the browser has no private files, under
 * `no-handles`, where it cannot write them in place, under `no-storage`, where it keeps nothing.
 */
import { openModel } from '../../../src/engine/weights/open';
import { serve } from '../../../src/protocol/serve';
import type { ReaderContract } from './reader-contract';

const refuse = () => Promise.reject(new DOMException('not here', 'SecurityError'));
if (self.name === 'no-handles') {
  Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createSyncAccessHandle');
} else if (self.name !== '') navigator.storage.getDirectory = refuse;
if (self.name === 'no-storage') caches.open = refuse;

serve<ReaderContract>(self, {
  sizeOf: async ({ plan, path }) => (await (await openModel(plan)).bytes(path)).length,
});
