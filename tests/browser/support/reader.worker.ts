/** Reads a model's file as every engine does; under the name `no-storage`, where the browser keeps nothing. */
import { openModel } from '../../../src/engine/weights/open';
import { serve } from '../../../src/protocol/serve';
import type { ReaderContract } from './reader-contract';

if (self.name === 'no-storage') {
  const refuse = () => Promise.reject(new DOMException('not here', 'SecurityError'));
  navigator.storage.getDirectory = refuse;
  caches.open = refuse;
}

serve<ReaderContract>(self, {
  sizeOf: async ({ plan, path }) => (await (await openModel(plan)).bytes(path)).length,
});
