/**
 * The decoder's keys and values with the token ids they stand for. A new prompt keeps the prefix it shares; what
 * follows is cut off where the architecture's state can be cut, else everything is read again.
 */
import { DynamicCache, Tensor } from '@huggingface/transformers';
import { commonPrefixLength, type CacheId } from './prompt-ids';

/** Name of the next pass's input for an output of this one; null for outputs that are no state. */
function pastName(name: string): string | null {
  if (!name.startsWith('present')) return null;
  return /^present_(conv|ssm|recurrent)/.test(name)
    ? name.replace('present', 'past')
    : name.replace('present', 'past_key_values');
}

/** Convolution and recurrent states hold the whole past in one and cannot be cut. */
const isAttention = (name: string) => name.startsWith('past_key_values.');

/** The first `length` positions of [batch, heads, positions, width], copied from wherever the tensor is. */
async function firstPositions(tensor: Tensor, length: number): Promise<Tensor> {
  const [batch, heads, positions, width] = tensor.dims as [number, number, number, number];
  const held = tensor as unknown as {
    readonly ort_tensor: { getData(release: boolean): Promise<Float32Array | Uint16Array> };
  };
  const data = await held.ort_tensor.getData(false);
  const kept = data.slice(0, batch * heads * length * width);
  for (let row = 0; row < batch * heads; row += 1) {
    const start = row * positions * width;
    kept.set(data.subarray(start, start + length * width), row * length * width);
  }
  return new Tensor(tensor.type, kept, [batch, heads, length, width]);
}

export class KeyValueCache {
  #ids: CacheId[] = [];
  #tensors: DynamicCache | null = null;

  get length(): number {
    return this.#ids.length;
  }

  get tensors(): DynamicCache | null {
    return this.#tensors;
  }

  /** False as long as nothing is held: what kind of state it is shows in the first. */
  get canBeCut(): boolean {
    return this.#tensors !== null && Object.keys(this.#tensors).every(isAttention);
  }

  /** Takes what a forward pass over `ids` returned; what it replaces is let go. */
  extend(ids: readonly CacheId[], outputs: Readonly<Record<string, Tensor>>): void {
    const entries: Record<string, Tensor> = {};
    for (const [name, tensor] of Object.entries(outputs)) {
      const past = pastName(name);
      if (past) entries[past] = tensor;
    }
    if (this.#tensors) this.#tensors.update(entries);
    else this.#tensors = new DynamicCache(entries);
    this.#ids.push(...ids);
  }

  /**
   * Keeps what `ids` shares with the cache and returns how many tokens that is. At least the last token of `ids` is
   * left to read, since its logits are what generation starts from.
   */
  async keepPrefix(ids: readonly CacheId[]): Promise<number> {
    const length = Math.min(commonPrefixLength(this.#ids, ids), Math.max(0, ids.length - 1));
    if (length === this.#ids.length) return length;
    if (length === 0 || !this.canBeCut) {
      await this.clear();
      return 0;
    }
    const old = Object.entries(this.#tensors ?? {}) as [string, Tensor][];
    const entries: Record<string, Tensor> = {};
    for (const [name, tensor] of old) entries[name] = await firstPositions(tensor, length);
    await this.#tensors?.dispose();
    this.#tensors = new DynamicCache(entries);
    this.#ids = this.#ids.slice(0, length);
    return length;
  }

  async clear(): Promise<void> {
    const tensors = this.#tensors;
    this.#tensors = null;
    this.#ids = [];
    await tensors?.dispose();
  }
}
