/** Everything a person said and chose as one JSON file, and back; and all of it erased. */
import type { Attachment } from '../domain/attachment';
import type { Conversation, Message } from '../domain/conversation';
import { AppError } from '../domain/errors';
import { write, type Database } from './database';
import type { SettingRecord } from './schema';

const format = 'tansy-export';
const version = 1;

interface ExportFile {
  readonly format: typeof format;
  readonly version: number;
  readonly conversations: readonly Conversation[];
  readonly messages: readonly Message[];
  readonly attachments: readonly (Omit<Attachment, 'blob'> & { readonly base64: string })[];
  readonly settings: readonly SettingRecord[];
}

async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  // In parts, since a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(text);
}

const fromBase64 = (base64: string, mime: string) =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: mime });

export async function exportAll(database: Database): Promise<Blob> {
  const attachments: ExportFile['attachments'][number][] = [];
  for (const { blob, ...rest } of await database.getAll('attachments')) {
    attachments.push({ ...rest, base64: await toBase64(blob) });
  }
  const file: ExportFile = {
    format,
    version,
    conversations: await database.getAll('conversations'),
    messages: await database.getAll('messages'),
    attachments,
    settings: await database.getAll('settings'),
  };
  return new Blob([JSON.stringify(file)], { type: 'application/json' });
}

/** Adds what the file holds; what has the same id is replaced. Rejects `bad-input` for any other file. */
export async function importAll(database: Database, file: Blob): Promise<void> {
  let content: ExportFile;
  try {
    content = JSON.parse(await file.text()) as ExportFile;
    if (content.format !== format || content.version > version) throw new Error('another format');
  } catch (thrown) {
    throw new AppError('bad-input', 'not an export of this app', {
      cause: thrown,
      details: { reason: 'not-an-export' },
    });
  }
  const attachments = content.attachments.map(({ base64, ...rest }): Attachment => ({
    ...rest,
    blob: fromBase64(base64, rest.mime),
  }));
  await write(async () => {
    const transaction = database.transaction(
      ['conversations', 'messages', 'attachments', 'settings'],
      'readwrite',
    );
    await Promise.all([
      ...content.conversations.map((item) => transaction.objectStore('conversations').put(item)),
      ...content.messages.map((item) => transaction.objectStore('messages').put(item)),
      ...attachments.map((item) => transaction.objectStore('attachments').put(item)),
      ...content.settings.map((item) => transaction.objectStore('settings').put(item)),
      transaction.done,
    ]);
  });
}

export async function eraseAll(database: Database): Promise<void> {
  await write(async () => {
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names, 'readwrite');
    await Promise.all([
      ...names.map((name) => transaction.objectStore(name).clear()),
      transaction.done,
    ]);
  });
}
