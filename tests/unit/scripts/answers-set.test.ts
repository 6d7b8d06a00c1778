import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { holdsAnswer, readItems, refuses } from '../../../scripts/lib/grounded.js';

const items = readItems(readFileSync('tests/eval/answers.jsonl', 'utf8'));

it('holds enough items of both kinds, none twice', () => {
  const closed = items.filter(({ answers }) => answers === 'unanswerable');
  expect(items.length).toBeGreaterThanOrEqual(200);
  expect(closed.length / items.length).toBeGreaterThan(0.25);
  expect(closed.length / items.length).toBeLessThan(0.35);
  const keys = items.map(({ passages, question }) => [...passages, question].join('\n'));
  expect(new Set(keys).size).toBe(items.length);
});

it('has nothing in a question that already counts as its answer, or in an answer that counts as a refusal', () => {
  for (const { question, answers } of items) {
    if (answers === 'unanswerable') continue;
    expect(holdsAnswer(question, answers), question).toBe(false);
    expect(refuses(answers.join('. ')), question).toBe(false);
  }
});
