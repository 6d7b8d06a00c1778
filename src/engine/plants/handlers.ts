/** The plants contract over one loaded specialist: one photo at a time, in the order in which they come. */
import { AppError, throwIfAborted } from '../../domain/errors';
import type { PlantsContract } from '../../protocol/plants';
import type { Handlers } from '../../protocol/serve';
import { decode } from '../decode-photo';
import { nextTask } from '../next-task';
import { orRelease } from '../or-release';
import type { OpenModel } from '../weights/reader';
import { testSpecialist } from './known-answer';
import { openSpecialist, type Specialist } from './specialist';

export function createPlantsHandlers(openModel: OpenModel): Handlers<PlantsContract> {
  let specialist: Specialist | null = null;
  let earlier: Promise<unknown> = Promise.resolve();
  return {
    async load({ plan, selfTest }, { signal, emit }) {
      const startedAt = performance.now();
      emit({ type: 'starting' });
      const files = await openModel(plan);
      const opened = await openSpecialist(plan, files, signal);
      if (selfTest) {
        emit({ type: 'self-test' });
        await orRelease(testSpecialist(opened, plan, files, signal), () => opened.release());
      }
      specialist = opened;
      return {
        modelId: plan.model.id,
        variantId: plan.variant.id,
        device: plan.variant.device,
        threads: plan.threads,
        loadMs: performance.now() - startedAt,
      };
    },
    examine({ photo }, { signal }) {
      const scores = earlier.then(async () => {
        // A run cannot be stopped: a cancel is heard before it.
        await nextTask();
        throwIfAborted(signal);
        if (!specialist) throw new AppError('model-missing', 'no specialist is loaded');
        return specialist.examine(await decode(photo));
      });
      earlier = scores.catch(() => {});
      return scores;
    },
  };
}
