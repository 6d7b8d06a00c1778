/** The mind as a service: fetched once, loaded when needed, loaded again in a fresh worker after a crash. */
import { estimateTokens, fitPrompt } from '../domain/prompt';
import type { Message } from '../domain/conversation';
import type { LanguageModel, ModelPlan } from '../domain/models';
import type { GenerateSummary, LanguageContract } from '../protocol/language';
import type { LoadProgress } from '../protocol/loading';
import type { DownloadProgress } from '../protocol/weights';
import { Engine } from './engine';
import type { LockerService } from './locker';

export type MindProgress = DownloadProgress | LoadProgress;

export interface Reply {
  readonly summary: GenerateSummary;
  readonly droppedMessages: number;
}

export class MindService {
  readonly #plan: ModelPlan<LanguageModel>;
  readonly #locker: LockerService;
  readonly #language: Engine<LanguageContract>;
  #onProgress: (progress: MindProgress) => void = () => {};

  constructor(plan: ModelPlan<LanguageModel>, locker: LockerService) {
    this.#plan = plan;
    this.#locker = locker;
    this.#language = new Engine(
      () =>
        new Worker(new URL('../engine/language/worker.ts', import.meta.url), { type: 'module' }),
      async (client) => {
        await client.call(
          'load',
          { plan: this.#plan, selfTest: true },
          { onChunk: (chunk) => this.#onProgress(chunk) },
        );
      },
    );
  }

  isStored(): Promise<boolean> {
    return this.#locker.isStored(this.#plan);
  }

  /** Fetches what is missing, then loads. What a stopped fetch brought is kept. */
  async start(signal: AbortSignal, onProgress: (progress: MindProgress) => void): Promise<void> {
    this.#onProgress = onProgress;
    await this.#locker.fetch(this.#plan, signal, onProgress);
    await this.#language.call('countTokens', { messages: [] }, { signal });
  }

  /** Reads the conversation so far into the cache, so that only the next question is left to read. */
  async readAhead(thread: readonly Message[], signal: AbortSignal): Promise<void> {
    await this.#language.call('prefill', { messages: this.#fit(thread).messages }, { signal });
  }

  async reply(
    thread: readonly Message[],
    signal: AbortSignal,
    onText: (text: string) => void,
  ): Promise<Reply> {
    const { messages, droppedMessages } = this.#fit(thread);
    const summary = await this.#language.call(
      'generate',
      { messages, generation: this.#plan.model.generation },
      { signal, onChunk: ({ text }) => onText(text) },
    );
    return { summary, droppedMessages };
  }

  #fit(thread: readonly Message[]) {
    const { systemPrompt, contextTokens, generation } = this.#plan.model;
    return fitPrompt(systemPrompt, thread, {
      contextTokens,
      answerTokens: generation.maxNewTokens,
      countTokens: estimateTokens,
    });
  }
}
