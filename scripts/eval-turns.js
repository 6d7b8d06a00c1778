/**
 * `npm run eval:turns -- --clips DIR --json FILE [--limit N] [--only TEXT] [--words-ms 250]`: when a turn is taken to be over, by
 * how its words read and by 700 ms of silence alone. DIR is as for `eval:ears`; its English clips with words are streamed
 * at their own pace, as they are and with a pause put into the middle of them.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openBenchPage } from './lib/bench-page.js';
import { pauseOf, withPause } from './lib/insert-pause.js';
import { ensureModels, ensurePackages } from './lib/prepare.js';
import { readClips } from './lib/read-clips.js';
import { readWav } from './lib/read-wav.js';
import { isCutOff, turnsFigures } from './lib/turns-figures.js';

const { values } = parseArgs({
  options: {
    clips: { type: 'string' },
    json: { type: 'string' },
    limit: { type: 'string', default: 'Infinity' },
    only: { type: 'string', default: '' },
    'words-ms': { type: 'string' },
    ears: { type: 'string', default: 'whisper-base' },
  },
});
if (!values.clips) {
  console.error('Say where the clips are: npm run eval:turns -- --clips DIR --json FILE');
  process.exit(1);
}

/** Longer than any wait for the end. */
const afterMs = 1700;
/** Enough to see that a turn did not end in the pause. */
const afterPauseMs = 200;

/** Given where this machine is too busy for its own pace to say anything. */
const wordsMs = values['words-ms'] === undefined ? null : Number(values['words-ms']);

const clips = readClips(values.clips)
  .filter(
    ({ file, language, said }) => language === 'en' && said !== '' && file.includes(values.only),
  )
  .slice(0, Number(values.limit));
ensurePackages();
ensureModels();
const bench = await openBenchPage();
const results = { judged: [], plain: [] };
try {
  const turns = await bench.page.evaluateHandle(
    (id) => window.tansyBench.openTurns(id),
    values.ears,
  );
  const stream = ({ samples, sampleRateHz }, untilMs) =>
    turns.evaluate(
      (turns, { bytes, sampleRateHz, untilMs, wordsMs }) => {
        const raw = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        const samples = turns.atOwnRate(new Float32Array(raw.buffer), sampleRateHz);
        return turns.stream(samples, untilMs, wordsMs);
      },
      { bytes: Buffer.from(samples.buffer).toString('base64'), sampleRateHz, untilMs, wordsMs },
    );
  for (const [index, { file, path }] of clips.entries()) {
    const wav = readWav(path);
    const { sampleRateHz } = wav;
    const lengthMs = (1000 * wav.samples.length) / sampleRateHz;
    const whole = await stream(wav, lengthMs + afterMs);
    if (!whole.voice) {
      console.log(`${index + 1}/${clips.length}  ${file}: nobody was heard`);
      continue;
    }
    const pause = withPause(wav.samples, sampleRateHz, whole.voice, pauseOf(file));
    const paused = await stream(
      { samples: pause.samples, sampleRateHz },
      pause.toMs + afterPauseMs,
    );
    for (const rule of ['judged', 'plain']) {
      results[rule].push({ whole: whole[rule], paused: paused[rule], pause });
    }
    const told = ({ judged, plain, pauses }) =>
      JSON.stringify({
        judged: judged.map(({ silenceMs }) => silenceMs),
        plain: plain.length,
        pauses,
      });
    console.log(`${index + 1}/${clips.length}  ${file}\n    whole   ${told(whole)}`);
    const isCut = isCutOff(results.judged.at(-1)) ? 'CUT OFF' : 'paused ';
    console.log(`    ${isCut} ${Math.round(pause.toMs - pause.fromMs)}  ${told(paused)}`);
  }
} finally {
  await bench.close();
}

const { judged, plain } = {
  judged: turnsFigures(results.judged),
  plain: turnsFigures(results.plain),
};
const figures = { ...judged, plain };
console.log(JSON.stringify(figures, null, 2));
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
