/** Sizes as they are said in Hindi. */
import { leftOf, megabytes, type Sizes } from '../figures';

export { allOf, hereOf, megabytes, seconds, tenths, whole, type Sizes } from '../figures';

export const fetchLeft = (part: Sizes) => `${leftOf([part])} MB डाउनलोड करें`;
export const goOn = (parts: readonly Sizes[]) => `जारी रखें, ${leftOf(parts)} MB बाकी`;

export const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? 'लगभग ' : ''}${megabytes(bytes)} MB`;
