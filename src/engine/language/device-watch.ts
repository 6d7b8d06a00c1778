/** Tells when the GPU goes away: a pass that runs then may never come back. */
import { env } from '@huggingface/transformers';
import { AppError } from '../../domain/errors';
import type { Device } from '../../domain/models/model';

/** Never settles on WASM; on WebGPU rejects `device-lost` once ONNX Runtime's device is lost. */
export function watchDevice(device: Device): Promise<never> {
  const lost =
    device === 'webgpu'
      ? gpuDevice().then(async (gpu) => {
          const { message } = await gpu.lost;
          throw new AppError('device-lost', message);
        })
      : new Promise<never>(() => {});
  lost.catch(() => {});
  return lost;
}

async function gpuDevice(): Promise<GPUDevice> {
  const { webgpu } = env.backends.onnx as { webgpu?: { device?: Promise<GPUDevice> } };
  return webgpu?.device ?? new Promise<never>(() => {});
}
