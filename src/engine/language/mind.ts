/**
 * The mind: reads a prompt into its cache in pieces, writes an answer token by token, and can be stopped between any
 * two. One at a time: a second call waits for the first to end.
 */
import { RawImage, Tensor } from '@huggingface/transformers';
import { AppError, throwIfAborted } from '../../domain/errors';
import type { PromptMessage } from '../../domain/prompt';
import type { GenerateRequest, GenerateSummary } from '../../protocol/language';
import { nextTask } from '../next-task';
import type { ImageInputs } from './architectures';
import { KeyValueCache } from './key-value-cache';
import type { LoadedMind } from './load';
import { buildPromptIds, type ImageTokens, type PromptIds } from './prompt-ids';
import { repeatedTail } from './repetition';
import { chooseToken, type SamplerOptions } from './sampler';
import { TextStream } from './text-stream';

interface EncodedImage extends ImageTokens {
  /** [tokens, width], in the order of the image's own token ids. */
  readonly features: Tensor;
}

/** The parts of a transformers.js model that are used here, beside its class's public face. */
interface Forward {
  forward(inputs: Record<string, unknown>): Promise<Record<string, Tensor>>;
  encode_image(inputs: unknown): Promise<Tensor>;
  readonly config: { readonly image_token_id?: number; readonly image_token_index?: number };
  readonly generation_config: {
    readonly eos_token_id?: number | number[] | null;
    readonly suppress_tokens?: number[] | null;
  };
}

/** Prompt tokens read at once: long enough to be fast, short enough that a stop is noticed. */
const pieceTokens = 96;

export class Mind {
  readonly #loaded: LoadedMind;
  readonly #model: Forward;
  readonly #cache = new KeyValueCache();
  readonly #images = new Map<string, EncodedImage>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(loaded: LoadedMind) {
    this.#loaded = loaded;
    this.#model = loaded.model as unknown as Forward;
  }

  countTokens(messages: readonly PromptMessage[]): number {
    return this.#promptIds(messages, false).ids.length;
  }

  prefill(messages: readonly PromptMessage[], signal: AbortSignal) {
    return this.#alone(async () => {
      const prompt = this.#promptIds(messages, false);
      const cachedTokens = await this.#cache.keepPrefix(prompt.cacheIds);
      await this.#read(prompt, cachedTokens, signal);
      return { promptTokens: prompt.ids.length, cachedTokens };
    });
  }

  async encodeImage(imageId: string, bitmap: ImageBitmap): Promise<{ tokens: number }> {
    const { processor, architecture, plan } = this.#loaded;
    if (!processor) throw new AppError('bad-input', `${plan.model.id} cannot see`);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new AppError('internal', 'no canvas');
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const image = new RawImage(data, width, height, 4).rgb();
    return this.#alone(async () => {
      const inputs = await architecture.process(processor, image, plan.model.image);
      const { input_ids, ...rest } = inputs satisfies ImageInputs;
      const ids = Array.from(input_ids.data as BigInt64Array, Number);
      const features = await this.#model.encode_image(rest);
      const flat = features.view(-1, features.dims.at(-1)!);
      this.#images.set(imageId, { id: imageId, ids, features: flat });
      return { tokens: ids.length };
    });
  }

  generate(
    { messages, generation }: GenerateRequest,
    signal: AbortSignal,
    onText: (text: string) => void,
  ): Promise<GenerateSummary> {
    return this.#alone(async () => {
      const startedAt = performance.now();
      const prompt = this.#promptIds(messages, true);
      const cachedTokens = await this.#cache.keepPrefix(prompt.cacheIds);
      let logits = await this.#read(prompt, cachedTokens, signal);
      const ends = new Set([this.#model.generation_config.eos_token_id ?? []].flat());
      const options: SamplerOptions = {
        ...generation,
        suppressed: this.#model.generation_config.suppress_tokens ?? [],
      };
      const stream = new TextStream((ids) =>
        this.#loaded.tokenizer.decode(ids, { skip_special_tokens: true }),
      );
      const answer: number[] = [];
      let text = '';
      let firstTokenAt = 0;
      let endedBy: GenerateSummary['endedBy'] = 'length';
      const emit = (delta: string) => {
        // The first token often carries a space that belongs to no word.
        const shown = text === '' ? delta.trimStart() : delta;
        if (shown === '') return;
        text += shown;
        onText(shown);
      };
      while (answer.length < generation.maxNewTokens) {
        const token = chooseToken(logits, answer, options);
        firstTokenAt ||= performance.now();
        if (ends.has(token)) {
          endedBy = 'stop-token';
          break;
        }
        answer.push(token);
        emit(stream.push(token));
        if (repeatedTail(answer) > 0) {
          endedBy = 'repetition';
          break;
        }
        await nextTask();
        throwIfAborted(signal);
        logits = await this.#step([token], [token]);
      }
      emit(stream.end());
      const endedAt = performance.now();
      return {
        text,
        endedBy,
        promptTokens: prompt.ids.length,
        cachedTokens,
        newTokens: answer.length,
        firstTokenMs: firstTokenAt - startedAt,
        tokensPerSecond:
          (1000 * Math.max(0, answer.length - 1)) / Math.max(1, endedAt - firstTokenAt),
      };
    });
  }

  /** Greedy continuation of raw ids, with nothing kept: what a known-answer test compares. */
  continueGreedily(inputIds: readonly number[], count: number): Promise<number[]> {
    return this.#alone(async () => {
      await this.#cache.clear();
      const signal = new AbortController().signal;
      let logits = await this.#read({ ids: inputIds, cacheIds: inputIds }, 0, signal);
      const answer: number[] = [];
      const plain: SamplerOptions = {
        maxNewTokens: count,
        repetitionPenalty: 1,
        noRepeatNgramSize: 0,
        doSample: false,
        suppressed: [],
      };
      while (answer.length < count) {
        const token = chooseToken(logits, answer, plain);
        answer.push(token);
        if (answer.length < count) logits = await this.#step([token], [token]);
      }
      await this.#cache.clear();
      return answer;
    });
  }

  async dispose(): Promise<void> {
    await this.#alone(async () => {
      await this.#cache.clear();
      this.#images.clear();
      await this.#loaded.model.dispose();
    });
  }

  #promptIds(messages: readonly PromptMessage[], addGenerationPrompt: boolean): PromptIds {
    // An image that this worker has not encoded (it was restarted, or cannot see) is left out of the prompt.
    const known = messages.map((message) => ({
      ...message,
      imageIds: message.imageIds.filter((id) => this.#images.has(id)),
    }));
    const { tokenizer, architecture } = this.#loaded;
    return buildPromptIds(
      tokenizer,
      known,
      this.#images,
      architecture.placeholder,
      addGenerationPrompt,
    );
  }

  /** Reads the prompt from `start` on, in pieces; gives the logits after its last token. */
  async #read(prompt: PromptIds, start: number, signal: AbortSignal): Promise<Float32Array> {
    const size = this.#loaded.architecture.continues ? pieceTokens : Number.MAX_SAFE_INTEGER;
    let logits = new Float32Array();
    for (let from = start; from < prompt.ids.length; from += size) {
      await nextTask();
      throwIfAborted(signal);
      logits = await this.#step(
        prompt.ids.slice(from, from + size),
        prompt.cacheIds.slice(from, from + size),
      );
    }
    return logits;
  }

  /** One forward pass over new tokens, their images' features put in place; extends the cache. */
  async #step(
    ids: readonly number[],
    cacheIds: readonly (number | string)[],
  ): Promise<Float32Array<ArrayBuffer>> {
    const model = this.#model;
    const features = this.#featuresOf(ids, cacheIds);
    const past = this.#cache.tensors;
    const inputs = {
      input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
      attention_mask: new Tensor(
        'int64',
        new BigInt64Array(this.#cache.ids.length + ids.length).fill(1n),
        [1, this.#cache.ids.length + ids.length],
      ),
      num_logits_to_keep: new Tensor('int64', [1n], []),
      ...(past ? { past_key_values: past } : {}),
      // The features were made when the photo was attached: the model's own encoder is asked for nothing.
      ...(features ? { pixel_values: features } : {}),
    };
    const encode = model.encode_image;
    if (features) model.encode_image = async () => features;
    try {
      const outputs = await model.forward(inputs);
      this.#cache.extend(cacheIds, outputs);
      const { data, dims } = outputs.logits!;
      const vocabulary = dims.at(-1)!;
      const row = (data as Float32Array).slice(data.length - vocabulary);
      outputs.logits!.dispose();
      return row as Float32Array<ArrayBuffer>;
    } catch (thrown) {
      await this.#cache.clear();
      throw AppError.from(thrown, 'worker-crashed');
    } finally {
      model.encode_image = encode;
    }
  }

  /** Rows of image features for the image tokens among `ids`, null if there are none. */
  #featuresOf(ids: readonly number[], cacheIds: readonly (number | string)[]): Tensor | null {
    const imageToken = this.#model.config.image_token_id ?? this.#model.config.image_token_index;
    const rows: Float32Array[] = [];
    let width = 0;
    ids.forEach((id, index) => {
      const name = cacheIds[index];
      if (id !== imageToken || typeof name !== 'string') return;
      const at = name.lastIndexOf(':');
      const image = this.#images.get(name.slice(0, at));
      if (!image) return;
      width = image.features.dims[1]!;
      const before = image.ids.slice(0, Number(name.slice(at + 1)));
      const row = before.filter((other) => other === imageToken).length;
      rows.push((image.features.data as Float32Array).subarray(row * width, (row + 1) * width));
    });
    if (rows.length === 0) return null;
    const data = new Float32Array(rows.length * width);
    rows.forEach((row, index) => data.set(row, index * width));
    return new Tensor('float32', data, [rows.length, width]);
  }

  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work, work);
    this.#turn = result.catch(() => {});
    return result;
  }
}
