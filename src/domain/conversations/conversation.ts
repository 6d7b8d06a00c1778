/**
 * A conversation is a tree of messages: `parentId` links upward, `leafId` names the branch shown.
 * Editing a question or retrying an answer adds a sibling, so nothing that was said is lost.
 */
import type { ConditionId } from '../plants/diagnosis';
import type { AttachmentId, ConversationId, MessageId } from '../ids';
import type { PhotoText } from '../photos/text';
import type { DiagnosisPart } from '../plants/findings';
import { wholeSentences } from '../words/sentences';
import { withoutSource } from '../given/source-quote';
import { titleFrom } from './title';

export interface Conversation {
  readonly id: ConversationId;
  readonly title: string;
  /** Set once a person names it: from then on the first question no longer does. */
  readonly titleIsOwn: boolean;
  readonly leafId: MessageId | null;
  readonly modelId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface ImagePart {
  readonly type: 'image';
  readonly attachmentId: AttachmentId;
  readonly alt: string;
  /** Its proportions, known before the photo itself is read: what is below it then never moves. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** What was read in it; left out where nobody has read it yet. */
  readonly writing?: PhotoText;
}

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
  /** Only of what Tansy itself tells of plants: the condition that it is about, or null where it is about none. */
  readonly of?: ConditionId | null;
}

export type MessagePart =
  | TextPart
  | ImagePart
  | DiagnosisPart
  | { readonly type: 'audio'; readonly attachmentId: AttachmentId; readonly durationMs: number };

/**
 * `streaming` is being written; `interrupted` was stopped or talked over and holds what was heard or shown;
 * `failed` ended in an error whose code is kept, with what was written before it.
 */
export type MessageStatus =
  | { readonly type: 'complete' }
  | { readonly type: 'streaming' }
  /** `left` says what was not heard, where that is known: its mind may have been stopped anywhere. */
  | { readonly type: 'interrupted'; readonly left?: 'nothing' | 'more' }
  | { readonly type: 'failed'; readonly code: string };

/** What one turn cost, for the receipt line. Absent figures were not measured. */
export interface Receipt {
  /** The mind that wrote the answer, and what it ran on; both left out where none wrote a word of it. */
  readonly modelId?: string;
  readonly device?: string;
  readonly earsModelId?: string;
  readonly voiceId?: string;
  readonly promptTokens?: number;
  readonly cachedTokens?: number;
  readonly newTokens?: number;
  readonly tokensPerSecond?: number;
  /** Of a spoken question, from the last voice until it was decided that it is over; not where a button decided. */
  readonly decisionMs?: number;
  /**
   * From that decision (or the button let go, or the press of send) until the words of the question, the answer's first word,
   * its first sentence, whole enough to be spoken, and its first sound. From the last voice on, `decisionMs` comes before each.
   */
  readonly transcriptMs?: number;
  readonly firstTokenMs?: number;
  readonly firstSentenceMs?: number;
  readonly firstAudioMs?: number;
  /** That left all of Tansy's tabs, for any server, while it was answered: at 0 nothing was sent. */
  readonly requests?: number;
  /** The answer had reached the longest that the model is let write. */
  readonly cutShort?: boolean;
  /** What it says was held to a text that was given. */
  readonly ofText?: boolean;
  /** False where it cannot be gone on with: with its question it fills the model's context. */
  readonly hasRoom?: boolean;
  /** Older messages that no longer fitted the model's context. */
  readonly droppedMessages?: number;
}

export interface Message {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly parentId: MessageId | null;
  readonly role: 'user' | 'assistant';
  readonly parts: readonly MessagePart[];
  readonly status: MessageStatus;
  readonly createdAt: number;
  readonly receipt?: Receipt;
}

/** Each text is a paragraph of its own. */
const betweenTexts = '\n\n';

export function messageText(message: Pick<Message, 'parts'>): string {
  return message.parts
    .flatMap((part) => (part.type === 'text' ? [part.text] : []))
    .join(betweenTexts)
    .trim();
}

/** Of an answer, what its mind wrote: the last part. Tansy may have said something before it. */
export function ownText({ parts }: Pick<Message, 'parts'>): string {
  const last = parts.at(-1);
  return last?.type === 'text' ? last.text : '';
}

/** Its words before those of its mind, with the space between; empty where there are none. */
export function leadOf({ parts }: Pick<Message, 'parts'>): string {
  const lead = messageText({ parts: parts.slice(0, -1) });
  return lead === '' ? '' : lead + betweenTexts;
}

/** An answer that Tansy alone gave. */
export const isUnasked = (message: Message): boolean =>
  message.role === 'assistant' && leadOf(message) !== '' && ownText(message) === '';

/** Of its mind’s words there are some, and more would have come. */
export const isBrokenOff = ({ parts, status, receipt }: Message): boolean =>
  ownText({ parts }) !== '' &&
  receipt?.modelId !== undefined &&
  ((status.type === 'interrupted' && status.left !== 'nothing') ||
    status.type === 'failed' ||
    (status.type !== 'streaming' && receipt.cutShort === true));

/** Whether it ends with a sentence. Of one that was stopped there, nobody knows whether that was the last. */
export const endsWhole = (answer: Pick<Message, 'parts'>): boolean => {
  const text = ownText(answer).trim();
  return text !== '' && wholeSentences(text).trim() === text;
};

export function withOwnText({ parts }: Pick<Message, 'parts'>, text: string): MessagePart[] {
  return [...parts.slice(0, -1), { type: 'text', text }];
}

/** The photos and recordings that it shows. */
export function attachmentsIn(part: MessagePart): readonly AttachmentId[] {
  if (part.type === 'text') return [];
  return part.type === 'diagnosis' ? part.attachmentIds : [part.attachmentId];
}

export function messageImages(message: Pick<Message, 'parts'>): ImagePart[] {
  return message.parts.filter((part) => part.type === 'image');
}

export function diagnosisOf(message: Pick<Message, 'parts'>): DiagnosisPart | undefined {
  return message.parts.find((part) => part.type === 'diagnosis');
}

/** What Tansy itself told of plants, and of which condition; undefined in any other message. */
export const toldOfPlants = (message: Pick<Message, 'parts'>): TextPart | undefined =>
  message.parts.find((part): part is TextPart => part.type === 'text' && part.of !== undefined);

/** Tansy alone answered, and nothing of a plant: of that a mind need not know. */
export const isApart = (message: Message): boolean =>
  isUnasked(message) && !diagnosisOf(message) && !toldOfPlants(message);

export const hasImages = (message: Pick<Message, 'parts'>): boolean =>
  messageImages(message).length > 0;

/**
 * An answer that was talked over, to where in its text it was heard. What Tansy alone said is whole, heard or not; and nothing is
 * left of one that was over, where its last words had begun to be heard.
 */
export function cutTo(answer: Message, heardUpTo: number): Message {
  const text = messageText(answer);
  const isHeard = withoutSource(text).slice(heardUpTo).trim() === '';
  if (isHeard && answer.status.type === 'complete')
    return { ...answer, status: { type: 'interrupted', left: 'nothing' } };
  const heard = text.slice(leadOf(answer).length, heardUpTo);
  const left = !isHeard && ({ left: 'more' } as const);
  return { ...answer, parts: withOwnText(answer, heard), status: { type: 'interrupted', ...left } };
}

/** Messages from the root to `leafId`. An unknown leaf gives an empty path. */
export function pathTo(messages: Iterable<Message>, leafId: MessageId | null): Message[] {
  const byId = new Map<MessageId, Message>();
  for (const message of messages) byId.set(message.id, message);
  const path: Message[] = [];
  const seen = new Set<MessageId>();
  let next = leafId === null ? undefined : byId.get(leafId);
  while (next && !seen.has(next.id)) {
    seen.add(next.id);
    path.push(next);
    next = next.parentId === null ? undefined : byId.get(next.parentId);
  }
  return path.reverse();
}

/** The message's siblings in order of writing, itself among them. */
export const branchesOf = (messages: Iterable<Message>, message: Message): readonly Message[] =>
  branchesAmong(messages)(message);

/** The same of any of them, gone through once. */
export function branchesAmong(
  messages: Iterable<Message>,
): (message: Message) => readonly Message[] {
  const keyOf = ({ parentId, role }: Message) => role + parentId;
  const groups = new Map<string, Message[]>();
  for (const message of [...messages].sort((a, b) => a.createdAt - b.createdAt)) {
    const key = keyOf(message);
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return (message) => groups.get(keyOf(message)) ?? [];
}

/** Whether it says what an earlier answer to the same question said. @param branches its siblings, in order of writing */
export function saysTheSame(message: Message, branches: readonly Message[]): boolean {
  const earlier = branches.slice(
    0,
    branches.findIndex(({ id }) => id === message.id),
  );
  const text = messageText(message);
  return text !== '' && earlier.some((other) => messageText(other) === text);
}

/** The newest leaf below `id`, so that switching to a branch shows all that was said in it. */
export function newestLeafBelow(messages: Iterable<Message>, id: MessageId): MessageId {
  const all = [...messages];
  const seen = new Set([id]);
  let leaf = id;
  for (;;) {
    const children = all.filter((message) => message.parentId === leaf && !seen.has(message.id));
    const newest = children.sort((a, b) => a.createdAt - b.createdAt).at(-1);
    if (!newest) return leaf;
    leaf = newest.id;
    seen.add(leaf);
  }
}

/** The message and all that was said below it, in every branch. */
export function subtreeOf(messages: Iterable<Message>, id: MessageId): Message[] {
  const all = [...messages];
  const ids = new Set([id]);
  for (;;) {
    const before = ids.size;
    for (const message of all) {
      if (message.parentId !== null && ids.has(message.parentId)) ids.add(message.id);
    }
    if (ids.size === before) return all.filter((message) => ids.has(message.id));
  }
}

/** By the diagnosis that it begins with, or else the first question of the branch shown, unless a person named it. */
export function titled(conversation: Conversation, messages: Iterable<Message>): Conversation {
  if (conversation.titleIsOwn) return conversation;
  const [first, second] = pathTo(messages, conversation.leafId);
  if (!first) return conversation;
  const title = (second && diagnosisOf(second)?.title) ?? messageText(first);
  return { ...conversation, title: titleFrom(title) };
}

/** As it is kept: nobody goes on writing it. */
export const settled = (message: Message): Message =>
  message.status.type === 'streaming' ? { ...message, status: { type: 'interrupted' } } : message;

/**
 * What remains of a conversation without a question and what was said below it: another way to put that question is shown,
 * or what was said before it. Its title does not go on telling a question that is gone.
 * @param left all other messages
 */
export function withoutQuestion(
  conversation: Conversation,
  question: Message,
  left: readonly Message[],
): Conversation {
  const other = branchesOf(left, question).at(-1);
  const leafId = other ? newestLeafBelow(left, other.id) : question.parentId;
  return titled({ ...conversation, leafId }, left);
}
