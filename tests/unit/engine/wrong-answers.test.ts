/** A model that does not give its known answer is let go of, and not used. */
import * as ort from 'onnxruntime-web/wasm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { ModelPlan, ReadingModel, VoiceActivityModel } from '../../../src/domain/models/model';
import { toWav } from '../../../src/domain/voice/wav';
import { createReadingHandlers } from '../../../src/engine/reading/handlers';
import { createVadHandlers } from '../../../src/engine/vad/handlers';
import type { HandlerContext } from '../../../src/protocol/serve';

const release = vi.fn(async () => {});
const context = (): HandlerContext<unknown> => ({
  signal: new AbortController().signal,
  emit: () => {},
  transfer: () => {},
});
const filesOf = (read: (path: string) => Promise<Uint8Array<ArrayBuffer>>) => async () => ({
  bytes: read,
});

beforeEach(() => {
  release.mockClear();
  vi.stubGlobal('self', { crossOriginIsolated: false });
  const run = async () => ({ output: { data: Float32Array.of(0.9) }, stateN: {} });
  const session = { run, release } as unknown as ort.InferenceSession;
  vi.spyOn(ort.InferenceSession, 'create').mockResolvedValue(session);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('voice activity', async () => {
  const wav = new Uint8Array(await toWav(new Float32Array(2 * 512), 16_000).arrayBuffer());
  const vad = createVadHandlers(filesOf(async () => wav));
  const planned = (probabilities: readonly number[]) =>
    ({
      model: { id: 'silero', selfTest: { audio: 'clip.wav', probabilities } },
      variant: { id: 'wasm', device: 'wasm', files: ['silero.onnx'] },
      threads: 1,
    }) as unknown as ModelPlan<VoiceActivityModel>;
  const load = (probabilities: readonly number[], selfTest = true) =>
    vad.load({ plan: planned(probabilities), selfTest }, context());
  await expect(load([0.1, 0.1])).rejects.toMatchObject({ code: 'wrong-answer' });
  expect(release).toHaveBeenCalledOnce();
  await load([0.9, 0.9]);
  await load([0.1, 0.1], false);
  expect(release).toHaveBeenCalledOnce();
});

it('the reader of photos', async () => {
  const reading = createReadingHandlers(
    filesOf(async (path) => {
      if (path === 'printed.png') throw new AppError('model-missing');
      return new TextEncoder().encode('a\n');
    }),
  );
  const plan = {
    model: { id: 'reader', selfTest: { picture: 'printed.png', text: 'a' } },
    variant: { id: 'wasm', device: 'wasm', files: ['find.onnx', 'read.onnx', 'letters.txt'] },
    threads: 1,
  } as unknown as ModelPlan<ReadingModel>;
  const load = reading.load({ plan, selfTest: true }, context());
  await expect(load).rejects.toMatchObject({ code: 'model-missing' });
  // Both of its nets.
  expect(release).toHaveBeenCalledTimes(2);
  await expect(reading.read({ photo: new Blob() }, context())).rejects.toMatchObject({
    code: 'model-missing',
  });
});
