/**
 * `npm run eval:answers -- --set FILE --json FILE [--mind tansy-lite] [--limit N] [--out FILE]
 * [--alone]`: does a mind answer from
 * what it was given, and say so where that does not hold the answer? FILE has one item a line: `passages`, `question`,
 * and `answers`, of which any counts, or the string "unanswerable". `--out` keeps every reply, to be read.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openBenchPage } from './lib/bench-page.js';
import { holdsAnswer, judge, readItems } from './lib/grounded.js';
import { median } from './lib/median.js';
import { ensureModels, ensurePackages } from './lib/prepare.js';

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'tests/eval/answers.jsonl' },
    json: { type: 'string' },
    mind: { type: 'string', default: 'tansy-lite' },
    limit: { type: 'string' },
    out: { type: 'string' },
    alone: { type: 'boolean', default: false },
  },
});

/** Below an answer, the sentence that it rests on. */
const source = /\n\n> [^\n]*$/;
const inOwnWords = ({ text }) => text.replace(source, '');

const share = (which, isCounted) =>
  which.length === 0 ? 0 : Number((which.filter(isCounted).length / which.length).toFixed(3));

ensurePackages();
ensureModels();
const items = readItems(readFileSync(values.set, 'utf8')).slice(
  0,
  Number(values.limit ?? Infinity),
);
if (values.out) writeFileSync(values.out, '');
const bench = await openBenchPage();
const results = [];
try {
  const mind = await bench.page.evaluateHandle(
    ([id, isAlone]) => window.tansyBench.openAnswers(id, isAlone),
    [values.mind, values.alone],
  );
  for (const [index, item] of items.entries()) {
    const { passages, question, answers } = item;
    const summary = await mind.evaluate(
      (own, [passages, question]) => own.answer(passages, question),
      [passages, question],
    );
    const { text: reply, used } = summary;
    const result = { ...judge(item, reply), ...summary };
    result.ownRight =
      result.answerable && !result.refused && holdsAnswer(inOwnWords(summary), answers);
    result.isQuoted = !result.refused && !source.test(reply);
    results.push(result);
    const verdict = result.right ? 'right' : 'WRONG';
    console.log(`${index + 1}/${items.length}  ${verdict}  ${question}`);
    console.log(`    wanted ${[answers].flat().join(' | ')}\n    reply  ${reply}`);
    if (used < passages.length) console.log(`    only ${used} of ${passages.length} passages fit`);
    if (values.out) {
      const kept = { question, answers, reply, right: result.right, refused: result.refused };
      appendFileSync(values.out, `${JSON.stringify(kept)}\n`);
    }
  }
} finally {
  await bench.close();
}

const answerable = results.filter((result) => result.answerable);
const others = results.filter((result) => !result.answerable);
const figures = {
  items: results.length,
  right: share(answerable, ({ right }) => right),
  refusedRight: share(others, ({ right }) => right),
  refusedWrong: share(answerable, ({ refused, right }) => refused && !right),
  /** Of the answerable: right without the sentence shown below; that sentence alone; the nearest sentence, in doubt. */
  rightInOwnWords: share(answerable, ({ ownRight, isQuoted }) => ownRight && !isQuoted),
  quotedOnly: share(answerable, ({ isQuoted }) => isQuoted),
  inDoubt: share(answerable, ({ refused }) => refused),
  mind: values.mind,
  medianTokens: median(results.map(({ newTokens }) => newTokens)),
  medianFirstTokenMs: Math.round(median(results.map(({ firstTokenMs }) => firstTokenMs))),
  browser: bench.version,
};
console.table({
  answerable: { items: answerable.length, right: figures.right, refused: figures.refusedWrong },
  unanswerable: {
    items: others.length,
    right: figures.refusedRight,
    refused: figures.refusedRight,
  },
});
console.log(
  `median reply ${figures.medianTokens} tokens, first after ${figures.medianFirstTokenMs} ms`,
);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
