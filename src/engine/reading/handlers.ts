/** The reading contract over one loaded reader: one photo at a time, in the order in which they come. */
import { AppError, throwIfAborted } from '../../domain/errors';
import type { ReadingContract } from '../../protocol/reading';
import type { Handlers } from '../../protocol/serve';
import { orRelease } from '../or-release';
import type { OpenModel } from '../weights/reader';
import { decode } from '../decode-photo';
import { testReader } from './known-answer';
import { openReader, type Reader } from './reader';

export function createReadingHandlers(openModel: OpenModel): Handlers<ReadingContract> {
  let reader: Reader | null = null;
  let earlier: Promise<unknown> = Promise.resolve();
  return {
    async load({ plan, selfTest }, { signal, emit }) {
      const startedAt = performance.now();
      emit({ type: 'starting' });
      const files = await openModel(plan);
      const opened = await openReader(plan, files, signal);
      if (selfTest) {
        emit({ type: 'self-test' });
        await orRelease(testReader(opened, plan, files, signal), () => opened.release());
      }
      reader = opened;
      return {
        modelId: plan.model.id,
        variantId: plan.variant.id,
        device: plan.variant.device,
        threads: plan.threads,
        loadMs: performance.now() - startedAt,
      };
    },
    read({ photo }, { signal, emit }) {
      const text = earlier.then(async () => {
        throwIfAborted(signal);
        if (!reader) throw new AppError('model-missing', 'no reader is loaded');
        return reader.read(await decode(photo), signal, emit);
      });
      earlier = text.catch(() => {});
      return text;
    },
  };
}
