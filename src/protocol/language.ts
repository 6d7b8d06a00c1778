/** The mind: a language or vision-language model with its cache kept across turns. */
import type { PromptMessage } from '../domain/mind/prompt';
import type { GenerationSettings, LanguageModel, ModelPlan } from '../domain/models/model';
import type { Method } from './contract';
import type { LoadedModel, LoadProgress } from './loading';

/** A prompt that takes a while: how much of it the cache holds by now. */
export interface PromptReading {
  readonly type: 'reading';
  readonly readTokens: number;
  readonly promptTokens: number;
}

export interface AnswerDelta {
  readonly type: 'text-delta';
  readonly text: string;
  /** Nothing more is written before `hold` says whether it may be. */
  readonly waits?: true;
}

export type AnswerChunk = PromptReading | AnswerDelta;

export interface GenerateSummary {
  /** Of an answer that was gone on with, all of it. */
  readonly text: string;
  readonly endedBy: 'stop-token' | 'length' | 'repetition';
  readonly promptTokens: number;
  /** Prompt tokens that the cache already held. */
  readonly cachedTokens: number;
  readonly newTokens: number;
  readonly firstTokenMs: number;
  readonly tokensPerSecond: number;
}

export interface GenerateRequest {
  /** To the question, or to the answer that is gone on with. */
  readonly messages: readonly PromptMessage[];
  readonly generation: GenerationSettings;
  /**
   * It waits once, where the words that would be spoken first are whole: a word to hold it, sent then, would come when the
   * next token is begun, beside which the sound of these takes twice as long.
   */
  readonly waitsOnce?: boolean;
}

export interface LanguageContract {
  /** With `selfTest` the known answer is asked for; another one rejects `webgpu-unavailable` on WebGPU, `wrong-answer` on WASM. */
  load: Method<{ plan: ModelPlan<LanguageModel>; selfTest: boolean }, LoadProgress, LoadedModel>;
  /** Tokens that these messages would take in the context, images included. */
  countTokens: Method<{ messages: readonly PromptMessage[] }, never, { tokens: number }>;
  /** Reads the conversation so far into the cache while the person still speaks or types. */
  prefill: Method<
    { messages: readonly PromptMessage[] },
    PromptReading,
    { promptTokens: number; cachedTokens: number }
  >;
  /** Encodes a photo when it is attached; later prompts refer to it by id. Closes the bitmap. */
  encodeImage: Method<{ imageId: string; bitmap: ImageBitmap }, never, { tokens: number }>;
  /** Photos that no prompt will refer to soon; one that does must be encoded again. */
  forgetImages: Method<{ imageIds: readonly string[] }, never, void>;
  generate: Method<GenerateRequest, AnswerChunk, GenerateSummary>;
  /**
   * How near sentences are to a question in what they mean: a cosine, -1 to 1, for each in their order. Empty where the loaded
   * model has nothing that tells, or what does cannot be read here.
   */
  similarity: Method<
    { readonly question: string; readonly sentences: readonly string[] },
    never,
    readonly number[]
  >;
  /** Held, answers wait before their next token, so that others have the processor to themselves. */
  hold: Method<{ held: boolean }, never, void>;
  unload: Method<void, never, void>;
}
