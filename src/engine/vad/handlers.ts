/** The voice activity contract over one loaded Silero and, while a microphone is open, one listener. */
import { AppError } from '../../domain/errors';
import type { SoundFrame } from '../../domain/voice/sound-frame';
import type { Handlers } from '../../protocol/serve';
import type { PauseJudged, VadContract } from '../../protocol/vad';
import { orRelease } from '../or-release';
import type { OpenModel } from '../weights/reader';
import { testSilero } from './known-answer';
import { Listener } from './listener';
import { Segmenter } from './segmenter';
import { openSilero, type Silero } from './silero';

export function createVadHandlers(openModel: OpenModel): Handlers<VadContract> {
  let silero: Silero | null = null;
  let segmenter: Segmenter | null = null;
  return {
    async load({ plan, selfTest }, { signal, emit }) {
      const startedAt = performance.now();
      emit({ type: 'starting' });
      const reader = await openModel(plan);
      const opened = await openSilero(plan, reader, signal);
      if (selfTest) {
        await orRelease(testSilero(opened, plan, reader, signal), () => opened.release());
      }
      silero = opened;
      return {
        modelId: plan.model.id,
        variantId: plan.variant.id,
        device: plan.variant.device,
        threads: 1,
        loadMs: performance.now() - startedAt,
      };
    },
    async listen({ frames, utterances, firstUtterance, mode, settings }, { signal, emit }) {
      if (!silero) throw new AppError('model-missing', 'no voice activity model is loaded');
      silero.reset();
      const own = new Segmenter(settings, mode);
      segmenter = own;
      const listener = new Listener(
        silero,
        own,
        firstUtterance,
        (message) => utterances.postMessage(message),
        emit,
      );
      utterances.onmessage = ({ data }: MessageEvent<PauseJudged>) => listener.judge(data);
      try {
        await new Promise<void>((resolve, reject) => {
          let judged = Promise.resolve();
          frames.onmessage = ({ data }: MessageEvent<SoundFrame>) => {
            judged = judged.then(() => (signal.aborted ? undefined : listener.take(data)));
            judged.catch(reject);
          };
          signal.addEventListener('abort', () => void judged.then(resolve, resolve));
        });
      } finally {
        listener.close();
        frames.close();
        utterances.close();
        if (segmenter === own) segmenter = null;
      }
    },
    async setMode({ mode }) {
      if (segmenter) segmenter.mode = mode;
    },
    async hold({ held }) {
      segmenter?.hold(held);
    },
  };
}
