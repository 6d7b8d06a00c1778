/**
 * From a photo in the journal to the card of its diagnosis: it comes into view once it is there, however far up in its
 * conversation, and has the keys.
 */
import { tick } from 'svelte';
import { originOf } from '../../domain/conversations/attachment';
import {
  diagnosisOf,
  type Conversation,
  type Message,
} from '../../domain/conversations/conversation';

/** What the photo that is looked for is a copy of; null once its card was shown, or nobody waits for it any more. */
let wanted = $state.raw<string | null>(null);
let stopWaiting = () => {};

/** A card that comes later than this would take the focus from what is done meanwhile. */
const mostMs = 8000;
/** What comes with the card or above it takes its room within these frames, and the thread goes to its end meanwhile. */
const frames = 6;

/** The chat, as far as it is needed. */
interface Open {
  readonly conversation: Pick<Conversation, 'id'> | null;
  readonly messages: readonly Message[];
}

const isOf = (photoIds: readonly string[], origin: string | null): boolean =>
  photoIds.some((id) => originOf(id) === origin);

function forget() {
  stopWaiting();
  stopWaiting = () => {};
  wanted = null;
}

/** Until it is forgotten: when it has come, after some seconds, or when the conversation is left. */
function waitFor(origin: string, chat: Open) {
  forget();
  wanted = origin;
  const id = chat.conversation?.id;
  const timer = setTimeout(forget, mostMs);
  const unwatch = $effect.root(() => {
    $effect(() => {
      if (chat.conversation?.id !== id) forget();
    });
  });
  stopWaiting = () => {
    clearTimeout(timer);
    unwatch();
  };
}

/**
 * @param photoId that of a photo, or of a copy of it
 * @param chat its conversation is the one that is open
 */
export async function arriveAt(photoId: string, chat: Open): Promise<void> {
  const { messages } = chat;
  const origin = originOf(photoId);
  const at = messages.findLastIndex((message) =>
    isOf(diagnosisOf(message)?.attachmentIds ?? [], origin),
  );
  if (at < 0) return;
  waitFor(origin, chat);
  await tick();
  // Of a long conversation only the newest are laid out: one press shows as many again.
  while (wanted === origin) {
    const laidOut = document.querySelectorAll('[data-thread] > li:not(.hearing)').length;
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
    else forget();
  };
  requestAnimationFrame(show);
}
