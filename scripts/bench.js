/**
 * `npm run bench -- --json FILE`: what Tansy costs beside the bare libraries, in one run on a quiet machine. Ratios
 * are what counts; milliseconds belong to the machine named. The ears have a run of their own: `npm run eval:ears`.
 */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { openBenchPage } from './lib/bench-page.js';
import { median } from './lib/median.js';
import { ensureBuild, ensureModels, ensurePackages } from './lib/prepare.js';
import { shellBytes } from './lib/shell-size.js';
import { voiceTurns } from './lib/voice-turns.js';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const rounded = (number) => Number(number.toPrecision(3));

ensurePackages();
ensureModels();
ensureBuild();
const bench = await openBenchPage();
let mind, mouth;
try {
  mind = await bench.page.evaluate(() => window.tansyBench.benchMind());
  mouth = await bench.page.evaluate(() => window.tansyBench.benchMouth());
} finally {
  await bench.close();
}
const turns = await voiceTurns();
const [cpu] = cpus();
const figures = {
  machine: {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.version,
    chromium: bench.version,
  },
  mindTokensPerSecondOverPlain: rounded(mind.tokensPerSecond.ratio),
  mindTokensPerSecond: rounded(mind.tokensPerSecond.app),
  secondTurnFirstTokenOverUncached: rounded(mind.secondTurnFirstTokenMs.ratio),
  mindLoadOverRawSessions: rounded(mind.loadMs.ratio),
  mindLoadMs: rounded(mind.loadMs.app),
  joeFirstAudioOverDuration: rounded(mouth.ratio),
  joeFirstAudioMs: rounded(mouth.firstAudioMs),
  turnTranscriptMs: rounded(median(turns.map(({ transcriptMs }) => transcriptMs))),
  turnFirstAudioMs: rounded(median(turns.map(({ firstAudioMs }) => firstAudioMs))),
  turns: turns.length,
  shellGzippedKb: rounded(shellBytes() / 1000),
};
console.table(Object.fromEntries(Object.entries(figures).filter(([name]) => name !== 'machine')));
console.log(JSON.stringify(figures.machine));
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
