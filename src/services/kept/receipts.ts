/**
 * The receipts of the newest answers that a mind wrote, over all conversations: read once somebody asks how fast answers come. Thousands of
 * conversations may have none, so that they are read in slices, each told as it comes, and no more than the newest ones.
 */
import type { Conversation, Message, Receipt } from '../../domain/conversations/conversation';
import { isOfMind } from '../../domain/conversations/receipt-summary';
import { throwIfAborted } from '../../domain/errors';
import type { Library } from './library';

const mostReceipts = 100;
/** Of so many, the oldest say little of how fast it is now. */
const mostConversations = 500;
const sliceLength = 20;

export interface ReceiptsRead {
  /** Newest first, as far as they are read. */
  readonly receipts: readonly Receipt[];
  /** In how many conversations they were looked for, where there are more that may have some; null where there are none. */
  readonly lookedIn: number | null;
}

export interface ReceiptLimits {
  readonly most?: number;
  readonly conversations?: number;
}

/** Rejects `aborted` once the signal fires: nothing more is read then. */
export async function* newestReceipts(
  all: readonly Conversation[],
  library: Pick<Library, 'messages'>,
  signal: AbortSignal,
  { most = mostReceipts, conversations = mostConversations }: ReceiptLimits = {},
): AsyncGenerator<ReceiptsRead> {
  const newestFirst = [...all].sort((a, b) => b.updatedAt - a.updatedAt);
  let newest: Message[] = [];
  let read = 0;
  /** No conversation from here on has a newer one. */
  const isWhole = () => {
    const next = newestFirst[read];
    const oldest = newest[most - 1];
    return !next || (oldest !== undefined && next.updatedAt < oldest.createdAt);
  };
  do {
    const end = Math.min(read + sliceLength, conversations);
    const slice = newestFirst.slice(read, end);
    const messages = await Promise.all(slice.map(({ id }) => library.messages(id)));
    throwIfAborted(signal);
    read = end;
    newest = [...newest, ...messages.flat().filter(({ receipt }) => receipt && isOfMind(receipt))]
      .sort((a, b) => b.createdAt - a.createdAt)
      .slice(0, most);
    const receipts = newest.flatMap(({ receipt }) => receipt ?? []);
    yield { receipts, lookedIn: isWhole() ? null : read };
  } while (read < conversations && !isWhole());
}
