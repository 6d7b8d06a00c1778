/**
 * The rules by which a small mind is asked, and its answers are held, once a photo or a text was given: one file, fetched
 * with the first of them.
 */
import { sentencesOf } from '../domain/evidence';
import type { GivenText } from '../domain/given-text';
import type { Nearness } from './given-nearness';
import { vouchedFor as vouched } from './vouched';

export { toldToSmall } from '../domain/told-to-small';
export { nearTo } from './given-nearness';
export { saidWhole } from './said-whole';

type Vouched = (...all: [...Parameters<typeof vouched>, near?: Nearness]) => string;

export const vouchedFor: Vouched = vouched;

/** Those that may answer a question about the texts given. */
export const sentencesToCompare = ({ passages }: GivenText): string[] =>
  passages.flatMap(sentencesOf);
