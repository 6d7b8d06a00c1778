/** What the bench asks of the worker that runs transformers.js and ONNX Runtime bare. */
import type {
  LanguageModel,
  ModelPlan,
  SpeechRecognitionModel,
} from '../../src/domain/models/model';
import type { Method } from '../../src/protocol/contract';

export interface PlainContract {
  /** Read the bytes and make the three sessions, nothing else. */
  loadRaw: Method<ModelPlan<LanguageModel>, never, { readMs: number; sessionsMs: number }>;
  load: Method<ModelPlan<LanguageModel>, never, void>;
  generate: Method<
    { readonly messages: readonly object[]; readonly newTokens: number },
    never,
    { readonly newTokens: number; readonly tokensPerSecond: number }
  >;
}

export interface PlainEarsContract {
  load: Method<ModelPlan<SpeechRecognitionModel>, never, void>;
  transcribe: Method<
    { readonly samples: Float32Array; readonly language: string | null },
    never,
    { readonly text: string; readonly ms: number }
  >;
}
