/** Sizes as they are said in French. */
import { megabytes, whole, type Sizes } from '../figures';

export { allOf, hereOf, megabytes, seconds, tenths, whole, type Sizes } from '../figures';

const rounded = (bytes: number) => Math.round(bytes / 1e6);
const leftOf = (parts: readonly Sizes[]) =>
  whole.format(
    parts.reduce((sum, part) => sum + rounded(part.totalBytes) - rounded(part.storedBytes), 0),
  );
export const fetchLeft = (part: Sizes) => `Télécharger ${leftOf([part])}\u00a0Mo`;
export const goOn = (parts: readonly Sizes[]) => `Continuer, reste ${leftOf(parts)}\u00a0Mo`;

export const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? 'environ ' : ''}${megabytes(bytes)}\u00a0Mo`;
