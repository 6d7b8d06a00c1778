/** The reading contract over one loaded reader: one photo at a time, in the order in which they come. */
import { AppError, throwIfAborted } from '../../domain/errors';
import type { ReadingContract } from '../../protocol/reading';
import type { Handlers } from '../../protocol/serve';
import type { OpenModel } from '../weights/reader';
import { openReader, type Reader } from './reader';

async function decode(photo: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(photo, { imageOrientation: 'from-image' });
  } catch (thrown) {
    throw new AppError('bad-input', 'not a picture', { cause: thrown });
  }
}

export function createReadingHandlers(openModel: OpenModel): Handlers<ReadingContract> {
  let reader: Reader | null = null;
  let earlier: Promise<unknown> = Promise.resolve();
  return {
    async load({ plan }, { signal, emit }) {
      const startedAt = performance.now();
      emit({ type: 'starting' });
      reader = await openReader(plan, await openModel(plan), signal);
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
