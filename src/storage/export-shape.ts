/** What an export holds, and whether it can be stored and shown: a wrong field would only be met when it is on screen. */
import type { Attachment } from '../domain/conversations/attachment';
import {
  attachmentsIn,
  type Conversation,
  type Message,
} from '../domain/conversations/conversation';
import type { Evidence } from '../domain/plants/diagnosis';
import type {
  JournalContent,
  JournalEntry,
  JournalPhoto,
  JournalPlant,
} from '../domain/plants/journal';
import type { SettingRecord } from './schema';

export interface Content extends JournalContent {
  readonly conversations: readonly Conversation[];
  readonly messages: readonly Message[];
  readonly attachments: readonly Attachment[];
  readonly settings: readonly SettingRecord[];
}

type PhotoEntry = Extract<JournalEntry, { type: 'photo' }>;
export type ListedEntry =
  | Exclude<JournalEntry, PhotoEntry>
  | (Omit<PhotoEntry, 'photos'> & { readonly photos: readonly Omit<JournalPhoto, 'blob'>[] });

/** `Content` as the first line has it: `sizeBytes` says where the bytes of each attachment, then of each photo of the journal, are. */
export interface Head extends Omit<Content, 'attachments' | 'plants' | 'entries'> {
  readonly attachments: readonly Omit<Attachment, 'blob'>[];
  /** Left out where there is no journal. */
  readonly plants?: readonly JournalPlant[];
  readonly entries?: readonly ListedEntry[];
}

type Test = (value: unknown) => boolean;
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => Number.isFinite(value);
/** Of a receipt: no wait is negative, nor longer than a month. */
const isFigure: Test = (value) =>
  isNumber(value) && (value as number) >= 0 && (value as number) < 3e9;
/** Before this there is no Date to show. What is after now is brought back to it. */
const isMoment: Test = (value) => isNumber(value) && (value as number) >= -8.64e15;
const isCount: Test = (value) => Number.isInteger(value) && (value as number) >= 0;
const isShare: Test = (value) =>
  isNumber(value) && (value as number) >= 0 && (value as number) <= 1;
const isFlag: Test = (value) => typeof value === 'boolean';
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const oneOf =
  (...values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const having =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isFields(value) && Object.entries(tests).every(([name, test]) => test(value[name]));
const tableOf =
  (test: Test): Test =>
  (value) =>
    isFields(value) && Object.values(value).every(test);
/** What else it must have depends on its `type`. */
const typed =
  (kinds: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isFields(value) && typeof value.type === 'string' && kinds[value.type]?.(value) === true;

const conversation = having({
  id: isText,
  title: isText,
  titleIsOwn: isFlag,
  leafId: orNull(isText),
  modelId: isText,
  createdAt: isMoment,
  updatedAt: isMoment,
});

const line = having({
  text: isText,
  x: isNumber,
  y: isNumber,
  width: isNumber,
  height: isNumber,
  certainty: isNumber,
  quarterTurns: optional(oneOf(1, 2, 3)),
});

/** Each map has whole rows, and at least one. */
const evidence: Test = (value) =>
  having({ columns: isCount, maps: tableOf(listOf(isCount)) })(value) &&
  Object.values((value as Evidence).maps).every(
    ({ length }) => length > 0 && length % (value as Evidence).columns === 0,
  );

const findings = {
  probabilities: optional(tableOf(isShare)),
  problem: optional(oneOf('dark', 'bright', 'blurred', 'small', 'drawn', 'colourless')),
  evidence: optional(listOf(evidence)),
};

const photoPart = {
  attachmentId: isText,
  square: having({ leftPx: isCount, topPx: isCount, sidePx: isCount }),
};

const part = typed({
  text: having({ text: isText, of: optional(orNull(isText)) }),
  image: having({
    attachmentId: isText,
    alt: isText,
    widthPx: optional(isNumber),
    heightPx: optional(isNumber),
    writing: optional(having({ lines: listOf(line), isCut: isFlag })),
  }),
  diagnosis: having({
    modelId: isText,
    title: optional(isText),
    attachmentIds: listOf(isText),
    requested: optional(listOf(oneOf('underside', 'whole-plant', 'nearer'))),
    ...findings,
    nearer: optional(having(photoPart)),
    cutOut: optional(having({ ...photoPart, whole: having(findings) })),
    crop: optional(isText),
    chosen: optional(isText),
    signs: optional(tableOf(isFlag)),
  }),
  audio: having({ attachmentId: isText, durationMs: isNumber }),
});

const receipt = having({
  modelId: optional(isText),
  device: optional(isText),
  earsModelId: optional(isText),
  voiceId: optional(isText),
  cutShort: optional(isFlag),
  hasRoom: optional(isFlag),
  ofText: optional(isFlag),
  ...Object.fromEntries(
    [
      'promptTokens',
      'cachedTokens',
      'newTokens',
      'tokensPerSecond',
      'decisionMs',
      'transcriptMs',
      'firstTokenMs',
      'firstSentenceMs',
      'firstAudioMs',
      'requests',
      'droppedMessages',
    ].map((figure) => [figure, optional(isFigure)]),
  ),
});

/** Each is shown by its own name. */
const hasNoneTwice: Test = (parts) => {
  const ids = (parts as Message['parts']).flatMap(attachmentsIn);
  return new Set(ids).size === ids.length;
};

const message = having({
  id: isText,
  conversationId: isText,
  parentId: orNull(isText),
  role: oneOf('user', 'assistant'),
  parts: (parts) => listOf(part)(parts) && hasNoneTwice(parts),
  status: typed({
    complete: isFields,
    streaming: isFields,
    interrupted: isFields,
    failed: having({ code: isText }),
  }),
  createdAt: isMoment,
  receipt: optional(receipt),
});

const attachment = having({
  id: isText,
  conversationId: isText,
  kind: oneOf('image', 'audio'),
  name: isText,
  mime: isText,
  sizeBytes: isCount,
});

const plant = having({
  id: isText,
  name: isText,
  place: isText,
  crop: isText,
  createdAt: isMoment,
  updatedAt: isMoment,
});

const journalPhoto = having({
  id: isText,
  mime: isText,
  sizeBytes: isCount,
  widthPx: optional(isNumber),
  heightPx: optional(isNumber),
});
const isEachOnce: Test = (photos) =>
  new Set((photos as readonly JournalPhoto[]).map(({ id }) => id)).size ===
  (photos as readonly JournalPhoto[]).length;
const isDay: Test = (value) =>
  isText(value) &&
  /^\d{4}-\d\d-\d\d$/.test(value as string) &&
  !Number.isNaN(Date.parse(value as string));

const dated = having({ id: isText, plantId: isText, at: isMoment });
const entryContent = typed({
  photo: having({
    photos: (photos) => listOf(journalPhoto)(photos) && isEachOnce(photos),
    verdict: optional(having({ text: isText, conditions: listOf(isText) })),
  }),
  treatment: having({ text: isText }),
  note: having({ text: isText }),
  'look-again': having({ dueOn: isDay }),
});

const head = having({
  plants: optional(listOf(plant)),
  entries: optional(listOf((value) => dated(value) && entryContent(value))),
  conversations: listOf(conversation),
  messages: listOf(message),
  attachments: listOf(attachment),
  settings: listOf(having({ name: isText })),
});

/** Also that nothing in it is of a conversation or a plant that it does not hold. */
export function isHead(value: unknown): value is Head {
  if (!head(value)) return false;
  const { conversations, messages, attachments, plants = [], entries = [] } = value as Head;
  const ids = new Set(conversations.map(({ id }) => id));
  const plantIds = new Set(plants.map(({ id }) => id));
  return (
    [...messages, ...attachments].every(({ conversationId }) => ids.has(conversationId)) &&
    entries.every(({ plantId }) => plantIds.has(plantId))
  );
}
