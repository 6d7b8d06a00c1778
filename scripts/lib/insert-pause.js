/** A pause where somebody thinks of the next word: what a turn must not end in. */

const quietMs = 30;

/** The sample between these around which it is quietest. */
function quietestPoint(samples, sampleRateHz, from, end) {
  const width = Math.round((quietMs * sampleRateHz) / 1000);
  const to = Math.max(from + 1, end - width);
  let [best, least] = [from, Infinity];
  for (let start = from; start < to; start += Math.ceil(width / 6)) {
    const energy = samples.subarray(start, start + width).reduce((sum, each) => sum + each ** 2, 0);
    if (energy < least) [best, least] = [start, energy];
  }
  return best + Math.floor(width / 2);
}

/**
 * @param voice from the first voice to the last: the pause comes in the middle third of it
 * @returns the samples with silence in them, and where that is
 */
export function withPause(samples, sampleRateHz, voice, pauseMs) {
  const sampleAt = (share) =>
    Math.floor(((voice.fromMs + share * (voice.toMs - voice.fromMs)) * sampleRateHz) / 1000);
  const at = quietestPoint(samples, sampleRateHz, sampleAt(1 / 3), sampleAt(2 / 3));
  const longer = new Float32Array(samples.length + Math.round((pauseMs * sampleRateHz) / 1000));
  longer.set(samples.subarray(0, at));
  longer.set(samples.subarray(at), longer.length - (samples.length - at));
  const fromMs = (1000 * at) / sampleRateHz;
  return { samples: longer, fromMs, toMs: fromMs + pauseMs };
}

const pausesMs = [500, 800, 1100];

/** The same for the same clip in every run, and of each length about as often. */
export function pauseOf(file, seed = 0) {
  let hash = 2166136261 ^ seed;
  for (const letter of file) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return pausesMs[((hash ^ (hash >>> 13)) >>> 0) % pausesMs.length];
}
