/** Notices an answer that has begun to go round in circles: its tail is one stretch of tokens three times over. */
const longestStretch = 40;
const times = 3;

/** Number of tokens in the repeated stretch, 0 if the tail does not repeat. */
export function repeatedTail(ids: readonly number[]): number {
  for (let length = 1; length <= longestStretch && length * times <= ids.length; length += 1) {
    // Short stretches such as "ha ha ha" or "…" are speech, not a loop, until they go on and on.
    const wanted = length < 4 ? times * 3 : times;
    if (length * wanted > ids.length) continue;
    const start = ids.length - length * wanted;
    let repeats = true;
    for (let index = start; repeats && index < ids.length - length; index += 1) {
      repeats = ids[index] === ids[index + length];
    }
    if (repeats) return length;
  }
  return 0;
}
