/** Whose a key is: a dialog's or a field's own keys are not the page's. */
import { hasModal } from './modal';

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

/** Of a key that means something anywhere on the page: not once a dialog has the page, or somebody has used it. */
export const isForPage = (event: KeyboardEvent): boolean => !event.defaultPrevented && !hasModal();

/** Of a key that writes something in a field. */
export const isForPageAsLetter = (event: KeyboardEvent): boolean =>
  isForPage(event) && !isField(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
