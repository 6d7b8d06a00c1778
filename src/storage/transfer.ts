/** Everything a person said and chose as one file, and back; and all of it erased. */
import type { Attachment } from '../domain/conversations/attachment';
import {
  newestLeafBelow,
  settled,
  type Conversation,
  type Message,
} from '../domain/conversations/conversation';
import { throwIfAborted } from '../domain/errors';
import type { JournalContent, JournalEntry, JournalPlant } from '../domain/plants/journal';
import { isOfDevice, isSetting } from '../domain/settings';
import { everyTime } from './conversations';
import { write, type Database } from './database';
import { readExport, refused, writeExport } from './export-file';
import { caughtUp, merged, type Held } from './held';
import type { SettingRecord } from './schema';

const stores = [
  'conversations',
  'messages',
  'attachments',
  'settings',
  'plants',
  'entries',
] as const;

export interface Brought {
  /** How many the file holds. */
  readonly conversations: number;
  readonly plants: number;
  /** How many were chosen there and not here. */
  readonly settings: number;
}

interface TransferOptions {
  readonly signal?: AbortSignal;
}

const nothingHeld: Held = { conversations: [], messages: [], attachments: [] };

/** What was found out about one device is not true of another. */
const isChosen = ({ name, value }: SettingRecord) => isSetting(name, value) && !isOfDevice(name);

/** A disk may have lost it: the file must not fail for that one. */
async function isReadable({ blob }: { readonly blob: Blob }): Promise<boolean> {
  return blob
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

/** What is said of a photo that is lost stays. */
async function withReadable(entry: JournalEntry): Promise<JournalEntry> {
  if (entry.type !== 'photo') return entry;
  const can = await Promise.all(entry.photos.map(isReadable));
  return { ...entry, photos: entry.photos.filter((_, at) => can[at]) };
}

/**
 * All conversations with their photos and recordings, the plant journal, and the settings; not what waits for a question that is being written.
 * @param held what could not be stored, which goes into the file as if it were
 */
export async function exportAll(
  database: Database,
  { signal, held = nothingHeld }: TransferOptions & { readonly held?: Held } = {},
): Promise<Blob> {
  const transaction = database.transaction(stores);
  const [stored, storedMessages, storedAttachments, settings, plants, kept] = await Promise.all([
    transaction.objectStore('conversations').getAll(),
    transaction.objectStore('messages').getAll(),
    transaction.objectStore('attachments').getAll(),
    transaction.objectStore('settings').getAll(),
    transaction.objectStore('plants').getAll(),
    transaction.objectStore('entries').getAll(),
  ]);
  const conversations = merged(stored, held.conversations, caughtUp);
  const messages = merged(storedMessages, held.messages);
  const attachments = merged(storedAttachments, held.attachments);
  const ids = new Set(conversations.map(({ id }) => id));
  const isKept = ({ conversationId }: Message | Attachment) => ids.has(conversationId);
  const readable: Attachment[] = [];
  for (const attachment of attachments.filter(isKept)) {
    throwIfAborted(signal);
    if (await isReadable(attachment)) readable.push(attachment);
  }
  const entries: JournalEntry[] = [];
  for (const entry of kept) {
    throwIfAborted(signal);
    entries.push(await withReadable(entry));
  }
  return writeExport({
    plants,
    entries,
    conversations,
    messages: messages.filter(isKept),
    attachments: readable,
    settings: settings.filter(isChosen),
  });
}

/** The conversation with what came back below the branch shown in sight; null where none is shown. */
function leadingTo(
  conversation: Conversation,
  here: readonly Message[],
  missing: readonly Message[],
): Conversation | null {
  const { leafId } = conversation;
  if (leafId === null) return null;
  return { ...conversation, leafId: newestLeafBelow([...here, ...missing], leafId) };
}

/** Of a file's journal: plants of which more was said there later, entries that are not here, and verdicts that these lack. */
function missingOf(
  { plants, entries }: JournalContent,
  plantsHere: readonly JournalPlant[],
  entriesHere: readonly JournalEntry[],
): JournalContent {
  const said = new Map(plantsHere.map(({ id, updatedAt }) => [id, updatedAt]));
  const known = new Map(entriesHere.map((entry) => [entry.id, entry]));
  return {
    plants: plants.filter(({ id, updatedAt }) => updatedAt > (said.get(id) ?? -Infinity)),
    entries: entries.flatMap((entry) => {
      const here = known.get(entry.id);
      if (!here) return [entry];
      const isJudgedThere = entry.type === 'photo' && entry.verdict !== undefined;
      const lacksIt = here.type === 'photo' && here.verdict === undefined;
      return isJudgedThere && lacksIt ? [{ ...here, verdict: entry.verdict }] : [];
    }),
  };
}

/**
 * Adds what the file holds. Of a conversation or a plant that is here too the newer stays, with what only the other has; settings that
 * were chosen here stay. Rejects `bad-input` for any other file and `quota-exceeded`; then nothing has changed.
 */
export async function importAll(
  database: Database,
  file: Blob,
  { signal }: TransferOptions = {},
): Promise<Brought> {
  const content = await readExport(file);
  throwIfAborted(signal);
  return write(async () => {
    const transaction = database.transaction(stores, 'readwrite');
    const [conversations, messages, attachments, settings] = [
      transaction.objectStore('conversations'),
      transaction.objectStore('messages'),
      transaction.objectStore('attachments'),
      transaction.objectStore('settings'),
    ];
    const here = new Map((await conversations.getAll()).map((item) => [item.id, item]));
    const renewed = content.conversations.filter(
      ({ id, updatedAt }) => updatedAt > (here.get(id)?.updatedAt ?? -Infinity),
    );
    const renewedIds = new Set(renewed.map(({ id }) => id));
    const known = new Set([...(await messages.getAllKeys()), ...(await attachments.getAllKeys())]);
    const isMissing = ({ id, conversationId }: Message | Attachment) =>
      renewedIds.has(conversationId) || !known.has(id);
    const missing = content.messages.filter(isMissing);
    const attached = content.attachments.filter(isMissing);
    const written = await Promise.all([
      ...missing.map(({ id }) => messages.get(id)),
      ...attached.map(({ id }) => attachments.get(id)),
    ]);
    const isOfAnother = [...missing, ...attached].some(
      ({ conversationId }, at) =>
        (written[at]?.conversationId ?? conversationId) !== conversationId,
    );
    if (isOfAnother) throw refused('not-an-export');
    // Only of these is there anything to read.
    const withMissing = new Set(missing.map(({ conversationId }) => conversationId));
    const extended = await Promise.all(
      [...here.values()]
        .filter(({ id }) => withMissing.has(id) && !renewedIds.has(id))
        .map(async (item) => {
          const all = await messages.index('by-conversation').getAll(everyTime(item.id));
          return leadingTo(
            item,
            all,
            missing.filter(({ conversationId }) => conversationId === item.id),
          );
        }),
    );
    const [plants, entries] = [
      transaction.objectStore('plants'),
      transaction.objectStore('entries'),
    ];
    const journal = missingOf(content, await plants.getAll(), await entries.getAll());
    const isSettled = new Set<string>(await settings.getAllKeys());
    // They would be fetched unasked with the next page, once a fetch has been asked for here.
    if (isSettled.has('setUpAccepted') || isSettled.has('setUpWhole')) isSettled.add('earsModel');
    const chosen = content.settings.filter(isChosen).filter(({ name }) => {
      const isNew = !isSettled.has(name);
      isSettled.add(name);
      return isNew;
    });
    throwIfAborted(signal);
    const stop = () => transaction.abort();
    signal?.addEventListener('abort', stop);
    try {
      await Promise.all([
        ...renewed.map((item) => conversations.put(item)),
        ...missing.map((item) => messages.put(settled(item))),
        ...attached.map((item) => attachments.put(item)),
        ...extended.flatMap((item) => (item ? [conversations.put(item)] : [])),
        ...chosen.map((item) => settings.put(item)),
        ...journal.plants.map((item) => plants.put(item)),
        ...journal.entries.map((item) => entries.put(item)),
        transaction.done,
      ]);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
    return {
      conversations: content.conversations.length,
      plants: content.plants.length,
      settings: chosen.length,
    };
  });
}

/**
 * Conversations, photos, recordings, the plant journal, settings and what was remembered of this device; not the models. The database is closed
 * at once, also where this rejects: what a page still holds must not be saved again after it.
 */
export async function eraseAll(database: Database): Promise<void> {
  await write(async () => {
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names, 'readwrite');
    database.close();
    await Promise.all([
      ...names.map((name) => transaction.objectStore(name).clear()),
      transaction.done,
    ]);
  });
}
