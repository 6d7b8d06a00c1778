/** Loads a planned model by transformers.js from the locker's files, and nothing else from anywhere. */
import { AutoTokenizer, env, type Processor } from '@huggingface/transformers';
import { AppError, throwIfAborted } from '../../domain/errors';
import type { LanguageModel, ModelPlan } from '../../domain/models/model';
import { variantFiles } from '../../domain/models/model';
import type { LoadProgress } from '../../protocol/loading';
import { serveWeights, weightsHost } from '../weights/fetch';
import type { ModelReader, ReadOptions } from '../weights/reader';
import { configureRuntime } from '../weights/runtime';
import { architectures } from './architectures';
import type { Architecture } from './architectures/architecture';
import { watchDevice } from './device-watch';
import { FailureWatch } from './failure-watch';
import type { ModelFace } from './model-face';
import type { ChatTokenizer } from './prompt-ids';
import { bytesAtLoad } from './sentence-encoder';

export interface MindTokenizer extends ChatTokenizer {
  decode(
    ids: number[],
    options: { skip_special_tokens: boolean; clean_up_tokenization_spaces: boolean },
  ): string;
}

export interface LoadedMind {
  readonly plan: ModelPlan<LanguageModel>;
  readonly architecture: Architecture;
  readonly model: ModelFace;
  readonly tokenizer: MindTokenizer;
  /** Null for a model without sight. */
  readonly processor: Processor | null;
  /** Rejects `device-lost` when the GPU goes away; never settles otherwise. */
  readonly whenLost: Promise<never>;
}

function configure(plan: ModelPlan<LanguageModel>): void {
  env.allowLocalModels = false;
  env.allowRemoteModels = true;
  env.remoteHost = weightsHost;
  env.remotePathTemplate = '{model}/';
  env.useBrowserCache = false;
  // Its way of starting ORT imports a blob: address, which the content security policy refuses.
  env.useWasmCache = false;
  const { wasm } = env.backends.onnx as { wasm?: Parameters<typeof configureRuntime>[0] };
  if (!wasm) throw new AppError('internal', 'no ONNX Runtime settings');
  configureRuntime(wasm, plan.variant.device, plan.threads);
}

/** Reports what is read, and reads a content that two files share only once: sessions copy it, they do not keep it. */
function sharing(
  plan: ModelPlan<LanguageModel>,
  reader: ModelReader,
  onProgress: (progress: LoadProgress) => void,
): ModelReader {
  const files = variantFiles(plan.model, plan.variant);
  const contentOf = (path: string) => files.find((file) => file.path === path)?.sha256 ?? path;
  const totalBytes = bytesAtLoad(plan);
  const loaded = new Map<string, number>();
  const reads = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const read = (path: string, content: string, options: ReadOptions = {}) =>
    reader.bytes(path, {
      ...options,
      onProgress(loadedBytes) {
        loaded.set(content, loadedBytes);
        const sum = [...loaded.values()].reduce((total, bytes) => total + bytes, 0);
        onProgress({ type: 'reading', loadedBytes: sum, totalBytes: totalBytes ?? sum });
      },
    });
  return {
    bytes(path, options) {
      const content = contentOf(path);
      const isShared = files.filter(({ sha256 }) => sha256 === content).length > 1;
      if (!isShared) return read(path, content, options);
      const shared = reads.get(content) ?? read(path, content, options);
      reads.set(content, shared);
      return shared;
    },
  };
}

/** After the load nothing is given any more: what was read can be let go. */
const refuse = () => Promise.resolve(new Response(null, { status: 404 }));

/** Newer repositories keep the template in a file of its own, which transformers.js does not read. */
async function readTemplate(
  plan: ModelPlan<LanguageModel>,
  reader: ModelReader,
): Promise<string | null> {
  const path = 'chat_template.jinja';
  if (!plan.variant.files.includes(path)) return null;
  try {
    return new TextDecoder().decode(await reader.bytes(path));
  } catch (thrown) {
    if (AppError.from(thrown).code === 'model-missing') return null;
    throw thrown;
  }
}

/** Rejects `aborted` as soon as the signal fires; what was begun is of no use then, nor is the worker. */
export async function loadMind(
  plan: ModelPlan<LanguageModel>,
  reader: ModelReader,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: LoadProgress) => void },
): Promise<LoadedMind> {
  throwIfAborted(signal);
  configure(plan);
  const watch = new FailureWatch(signal);
  env.fetch = serveWeights(plan, sharing(plan, reader, onProgress), {
    signal,
    onFailure: (error) => watch.fileFailed(error),
  });
  const architecture = architectures[plan.model.architecture];
  const { id, sight } = plan.model;
  const load = async (): Promise<LoadedMind> => {
    const words =
      sight === 'none'
        ? AutoTokenizer.from_pretrained(id).then((tokenizer) => ({ tokenizer, processor: null }))
        : architecture.processorClass.from_pretrained(id).then((processor) => ({
            tokenizer: processor.tokenizer,
            processor,
          }));
    const model = architecture.modelClass.from_pretrained(id, {
      device: plan.variant.device,
      // A session missing from the map would silently be loaded in another dtype; the catalogue names them all.
      dtype: plan.variant.dtypes as Record<string, 'auto'>,
      ...(plan.variant.externalData
        ? { use_external_data_format: { ...plan.variant.externalData } }
        : {}),
    });
    const [{ tokenizer, processor }, loadedModel] = await Promise.all([words, model]);
    if (!tokenizer) throw new AppError('model-missing', `${id} has no tokenizer`);
    tokenizer.chat_template ??= await readTemplate(plan, reader);
    onProgress({ type: 'starting' });
    return {
      plan,
      architecture,
      model: loadedModel as unknown as ModelFace,
      tokenizer: tokenizer as unknown as MindTokenizer,
      processor,
      whenLost: watchDevice(plan.variant.device),
    };
  };
  try {
    return await watch.orFailure(load());
  } finally {
    watch.end();
    env.fetch = refuse;
  }
}
