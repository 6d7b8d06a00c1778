/** The conversation on screen: its messages, of which one branch is shown, and what is kept of it. */
import type { Attachment } from '../domain/conversations/attachment';
import {
  branchesAmong,
  pathTo,
  titled,
  type Conversation,
  type Message,
  type MessagePart,
} from '../domain/conversations/conversation';
import { titleFrom } from '../domain/conversations/title';
import type { Library } from '../services/kept/library';
import type { Shelf } from './shelf.svelte';
import type { Trouble } from './trouble.svelte';

export class Thread {
  readonly #library: Library;
  readonly #shelf: Shelf;
  readonly #trouble: Trouble;
  #conversation = $state.raw<Conversation | null>(null);
  #all = $state.raw<readonly Message[]>([]);
  // Each made once a change: a word that comes to an answer must not cost a long conversation more than a short one.
  readonly #shown = $derived(this.upTo(this.#conversation?.leafId ?? null));
  readonly #branches = $derived(branchesAmong(this.#all));
  /** Of this conversation, also where they could not be saved. */
  #attachments: readonly Attachment[] = [];

  constructor(library: Library, shelf: Shelf, trouble: Trouble) {
    this.#library = library;
    this.#shelf = shelf;
    this.#trouble = trouble;
  }

  get conversation(): Conversation | null {
    return this.#conversation;
  }
  /** Of every branch. */
  get all(): readonly Message[] {
    return this.#all;
  }
  /** The branch shown, from the first message to its leaf. */
  get shown(): readonly Message[] {
    return this.#shown;
  }

  upTo(id: string | null): readonly Message[] {
    return pathTo(this.#all, id);
  }

  /** The other ways this message was put, itself among them. */
  branches(message: Message): readonly Message[] {
    return this.#branches(message);
  }

  questionOf(answer: Message): Message | undefined {
    return this.#all.find(({ id }) => id === answer.parentId);
  }

  async attachment(id: string): Promise<Attachment | undefined> {
    const own = this.#attachments.find((attachment) => attachment.id === id);
    return own ?? this.#library.attachment(id);
  }

  /** Another conversation, or none. */
  show(conversation: Conversation | null, messages: readonly Message[] = []): void {
    this.#attachments = [];
    this.#conversation = conversation;
    this.#all = messages;
  }

  /** The same one, as it is by now. */
  update(conversation: Conversation, messages = this.#all): void {
    this.#conversation = conversation;
    this.#all = messages;
  }

  /** At the end, or in its own place where it is there already. */
  put(message: Message): void {
    const isThere = this.#all.some(({ id }) => id === message.id);
    if (isThere) this.replace(message);
    else this.#all = [...this.#all, message];
  }

  /** One that is not there any more does not come back. */
  replace(changed: Message): void {
    this.#all = this.#all.map((message) => (message.id === changed.id ? changed : message));
  }

  hold(attachments: readonly Attachment[]): void {
    this.#attachments = [...this.#attachments, ...attachments];
  }

  async save(
    conversation: Conversation,
    messages: readonly Message[],
    attachments: readonly Attachment[] = [],
  ): Promise<void> {
    const saved = { ...titled(conversation, this.#all), updatedAt: Date.now() };
    this.#conversation = saved;
    this.#shelf.put(saved);
    await this.#trouble.keepSaving(() => this.#library.save(saved, messages, attachments));
  }

  /** Where what was said since changes what it is called. */
  async retitle(): Promise<void> {
    const conversation = this.#conversation;
    if (!conversation || titled(conversation, this.#all).title === conversation.title) return;
    await this.save(conversation, []);
  }

  message(
    { id: conversationId }: Conversation,
    role: Message['role'],
    parts: readonly MessagePart[],
    parentId: string | null,
  ): Message {
    const type = role === 'user' ? 'complete' : 'streaming';
    // Always after what it follows, within one millisecond and where the clock was set back too.
    const newest = Math.max(...this.#all.map(({ createdAt }) => createdAt));
    const createdAt = Math.max(Date.now(), newest + 1);
    const id = crypto.randomUUID();
    return { id, conversationId, parentId, role, parts, status: { type }, createdAt };
  }
}

export function newConversation(question: string, modelId: string): Conversation {
  const now = Date.now();
  return {
    id: crypto.randomUUID(),
    title: titleFrom(question),
    titleIsOwn: false,
    leafId: null,
    modelId,
    createdAt: now,
    updatedAt: now,
  };
}
