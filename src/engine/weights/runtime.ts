/**
 * ONNX Runtime's own files, from this origin. The plain build is the faster one on WASM and has kernels that
 * the asyncify build lacks; WebGPU needs asyncify. One build a worker: the first session fixes it.
 */
import asyncifyMjs from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import asyncifyWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import plainMjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import plainWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { Device } from '../../domain/models/model';

/** The fields of `env.wasm` (ORT) and `env.backends.onnx.wasm` (transformers.js) that are set here. */
export interface WasmEnvironment {
  wasmPaths?: unknown;
  numThreads?: number | undefined;
  proxy?: boolean | undefined;
}

/** Call before the first session of the worker. Without cross-origin isolation there is one thread. */
export function configureRuntime(wasm: WasmEnvironment, device: Device, threads: number): void {
  wasm.wasmPaths =
    device === 'webgpu'
      ? { mjs: asyncifyMjs, wasm: asyncifyWasm }
      : { mjs: plainMjs, wasm: plainWasm };
  wasm.numThreads = self.crossOriginIsolated ? threads : 1;
  wasm.proxy = false;
}
