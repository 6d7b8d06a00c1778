/** Whether a dialog has the page to itself: keys that are meant for the page then rest, wherever the focus is. */
export const hasModal = (): boolean => document.querySelector('dialog:modal') !== null;
