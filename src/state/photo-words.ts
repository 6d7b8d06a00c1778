/** What is written in a question's photos, as a part of the question. */
import type { Message } from '../domain/conversations/conversation';
import { messageImages } from '../domain/conversations/conversation';
import { imagesWithWords } from '../domain/mind/prompt';
import type { Library } from '../services/kept/library';
import type { Readings } from './readings.svelte';

const isUnread = (asked: Message) => messageImages(asked).some(({ writing }) => !writing);

export class PhotoWords {
  readonly #readings: Pick<Readings, 'textOf' | 'stop'>;
  readonly #library: Pick<Library, 'message' | 'saveMessage'>;

  constructor(
    readings: Pick<Readings, 'textOf' | 'stop'>,
    library: Pick<Library, 'message' | 'saveMessage'>,
  ) {
    this.#readings = readings;
    this.#library = library;
  }

  /**
   * The question with as much of its photos' text as its mind is told of, which is all that the answer waits for.
   * @param enough letters of all its photos; those that have any share them
   */
  async beginning(asked: Message, signal: AbortSignal, enough: number): Promise<Message> {
    if (!isUnread(asked)) return asked;
    let share = enough / messageImages(asked).length;
    try {
      for (;;) {
        const read = await this.#read(asked, signal, share);
        const fairShare = enough / Math.max(1, imagesWithWords(read).length);
        if (fairShare <= share) return read;
        // Some turned out to have no words: what they leave falls to the others.
        share = fairShare;
      }
    } catch {
      // Stopped: the answer that follows says so.
      return asked;
    }
  }

  /**
   * Saves the question with the whole text once it is read: no later mind reads its photos again.
   * @param stopped those that are not read by then are not read on; the words of the others are kept
   */
  async keepAll(
    asked: Message,
    stopped: AbortSignal,
    onRead: (read: Message) => void,
  ): Promise<void> {
    if (!isUnread(asked)) return;
    const stop = () => {
      for (const { attachmentId } of messageImages(asked)) this.#readings.stop(attachmentId);
    };
    if (stopped.aborted) return stop();
    stopped.addEventListener('abort', stop, { once: true });
    const read = await this.#read(asked, new AbortController().signal, Infinity);
    const hasWords = messageImages(read).some(({ writing }) => writing);
    // It may have been removed meanwhile.
    if (!hasWords || !(await this.#library.message(asked.id))) return;
    onRead(read);
    await this.#library.saveMessage(read);
  }

  async #read(asked: Message, signal: AbortSignal, enough: number): Promise<Message> {
    const parts = await Promise.all(
      asked.parts.map(async (part) => {
        if (part.type !== 'image' || part.writing) return part;
        const writing = await this.#readings.textOf(part.attachmentId, signal, enough);
        return writing ? { ...part, writing } : part;
      }),
    );
    return { ...asked, parts };
  }
}
