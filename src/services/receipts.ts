/** The receipts of the newest answers, over all conversations: read once somebody asks how fast answers come. */
import type { Message, Receipt } from '../domain/conversation';
import type { Library } from './library';

const mostReceipts = 100;

/** Newest first. */
export async function newestReceipts(
  library: Pick<Library, 'list' | 'messages'>,
  most = mostReceipts,
): Promise<Receipt[]> {
  let newest: Message[] = [];
  for (const { id, updatedAt } of await library.list()) {
    const oldest = newest[most - 1];
    // No conversation from here on has a newer one.
    if (oldest && updatedAt < oldest.createdAt) break;
    newest.push(...(await library.messages(id)).filter(({ receipt }) => receipt));
    newest = newest.sort((a, b) => b.createdAt - a.createdAt).slice(0, most);
  }
  return newest.flatMap(({ receipt }) => receipt ?? []);
}
