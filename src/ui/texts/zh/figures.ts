/** Sizes as they are said in Chinese. */
import { leftOf, megabytes, type Sizes } from '../figures';

export { allOf, hereOf, megabytes, seconds, tenths, whole, type Sizes } from '../figures';

export const fetchLeft = (part: Sizes) => `下载 ${leftOf([part])} MB`;
export const goOn = (parts: readonly Sizes[]) => `继续，还剩 ${leftOf(parts)} MB`;

export const about = (bytes: number, isAbout: boolean) =>
  `${isAbout ? '约 ' : ''}${megabytes(bytes)} MB`;
