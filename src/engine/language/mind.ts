/**
 * The mind: reads a conversation ahead, keeps photos, writes an answer token by token, and can be stopped between any
 * two. One thing at a time: a second call waits for the first to end.
 */
import { AppError, throwIfAborted } from '../../domain/errors';
import { promptRestsOnGiven, type PromptMessage } from '../../domain/mind/prompt';
import { SentenceSplitter } from '../../domain/words/sentences';
import type {
  AnswerChunk,
  GenerateRequest,
  GenerateSummary,
  PromptReading,
} from '../../protocol/language';
import { AnswerText, type BegunAnswer } from './answer-text';
import { Decoder, type DecoderPrompt } from './decoder';
import { Gate } from '../gate';
import { ImageShelf } from './image-shelf';
import type { LoadedMind } from './load';
import { buildPromptIds, type BuiltPrompt, type KeptAnswer } from './prompt-ids';
import { repeatedTail } from './repetition';
import { chooseToken, type SamplerOptions } from './sampler';
import type { SentenceEncoder } from './sentence-encoder';

type MindPrompt = BuiltPrompt & DecoderPrompt;

/** Answers whose ids are kept; older ones are read again from their text, which only costs time. */
const mostAnswers = 256;

export class Mind {
  readonly #loaded: LoadedMind;
  readonly #images: ImageShelf;
  readonly #decoder: Decoder;
  readonly #sentences: SentenceEncoder;
  /** By their text without space around it. */
  readonly #answers = new Map<string, BegunAnswer & KeptAnswer>();
  readonly #gate = new Gate();
  /** The gate was closed by an answer that waits to be held or let go on. */
  #isAsking = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(loaded: LoadedMind, sentences: SentenceEncoder) {
    this.#loaded = loaded;
    this.#sentences = sentences;
    this.#images = new ImageShelf(loaded);
    this.#decoder = new Decoder(loaded, this.#images);
  }

  /** Tokens of these messages as the template writes them, images included. */
  countTokens(messages: readonly PromptMessage[]): number {
    return this.#prompt(messages, 'prefix').ids.length;
  }

  /**
   * Reads ahead whatever any continuation of these messages will begin with. A question at their end may still be said
   * otherwise: it is only read where that can be taken back. Nothing is read where it would all be read again with the question.
   */
  prefill(
    messages: readonly PromptMessage[],
    signal: AbortSignal,
    onReading: (reading: PromptReading) => void,
  ): Promise<{ promptTokens: number; cachedTokens: number }> {
    return this.#alone(signal, async () => {
      if (!this.#decoder.continues) return { promptTokens: 0, cachedTokens: 0 };
      const prompt = this.#fitting(this.#prompt(messages, 'prefix'));
      const isAsking = messages.length > 1 && messages.at(-1)?.role === 'user';
      if (!isAsking || this.#decoder.canTakeBack) {
        const { cachedTokens } = await this.#read(prompt, signal, onReading);
        return { promptTokens: prompt.ids.length, cachedTokens };
      }
      const { adapterGain } = prompt;
      const before = { ...this.#prompt(messages.slice(0, -1), 'prefix'), adapterGain };
      const { cachedTokens } = await this.#read(before, signal, onReading);
      // What its state is like shows once something is read.
      if (!this.#decoder.canTakeBack) return { promptTokens: before.ids.length, cachedTokens };
      await this.#read(prompt, signal, onReading);
      return { promptTokens: prompt.ids.length, cachedTokens };
    });
  }

  /** Takes the bitmap over and closes it. */
  async encodeImage(
    imageId: string,
    bitmap: ImageBitmap,
    signal: AbortSignal,
  ): Promise<{ tokens: number }> {
    try {
      return await this.#alone(signal, async () => ({
        tokens: await this.#images.encode(imageId, bitmap, signal),
      }));
    } finally {
      bitmap.close();
    }
  }

  generate(
    { messages, generation, waitsOnce = false }: GenerateRequest,
    signal: AbortSignal,
    onChunk: (chunk: AnswerChunk) => void,
  ): Promise<GenerateSummary> {
    return this.#alone(signal, async () => {
      const startedAt = performance.now();
      const prompt = this.#fitting(this.#prompt(messages, 'answer'));
      const read = await this.#read(prompt, signal, onChunk);
      let logits = read.logits;
      const { generation_config } = this.#loaded.model;
      const ends = new Set([generation_config?.eos_token_id ?? []].flat());
      const options: SamplerOptions = {
        ...generation,
        suppressed: generation_config?.suppress_tokens ?? [],
      };
      const begun = this.#begun(messages);
      const opening = waitsOnce && begun.text === '' ? new SentenceSplitter() : null;
      const onText = (text: string) => {
        const waits = opening?.count === 0 && opening.push(text).length > 0;
        if (waits) this.#ask();
        onChunk({ type: 'text-delta', text, ...(waits && { waits }) });
      };
      const answer = new AnswerText(this.#loaded.tokenizer, onText, begun);
      const before = answer.ids.length;
      const room = this.#loaded.plan.model.contextTokens - prompt.ids.length;
      const longest = before + Math.min(generation.maxNewTokens, room);
      let endedBy: GenerateSummary['endedBy'] = 'length';
      let firstTokenMs = 0;
      let steps = 0;
      let heldMs = 0;
      try {
        for (;;) {
          const token = chooseToken(logits, answer.ids, options);
          firstTokenMs ||= performance.now() - startedAt;
          if (ends.has(token)) {
            endedBy = 'stop-token';
            break;
          }
          answer.push(token);
          if (repeatedTail(answer.ids) > 0) {
            endedBy = 'repetition';
            break;
          }
          if (answer.ids.length >= longest) break;
          heldMs += await this.#gate.pass(signal);
          logits = await this.#decoder.step(token, signal);
          steps += 1;
        }
        answer.end();
      } finally {
        if (this.#isAsking) this.hold(false);
        this.#remember(answer, begun.afterSpace ?? prompt.endsWithSpace);
      }
      const restMs = performance.now() - startedAt - firstTokenMs - heldMs;
      return {
        text: answer.text,
        endedBy,
        promptTokens: prompt.ids.length,
        cachedTokens: read.cachedTokens,
        newTokens: answer.ids.length - before,
        firstTokenMs,
        // The stop token costs as much as any other.
        tokensPerSecond: (1000 * steps) / Math.max(1, restMs),
      };
    });
  }

  /** How near each sentence is to the question, -1 to 1; none where there is nothing that tells. */
  similarity(
    question: string,
    sentences: readonly string[],
    signal: AbortSignal,
  ): Promise<number[]> {
    return this.#alone(signal, () =>
      this.#sentences.similarity(question, sentences, signal, (signal) => this.#gate.pass(signal)),
    );
  }

  /** Held, an answer waits before its next token, so that others have the processor to themselves. */
  hold(held: boolean): void {
    this.#isAsking = false;
    if (held) this.#gate.close();
    else this.#gate.open();
  }

  /** Greedy continuation of raw ids, with nothing kept: what a known-answer test compares. */
  continueGreedily(
    inputIds: readonly number[],
    count: number,
    signal: AbortSignal,
  ): Promise<number[]> {
    return this.#alone(signal, async () => {
      await this.#decoder.clear();
      const raw = { ids: inputIds, cacheIds: inputIds, adapterGain: 0 };
      let { logits } = await this.#decoder.read(raw, signal);
      const greedy: SamplerOptions = {
        maxNewTokens: count,
        repetitionPenalty: 1,
        noRepeatNgramSize: 0,
        doSample: false,
        suppressed: [],
      };
      const ids: number[] = [];
      for (;;) {
        ids.push(chooseToken(logits, ids, greedy));
        if (ids.length >= count) break;
        logits = await this.#decoder.step(ids.at(-1)!, signal);
      }
      await this.#decoder.clear();
      return ids;
    });
  }

  forgetImages(imageIds: readonly string[]): void {
    for (const id of imageIds) this.#images.forget(id);
  }

  /** Waits for the work in hand, then gives back what the model holds. */
  dispose(): Promise<void> {
    return this.#alone(new AbortController().signal, async () => {
      await this.#decoder.clear();
      this.#images.clear();
      this.#answers.clear();
      try {
        await this.#sentences.release();
      } finally {
        await this.#loaded.model.dispose();
      }
    });
  }

  #ask(): void {
    this.#isAsking = true;
    this.#gate.close();
  }

  #read(prompt: MindPrompt, signal: AbortSignal, onReading: (reading: PromptReading) => void) {
    const promptTokens = prompt.ids.length;
    return this.#decoder.read(prompt, signal, (readTokens) =>
      onReading({ type: 'reading', readTokens, promptTokens }),
    );
  }

  #prompt(messages: readonly PromptMessage[], ending: 'answer' | 'prefix'): MindPrompt {
    const images = this.#images.tokens;
    // An image that this worker has not encoded (it was restarted, or cannot see) is left out of the prompt.
    const known = messages.map((message) => ({
      ...message,
      imageIds: message.imageIds.filter((id) => images.has(id)),
    }));
    const { tokenizer, architecture } = this.#loaded;
    const { placeholder, textContent } = architecture;
    const context = { tokenizer, placeholder, textContent, images, answers: this.#answers };
    const adapterGain = promptRestsOnGiven(known) ? 1 : 0;
    return { ...buildPromptIds(context, known, ending), adapterGain };
  }

  #fitting(prompt: MindPrompt): MindPrompt {
    const { contextTokens } = this.#loaded.plan.model;
    if (prompt.ids.length > 0 && prompt.ids.length < contextTokens) return prompt;
    throw new AppError('too-long', `${prompt.ids.length} tokens for a context of ${contextTokens}`);
  }

  /** What there is of an answer that goes on. One that this worker did not write stands as the template writes history. */
  #begun(messages: readonly PromptMessage[]): BegunAnswer & Partial<KeptAnswer> {
    const last = messages.at(-1);
    const text = last?.role === 'assistant' ? last.text.trim() : '';
    if (text === '') return { text, ids: [] };
    const ids = () => this.#loaded.tokenizer.encode(text, { add_special_tokens: false });
    return this.#answers.get(text) ?? { text, ids: ids(), afterSpace: true };
  }

  #remember(answer: AnswerText, afterSpace: boolean): void {
    const kept = answer.settled(afterSpace);
    if (!kept) return;
    const name = kept.text.trim();
    this.#answers.delete(name);
    this.#answers.set(name, kept);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > mostAnswers && oldest !== undefined) this.#answers.delete(oldest);
  }

  #alone<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const run = () => {
      throwIfAborted(signal);
      return work();
    };
    const result = this.#last.then(run);
    this.#last = result.catch(() => {});
    return result;
  }
}
