/**
 * Whether an answer names the crop of a leaf, and its condition. Folders are named `<crop>__<condition>`, as the plant
 * specialist's classes are; `tests/eval/leaves.json` has the words that are accepted for a condition, of which one must stand
 * in the answer. A well leaf wants that it is well, and no illness beside.
 */
import { comparableWords } from './word-error-rate.js';

export const cropQuestion = 'Which plant is this?';
export const conditionQuestion = 'What is wrong with it?';

const said = (text) => ` ${comparableWords(text.replaceAll(/[-_]/g, ' ')).join(' ')} `;
const holds = (answer, words) => said(answer).includes(said(words));

/** @returns {{ crop: string, condition: string } | null} null where the folder is of no leaf that is known */
export function leafOf(table, folder) {
  const [crop, condition] = folder.split('__');
  return table.crops[crop] && table.conditions[condition] ? { crop, condition } : null;
}

export const namesCrop = (table, { crop }, answer) =>
  table.crops[crop].some((words) => holds(answer, words) || holds(answer, `${words}s`));

export function namesCondition(table, { condition }, answer) {
  const names = (which) => table.conditions[which].some((words) => holds(answer, words));
  if (condition !== 'healthy') return names(condition);
  const isWell = names('healthy') && !holds(answer, 'not healthy');
  return isWell && !Object.keys(table.conditions).some((one) => one !== 'healthy' && names(one));
}
