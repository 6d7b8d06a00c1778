/** How many tokens of a prompt are read at once: a stop is only noticed between two pieces. */

/** More would not be read any faster. */
export const mostPieceTokens = 96;
const leastPieceTokens = 8;
/** A piece takes no longer once the device's pace is known. */
const longestPieceMs = 500;

/** After a piece of `tokens` that took `ms`, where as many as `now` were to be read at once. */
export function nextPieceTokens(
  now: number,
  { tokens, ms }: { tokens: number; ms: number },
): number {
  // A short rest takes long for its few tokens, and says nothing of the pace.
  if (tokens < now && ms <= longestPieceMs) return now;
  const fitting = Math.floor((tokens * longestPieceMs) / Math.max(1, ms));
  return Math.min(mostPieceTokens, Math.max(leastPieceTokens, fitting));
}
