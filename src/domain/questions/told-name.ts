/**
 * The name of whoever speaks: said, or asked for. A small mind takes the one for a question and makes up the other; and what was said
 * long before it is not told any more. In English, and only of this conversation.
 */
import { messageText, type Message } from '../conversations/conversation';
import { wordsAlone } from '../words/words-alone';

export type NameAsked =
  | { readonly type: 'told'; readonly name: string }
  /** Null where nobody has said it. */
  | { readonly type: 'asked'; readonly name: string | null };

export interface NameWords {
  readonly told: (name: string) => string;
  readonly known: (name: string) => string;
  readonly unknown: string;
}

/** One to three words with capitals: “My name is not on the list” has none. */
const name = "(\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*){0,2})";
const telling = new RegExp(
  `^(?:(?:[Hh]i|[Hh]ello|[Hh]ey)(?: Tansy)?,? )?(?:[Mm]y name is|[Mm]y name['’]s|[Cc]all me|[Yy]ou can call me) ${name}$`,
  'u',
);
const asking =
  /^(?:(?:hey|hi|hello|ok|so|and|please|tansy) )*(?:what(?: is|s)|do you (?:still )?(?:know|remember)|tell me|say) my name(?: (?:again|please|tansy))*$/;

const sentencesOf = (text: string) => text.split(/[.!?\n]+/).map((sentence) => sentence.trim());

function nameIn(text: string): string | null {
  for (const sentence of sentencesOf(text)) {
    const found = telling.exec(sentence)?.[1];
    if (found) return found;
  }
  return null;
}

/** @param thread up to the question */
export function nameAsked(thread: readonly Message[]): NameAsked | null {
  const last = thread.at(-1);
  const question = last ? messageText(last) : '';
  if (asking.test(wordsAlone(question))) {
    const names = thread.map((said) => (said.role === 'user' ? nameIn(messageText(said)) : null));
    return { type: 'asked', name: names.findLast((each) => each !== null) ?? null };
  }
  // With more than the name, the rest is for the mind.
  const told = sentencesOf(question).filter(Boolean).length === 1 ? nameIn(question) : null;
  return told === null ? null : { type: 'told', name: told };
}

export function nameAnswer(asked: NameAsked, words: NameWords): string {
  if (asked.type === 'told') return words.told(asked.name);
  return asked.name === null ? words.unknown : words.known(asked.name);
}
