/**
 * `npm run bench:voice -- --json FILE [--clips DIR] [--turns 20] [--pauses 0] [--answers 40]`: how voice turns go in the
 * built app, with the real weights, and so many more with a pause in the middle of what is said. DIR is as `npm run eval:ears`
 * has it; without one the tests' clips are said in turn. What each figure means, and what it does not, is in docs/bench.md.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dist } from './lib/paths.js';
import { ensureBuild, ensureModels, ensurePackages } from './lib/prepare.js';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    clips: { type: 'string' },
    turns: { type: 'string', default: '20' },
    pauses: { type: 'string', default: '0' },
    answers: { type: 'string', default: '40' },
    'loop-gain': { type: 'string', default: '0.25' },
    'loop-delay': { type: 'string', default: '60' },
  },
});

ensurePackages();
ensureModels();
ensureBuild();
// What is installed by now.
const { benchVoice } = await import('./lib/bench-voice.js');
try {
  const figures = await benchVoice({
    folder: dist,
    clips: values.clips,
    turns: Number(values.turns),
    pauses: Number(values.pauses),
    answers: Number(values.answers),
    loopGain: Number(values['loop-gain']),
    loopDelayMs: Number(values['loop-delay']),
  });
  console.table(figures);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} catch (thrown) {
  console.error(thrown.message);
  process.exitCode = 1;
}
