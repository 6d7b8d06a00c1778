/**
 * Chooses the next token from one row of logits. Repetition rules look at the answer alone: a small model that may not
 * use the question's own words ("the capital of France is …") wanders off instead.
 */
import type { GenerationSettings } from '../../domain/models/model';

export interface SamplerOptions extends GenerationSettings {
  /** Never chosen: marks of the prompt's own format. */
  readonly suppressed: readonly number[];
  /** Gives [0, 1); only used when sampling. */
  readonly random?: () => number;
}

/** Divides (or multiplies, below zero) the logit of every token seen, once each (Keskar et al. 2019). */
function penalise(logits: Float32Array, seen: Iterable<number>, penalty: number): void {
  for (const id of seen) {
    const logit = logits[id]!;
    logits[id] = logit > 0 ? logit / penalty : logit * penalty;
  }
}

/** Tokens that would complete an n-gram which `ids` already holds. */
export function bannedByNgrams(ids: readonly number[], size: number): number[] {
  if (size < 1 || ids.length < size) return [];
  const tail = ids.slice(ids.length - size + 1);
  const banned: number[] = [];
  for (let start = 0; start + size <= ids.length; start += 1) {
    if (tail.every((id, offset) => ids[start + offset] === id)) banned.push(ids[start + size - 1]!);
  }
  return banned;
}

function indexOfLargest(values: Float32Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index += 1) {
    if (values[index]! > values[best]!) best = index;
  }
  return best;
}

/** Ids of the `count` largest values, largest first, without sorting a vocabulary of 250,000. */
function largest(values: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (let id = 0; id < values.length; id += 1) {
    if (best.length === count && values[id]! <= values[best.at(-1)!]!) continue;
    let place = best.length;
    while (place > 0 && values[best[place - 1]!]! < values[id]!) place -= 1;
    best.splice(place, 0, id);
    if (best.length > count) best.pop();
  }
  return best;
}

function sample(logits: Float32Array, temperature: number, topK: number, random: () => number) {
  const order = largest(logits, topK);
  const top = logits[order[0]!]!;
  const weights = order.map((id) => Math.exp((logits[id]! - top) / temperature));
  let rest = random() * weights.reduce((total, weight) => total + weight, 0);
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest <= 0) return order[index]!;
  }
  return order[0]!;
}

/** `logits` is one row over the vocabulary and is changed in place; `answer` holds the token ids so far. */
export function chooseToken(
  logits: Float32Array,
  answer: readonly number[],
  options: SamplerOptions,
): number {
  for (const id of options.suppressed) logits[id] = -Infinity;
  if (options.repetitionPenalty !== 1) {
    penalise(logits, new Set(answer), options.repetitionPenalty);
  }
  for (const id of bannedByNgrams(answer, options.noRepeatNgramSize)) logits[id] = -Infinity;
  if (!options.doSample) return indexOfLargest(logits);
  const { temperature = 0.7, topK = 40, random = Math.random } = options;
  return sample(logits, temperature, topK, random);
}
