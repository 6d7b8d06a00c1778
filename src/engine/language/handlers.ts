/** The mind's contract over one loaded mind. */
import { AppError } from '../../domain/errors';
import type { LanguageContract } from '../../protocol/language';
import type { Handlers } from '../../protocol/serve';
import type { OpenModel } from '../weights/reader';
import { loadMind } from './load';
import { Mind } from './mind';

export function createLanguageHandlers(openModel: OpenModel): Handlers<LanguageContract> {
  let mind: Mind | null = null;

  function ready(): Mind {
    if (!mind) throw new AppError('model-missing', 'no mind is loaded');
    return mind;
  }

  return {
    async load({ plan, selfTest }, { signal, emit }) {
      const startedAt = performance.now();
      const loaded = await loadMind(plan, await openModel(plan), { signal, onProgress: emit });
      const fresh = new Mind(loaded);
      if (selfTest && plan.model.selfTest) {
        emit({ type: 'self-test' });
        const { inputIds, expectedIds } = plan.model.selfTest;
        const ids = await fresh.continueGreedily(inputIds, expectedIds.length);
        if (ids.join() !== expectedIds.join()) {
          const code = plan.variant.device === 'webgpu' ? 'webgpu-unavailable' : 'internal';
          throw new AppError(code, `known answer differs: ${ids.join(' ')}`);
        }
      }
      mind = fresh;
      return {
        modelId: plan.model.id,
        variantId: plan.variant.id,
        device: plan.variant.device,
        threads: self.crossOriginIsolated ? plan.threads : 1,
        loadMs: performance.now() - startedAt,
      };
    },
    countTokens: async ({ messages }) => ({ tokens: ready().countTokens(messages) }),
    prefill: async ({ messages }, { signal }) => ready().prefill(messages, signal),
    encodeImage: async ({ imageId, bitmap }) => ready().encodeImage(imageId, bitmap),
    generate: async (request, { signal, emit }) =>
      ready().generate(request, signal, (text) => emit({ text })),
    async unload() {
      await mind?.dispose();
      mind = null;
    },
  };
}
