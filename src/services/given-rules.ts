/**
 * The rules by which a small mind is asked, and its answers are held, once a photo or a text was given: one file, fetched
 * with the first of them.
 */
export { toldToSmall } from '../domain/told-to-small';
export { saidWhole } from './said-whole';
export { vouchedFor } from './vouched';
