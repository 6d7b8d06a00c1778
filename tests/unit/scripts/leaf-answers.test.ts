import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leafOf, namesCondition, namesCrop } from '../../../scripts/lib/leaf-answers.js';

const table = JSON.parse(readFileSync('tests/eval/leaves.json', 'utf8'));
const { classes } = JSON.parse(readFileSync('models/plants.json', 'utf8'));
const leaf = (folder: string) => {
  const found = leafOf(table, folder);
  if (!found) throw new Error(`${folder} is of no leaf`);
  return found;
};

describe('what an answer says of a leaf', () => {
  it('is known of all classes of the plant specialist', () => {
    const crops = classes.filter((name: string) => name.includes('__'));
    expect(crops.length).toBeGreaterThan(40);
    for (const name of crops) expect(leafOf(table, name), name).not.toBeNull();
    for (const other of ['tabby_cat', 'not_plant', 'background__no_leaf', 'tomato', 'tomato__flu'])
      expect(leafOf(table, other), other).toBeNull();
  });

  it('names its crop', () => {
    const crop = (folder: string, answer: string) => namesCrop(table, leaf(folder), answer);
    expect(crop('tomato__late_blight', 'A leaf of tomato.')).toBe(true);
    expect(crop('potato__late_blight', 'These are potatoes.')).toBe(true);
    expect(crop('corn__common_rust', 'It looks like a maize leaf.')).toBe(true);
    expect(crop('tomato__late_blight', 'This looks like a potato leaf.')).toBe(false);
    expect(crop('pepper__healthy', 'A peppercorn.')).toBe(false);
  });

  it('names its condition', () => {
    const condition = (folder: string, answer: string) =>
      namesCondition(table, leaf(folder), answer);
    expect(condition('corn__gray_leaf_spot', 'It is probably grey leaf-spot on corn.')).toBe(true);
    expect(condition('tomato__septoria_leaf_spot', 'Likely Septoria leaf spot.')).toBe(true);
    expect(condition('tomato__septoria_leaf_spot', 'I see many small dark spots.')).toBe(false);
    expect(condition('tomato__early_blight', 'Likely late blight, on a tomato leaf.')).toBe(false);
    expect(condition('tomato__yellow_leaf_curl_virus', 'It has leaf curl virus.')).toBe(false);
  });

  it('says that a leaf is well only where it names no illness', () => {
    const condition = (answer: string) => namesCondition(table, leaf('potato__healthy'), answer);
    expect(condition('The potato leaf looks healthy to me.')).toBe(true);
    expect(condition('I see nothing wrong with it.')).toBe(true);
    expect(condition('It is not healthy.')).toBe(false);
    expect(condition('No, this healthy leaf likely has late blight.')).toBe(false);
  });
});
