/** What a sum or a conversion comes to, in a sentence. */
import type { SumAsked } from './sum';

export interface SumWords {
  readonly is: (said: string, value: string, isAbout: boolean) => string;
  readonly byZero: string;
  /** Beyond what is computed with. */
  readonly tooLarge: string;
  readonly none: string;
  /** What computes it could not be fetched. */
  readonly unfetched: string;
}

/** Digits that a float is good for: what comes after them is noise of its arithmetic. */
const trusted = 12;
const mostDecimals = 6;
const ofConversion = 4;
/** From here on no float is every whole number. */
const largest = 1e15;

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: mostDecimals });
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: ofConversion });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** @param value as computed */
export function sumAnswer(asked: SumAsked, value: number, words: SumWords): string {
  if (Number.isNaN(value)) return words.none;
  if (!Number.isFinite(value)) return dividesByZero(asked) ? words.byZero : words.tooLarge;
  const exact = Number(value.toPrecision(trusted));
  if (asked.type === 'conversion') {
    const shown = Math.abs(exact) >= 10 ** ofConversion ? whole.format(exact) : short.format(exact);
    const { one, many } = asked.to;
    return words.is(asked.said, `${shown} ${exact === 1 ? one : many}`, isOff(shown, exact));
  }
  if (Math.abs(exact) >= largest || (exact !== 0 && Math.abs(exact) < 10 ** -mostDecimals)) {
    const [digits, power] = exact.toExponential(3).split('e');
    return words.is(asked.said, `${Number(digits)} × 10^${Number(power)}`, true);
  }
  const shown = plain.format(exact);
  return words.is(asked.said, shown, isOff(shown, exact));
}

const dividesByZero = (asked: SumAsked): boolean =>
  asked.type === 'sum' && /\/ 0(?![\d.])/.test(asked.expression);

const isOff = (shown: string, exact: number): boolean =>
  Number(shown.replaceAll(',', '')) !== exact;
