/** The mind as a service: loaded when needed, and again in a fresh worker after a crash. */
import type { PendingAttachment } from '../domain/attachment';
import type { AppError } from '../domain/errors';
import { estimateTokens, fitPrompt, type FittedPrompt } from '../domain/prompt';
import type { AttachmentId, Message } from '../domain/conversation';
import type { LanguageModel, ModelPlan } from '../domain/models';
import type { Client } from '../protocol/client';
import type { GenerateSummary, LanguageContract } from '../protocol/language';
import { Engine } from './engine';
import { Sight } from './sight';

export interface Reply {
  readonly summary: GenerateSummary;
  readonly droppedMessages: number;
  readonly modelId: string;
  readonly device: string;
}

/** About what a photo takes that was not looked at yet. */
const usualImageTokens = 64;

/** Some minds read a whole prompt in one run on WASM, and a long one takes a slow device minutes. */
const longestSilenceMs = 5 * 60_000;

export class MindService {
  readonly plan: ModelPlan<LanguageModel>;
  readonly #language: Engine<LanguageContract>;
  readonly #sight: Sight;
  /** Told when it could not be loaded, also when that was to be done again after a crash. */
  onNotReady: (error: AppError) => void = () => {};

  /** @param findPhoto a photo of the conversation, for a worker that has not seen it */
  constructor(
    plan: ModelPlan<LanguageModel>,
    findPhoto: (id: AttachmentId) => Promise<Blob | undefined>,
    spawn = () =>
      new Worker(new URL('../engine/language/worker.ts', import.meta.url), { type: 'module' }),
  ) {
    this.plan = plan;
    const prepare = async (client: Client<LanguageContract>) => {
      this.#sight.forget();
      await client.call('load', { plan: this.plan, selfTest: true });
    };
    this.#language = new Engine(spawn, prepare, { longestSilenceMs });
    this.#language.onNotReady = (error) => this.onNotReady(error);
    this.#sight = new Sight({
      wake: () => this.start(),
      encode: (id, photo) => this.#encode(id, photo),
      find: findPhoto,
    });
  }

  /** Whether an answer may rest on a photo; where not, only the words of a question are read. */
  get sees(): boolean {
    return this.plan.model.sight === 'trained';
  }

  /** Loads it, which a later question would otherwise wait for. */
  async start(signal?: AbortSignal): Promise<void> {
    await this.#language.call('countTokens', { messages: [] }, signal ? { signal } : {});
  }

  /** Looks at a photo while its question is still being written. Does nothing where the mind cannot see. */
  async look(photo: Pick<PendingAttachment, 'id' | 'blob'>, signal: AbortSignal): Promise<void> {
    if (this.sees) await this.#sight.look(photo.id, signal, photo.blob);
  }

  /** Gives its memory back; the next question loads it again. */
  end(): void {
    this.#language.end();
  }

  /** Reads the conversation so far into the cache, so that only the next question is left to read. */
  async readAhead(thread: readonly Message[], signal: AbortSignal): Promise<void> {
    const { messages } = await this.#prompt(thread, signal);
    await this.#language.call('prefill', { messages }, { signal });
  }

  async reply(
    thread: readonly Message[],
    signal: AbortSignal,
    onText: (text: string) => void,
  ): Promise<Reply> {
    const { messages, droppedMessages } = await this.#prompt(thread, signal);
    const summary = await this.#language.call(
      'generate',
      { messages, generation: this.plan.model.generation },
      { signal, onChunk: ({ text }) => onText(text) },
    );
    const { model, variant } = this.plan;
    return { summary, droppedMessages, modelId: model.id, device: variant.device };
  }

  /** What fits, with every photo in it looked at. */
  async #prompt(thread: readonly Message[], signal: AbortSignal): Promise<FittedPrompt> {
    await this.#sight.settled(signal);
    for (;;) {
      const fitted = this.#fit(thread);
      const ids = fitted.messages.flatMap(({ imageIds }) => imageIds);
      if (ids.length === 0) return fitted;
      // Also tells whether the worker that saw them is still there.
      await this.start();
      const unseen = ids.filter((id) => this.#sight.tokensOf(id) === undefined);
      if (unseen.length === 0) return fitted;
      // What a photo takes is only known now: what fits is asked again.
      for (const id of unseen) await this.#sight.look(id, signal);
    }
  }

  #fit(thread: readonly Message[]): FittedPrompt {
    const { systemPrompt, contextTokens, generation } = this.plan.model;
    return fitPrompt(systemPrompt, thread, {
      contextTokens,
      answerTokens: generation.maxNewTokens,
      sees: this.sees,
      countTokens: (message) =>
        message.imageIds.reduce(
          (sum, id) => sum + (this.#sight.tokensOf(id) ?? usualImageTokens),
          estimateTokens(message, 0),
        ),
    });
  }

  async #encode(imageId: AttachmentId, photo: Blob): Promise<number> {
    let bitmap: ImageBitmap;
    try {
      bitmap = await createImageBitmap(photo);
    } catch {
      // The file was lost or damaged in storage: as where there is none.
      return 0;
    }
    const { tokens } = await this.#language.call(
      'encodeImage',
      { imageId, bitmap },
      { transfer: [bitmap] },
    );
    return tokens;
  }
}
