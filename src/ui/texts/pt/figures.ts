/** Sizes as they are said in Brazilian Portuguese. */
import { leftOf, megabytes, type Sizes } from '../figures';

export { allOf, hereOf, megabytes, seconds, tenths, whole, type Sizes } from '../figures';

export const fetchLeft = (part: Sizes) => `Baixar ${leftOf([part])} MB`;
export const goOn = (parts: readonly Sizes[]) => `Continuar, faltam ${leftOf(parts)} MB`;

export const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? 'cerca de ' : ''}${megabytes(bytes)} MB`;
