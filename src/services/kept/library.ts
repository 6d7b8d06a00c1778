/** What is kept between visits, as the page sees it. */
import type { Attachment, PendingAttachment } from '../../domain/conversations/attachment';
import type { Conversation, Message } from '../../domain/conversations/conversation';
import type { ConversationId } from '../../domain/ids';
import type { JournalContent, JournalEntry, PlantId } from '../../domain/plants/journal';
import type { WholeConversation } from '../../storage/conversations';
import type { Brought } from '../../storage/transfer';
import type { Settings } from '../../domain/settings';

export type { Brought, WholeConversation };

/** `blocked`: another tab holds an older version of it, and what was said before cannot be read either. */
export type Keeping = 'kept' | 'nowhere' | 'blocked';

export interface Library {
  readonly keeping: Keeping;
  /** Something could not be saved yet, and is here until the tab is closed. */
  readonly holds: boolean;
  list(): Promise<Conversation[]>;
  conversation(id: string): Promise<Conversation | undefined>;
  messages(id: string): Promise<Message[]>;
  message(id: string): Promise<Message | undefined>;
  attachment(id: string): Promise<Attachment | undefined>;
  /** The conversations that hold this photo, or copies of it. */
  conversationsWith(photoId: string): Promise<readonly ConversationId[]>;
  save(
    conversation: Conversation,
    messages?: readonly Message[],
    attachments?: readonly Attachment[],
  ): Promise<void>;
  saveMessage(message: Message): Promise<void>;
  /** Photos of a question that is still being written. */
  pending(): Promise<PendingAttachment[]>;
  keepPending(photo: PendingAttachment): Promise<void>;
  dropPending(id: string): Promise<void>;
  /** All of one conversation, to be put back after a `remove`. */
  whole(id: string): Promise<WholeConversation | null>;
  remove(whole: WholeConversation): Promise<void>;
  /** Saves all or some of one, and changes nothing where it rejects: a person can do it once more. `save` may hold it. */
  putBack(part: WholeConversation): Promise<void>;
  /** Removes some of a conversation's messages and what only they have attached, which is given back. */
  removeMessages(
    conversation: Conversation,
    messages: readonly Message[],
  ): Promise<readonly Attachment[]>;
}

export interface SettingsKeeper {
  read(): Promise<Settings>;
  set<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void>;
  /** What was found out about this device, not chosen; undefined where nothing was. */
  fact(name: string): Promise<unknown>;
  setFact(name: string, value: unknown): Promise<void>;
}

/** All of it at once: out to a file, back from one, and gone. */
export interface OwnDataKeeper {
  save(signal: AbortSignal): Promise<Blob>;
  /** Rejects `bad-input`, with a `reason`, for a file that is no whole export; then nothing has changed. */
  bring(file: Blob, signal: AbortSignal): Promise<Brought>;
  /** Afterwards this page can save nothing any more, also where this rejects: it is to be loaded anew, as other tabs are. */
  erase(): Promise<void>;
}

/** The plant journal, apart from the conversations. */
export interface JournalKeeper {
  all(): Promise<JournalContent>;
  /** All of it or nothing; rejects `bad-input`, with `gone` as its reason, for an entry whose plant is not here any more. */
  save(content: Partial<JournalContent>): Promise<void>;
  /** With its entries; gives back what an undo puts back. */
  removePlant(id: PlantId): Promise<JournalContent>;
  removeEntry(entry: JournalEntry): Promise<void>;
}
