/** Sizes as they are said in Spanish. */
import { leftOf, megabytes, type Sizes } from '../figures';

export { allOf, hereOf, megabytes, seconds, tenths, whole, type Sizes } from '../figures';

export const fetchLeft = (part: Sizes) => `Descargar ${leftOf([part])} MB`;
export const goOn = (parts: readonly Sizes[]) => `Continuar, quedan ${leftOf(parts)} MB`;

export const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? 'unos ' : ''}${megabytes(bytes)} MB`;
