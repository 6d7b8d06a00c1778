/** What is said of what an answer rests on: a text that a person gave, and a conversation that grew too long. */
import { translated } from './translation';

/** Taken when it is said: its translation may come after the rules that say it. */
export const given = () =>
  translated('given', {
    /** In the place of an answer, where nothing was asked. */
    read: 'I have read your text. Ask me about it, and I answer from it.',
    /** Of an answer for which a conversation was too long: how many messages its mind was not told. */
    dropped: (count: number) =>
      count === 1
        ? 'Written without the oldest message, which no longer fits into the mind. It is still in this conversation.'
        : `Written without the ${count} oldest messages, which no longer fit into the mind. They are still in this conversation.`,
    /** Of an answer that is read aloud by a voice that does not speak its language. */
    noVoice: (name: string) =>
      `No voice here speaks ${name}, so one of another language reads this. One that is added to the device will be used.`,
  });
