/**
 * The rules by which a small mind is asked, and its answers are held, once a photo or a text was given: one file, fetched
 * with the first of them.
 */
export { maybeGivenQuestion } from '../../domain/mind/maybe-given';
export { toldToSmall } from '../../domain/mind/told-to-small';
export { heldIfNear, heldToText } from './given-reply';
export { saidWhole } from './said-whole';
