/** Runs the decoder over token ids, with its cache: a prompt in pieces, then one token after another. */
import { Tensor } from '@huggingface/transformers';
import { throwIfAborted } from '../../domain/errors';
import { nextTask } from '../next-task';
import { asRuntimeError } from '../runtime-errors';
import { wrongAnswer } from '../wrong-answer';
import { AdapterGain } from './adapter-gain';
import type { Positions } from './architectures/architecture';
import type { ImageShelf } from './image-shelf';
import { KeyValueCache } from './key-value-cache';
import type { LoadedMind } from './load';
import { areLogits } from './logits';
import { mostPieceTokens, nextPieceTokens } from './piece-tokens';
import type { CacheId, PromptIds } from './prompt-ids';

export interface DecoderPrompt extends PromptIds {
  /** 0 or 1: whether the answer rests on what the model was taught for. */
  readonly adapterGain: number;
}

export class Decoder {
  readonly #loaded: LoadedMind;
  readonly #images: ImageShelf;
  readonly #cache = new KeyValueCache();
  readonly #adapterGain: AdapterGain;
  #positions: Positions | null = null;
  #pieceTokens = mostPieceTokens;

  constructor(loaded: LoadedMind, images: ImageShelf) {
    this.#loaded = loaded;
    this.#images = images;
    this.#adapterGain = new AdapterGain(loaded.model);
  }

  /** Whether what was read is of use to what is read next. */
  get continues(): boolean {
    const { architecture, plan } = this.#loaded;
    return architecture.continues(plan.variant.device);
  }

  /** Whether what was read may be taken back from its end on, without reading all of it again. */
  get canTakeBack(): boolean {
    return this.continues && this.#cache.canBeCut;
  }

  /**
   * Reads what the cache does not hold of the prompt. Gives the logits after its last token, and how many tokens the
   * cache spared. A stop leaves the pieces already read in the cache.
   * @param onRead tokens held by then, after each piece but the last
   */
  async read(
    prompt: DecoderPrompt,
    signal: AbortSignal,
    onRead: (tokens: number) => void = () => {},
  ): Promise<{ logits: Float32Array; cachedTokens: number }> {
    const { architecture } = this.#loaded;
    const { continues } = this;
    // What one gain made of the words is of no use to another.
    const gainBefore = this.#adapterGain.value;
    this.#adapterGain.value = prompt.adapterGain;
    if (!continues || this.#adapterGain.value !== gainBefore) await this.#cache.clear();
    const cachedTokens = await this.#cache.keepPrefix(prompt.cacheIds);
    this.#positions =
      architecture.positions?.(prompt, (imageId) => this.#images.gridOf(imageId)) ?? null;
    let logits = new Float32Array();
    let from = cachedTokens;
    while (from < prompt.ids.length) {
      if (from > cachedTokens) onRead(from);
      await nextTask();
      throwIfAborted(signal);
      const ids = prompt.ids.slice(from, continues ? from + this.#pieceTokens : undefined);
      const startedAt = performance.now();
      logits = await this.#pass(ids, prompt.cacheIds.slice(from, from + ids.length));
      const ms = performance.now() - startedAt;
      this.#pieceTokens = nextPieceTokens(this.#pieceTokens, { tokens: ids.length, ms });
      from += ids.length;
    }
    return { logits, cachedTokens };
  }

  /** Logits after one more token. Messages, such as a cancel, are let in first. */
  async step(id: number, signal: AbortSignal): Promise<Float32Array> {
    await nextTask();
    throwIfAborted(signal);
    return this.#pass([id], [id]);
  }

  clear(): Promise<void> {
    return this.#cache.clear();
  }

  async #pass(
    ids: readonly number[],
    cacheIds: readonly CacheId[],
  ): Promise<Float32Array<ArrayBuffer>> {
    const { model, whenLost } = this.#loaded;
    const start = this.#cache.length;
    const end = start + ids.length;
    try {
      const inputs_embeds = await model.encode_text({
        input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
      });
      this.#placeImages(inputs_embeds, cacheIds);
      const position_ids = this.#positionTensor(start, end);
      const outputs = await Promise.race([
        whenLost,
        model.forward({
          inputs_embeds,
          attention_mask: new Tensor('int64', new BigInt64Array(end).fill(1n), [1, end]),
          num_logits_to_keep: new Tensor('int64', [1n], []),
          ...(position_ids ? { position_ids } : {}),
          ...(start > 0 ? { past_key_values: this.#cache.tensors } : {}),
        }),
      ]);
      this.#cache.extend(cacheIds, outputs);
      const logits = outputs.logits!.to('float32');
      const rows = logits.data as Float32Array<ArrayBuffer>;
      const last = rows.slice(rows.length - logits.dims.at(-1)!);
      if (!areLogits(last)) throw wrongAnswer(this.#loaded.plan, 'no numbers', 'logits');
      return last;
    } catch (thrown) {
      await this.#cache.clear().catch(() => {});
      throw asRuntimeError(thrown);
    }
  }

  /** Features were made when the photo was attached; here they only take the place of their tokens' embeddings. */
  #placeImages(embeddings: Tensor, cacheIds: readonly CacheId[]): void {
    const width = embeddings.dims.at(-1)!;
    cacheIds.forEach((cacheId, index) => {
      const features = this.#images.featuresAt(cacheId);
      if (!features) return;
      const row = new Tensor('float32', features, [features.length]).to(embeddings.type);
      (embeddings.data as Float32Array).set(row.data as Float32Array, index * width);
    });
  }

  #positionTensor(start: number, end: number): Tensor | null {
    const positions = this.#positions;
    if (!positions) return null;
    const promptTokens = positions.axes[0].length;
    const data = positions.axes.flatMap((axis) =>
      Array.from({ length: end - start }, (_, offset) => {
        const index = start + offset;
        // What is generated is text, which goes on by one on every axis.
        return BigInt(axis[index] ?? positions.next + index - promptTokens);
      }),
    );
    return new Tensor('int64', data, [3, 1, end - start]);
  }
}
