/** Loads a planned model by transformers.js from the locker's files, and nothing else from anywhere. */
import {
  AutoProcessor,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type Processor,
} from '@huggingface/transformers';
import { AppError, throwIfAborted } from '../../domain/errors';
import type { LanguageModel, ModelPlan } from '../../domain/models';
import { variantSizeBytes } from '../../domain/models';
import type { LoadProgress } from '../../protocol/loading';
import { serveWeights, weightsHost } from '../weights/fetch';
import type { ModelReader } from '../weights/reader';
import { configureRuntime } from '../weights/runtime';
import { architectures, type Architecture } from './architectures';

export interface LoadedMind {
  readonly plan: ModelPlan<LanguageModel>;
  readonly architecture: Architecture;
  readonly model: PreTrainedModel;
  readonly tokenizer: PreTrainedTokenizer;
  readonly processor: Processor | null;
}

interface OnnxEnvironment {
  readonly wasm: Parameters<typeof configureRuntime>[0];
}

function configure(plan: ModelPlan<LanguageModel>): void {
  env.allowLocalModels = false;
  env.allowRemoteModels = true;
  env.remoteHost = weightsHost;
  env.remotePathTemplate = '{model}/';
  env.useBrowserCache = false;
  env.useWasmCache = false;
  const { wasm } = env.backends.onnx as unknown as OnnxEnvironment;
  configureRuntime(wasm, plan.variant.device, plan.threads);
}

/** A failure inside transformers.js's external-data promises never settles them: it ends the load from here. */
function failureSignal(): { failed: Promise<never>; fail(error: AppError): void; end(): void } {
  let fail: (error: AppError) => void = () => {};
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  const onRejection = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    fail(AppError.from(event.reason, 'worker-crashed'));
  };
  self.addEventListener('unhandledrejection', onRejection);
  return { failed, fail, end: () => self.removeEventListener('unhandledrejection', onRejection) };
}

export async function loadMind(
  plan: ModelPlan<LanguageModel>,
  reader: ModelReader,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: LoadProgress) => void },
): Promise<LoadedMind> {
  configure(plan);
  const architecture = architectures[plan.model.architecture];
  const failure = failureSignal();
  const loaded = new Map<string, number>();
  const totalBytes = variantSizeBytes(plan.model, plan.variant) ?? 0;
  const counting: ModelReader = {
    bytes: (path, options) =>
      reader.bytes(path, {
        ...options,
        onProgress(loadedBytes) {
          loaded.set(path, loadedBytes);
          const sum = [...loaded.values()].reduce((total, bytes) => total + bytes, 0);
          onProgress({ type: 'reading', loadedBytes: Math.min(sum, totalBytes), totalBytes });
        },
      }),
  };
  env.fetch = serveWeights(plan, counting, {
    signal,
    onFailure: (error) => {
      if (error.code !== 'model-missing') failure.fail(error);
    },
  });
  const options = {
    device: plan.variant.device,
    dtype: plan.variant.dtypes,
    use_external_data_format: plan.variant.externalData ?? false,
  };
  const load = async (): Promise<LoadedMind> => {
    const tokenizer = await AutoTokenizer.from_pretrained(plan.model.id);
    const processor =
      plan.model.sight === 'none' ? null : await AutoProcessor.from_pretrained(plan.model.id);
    throwIfAborted(signal);
    const model = await architecture.modelClass.from_pretrained(plan.model.id, options as never);
    onProgress({ type: 'starting' });
    return { plan, architecture, model: model as PreTrainedModel, tokenizer, processor };
  };
  try {
    return await Promise.race([load(), failure.failed]);
  } finally {
    failure.end();
  }
}
