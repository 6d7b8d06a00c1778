/**
 * `npm run eval:sight -- --photos DIR --json FILE [--limit N] [--out ANSWERS.jsonl] [--mind tansy-lite]`: what does a mind
 * see? DIR holds `<class>/*.jpg`. Every photo is asked "What is in this picture?"; every second one for a thing of quite
 * another class, the others for their own. A folder `<crop>__<condition>` holds leaves, which are asked which plant they are of,
 * and what is wrong with it. `--limit` draws that many photos; `--out` keeps the answers, to be read.
 */
import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBenchPage } from './lib/bench-page.js';
import {
  conditionQuestion,
  cropQuestion,
  leafOf,
  namesCondition,
  namesCrop,
} from './lib/leaf-answers.js';
import { median } from './lib/median.js';
import {
  areAkin,
  classOf,
  isRight,
  saysYes,
  seeded,
  whatItNames,
  withArticle,
} from './lib/named.js';
import { root } from './lib/paths.js';
import { ensureModels, ensurePackages } from './lib/prepare.js';

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    json: { type: 'string' },
    limit: { type: 'string' },
    out: { type: 'string' },
    mind: { type: 'string', default: 'tansy-lite' },
  },
});
if (!values.photos) {
  console.error('Say where the photos are: npm run eval:sight -- --photos DIR --json FILE');
  process.exit(1);
}

const greeting = 'Hello.';
const whatIsSeen = 'What is in this picture?';
const readTable = (name) => JSON.parse(readFileSync(join(root, 'tests/eval', name), 'utf8'));
const table = readTable('synonyms.json');
const leafTable = readTable('leaves.json');
const random = seeded(20_261_125);
const shuffled = (list) =>
  list
    .map((one) => [random(), one])
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
const share = (part, whole) => (whole === 0 ? 0 : Number((part / whole).toFixed(3)));

function readPhotos(folder) {
  const classes = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return classes
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => {
      const files = readdirSync(join(folder, name)).filter((file) => /\.jpe?g$/i.test(file));
      const shown = classOf(table, name);
      const leaf = leafOf(leafTable, name);
      const of = { folder: name, shown, leaf };
      return files.sort().map((file) => ({ path: join(folder, name, file), ...of }));
    });
}

/** Each with the class that is asked for: its own, or every second time quite another. */
function planQuestions(photos) {
  const everyday = photos.filter(({ leaf }) => !leaf);
  const classes = [...new Map(everyday.map(({ folder, shown }) => [folder, shown])).values()];
  return shuffled(photos).map((photo, index) => {
    const others = classes.filter((other) => !areAkin(photo.shown, other));
    const isOther = index % 2 === 0 && others.length > 0;
    const asked = isOther ? others[Math.floor(random() * others.length)] : photo.shown;
    return { ...photo, isOther, asked };
  });
}

ensurePackages();
ensureModels();
const photos = planQuestions(readPhotos(values.photos)).slice(0, Number(values.limit ?? Infinity));
if (values.out) writeFileSync(values.out, '');
const bench = await openBenchPage();
const results = [];
const leaves = [];
const refused = [];
try {
  const mind = await bench.page.evaluateHandle(
    (id) => window.tansyBench.openSight(id),
    values.mind,
  );
  const ask = (question) => mind.evaluate((own, question) => own.ask(question), question);
  const askInWords = (question) =>
    mind.evaluate((own, question) => own.askInWords(question), question);
  for (const [index, { path, folder, shown, leaf, isOther, asked }] of photos.entries()) {
    const bytes = readFileSync(path).toString('base64');
    const look = await mind.evaluate(
      (own, bytes) =>
        own.show(new Blob([Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0))])),
      bytes,
    );
    if ('refused' in look) {
      refused.push(path);
      console.log(`${index + 1}/${photos.length}  ${path}: no photo (${look.refused})`);
      continue;
    }
    if (leaf) {
      const plant = await ask(cropQuestion);
      const wrong = await ask(conditionQuestion);
      const crop = namesCrop(leafTable, leaf, plant.text);
      const condition = namesCondition(leafTable, leaf, wrong.text);
      leaves.push({ crop, condition });
      console.log(`${index + 1}/${photos.length}  ${folder}: crop ${crop}, condition ${condition}`);
      console.log(`    ${plant.text}\n    ${wrong.text}`);
      const answers = { plant: plant.text, wrong: wrong.text };
      if (values.out)
        appendFileSync(
          values.out,
          `${JSON.stringify({ path, folder, crop, condition, ...answers })}\n`,
        );
      continue;
    }
    // With a photo and without are read by different adapters, so each begins anew after the other: neither has a head start.
    await askInWords(greeting);
    const seen = await ask(whatIsSeen);
    const inWords = await askInWords(whatIsSeen);
    const whether = `Is there ${withArticle(asked.names[0].toLowerCase())}?`;
    const yesOrNo = await ask(whether);
    const result = {
      folder,
      isKnown: shown.isKnown,
      answer: seen.text,
      names: whatItNames(shown, seen.text),
      right: isRight(shown, seen.text),
      whether,
      isOther,
      whetherAnswer: yesOrNo.text,
      yes: saysYes(yesOrNo.text),
    };
    const words = inWords.firstTokenMs;
    results.push({
      ...result,
      ...seen,
      lookMs: look.lookMs,
      overWords: seen.firstTokenMs / words,
      overWordsAtOnce: (look.lookMs + seen.firstTokenMs) / words,
    });
    console.log(
      `${index + 1}/${photos.length}  ${folder}: ${result.right ? 'right' : result.names}`,
    );
    console.log(`    ${seen.text}\n    ${whether}  ${yesOrNo.text}`);
    if (values.out) appendFileSync(values.out, `${JSON.stringify({ path, ...result })}\n`);
  }
} finally {
  await bench.close();
}

const count = (isCounted) => results.filter(isCounted).length;
/** Of the everyday photos; null where there were none. */
const roundedMedian = (key, digits) =>
  results.length === 0 ? null : Number(median(results.map((one) => one[key])).toFixed(digits));
const figures = {
  photos: results.length,
  named: share(
    count(({ right }) => right),
    results.length,
  ),
  kindOnly: share(
    count(({ right, names }) => !right && names === 'kind'),
    results.length,
  ),
  falseYes: share(
    count(({ isOther, yes }) => isOther && yes),
    count(({ isOther }) => isOther),
  ),
  trueYes: share(
    count(({ isOther, yes }) => !isOther && yes),
    count(({ isOther }) => !isOther),
  ),
  leaves: leaves.length,
  cropNamed: share(leaves.filter(({ crop }) => crop).length, leaves.length),
  conditionNamed: share(leaves.filter(({ condition }) => condition).length, leaves.length),
  refusedFiles: refused.length,
  lookMs: roundedMedian('lookMs', 0),
  firstTokenMs: roundedMedian('firstTokenMs', 0),
  tokensPerSecond: roundedMedian('tokensPerSecond', 1),
  overWords: roundedMedian('overWords', 2),
  overWordsAtOnce: roundedMedian('overWordsAtOnce', 2),
  mind: values.mind,
  browser: bench.version,
};
console.table({
  all: { photos: figures.photos, named: figures.named, 'kind only': figures.kindOnly },
});
console.table({
  'yes to what is not there': { share: figures.falseYes },
  'yes to what is there': { share: figures.trueYes },
});
if (leaves.length > 0)
  console.table({
    leaves: { photos: leaves.length, crop: figures.cropNamed, condition: figures.conditionNamed },
  });
if (results.length > 0)
  console.log(
    `photo looked at in ${figures.lookMs} ms, first token ${figures.firstTokenMs} ms after the question, ` +
      `then ${figures.tokensPerSecond} tokens/s; to the first token ${figures.overWords} of ` +
      `what the same words take without a photo, ${figures.overWordsAtOnce} where it is asked as it is shown (medians)`,
  );
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
