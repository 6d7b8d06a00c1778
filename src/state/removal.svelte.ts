/** A question that is removed with all that was said after it, and can be put back as long as nothing else was begun. */
import {
  branchesOf,
  settled,
  subtreeOf,
  withoutQuestion,
  type Conversation,
  type Message,
} from '../domain/conversations/conversation';
import type { Library, WholeConversation } from '../services/kept/library';
import type { Shelf } from './shelf.svelte';
import type { Thread } from './thread.svelte';
import type { Trouble } from './trouble.svelte';

export interface RemovedQuestion extends WholeConversation {
  /** Another way to put it came in its place. */
  readonly showsOther: boolean;
}

export class Removal {
  readonly #thread: Thread;
  readonly #library: Library;
  readonly #shelf: Shelf;
  readonly #trouble: Trouble;
  #last = $state.raw<RemovedQuestion | null>(null);

  constructor(thread: Thread, library: Library, shelf: Shelf, trouble: Trouble) {
    this.#thread = thread;
    this.#library = library;
    this.#shelf = shelf;
    this.#trouble = trouble;
  }

  /** The question that an undo would put back. */
  get last(): RemovedQuestion | null {
    return this.#last;
  }

  forget(): void {
    this.#last = null;
  }

  /** Whether anything of the conversation would be left without it. */
  leavesAny(question: Message): boolean {
    return subtreeOf(this.#thread.all, question.id).length < this.#thread.all.length;
  }

  async remove(question: Message, { canUndo = true } = {}): Promise<void> {
    const before = this.#thread.conversation;
    if (!before) return;
    const gone = subtreeOf(this.#thread.all, question.id);
    const left = this.#thread.all.filter((message) => !gone.includes(message));
    const conversation = withoutQuestion(before, question, left);
    // At once: what is asked meanwhile follows what is left.
    this.#thread.update(conversation, left);
    this.#shelf.put(conversation);
    const attachments = await this.#trouble.keepTrying(() =>
      this.#library.removeMessages(conversation, gone),
    );
    const messages = gone.map(settled);
    const showsOther = branchesOf(left, question).length > 0;
    if (!attachments) this.#return(before, conversation, messages);
    else if (canUndo) this.#last = { conversation: before, messages, attachments, showsOther };
  }

  /** It could not be removed, so it is still there. What was asked meanwhile stays the branch that is shown. */
  #return(before: Conversation, without: Conversation, messages: readonly Message[]): void {
    const now = this.#thread.conversation;
    if (now?.id !== before.id) return;
    const back = now.leafId === without.leafId ? before : now;
    this.#thread.update(back, [...this.#thread.all, ...messages]);
    this.#shelf.put(back);
  }

  async undo(): Promise<void> {
    const removed = this.#last;
    if (!removed) return;
    await this.#trouble.keepTrying(async () => {
      await this.#library.putBack(removed);
      this.#last = null;
      this.#shelf.put(removed.conversation);
      // Another may have been opened meanwhile.
      if (this.#thread.conversation?.id !== removed.conversation.id) return;
      this.#thread.update(removed.conversation, [...this.#thread.all, ...removed.messages]);
    });
  }
}
