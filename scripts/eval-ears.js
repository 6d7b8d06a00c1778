/**
 * `npm run eval:ears -- --clips DIR --json FILE [--ears whisper-tiny] [--only TEXT]`: the app's ears beside a plain
 * transformers.js call on the same clips. DIR holds 16 kHz WAV files and `transcripts.tsv` (file, language, transcript;
 * an empty transcript is a clip without speech).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBenchPage } from './lib/bench-page.js';
import { ensureModels, ensurePackages } from './lib/prepare.js';
import { readWav } from './lib/read-wav.js';
import { comparableWords, wordEdits, wordErrorRate } from './lib/word-error-rate.js';

const { values } = parseArgs({
  options: {
    clips: { type: 'string' },
    json: { type: 'string' },
    ears: { type: 'string', default: 'whisper-base' },
    only: { type: 'string', default: '' },
  },
});
if (!values.clips) {
  console.error('Say where the clips are: npm run eval:ears -- --clips DIR --json FILE');
  process.exit(1);
}

function readClips(folder) {
  const [head, ...lines] = readFileSync(join(folder, 'transcripts.tsv'), 'utf8').split(/\r?\n/);
  const names = head.split('\t');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('\t');
      const cell = (name) => (cells[names.indexOf(name)] ?? '').trim();
      return { file: cell('file'), language: cell('language'), said: cell('transcript') };
    })
    .filter(({ file }) => file.includes(values.only));
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const rounded = (number, places = 3) => Number(number.toFixed(places));

ensurePackages();
ensureModels();
const clips = readClips(values.clips);
const bench = await openBenchPage();
const results = [];
try {
  const ears = await bench.page.evaluateHandle((id) => window.tansyBench.openEars(id), values.ears);
  for (const [index, { file, language, said }] of clips.entries()) {
    const { samples, sampleRateHz } = readWav(join(values.clips, file));
    if (sampleRateHz !== 16_000) throw new Error(`${file}: want 16 kHz`);
    const bytes = Buffer.from(samples.buffer).toString('base64');
    const spokenLanguage = /^[a-z]{2,3}$/.test(language) ? language : 'en';
    const { own, plain } = await ears.evaluate(
      async (both, { bytes, language }) => {
        const raw = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        const samples = new Float32Array(raw.buffer);
        const own = await both.hear(samples, language);
        return { own, plain: await both.plain(samples, language) };
      },
      { bytes, language: spokenLanguage },
    );
    results.push({ file, language: spokenLanguage, said, own, plain });
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

const spoken = results.filter(({ said }) => said !== '');
const silent = results.filter(({ said }) => said === '');
const rate = (which, whose) =>
  rounded(wordErrorRate(which.map(({ said, [whose]: { text } }) => ({ said, written: text }))));
const inserted = (whose) =>
  silent.reduce((sum, { [whose]: { text } }) => sum + comparableWords(text).length, 0);
const english = spoken.filter(({ language }) => language === 'en');
const figures = {
  clips: results.length,
  wer: { en: rate(english, 'own'), all: rate(spoken, 'own') },
  werPlain: { en: rate(english, 'plain'), all: rate(spoken, 'plain') },
  insertedWords: inserted('own'),
  insertedWordsPlain: inserted('plain'),
  ratioToPlain: rounded(
    median(spoken.map(({ own }) => own.finalMs)) / median(spoken.map(({ plain }) => plain.ms)),
  ),
  medianFinalMs: Math.round(median(spoken.map(({ own }) => own.finalMs))),
  medianPlainMs: Math.round(median(spoken.map(({ plain }) => plain.ms))),
  browser: bench.version,
};
console.table({
  'word error rate, English': { ears: figures.wer.en, plain: figures.werPlain.en },
  'word error rate, all': { ears: figures.wer.all, plain: figures.werPlain.all },
  'words where nobody speaks': { ears: figures.insertedWords, plain: figures.insertedWordsPlain },
  'median ms to the words': { ears: figures.medianFinalMs, plain: figures.medianPlainMs },
});
console.log(`end of speech to words, over the plain call: ${figures.ratioToPlain}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
