/** Sizes and times as they are said, with the figures of the language that the page speaks. */
import type { Part } from '../../state/part.svelte';
import { spokenLanguage } from './translation';

/** Made when first used: translations import these, and so before it is known that theirs is the language. */
function figures(shape: Intl.NumberFormatOptions): Pick<Intl.NumberFormat, 'format'> {
  let made: Intl.NumberFormat | undefined;
  return {
    format: (value: number) =>
      (made ??= new Intl.NumberFormat(spokenLanguage(), shape)).format(value),
  };
}
export const whole = figures({ maximumFractionDigits: 0 });
export const tenths = figures({ maximumFractionDigits: 1 });
const wholeTenths = figures({
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: false,
});
export const hundredths = figures({
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  useGrouping: false,
});
/** What a slow device writes in a second is less than one. */
export const roughly = (count: number) => (count < 1.95 ? tenths : whole).format(count);
const rounded = (bytes: number) => Math.round(bytes / 1e6);
export const megabytes = (bytes: number) => whole.format(rounded(bytes));
export type Sizes = Pick<Part, 'totalBytes' | 'storedBytes'>;
/** Of all parts is said what a person gets who adds up what is said of each. */
const sumOf = (parts: readonly Sizes[], size: (part: Sizes) => number) =>
  whole.format(parts.reduce((sum, part) => sum + size(part), 0));
export const allOf = (parts: readonly Sizes[]) => sumOf(parts, (part) => rounded(part.totalBytes));
export const hereOf = (parts: readonly Sizes[]) =>
  sumOf(parts, (part) => rounded(part.storedBytes));
export const leftOf = (parts: readonly Sizes[]) =>
  sumOf(parts, (part) => rounded(part.totalBytes) - rounded(part.storedBytes));
export const fetchLeft = (part: Sizes) => `Fetch ${leftOf([part])} MB`;
export const goOn = (parts: readonly Sizes[]) => `Go on, ${leftOf(parts)} MB are left`;
export const seconds = (ms: number) => wholeTenths.format(ms / 1000);

export const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? 'about ' : ''}${megabytes(bytes)} MB`;

/** As `figures`, of moments. British English writes a day before its month, as most languages here do. */
function moments(timeStyle: 'short' | 'medium'): (at: number) => string {
  let made: Intl.DateTimeFormat | undefined;
  return (at) => {
    const language = spokenLanguage();
    const shape = { dateStyle: 'medium', timeStyle } as const;
    made ??= new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, shape);
    return made.format(at);
  };
}
export const moment = moments('short');
export const momentWithSeconds = moments('medium');
