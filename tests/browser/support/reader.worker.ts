/** Reads a model's file as every engine does. */
import type { ModelPlan } from '../../../src/domain/models';
import { openModel } from '../../../src/engine/weights/open';
import type { Method } from '../../../src/protocol/contract';
import { serve } from '../../../src/protocol/serve';

export interface ReaderContract {
  sizeOf: Method<{ plan: ModelPlan; path: string }, never, number>;
}

serve<ReaderContract>(self, {
  sizeOf: async ({ plan, path }) => (await (await openModel(plan)).bytes(path)).length,
});
