/** The mouth's contract over the voices that are loaded. */
import type { Handlers } from '../../../protocol/serve';
import type { MouthContract } from '../../../protocol/speech';
import { nextTask } from '../../next-task';
import { loadedModel } from '../../loaded-model';
import type { OpenModel } from '../../weights/reader';
import { Mouth } from './mouth';

export function createMouthHandlers(openModel: OpenModel): Handlers<MouthContract> {
  const mouth = new Mouth();
  return {
    async loadVoice({ plan, voiceId, selfTest }, { signal, emit }) {
      const startedAt = performance.now();
      emit({ type: 'starting' });
      const reader = await openModel(plan);
      await mouth.load({ plan, voiceId, reader, signal }, { selfTest });
      return loadedModel(plan, startedAt);
    },
    async unloadVoice({ modelId, voiceId }) {
      await mouth.unload(modelId, voiceId);
    },
    async speak({ text, modelId, voiceId, rate }, { emit, signal }) {
      const voice = mouth.voice(modelId, voiceId);
      const startedAt = performance.now();
      let audioMs = 0;
      let synthesisMs = 0;
      // A cancel that came with the call, or while a piece was made, is seen before the next, which cannot be stopped.
      await nextTask();
      const pieces = signal.aborted ? [] : voice.speak(text, rate, { signal });
      for await (const audio of pieces) {
        synthesisMs = performance.now() - startedAt;
        audioMs += (1000 * audio.samples.length) / audio.sampleRateHz;
        emit(audio, [audio.samples.buffer]);
        await nextTask();
        if (signal.aborted) break;
      }
      return { audioMs, synthesisMs };
    },
  };
}
