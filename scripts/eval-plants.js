/**
 * `npm run eval:plants -- --photos DIR --json FILE [--limit N] [--out JUDGED.jsonl]`: how far can a diagnosis be trusted?
 * DIR holds `<class>/*.jpg`; `not_plant` and `other_plant` are classes too, and so counts a crop that the specialist does
 * not know as another plant.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBenchPage } from './lib/bench-page.js';
import { root } from './lib/paths.js';
import { plantFigures } from './lib/plant-figures.js';
import { plantPhotos } from './lib/plant-photos.js';
import { ensureModels, ensurePackages } from './lib/prepare.js';

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    json: { type: 'string' },
    limit: { type: 'string' },
    out: { type: 'string' },
  },
});
if (!values.photos) {
  console.error('Say where the photos are: npm run eval:plants -- --photos DIR --json FILE');
  process.exit(1);
}

const { classes } = JSON.parse(readFileSync(join(root, 'models/plants.json'), 'utf8'));

ensurePackages();
ensureModels();
const { photos: all, empty } = plantPhotos(values.photos, classes);
const photos = all.slice(0, Number(values.limit ?? Infinity));
for (const name of empty) console.log(`${name}: no photo in it`);
if (photos.length === 0) {
  console.error(`No photo in ${values.photos}: it has to hold <class>/*.jpg, *.png or *.webp`);
  process.exit(1);
}

/** What is no picture, and what cannot be read at all, is `refused`. */
async function judge(plants, path, truth) {
  let bytes;
  try {
    bytes = readFileSync(path).toString('base64');
  } catch (thrown) {
    return { refused: thrown.code };
  }
  return plants.evaluate(
    (own, { bytes, crop }) =>
      own.judge(new Blob([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))]), crop),
    { bytes, crop: truth.includes('__') ? truth.split('__')[0] : null },
  );
}

if (values.out) writeFileSync(values.out, '');
const bench = await openBenchPage();
const judged = [];
let unreadable = 0;
try {
  const plants = await bench.page.evaluateHandle(() => window.tansyBench.openPlants());
  for (const [index, { path, truth }] of photos.entries()) {
    const result = await judge(plants, path, truth);
    if ('refused' in result) {
      unreadable += 1;
      console.log(`${path}: unreadable (${result.refused})`);
      continue;
    }
    judged.push({ truth, ...result });
    if (values.out) appendFileSync(values.out, `${JSON.stringify({ path, truth, ...result })}\n`);
    if ((index + 1) % 50 === 0) console.log(`${index + 1}/${photos.length}`);
  }
} finally {
  await bench.close();
}

const figures = { ...plantFigures(judged, unreadable), browser: bench.version };
console.table(figures);
if (unreadable > 0)
  console.log(`${unreadable} of ${photos.length} files could not be read: no rate counts them`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
