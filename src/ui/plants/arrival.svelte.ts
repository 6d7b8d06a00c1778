/**
 * From a photo in the journal to the card of its diagnosis: it comes into view once it is there, however far up in its
 * conversation, and has the keys.
 */
import { tick } from 'svelte';
import { originOf } from '../../domain/attachment';
import { diagnosisOf, type Message } from '../../domain/conversation';

/** What the photo that is looked for is a copy of; null once its card was shown. */
let wanted = $state.raw<string | null>(null);

/** What comes with the card or above it takes its room within these frames, and the thread goes to its end meanwhile. */
const frames = 6;

const isOf = (photoIds: readonly string[], origin: string | null): boolean =>
  photoIds.some((id) => originOf(id) === origin);

/**
 * @param photoId that of a photo, or of a copy of it
 * @param messages of the conversation that is open
 */
export async function arriveAt(photoId: string, messages: readonly Message[]): Promise<void> {
  const origin = originOf(photoId);
  const at = messages.findLastIndex((message) =>
    isOf(diagnosisOf(message)?.attachmentIds ?? [], origin),
  );
  if (at < 0) return;
  wanted = origin;
  await tick();
  // Of a long conversation only the newest are laid out: one press shows as many again.
  for (;;) {
    const laidOut = document.querySelectorAll('main ol > li').length;
    const earlier = document.querySelector<HTMLElement>('main .earlier');
    if (!earlier || laidOut >= messages.length - at) return;
    earlier.click();
    await tick();
  }
}

/** @param photoIds those of a card */
export const isWanted = (photoIds: readonly string[]): boolean =>
  wanted !== null && isOf(photoIds, wanted);

/** Of several cards of a photo the newest comes last, and is the one that stays in view. */
export function arrives(card: HTMLElement): void {
  let left = frames;
  const show = () => {
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'start' });
    left -= 1;
    if (left > 0) requestAnimationFrame(show);
    else wanted = null;
  };
  requestAnimationFrame(show);
}
