/** The mouth's contract over the voices that are loaded. */
import type { Handlers } from '../../../protocol/serve';
import type { MouthContract } from '../../../protocol/speech';
import { Gate } from '../../gate';
import { nextTask } from '../../next-task';
import { loadedModel } from '../../loaded-model';
import type { OpenModel } from '../../weights/reader';
import { Mouth } from './mouth';

/** Who asked for sound that waits may never ask for the rest, nor say that it is not wanted. */
const longestWaitMs = 5000;

export function createMouthHandlers(openModel: OpenModel): Handlers<MouthContract> {
  const mouth = new Mouth();
  const gate = new Gate();
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
    async speak({ text, modelId, voiceId, rate, waits = false }, { emit, signal }) {
      if (waits) gate.close();
      const voice = mouth.voice(modelId, voiceId);
      const startedAt = performance.now();
      let audioMs = 0;
      let synthesisMs = 0;
      let waitedMs = 0;
      let isHeld = waits;
      // A cancel that came with the call, or while a piece was made, is seen before the next, which cannot be stopped.
      await nextTask();
      const pieces = signal.aborted ? [] : voice.speak(text, rate, { signal });
      for await (const audio of pieces) {
        synthesisMs = performance.now() - startedAt - waitedMs;
        audioMs += (1000 * audio.samples.length) / audio.sampleRateHz;
        emit(audio, [audio.samples.buffer]);
        await nextTask();
        if (signal.aborted) break;
        if (!isHeld) continue;
        isHeld = false;
        const forgotten = setTimeout(() => gate.open(), longestWaitMs);
        // Left running it would open the gate for what waits next.
        waitedMs += await gate.pass(signal).finally(() => clearTimeout(forgotten));
      }
      return { audioMs, synthesisMs };
    },
    async goOn() {
      gate.open();
    },
  };
}
