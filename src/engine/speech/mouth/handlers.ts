/** The mouth's contract over one loaded voice. */
import { AppError } from '../../../domain/errors';
import type { Handlers } from '../../../protocol/serve';
import type { MouthContract } from '../../../protocol/speech';
import { nextTask } from '../../next-task';
import type { OpenModel } from '../../weights/reader';
import { Mouth } from './mouth';

export function createMouthHandlers(openModel: OpenModel): Handlers<MouthContract> {
  let mouth: Mouth | null = null;
  return {
    async loadVoice({ plan }, { signal, emit }) {
      const startedAt = performance.now();
      emit({ type: 'starting' });
      mouth = await Mouth.load(plan, await openModel(plan), signal);
      return {
        modelId: plan.model.id,
        variantId: plan.variant.id,
        device: plan.variant.device,
        threads: self.crossOriginIsolated ? plan.threads : 1,
        loadMs: performance.now() - startedAt,
      };
    },
    async speak({ text, rate }, { emit, signal }) {
      if (!mouth) throw new AppError('model-missing', 'no voice is loaded');
      const startedAt = performance.now();
      // A cancel that came with the call is seen before the work, which cannot be stopped half-way.
      await nextTask();
      const audio = signal.aborted ? null : await mouth.speak(text, rate);
      const synthesisMs = performance.now() - startedAt;
      if (!audio) return { audioMs: 0, synthesisMs };
      const audioMs = (1000 * audio.samples.length) / audio.sampleRateHz;
      emit(audio, [audio.samples.buffer]);
      return { audioMs, synthesisMs };
    },
  };
}
