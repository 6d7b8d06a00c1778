/** What a run of `npm run eval:turns` comes to. */
import { median } from './median.js';

/**
 * @typedef {{ atMs: number, silenceMs: number }} TurnEnd
 * @typedef {{ whole: readonly TurnEnd[], paused: readonly TurnEnd[], pause: { fromMs: number, toMs: number } }} Clip
 */

/** Positions are known to two frames. */
const slackMs = 64;

export const isCutOff = ({ paused, pause }) =>
  paused.some(({ atMs }) => atMs > pause.fromMs && atMs <= pause.toMs + slackMs);

const share = (count, all) => (all === 0 ? null : Number((count / all).toFixed(3)));

/** @param {readonly Clip[]} clips */
export function turnsFigures(clips) {
  const heard = clips.filter(({ whole }) => whole.length > 0);
  const waits = heard.map(({ whole }) => Math.round(whole.at(-1).silenceMs)).sort((a, b) => a - b);
  return {
    clips: heard.length,
    cutOffs: share(heard.filter(isCutOff).length, heard.length),
    falseEnds: share(heard.filter(({ whole }) => whole.length > 1).length, heard.length),
    decisionMs: { median: median(waits), p90: waits[Math.ceil(0.9 * waits.length) - 1] ?? 0 },
  };
}
