/** Sizes as they are said in French. */
import { leftOf, megabytes, type Sizes } from '../figures';

export { allOf, hereOf, megabytes, seconds, tenths, whole, type Sizes } from '../figures';

export const fetchLeft = (part: Sizes) => `Télécharger ${leftOf([part])}\u00a0Mo`;
export const goOn = (parts: readonly Sizes[]) => `Continuer, reste ${leftOf(parts)}\u00a0Mo`;

export const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? 'environ ' : ''}${megabytes(bytes)}\u00a0Mo`;
