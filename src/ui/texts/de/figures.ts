/** Sizes as they are said in German. */
import { leftOf, megabytes, type Sizes } from '../figures';

export { allOf, hereOf, megabytes, seconds, tenths, whole, type Sizes } from '../figures';

export const fetchLeft = (part: Sizes) => `${leftOf([part])}\u00a0MB laden`;
export const goOn = (parts: readonly Sizes[]) => `Weiter, noch ${leftOf(parts)}\u00a0MB`;

export const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? 'etwa ' : ''}${megabytes(bytes)}\u00a0MB`;
