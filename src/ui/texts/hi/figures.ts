/** Sizes as they are said in Hindi. */
import { megabytes, whole, type Sizes } from '../figures';

export { allOf, hereOf, megabytes, seconds, tenths, whole, type Sizes } from '../figures';

const rounded = (bytes: number) => Math.round(bytes / 1e6);
const leftOf = (parts: readonly Sizes[]) =>
  whole.format(
    parts.reduce((sum, part) => sum + rounded(part.totalBytes) - rounded(part.storedBytes), 0),
  );
export const fetchLeft = (part: Sizes) => `${leftOf([part])} MB डाउनलोड करें`;
export const goOn = (parts: readonly Sizes[]) => `जारी रखें, ${leftOf(parts)} MB बाकी`;

export const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? 'लगभग ' : ''}${megabytes(bytes)} MB`;
