/**
 * `npm run eval:plants -- --photos DIR --json FILE [--limit N] [--out JUDGED.jsonl]`: how far can a diagnosis be trusted?
 * DIR holds `<class>/*.jpg`; `not_plant` and `other_plant` are classes too, and so counts a crop that the specialist does
 * not know as another plant.
 */
import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBenchPage } from './lib/bench-page.js';
import { seeded } from './lib/named.js';
import { root } from './lib/paths.js';
import { plantFigures } from './lib/plant-figures.js';
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
const aliases = { background__no_leaf: 'not_plant' };

function truthOf(folder) {
  const name = aliases[folder] ?? folder;
  return classes.includes(name) ? name : 'other_plant';
}

function readPhotos(folder) {
  const random = seeded(20_261_129);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .filter((file) => /\.(jpe?g|png|webp)$/i.test(file))
        .map((file) => ({ path: join(folder, name, file), truth: truthOf(name) })),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((photo) => ({ ...photo, at: random() }))
    .sort((a, b) => a.at - b.at);
}

ensurePackages();
ensureModels();
const photos = readPhotos(values.photos).slice(0, Number(values.limit ?? Infinity));
if (values.out) writeFileSync(values.out, '');
const bench = await openBenchPage();
const judged = [];
let refusedFiles = 0;
try {
  const plants = await bench.page.evaluateHandle(() => window.tansyBench.openPlants());
  for (const [index, { path, truth }] of photos.entries()) {
    const bytes = readFileSync(path).toString('base64');
    const result = await plants.evaluate(
      (own, { bytes, crop }) =>
        own.judge(new Blob([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))]), crop),
      { bytes, crop: truth.includes('__') ? truth.split('__')[0] : null },
    );
    if ('refused' in result) {
      refusedFiles += 1;
      console.log(`${path}: no photo (${result.refused})`);
      continue;
    }
    judged.push({ truth, ...result });
    if (values.out) appendFileSync(values.out, `${JSON.stringify({ path, truth, ...result })}\n`);
    if ((index + 1) % 50 === 0) console.log(`${index + 1}/${photos.length}`);
  }
} finally {
  await bench.close();
}

const figures = { ...plantFigures(judged), refusedFiles, browser: bench.version };
console.table(figures);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
