/**
 * Whether a question is one of arithmetic, or of how much of one unit another is. A small mind is as sure of a wrong sum as of
 * a right one. Only a whole question counts, in English; what it comes to is computed, never written by a mind.
 */
import { numberOf, numberPattern } from '../words/spoken-number';
import { unitNamed, type Unit } from '../words/units';

export interface Sum {
  readonly type: 'sum';
  /** In the notation of the calculator. */
  readonly expression: string;
  /** As it is read out: "17 times 23". */
  readonly said: string;
}

export interface Conversion {
  readonly type: 'conversion';
  readonly amount: number;
  /** As it was said: "half a pound". */
  readonly said: string;
  readonly from: Unit;
  readonly to: Unit;
}

export type SumAsked = Sum | Conversion;

/** No longer question is only that. */
const mostLetters = 120;
const before =
  /^(?:(?:hey|hi|hello|ok|okay|and|so|please|tansy|now),? )*(?:(?:can|could) you (?:please )?)?(?:tell me |calculate |compute |work out |figure out |solve |convert |change )?(?:what(?:s| is| are| does| do)? |how much (?:is|are|does|do|makes?) )?/;
const after = /(?: equals?| equal to| makes?| come to| please| ?=)*$/;

const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 9 });

/** Each reads the rest of a question, and says what it is for the calculator and for an ear. */
const tokens: readonly {
  readonly pattern: RegExp;
  readonly kind: 'number' | 'sign' | 'before' | 'after';
  readonly of: (found: string) => readonly [string, string];
}[] = [
  {
    pattern: new RegExp(`^${numberPattern}(?![\\w.])`),
    kind: 'number',
    of: (found) => [String(numberOf(found)), figures.format(numberOf(found))],
  },
  { pattern: /^(?:plus|\+)/, kind: 'sign', of: () => ['+', 'plus'] },
  { pattern: /^(?:minus|-(?= ))/, kind: 'sign', of: () => ['-', 'minus'] },
  { pattern: /^(?:times|multiplied by|[x*])/, kind: 'sign', of: () => ['*', 'times'] },
  {
    pattern: /^(?:divided by|over|\/(?= |0(?![\d.])))/,
    kind: 'sign',
    of: () => ['/', 'divided by'],
  },
  { pattern: /^(?:to the power of|\^)/, kind: 'sign', of: () => ['^', 'to the power of'] },
  { pattern: /^(?:percent|per cent|%) of/, kind: 'sign', of: () => ['/ 100 *', 'percent of'] },
  { pattern: /^squared/, kind: 'after', of: () => ['^ 2', 'squared'] },
  { pattern: /^cubed/, kind: 'after', of: () => ['^ 3', 'cubed'] },
  { pattern: /^half (?:of )?/, kind: 'before', of: () => ['0.5 *', 'half of'] },
  { pattern: /^(?:a|one) third of/, kind: 'before', of: () => ['1 / 3 *', 'a third of'] },
  { pattern: /^(?:a|one) quarter of/, kind: 'before', of: () => ['0.25 *', 'a quarter of'] },
  { pattern: /^(?:twice|double)/, kind: 'before', of: (found) => ['2 *', found] },
  {
    pattern: /^(?:the )?square root of/,
    kind: 'before',
    of: () => ['sqrt', 'the square root of'],
  },
];

export function sumAsked(question: string): SumAsked | null {
  if (question.length > mostLetters) return null;
  const words = question
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/(?<=\d),(?=\d{3}\b)/g, '')
    .replaceAll('×', ' times ')
    .replaceAll('÷', ' divided by ')
    .replaceAll('−', '-')
    .replaceAll(/[?!]|\.(?!\d)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const asked = words.replace(before, '').replace(after, '');
  return sumIn(asked) ?? conversionIn(asked);
}

function sumIn(words: string): Sum | null {
  const expression: string[] = [];
  const said: string[] = [];
  let numbers = 0;
  let signs = 0;
  /** A number, or what comes before one, is due. */
  let isDue = true;
  /** Of a root, which ends with its number. */
  let open = 0;
  for (let rest = words; rest !== '';) {
    const token = tokens.find(
      ({ kind, pattern }) =>
        (kind === 'number' || kind === 'before') === isDue && pattern.test(rest),
    );
    if (!token) return null;
    const [found] = token.pattern.exec(rest)!;
    const [sign, reading] = token.of(found);
    said.push(reading);
    rest = rest.slice(found.length).trimStart();
    if (token.kind === 'number') {
      numbers += 1;
      expression.push(`${sign}${')'.repeat(open)}`);
      open = 0;
    } else if (sign === 'sqrt') {
      open += 1;
      expression.push('sqrt(');
    } else expression.push(sign);
    if (token.kind !== 'number') signs += 1;
    isDue = token.kind === 'before' || token.kind === 'sign';
  }
  if (isDue || numbers === 0 || signs === 0) return null;
  return { type: 'sum', expression: expression.join(' '), said: said.join(' ') };
}

const amount = `(?:(${numberPattern}|an?|half an?|(?:a|one) quarter (?:of )?(?:an?)?) ?)`;
const unit = '([a-z°][a-z° ]*?)';
const conversions = [
  // How many grams are in half a pound?
  {
    pattern: new RegExp(`^how many ${unit} (?:(?:are|is) )?(?:there )?in ${amount}?${unit}$`),
    to: 1,
  },
  // How many feet is 2 metres?
  { pattern: new RegExp(`^how many ${unit} (?:are|is) ${amount}${unit}$`), to: 1 },
  // What is 20 degrees Celsius in Fahrenheit? Convert 5 miles to kilometres.
  { pattern: new RegExp(`^${amount}${unit} (?:to|into|in) ${unit}$`), to: 3 },
] as const;

function conversionIn(words: string): Conversion | null {
  for (const { pattern, to: place } of conversions) {
    const found = pattern.exec(words);
    if (!found) continue;
    const [, first = '', second = '', third = ''] = found;
    const [counted, ofName, toName] = place === 1 ? [second, third, first] : [first, second, third];
    const [from, to] = [unitNamed(ofName), unitNamed(toName)];
    if (!from || !to || from === to || from.of !== to.of) continue;
    const value = amountOf(counted);
    if (Number.isNaN(value)) continue;
    const said = `${counted.trim() || 'one'} ${value > 1 ? from.many : from.one}`;
    return { type: 'conversion', amount: value, said, from, to };
  }
  return null;
}

function amountOf(words: string): number {
  const said = words.trim();
  if (/^(?:an?)?$/.test(said)) return 1;
  if (said.startsWith('half')) return 0.5;
  if (/quarter/.test(said)) return 0.25;
  return numberOf(said);
}
