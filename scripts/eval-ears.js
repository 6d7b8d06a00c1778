/**
 * `npm run eval:ears -- --clips DIR --json FILE [--ears whisper-tiny] [--only TEXT] [--pauses]`: the app's ears beside a
 * plain transformers.js call on the same clips. DIR holds WAV files and `transcripts.tsv` with the columns file, language
 * and transcript in any order, among others if need be. An empty transcript is a clip without speech; where no language is
 * named the ears find out, and the plain call takes English, as it does. With pauses, each English clip is said once more
 * with one put into the middle of it; the figures over all clips stay those of the clips as they are.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openBenchPage } from './lib/bench-page.js';
import { byCondition, earsFigures, medianMs } from './lib/ears-figures.js';
import { pauseOf, withPause } from './lib/insert-pause.js';
import { ensureModels, ensurePackages } from './lib/prepare.js';
import { readClips } from './lib/read-clips.js';
import { readWav } from './lib/read-wav.js';
import { comparableWords, wordEdits } from './lib/word-error-rate.js';

const { values } = parseArgs({
  options: {
    clips: { type: 'string' },
    json: { type: 'string' },
    ears: { type: 'string', default: 'whisper-base' },
    only: { type: 'string', default: '' },
    pauses: { type: 'boolean', default: false },
  },
});

function stop(message) {
  console.error(message);
  process.exit(1);
}
if (!values.clips) {
  stop('Say where the clips are: npm run eval:ears -- --clips DIR --json FILE');
}

/** All are read once before anything is measured: what is wrong with the last file is better said at once. */
function readFolder(folder) {
  try {
    return readClips(folder)
      .filter(({ file }) => file.includes(values.only))
      .map((clip) => ({ ...clip, sound: readWav(clip.path) }));
  } catch (thrown) {
    return stop(thrown.message);
  }
}

/** Where the voice is within its clip is not known here: the pause comes where the middle third is quietest. */
function paused(clip) {
  const { samples, sampleRateHz } = clip.sound;
  const whole = { fromMs: 0, toMs: (1000 * samples.length) / sampleRateHz };
  const longer = withPause(samples, sampleRateHz, whole, pauseOf(clip.file)).samples;
  return { ...clip, condition: 'with pauses', sound: { samples: longer, sampleRateHz } };
}

const found = readFolder(values.clips);
const isEnglish = ({ language, said }) => language === 'en' && said !== '';
const clips = [...found, ...(values.pauses ? found.filter(isEnglish).map(paused) : [])];
ensurePackages();
ensureModels();
const bench = await openBenchPage();
const results = [];
try {
  const ears = await bench.page.evaluateHandle((id) => window.tansyBench.openEars(id), values.ears);
  for (const [index, { file, language, said, condition, sound }] of clips.entries()) {
    const { samples, sampleRateHz } = sound;
    const bytes = Buffer.from(samples.buffer).toString('base64');
    const { own, plain } = await ears.evaluate(
      async (both, { bytes, sampleRateHz, language }) => {
        const raw = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        const samples = both.atOwnRate(new Float32Array(raw.buffer), sampleRateHz);
        const own = await both.hear(samples, language);
        return { own, plain: await both.plain(samples, language) };
      },
      { bytes, sampleRateHz, language },
    );
    results.push({ file, language, said, condition, own, plain });
    const expected = comparableWords(said);
    const edits = (text) => wordEdits(expected, comparableWords(text));
    console.log(
      [
        `${index + 1}/${clips.length}`,
        file,
        `${Math.round(own.finalMs)} of ${Math.round(plain.ms)} ms`,
        `edits ${edits(own.text)}, plain ${edits(plain.text)}`,
        `verified ${own.verifiedTokens}, attempts ${own.attempts}`,
      ].join('  '),
    );
    if (edits(own.text) > edits(plain.text)) {
      console.log(`    said   ${said}\n    heard  ${own.text}\n    plain  ${plain.text}`);
    }
  }
} finally {
  await bench.close();
}

const asTheyAre = results.slice(0, found.length);
const conditions = byCondition(results);
const figures = { ...earsFigures(asTheyAre), byCondition: conditions };
const ms = medianMs(asTheyAre);
console.table({
  'word error rate, English': { ears: figures.wer.en, plain: figures.werPlain.en },
  'word error rate, all': { ears: figures.wer.all, plain: figures.werPlain.all },
  'words where nobody speaks': { ears: figures.insertedWords, plain: figures.insertedWordsPlain },
  'median ms to the words': { ears: Math.round(ms.own), plain: Math.round(ms.plain) },
});
console.table(conditions);
console.log(`end of speech to words, over the plain call: ${figures.ratioToPlain}`);
console.log(`${figures.clips} clips, ${values.ears}, Chromium ${bench.version}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
