/**
 * The decoder's keys and values with the token ids they stand for. A new prompt keeps the prefix it shares; what
 * follows is cut off where the architecture's state can be cut, else everything is read again.
 */
import { DynamicCache, type Tensor } from '@huggingface/transformers';

/** An image's tokens all carry one id, so each image gets ids of its own here: no two are taken for the same. */
export type CacheIds = readonly (number | string)[];

export function commonPrefixLength(a: CacheIds, b: CacheIds): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[length] === b[length]) length += 1;
  return length;
}

const sequenceAxis = -2;

function isAttention(name: string): boolean {
  return name.startsWith('past_key_values.');
}

export class KeyValueCache {
  #ids: CacheIds = [];
  #tensors: DynamicCache | null = null;

  get ids(): CacheIds {
    return this.#ids;
  }

  get tensors(): DynamicCache | null {
    return this.#tensors;
  }

  /** Takes what a forward pass returned: `present*` tensors become `past*`. */
  extend(ids: CacheIds, outputs: Record<string, Tensor>): void {
    const entries: Record<string, Tensor> = {};
    for (const [name, tensor] of Object.entries(outputs)) {
      if (!name.startsWith('present')) continue;
      const past = name
        .replace(/^present_(ssm|conv|recurrent)/, 'past_$1')
        .replace(/^present/, 'past_key_values');
      entries[past] = tensor;
    }
    if (this.#tensors) this.#tensors.update(entries);
    else this.#tensors = new DynamicCache(entries);
    this.#ids = [...this.#ids, ...ids];
  }

  /**
   * Keeps what `ids` shares with the cache and returns how many tokens that is. At least the last token of `ids` is
   * left to read, since its logits are what generation starts from.
   */
  async keepPrefix(ids: CacheIds): Promise<number> {
    const length = Math.min(commonPrefixLength(this.#ids, ids), ids.length - 1);
    if (length === this.#ids.length) return length;
    if (length <= 0 || !this.#tensors || !this.#canCut()) {
      await this.clear();
      return 0;
    }
    const entries: Record<string, Tensor> = {};
    for (const [name, tensor] of Object.entries(this.#tensors) as [string, Tensor][]) {
      const rank = tensor.dims.length;
      const ranges = tensor.dims.map((_size, axis) =>
        axis === rank + sequenceAxis ? ([0, length] as [number, number]) : null,
      );
      entries[name] = tensor.slice(...ranges);
    }
    this.#tensors = new DynamicCache(entries);
    this.#ids = this.#ids.slice(0, length);
    return length;
  }

  async clear(): Promise<void> {
    await this.#tensors?.dispose();
    this.#tensors = null;
    this.#ids = [];
  }

  /** Convolution and recurrent states hold the whole past in one; tensors on the GPU are not worth fetching. */
  #canCut(): boolean {
    const entries = Object.entries(this.#tensors ?? {}) as [string, Tensor][];
    return entries.every(([name, tensor]) => isAttention(name) && tensor.location === 'cpu');
  }
}
