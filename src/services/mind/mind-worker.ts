/** One mind in a worker of its own: loaded when needed, and again in a fresh worker after a crash. */
import type { PendingAttachment } from '../../domain/conversations/attachment';
import {
  estimateTokens,
  fitExactly,
  fitPrompt,
  systemPromptFor,
  type FittedPrompt,
  type PromptBudget,
  type PromptMessage,
} from '../../domain/mind/prompt';
import type { Message } from '../../domain/conversations/conversation';
import type { AttachmentId } from '../../domain/ids';
import type { AppError } from '../../domain/errors';
import { otherwise, type LanguageModel, type ModelPlan } from '../../domain/models/model';
import type { ParamsOf } from '../../protocol/contract';
import type {
  AnswerChunk,
  GenerateSummary,
  LanguageContract,
  PromptReading,
} from '../../protocol/language';
import { Engine, wasBystander, wasLost } from '../engine';
import { Sight } from './sight';

export interface Reply {
  readonly summary: GenerateSummary;
  readonly droppedMessages: number;
  readonly modelId: string;
  readonly device: string;
  /** What it says was held to a text. */
  readonly ofText?: true;
}

/** Told how much of the conversation is read, 0 to 1, where that takes a while. */
export type OnReading = (share: number) => void;

export interface ReplyHooks {
  readonly onText?: (text: string) => void;
  readonly onReading?: OnReading;
  /** A voice on the same processor will take its first phrase: it waits there, once, to be held or let go on. */
  readonly waitsOnce?: boolean;
  /** Its question was answered before: it is written otherwise, where the mind has another way to. */
  readonly isAgain?: boolean;
}

const shareOf = ({ readTokens, promptTokens }: PromptReading) => readTokens / promptTokens;

export interface MindWorkerOptions {
  /** A photo of the conversation, for a worker that has not seen it. */
  readonly findPhoto: (id: AttachmentId) => Promise<Blob | undefined>;
  readonly spawn: () => Worker;
  /** Decides whether the known answer is asked for, each time it is loaded. */
  readonly withTest: (load: (selfTest: boolean) => Promise<unknown>) => Promise<unknown>;
  readonly onNotReady: (error: AppError) => void;
}

/** About what a photo takes that was not looked at yet. */
const usualImageTokens = 64;
/** A larger mind may read this long before it sees that it was stopped; to load it anew would take longer. */
const largeCancelGraceMs = 12_000;
/** Some minds read a whole prompt in one run on WASM, and a long one takes a slow device minutes. */
const longestSilenceMs = 5 * 60_000;

export class MindWorker {
  readonly plan: ModelPlan<LanguageModel>;
  readonly #language: Engine<LanguageContract>;
  readonly #sight: Sight;
  #calls = 0;
  #isRetired = false;
  #isHeld = false;

  constructor(
    plan: ModelPlan<LanguageModel>,
    { findPhoto, spawn, withTest, onNotReady }: MindWorkerOptions,
  ) {
    this.plan = plan;
    this.#language = new Engine(
      spawn,
      async (client) => {
        this.#sight.forget();
        await withTest((selfTest) => client.call('load', { plan, selfTest }));
      },
      {
        longestSilenceMs,
        ...(plan.model.tier === 'lite' ? {} : { cancelGraceMs: largeCancelGraceMs }),
      },
    );
    this.#language.onNotReady = onNotReady;
    this.#sight = new Sight({
      wake: () => this.#wake(),
      encode: (id, photo) => this.#encode(id, photo),
      letGo: (imageIds) => this.#language.tell('forgetImages', { imageIds }),
      find: findPhoto,
    });
  }

  /** Whether an answer may rest on a photo; where not, only the words of a question are read. */
  get sees(): boolean {
    return this.plan.model.sight === 'trained';
  }

  /** Loads it, which a later question would otherwise wait for. */
  start(signal?: AbortSignal): Promise<void> {
    return this.#use(() => this.#wake(signal));
  }

  /** Looks at a photo while its question is still being written. Does nothing where the mind cannot see. */
  async look(photo: Pick<PendingAttachment, 'id' | 'blob'>, signal: AbortSignal): Promise<void> {
    if (this.sees) await this.#use(() => this.#sight.look(photo.id, signal, photo.blob));
  }

  /** Reads the conversation so far into the cache, so that only the next question is left to read. */
  readAhead(thread: readonly Message[], signal: AbortSignal, onReading?: OnReading): Promise<void> {
    return this.#use(async () => {
      const { messages } = await this.#prompt(thread, signal);
      const onChunk = (reading: PromptReading) => onReading?.(shareOf(reading));
      await this.#language.call('prefill', { messages }, { signal, onChunk });
    });
  }

  /** Lost before a word of it was given, it is asked for once more. */
  reply(
    thread: readonly Message[],
    signal: AbortSignal,
    { onText, onReading, waitsOnce = false, isAgain = false }: ReplyHooks = {},
  ): Promise<Reply> {
    let isGiven = false;
    // A larger mind may have been too much for the device: the one that comes with the app takes its place.
    const isSmall = this.plan.model.tier === 'lite';
    const canRepeat = (thrown: unknown) =>
      !isGiven && (wasBystander(thrown) || (isSmall && wasLost(thrown)));
    return this.#use(async () => {
      const { messages, droppedMessages } = await this.#prompt(thread, signal);
      this.#sight.keepOnly(messages.flatMap(({ imageIds }) => imageIds));
      const { model, variant } = this.plan;
      const onChunk = (chunk: AnswerChunk) => {
        if (chunk.type === 'reading') return onReading?.(shareOf(chunk));
        isGiven ||= onText !== undefined;
        // By then a voice has taken what it may begin with, and holds it. Whatever comes of that, nothing waits for ever.
        if (chunk.waits) setTimeout(() => this.#letGoOn());
        onText?.(chunk.text);
      };
      const summary = await this.#language.call(
        'generate',
        {
          messages,
          generation: isAgain ? otherwise(model.generation) : model.generation,
          // Who is told nothing of it would not let it go on.
          waitsOnce: waitsOnce && this.#sharesProcessor && onText !== undefined,
        },
        { signal, onChunk },
      );
      return { summary, droppedMessages, modelId: model.id, device: variant.device };
    }, canRepeat);
  }

  /** A cosine for each sentence, -1 to 1; none where nothing here tells how near they are. */
  similarity(
    request: ParamsOf<LanguageContract, 'similarity'>,
    signal: AbortSignal,
  ): Promise<readonly number[]> {
    return this.#use(() => this.#language.call('similarity', request, { signal }));
  }

  /** Counts as under way as long as it lasts: the mind is not ended between two things that are asked of it for one answer. */
  during<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#use(work, () => false);
  }

  /** Held, its answer waits before the next word, so that a voice on the same processor is quicker. */
  hold(held: boolean): void {
    const isOfUse = this.#sharesProcessor && this.#calls > 0;
    if (held ? !isOfUse : !this.#isHeld) return;
    this.#isHeld = held;
    // Without it the voice is only slower.
    this.#language.tell('hold', { held });
  }

  /** What waits to be held or not, and is not, goes on. */
  #letGoOn(): void {
    if (!this.#isHeld) this.#language.tell('hold', { held: false });
  }

  /** With the voices. */
  get #sharesProcessor(): boolean {
    return this.plan.variant.device === 'wasm';
  }

  /** Gives its memory back; the next question loads it again. */
  end(): void {
    this.#isHeld = false;
    this.#language.end();
  }

  /** Ends as soon as what is under way is over: nothing more will be asked of it. */
  retire(): void {
    this.#isRetired = true;
    if (this.#calls === 0) this.end();
  }

  /** Where its worker was ended for something that was stopped before, a fresh one is asked once more. */
  async #use<Result>(work: () => Promise<Result>, canRepeat = wasBystander): Promise<Result> {
    this.#calls += 1;
    try {
      return await work();
    } catch (thrown) {
      if (!canRepeat(thrown)) throw thrown;
      return await work();
    } finally {
      this.#calls -= 1;
      if (this.#isRetired && this.#calls === 0) this.end();
    }
  }

  async #wake(signal?: AbortSignal): Promise<void> {
    await this.#countTokens([], signal);
  }

  /** What fits, with every photo in it looked at. */
  async #prompt(thread: readonly Message[], signal: AbortSignal): Promise<FittedPrompt> {
    await this.#sight.settled(signal);
    const systemPrompt = systemPromptFor(this.plan.model, thread);
    for (;;) {
      const fitted = fitPrompt(systemPrompt, thread, this.#budget);
      const ids = fitted.messages.flatMap(({ imageIds }) => imageIds);
      // Also tells whether the worker that saw them is still there.
      if (ids.length > 0) await this.#wake(signal);
      const unseen = ids.filter((id) => !this.#sight.isSeen(id));
      if (unseen.length === 0) break;
      // What a photo takes is only known now: what fits is asked again.
      for (const id of unseen) await this.#sight.look(id, signal);
    }
    return fitExactly(systemPrompt, thread, this.#budget, (messages) =>
      this.#countTokens(messages, signal),
    );
  }

  get #budget(): PromptBudget {
    const { contextTokens, talkTokens, generation } = this.plan.model;
    return {
      contextTokens,
      talkTokens,
      answerTokens: generation.maxNewTokens,
      sees: this.sees,
      countTokens: (message) =>
        message.imageIds.reduce(
          (sum, id) => sum + (this.#sight.tokensOf(id) ?? usualImageTokens),
          estimateTokens(message, 0),
        ),
    };
  }

  async #countTokens(messages: readonly PromptMessage[], signal?: AbortSignal): Promise<number> {
    const { tokens } = await this.#language.call(
      'countTokens',
      { messages },
      signal ? { signal } : {},
    );
    return tokens;
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
