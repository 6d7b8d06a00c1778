/** The conversations kept on this device: found, renamed, removed, and put back. */
import { originOf } from '../domain/conversations/attachment';
import { isBlank } from '../domain/words/blank';
import { settled, type Conversation } from '../domain/conversations/conversation';
import { titleNamed } from '../domain/conversations/title';
import type { Keeping, Library, WholeConversation } from '../services/kept/library';

export class Shelf {
  readonly #library: Library;
  #all = $state.raw<readonly Conversation[]>([]);
  #removed = $state.raw<WholeConversation | null>(null);
  #undoFailed = $state(false);
  query = $state('');

  constructor(library: Library) {
    this.#library = library;
  }

  get keeping(): Keeping {
    return this.#library.keeping;
  }

  /** Newest first. */
  get all(): readonly Conversation[] {
    return this.#all;
  }

  get found(): readonly Conversation[] {
    const wanted = this.query.trim().toLocaleLowerCase();
    if (wanted === '') return this.#all;
    return this.#all.filter(({ title }) => title.toLocaleLowerCase().includes(wanted));
  }

  /** The newest conversation that holds a photo, or a copy of it. */
  async withPhoto(photoId: string): Promise<Conversation | undefined> {
    const all = this.#all;
    const ids = await this.#library.conversationsWith(originOf(photoId));
    return all.find(({ id }) => ids.includes(id));
  }

  /** What an undo would put back. */
  get removed(): Conversation | null {
    return this.#removed?.conversation ?? null;
  }

  /** It could not be saved again, and can be tried once more. */
  get undoFailed(): boolean {
    return this.#undoFailed;
  }

  async open(): Promise<void> {
    this.#all = await this.#library.list();
  }

  /** Puts a conversation that changed in its place. */
  put(conversation: Conversation): void {
    const others = this.#all.filter(({ id }) => id !== conversation.id);
    this.#all = [...others, conversation].sort((a, b) => b.updatedAt - a.updatedAt);
  }

  async rename(conversation: Conversation, title: string): Promise<Conversation> {
    const named = titleNamed(title.trim());
    if (isBlank(named) || named === conversation.title) return conversation;
    // Another tab may have gone on with it: only its title is changed.
    const kept = await this.#library.conversation(conversation.id);
    const renamed = { ...(kept ?? conversation), title: named, titleIsOwn: true };
    await this.#library.putBack({ conversation: renamed, messages: [], attachments: [] });
    this.put(renamed);
    return renamed;
  }

  async remove(id: string, { canUndo = true } = {}): Promise<void> {
    const whole = await this.#library.whole(id);
    if (!whole) return;
    await this.#library.remove(whole);
    if (canUndo) {
      this.#removed = { ...whole, messages: whole.messages.map(settled) };
      this.#undoFailed = false;
    }
    this.#all = this.#all.filter((conversation) => conversation.id !== id);
  }

  async undo(): Promise<void> {
    const removed = this.#removed;
    if (!removed) return;
    this.#undoFailed = false;
    try {
      await this.#library.putBack(removed);
    } catch {
      this.#undoFailed = true;
      return;
    }
    this.#removed = null;
    this.put(removed.conversation);
  }
}
