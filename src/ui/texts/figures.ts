/** Sizes and times as they are said. */
import type { Part } from '../../state/part.svelte';

export const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
export const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const rounded = (bytes: number) => Math.round(bytes / 1e6);
export const megabytes = (bytes: number) => whole.format(rounded(bytes));
export type Sizes = Pick<Part, 'totalBytes' | 'storedBytes'>;
/** Of all parts is said what a person gets who adds up what is said of each. */
const sumOf = (parts: readonly Sizes[], size: (part: Sizes) => number) =>
  whole.format(parts.reduce((sum, part) => sum + size(part), 0));
export const allOf = (parts: readonly Sizes[]) => sumOf(parts, (part) => rounded(part.totalBytes));
export const hereOf = (parts: readonly Sizes[]) =>
  sumOf(parts, (part) => rounded(part.storedBytes));
const leftOf = (parts: readonly Sizes[]) =>
  sumOf(parts, (part) => rounded(part.totalBytes) - rounded(part.storedBytes));
export const fetchLeft = (part: Sizes) => `Fetch ${leftOf([part])} MB`;
export const goOn = (parts: readonly Sizes[]) => `Go on, ${leftOf(parts)} MB are left`;
export const seconds = (ms: number) => (ms / 1000).toFixed(1);

export const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? 'about ' : ''}${megabytes(bytes)} MB`;
