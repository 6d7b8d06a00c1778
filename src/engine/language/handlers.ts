/** The mind's contract over one loaded mind. */
import { AppError } from '../../domain/errors';
import type { Device, LanguageModel, ModelPlan } from '../../domain/models/model';
import type { LanguageContract } from '../../protocol/language';
import type { Handlers } from '../../protocol/serve';
import { loadedModel } from '../loaded-model';
import type { OpenModel } from '../weights/reader';
import { orRelease } from '../or-release';
import { wrongAnswer } from '../wrong-answer';
import { loadMind } from './load';
import { Mind } from './mind';
import { SentenceEncoder } from './sentence-encoder';

/** In every vocabulary. Some are read at once and then some one by one, which are different kernels. */
const anyIds = [1, 2, 3, 4];

/**
 * Rejects if the device does not give the known answer: a wrong kernel shows nowhere else. A model without one is only asked
 * for any answer, which it refuses itself where what it computed are no logits.
 */
async function testKnownAnswer(
  mind: Mind,
  plan: ModelPlan<LanguageModel>,
  signal: AbortSignal,
): Promise<void> {
  const { selfTest } = plan.model;
  if (!selfTest) {
    await mind.continueGreedily(anyIds, anyIds.length, signal);
    return;
  }
  const { inputIds, expectedIds } = selfTest;
  const ids = await mind.continueGreedily(inputIds, expectedIds.length, signal);
  if (ids.join() !== expectedIds.join()) {
    throw wrongAnswer(plan, ids.join(' '), expectedIds.join(' '));
  }
}

export function createLanguageHandlers(openModel: OpenModel): Handlers<LanguageContract> {
  let mind: Mind | null = null;
  let device: Device | null = null;

  function ready(): Mind {
    if (!mind) throw new AppError('model-missing', 'no mind is loaded');
    return mind;
  }

  async function unload(): Promise<void> {
    const old = mind;
    mind = null;
    await old?.dispose();
  }

  return {
    async load({ plan, selfTest }, { signal, emit }) {
      const startedAt = performance.now();
      await unload();
      device ??= plan.variant.device;
      // ONNX Runtime's build is fixed by the first session; the other device needs a fresh worker.
      if (device !== plan.variant.device) throw new AppError('internal', `worker runs ${device}`);
      const reader = await openModel(plan);
      const loaded = await loadMind(plan, reader, { signal, onProgress: emit });
      const fresh = new Mind(loaded, new SentenceEncoder(plan, reader));
      if (selfTest) {
        emit({ type: 'self-test' });
        await orRelease(testKnownAnswer(fresh, plan, signal), () => fresh.dispose());
      }
      mind = fresh;
      return loadedModel(plan, startedAt);
    },
    countTokens: async ({ messages }) => ({ tokens: ready().countTokens(messages) }),
    prefill: async ({ messages }, { signal, emit }) => ready().prefill(messages, signal, emit),
    async encodeImage({ imageId, bitmap }, { signal }) {
      if (!mind) bitmap.close();
      return ready().encodeImage(imageId, bitmap, signal);
    },
    forgetImages: async ({ imageIds }) => mind?.forgetImages(imageIds),
    generate: async (request, { signal, emit }) => ready().generate(request, signal, emit),
    similarity: async ({ question, sentences }, { signal }) =>
      ready().similarity(question, sentences, signal),
    hold: async ({ held }) => mind?.hold(held),
    unload,
  };
}
