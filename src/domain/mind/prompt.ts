/**
 * What the mind is given: the system prompt, then as many of the newest turns as fit its context. Oldest turns
 * leave first, in pairs, and the number that left is part of the answer so that the interface can show it.
 */
import { withoutCaution } from '../given/caution';
import { AppError } from '../errors';
import {
  diagnosisOf,
  hasImages,
  isApart,
  isUnasked,
  messageImages,
  messageText,
  ownText,
  toldOfPlants,
  type Message,
} from '../conversations/conversation';
import { asPassageQuestion } from '../given/text';
import { lettersPerToken } from '../words/letters-per-token';
import type { LanguageModel } from '../models/model';
import { photoTextForPrompt, toldLetters } from '../photos/text';
import { withoutReadAloud } from '../conversations/read-aloud';
import { isGiven, restsOnGiven } from '../given/rests-on-given';
import { wholeSentences } from '../words/sentences';
import { withoutSource } from '../given/source-quote';
import { askedOf, withTextsCarried } from './text-alone';

export interface PromptMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
  /** Attachment ids of images already encoded by the mind, in order. */
  readonly imageIds: readonly string[];
}

/** The same of a thread as of the prompt that is made of it. */
export const threadRestsOnGiven = (thread: readonly Message[]): boolean =>
  restsOnGiven(
    thread.map((message) => ({
      role: message.role,
      text: messageText(message),
      hasPhoto: hasImages(message),
    })),
  );

const asSaid = ({ role, text, imageIds }: PromptMessage) => ({
  role,
  text,
  hasPhoto: imageIds.length > 0,
});

export const promptRestsOnGiven = (messages: readonly PromptMessage[]): boolean =>
  restsOnGiven(messages.map(asSaid));

export const systemPromptFor = (
  {
    systemPrompt,
    groundedPrompt = systemPrompt,
  }: Pick<LanguageModel, 'systemPrompt' | 'groundedPrompt'>,
  thread: readonly Message[],
): string => (threadRestsOnGiven(thread) ? groundedPrompt : systemPrompt);

export interface FittedPrompt {
  readonly messages: readonly PromptMessage[];
  /** Thread messages left out at the front. */
  readonly droppedMessages: number;
}

export interface PromptBudget {
  readonly contextTokens: number;
  /** At most, of what was said before the newest question, or before the first photo or passages. */
  readonly talkTokens?: number | undefined;
  /** Kept free for the answer. */
  readonly answerTokens: number;
  /** Where the mind cannot see, photos take no room and are not asked for. */
  readonly sees: boolean;
  /** Letters of what was read in the photos of one question, in all. */
  readonly mostWriting?: number;
  readonly countTokens: (message: PromptMessage) => number;
}

/** What was read in a question's photos takes at most this much of the context; a token has about three letters. */
const writingShare = 0.15;

/** In letters, of all photos of one question: no mind is told more, so that none need wait for more. */
export const mostWritingFor = (contextTokens: number): number =>
  Math.floor(3 * writingShare * contextTokens);

/** Those photos that a mind is told words of, which share the letters. */
export const imagesWithWords = (message: Pick<Message, 'parts'>) =>
  messageImages(message).filter(({ writing }) => writing && toldLetters(writing.lines) > 0);

/**
 * What Tansy itself told of a plant answers its question: without it, a mind would answer that too. That nothing can be told is
 * left out: a small mind says it again, whatever it is asked next.
 */
const isOfPlants = (message: Message): boolean =>
  diagnosisOf(message) !== undefined || Boolean(toldOfPlants(message)?.of);

/**
 * Of an answer what its mind wrote: the rest is none of its words, and a small one would say them again. As it would go on
 * with a sentence that broke off, whatever it is asked next: of such an answer it is told the whole ones.
 */
function toldText(message: Message): string {
  if (message.role === 'user') return asPassageQuestion(messageText(message));
  if (isOfPlants(message)) return messageText(message);
  const text = withoutCaution(withoutSource(ownText(message)));
  const { status, receipt } = message;
  const brokeOff =
    status.type === 'interrupted' ||
    status.type === 'failed' ||
    (status.type === 'complete' && receipt?.cutShort === true);
  return brokeOff ? wholeSentences(text) : text;
}

/** @param mostWriting letters of what was read in the photos, in all; it also helps a mind that cannot see them */
function toPromptMessage(message: Message, sees: boolean, mostWriting = Infinity): PromptMessage {
  const images = messageImages(message);
  const most = Math.floor(mostWriting / Math.max(1, imagesWithWords(message).length));
  const writings = images.map(({ writing }, index) => {
    const name = images.length > 1 ? `picture ${index + 1}` : 'the picture';
    return writing ? photoTextForPrompt(writing, most, name) : '';
  });
  return {
    role: message.role,
    text: [...writings, toldText(message)].filter((text) => text !== '').join('\n'),
    imageIds: sees ? images.map(({ attachmentId }) => attachmentId) : [],
  };
}

/** With room for the template's own tokens. */
export function estimateTokens(message: PromptMessage, imageTokens = 64): number {
  return (
    Math.ceil(message.text.length / lettersPerToken) + 8 + message.imageIds.length * imageTokens
  );
}

/** No tokenizer makes more tokens of a text than it has bytes, nor a template more than these of a message's frame. */
const mostFrameTokens = 16;
/** Of the room for a conversation, and of that for talk, which is soon read again: so much leaves at once. */
const leavingShare = { context: 1 / 3, talk: 2 / 3 };
/** Of that room, for a text that is told again with a question: estimates are not exact. */
const carriedShare = 0.8;

/** Never less than the messages take, images aside. */
export function mostTokens(messages: readonly PromptMessage[]): number {
  const encoder = new TextEncoder();
  const sizes = messages.map(({ text }) => encoder.encode(text).length + mostFrameTokens);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Fits by estimates and holds them to what the tokenizer says, until both agree: a language that it cuts finely takes
 * several times what its letters let expect. What was read in the photos of a question is cut before the question fails by
 * it. Rejects `too-long` where the newest question alone is too much.
 */
export async function fitExactly(
  systemPrompt: string,
  thread: readonly Message[],
  budget: PromptBudget,
  ask: (messages: readonly PromptMessage[]) => Promise<number>,
): Promise<FittedPrompt> {
  const room = budget.contextTokens - budget.answerTokens;
  const hasImages = ({ imageIds }: PromptMessage) => imageIds.length > 0;
  let mostWriting = thread.some((message) => imagesWithWords(message).length > 0)
    ? mostWritingFor(budget.contextTokens)
    : 0;
  for (let scale = 1; ;) {
    const scaled = scale;
    const countTokens = (message: PromptMessage) => scaled * budget.countTokens(message);
    const fitted = fitPrompt(systemPrompt, thread, { ...budget, mostWriting, countTokens });
    const { messages } = fitted;
    if (mostTokens(messages) <= room && !messages.some(hasImages)) return fitted;
    const tokens = await ask(messages);
    if (tokens <= room) return fitted;
    // Of the newest question only its photos' text can be left out.
    if (newestQuestion(messages) <= 1) {
      if (mostWriting < 1) throw new AppError('too-long', `${tokens} tokens for ${room}`);
      mostWriting /= 2;
      continue;
    }
    const estimated = messages.reduce((sum, message) => sum + countTokens(message), 0);
    scale *= Math.max(1.1, tokens / estimated);
  }
}

/** Its index; an answer that is gone on with may follow it. */
const newestQuestion = (messages: readonly PromptMessage[]): number =>
  messages.findLastIndex(({ role }) => role === 'user');

/**
 * More leaves than must, up to the next of a few places that stay where they are while a conversation grows: what a mind has
 * read up to there is of use for many turns. Did only what must leave, each turn would begin otherwise, and be read anew.
 * @returns the index of the first that fits
 */
function firstKept(
  costs: readonly number[],
  room: number,
  { share, newest }: { readonly share: number; readonly newest: number },
): number {
  const before = [0];
  for (const cost of costs) before.push(before.at(-1)! + cost);
  const all = before.at(-1)!;
  if (all <= room || newest <= 0) return 0;
  const step = room * share;
  const leaving = Math.ceil((all - room) / step) * step;
  const first = before.findIndex((tokens) => tokens >= leaving);
  return Math.min(first < 0 ? newest : first, newest);
}

/**
 * Where talk ends: at the first photo or passages, which stay with all that was said since, or at what is asked now. What is read
 * ahead, before it is asked, so begins as it will with it.
 */
function talkLength(messages: readonly PromptMessage[], thread: readonly Message[]): number {
  const given = messages.findIndex((message) => isGiven(asSaid(message)));
  if (given >= 0) return given;
  const last = thread.at(-1);
  // An answer is gone on with, to a question that is there.
  const isAsked = last?.role === 'user' || last?.status.type === 'streaming';
  return isAsked ? Math.max(0, newestQuestion(messages)) : messages.length;
}

export function fitPrompt(
  systemPrompt: string,
  thread: readonly Message[],
  budget: PromptBudget,
): FittedPrompt {
  const system: PromptMessage = { role: 'system', text: systemPrompt, imageIds: [] };
  const { sees, mostWriting = mostWritingFor(budget.contextTokens) } = budget;
  // What a mind that does not see was not asked about photos, it need not be told later; of their words it was.
  const unanswered = new Set(
    thread
      .filter((message) => !sees && isUnasked(message) && !isOfPlants(message))
      .map(({ parentId }) => parentId),
  );
  // What Tansy answered itself, a small mind would answer again with whatever it is asked next.
  const byTansy = new Set(thread.filter(isApart).map(({ parentId }) => parentId));
  const room = budget.contextTokens - budget.answerTokens - budget.countTokens(system);
  const isOwn = ({ id }: Message) => byTansy.has(id);
  const carried = withTextsCarried(thread, isOwn, threadRestsOnGiven, room * carriedShare);
  const all = withoutReadAloud(carried)
    .filter((message) => !unanswered.has(message.id) || imagesWithWords(message).length > 0)
    .filter((message) => !isOwn(message) || hasImages(message))
    .map((message) => toPromptMessage(message, sees, mostWriting))
    .filter((message) => message.text !== '' || message.imageIds.length > 0);
  let first = firstOf(all, thread, room, budget);
  const asked = newestQuestion(all);
  const given = all.findLastIndex((message) => isGiven(asSaid(message)));
  if (given >= 0 && given < first && promptRestsOnGiven(all.slice(0, asked + 1))) {
    const text = askedOf(all[given]!.text, all[asked]!.text, room * carriedShare);
    all[asked] = { ...all[asked]!, text };
    first = firstOf(all, thread, room, budget);
  }
  // An answer without its question misleads a small model: start at a question.
  while (first < all.length - 1 && all[first]!.role !== 'user') first += 1;
  return { messages: [system, ...all.slice(first)], droppedMessages: first };
}

function firstOf(
  all: readonly PromptMessage[],
  thread: readonly Message[],
  room: number,
  { countTokens, talkTokens = Infinity }: PromptBudget,
): number {
  const costs = all.map((message) => countTokens(message));
  const talk = all.slice(0, talkLength(all, thread));
  return Math.max(
    firstKept(costs, room, { share: leavingShare.context, newest: newestQuestion(all) }),
    firstKept(costs.slice(0, talk.length), talkTokens, {
      share: leavingShare.talk,
      newest: newestQuestion(talk),
    }),
  );
}
