/** The mind as a service: loaded when needed, and again in a fresh worker after a crash. */
import { estimateTokens, fitPrompt } from '../domain/prompt';
import type { Message } from '../domain/conversation';
import type { LanguageModel, ModelPlan } from '../domain/models';
import type { GenerateSummary, LanguageContract } from '../protocol/language';
import { Engine } from './engine';

export interface Reply {
  readonly summary: GenerateSummary;
  readonly droppedMessages: number;
  readonly modelId: string;
  readonly device: string;
}

export class MindService {
  readonly plan: ModelPlan<LanguageModel>;
  readonly #language: Engine<LanguageContract>;

  constructor(plan: ModelPlan<LanguageModel>) {
    this.plan = plan;
    this.#language = new Engine(
      () =>
        new Worker(new URL('../engine/language/worker.ts', import.meta.url), { type: 'module' }),
      async (client) => {
        await client.call('load', { plan: this.plan, selfTest: true });
      },
    );
  }

  /** Loads it, which a later question would otherwise wait for. */
  async start(signal: AbortSignal): Promise<void> {
    await this.#language.call('countTokens', { messages: [] }, { signal });
  }

  /** Gives its memory back; the next question loads it again. */
  end(): void {
    this.#language.end();
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
      { messages, generation: this.plan.model.generation },
      { signal, onChunk: ({ text }) => onText(text) },
    );
    const { model, variant } = this.plan;
    return { summary, droppedMessages, modelId: model.id, device: variant.device };
  }

  #fit(thread: readonly Message[]) {
    const { systemPrompt, contextTokens, generation } = this.plan.model;
    return fitPrompt(systemPrompt, thread, {
      contextTokens,
      answerTokens: generation.maxNewTokens,
      countTokens: estimateTokens,
    });
  }
}
