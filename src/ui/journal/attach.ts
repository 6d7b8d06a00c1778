/** What elements of the journal do once they are there. */

/** What was pressed may be gone with the page before. */
export const takesFocus = (element: HTMLElement): void => element.focus();

/** It is what the address leads to. */
export const isArrivedAt = (element: HTMLElement): void => {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
};

/** A long timeline may have been scrolled away from it. */
export const comesInSight = (element: HTMLElement): void =>
  element.scrollIntoView({ block: 'nearest' });

/** Escape leaves this, and not the journal or the conversation that it stands in. */
export const leavesOnEscape =
  (leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };

export const shows =
  (blob: Blob) =>
  (image: HTMLImageElement): (() => void) => {
    const address = URL.createObjectURL(blob);
    image.src = address;
    return () => URL.revokeObjectURL(address);
  };
