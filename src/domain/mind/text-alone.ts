/**
 * A text that came alone is told with the first question about it, in the form that minds are taught, and not as a turn of its
 * own: Tansy itself answered that. A question with a photo is about that, and so are those that follow it. And where a talk grew so long that what brought a text leaves, the text stays with what is asked.
 */
import { hasImages, messageText, type Message } from '../conversations/conversation';
import { givenText } from '../given/text';
import { passageQuestion } from '../given/passages';

/**
 * @param thread with the texts that Tansy answered
 * @param isAbout whether a question, the last of a thread, is about what was given
 * @param roomTokens for a text and its question: a longer text is cut
 */
export function withTextsCarried(
  thread: readonly Message[],
  isOwn: (message: Message) => boolean,
  isAbout: (thread: readonly Message[]) => boolean,
  roomTokens: number,
): readonly Message[] {
  let alone: readonly string[] = [];
  return thread.map((message, index) => {
    if (message.role !== 'user') return message;
    if (hasImages(message)) {
      alone = [];
      return message;
    }
    const question = messageText(message);
    const given = givenText(question);
    if (given) alone = given.question === '' && isOwn(message) ? given.passages : [];
    else if (alone.length > 0 && !isOwn(message) && isAbout(thread.slice(0, index + 1))) {
      const carried = withText(message, alone, roomTokens);
      alone = [];
      return carried;
    }
    return message;
  });
}

/** A question as if it had brought these passages. */
export function withText(
  question: Message,
  passages: readonly string[],
  roomTokens: number,
): Message {
  const { text } = passageQuestion(passages, messageText(question), roomTokens);
  const others = question.parts.filter(({ type }) => type !== 'text');
  return { ...question, parts: [...others, { type: 'text', text }] };
}

/** @param given as it was told; its photos are none of it */
export function askedOf(given: string, question: string, roomTokens: number): string {
  const brought = givenText(given);
  return brought ? passageQuestion(brought.passages, question, roomTokens).text : question;
}
