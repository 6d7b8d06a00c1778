/**
 * The file of an export: one line of JSON, then the bytes of each photo and recording in the order in which the line lists
 * them, those of the journal last. As bytes they take a quarter less room than as text, and no file is too large to be read as one string.
 */
import type { Attachment } from '../domain/conversations/attachment';
import { AppError } from '../domain/errors';
import type { JournalEntry } from '../domain/plants/journal';
import { withoutDoubles } from './export-doubles';
import { mended } from './export-mend';
import { isHead, type Content, type Head, type ListedEntry } from './export-shape';

const format = 'tansy-export';
/** A file without a journal is still one of the first version: a Tansy that knows no journal can bring it in. */
const firstVersion = 1;
const version = 2;
/** What every such file begins with: nothing else of a large file needs to be read to know that it is another. */
const beginning = `{"format":"${format}","version":`;
const lineEnd = 0x0a;
const stepBytes = 1 << 20;

const withoutBytes = <Item extends { readonly blob: Blob }>({ blob, ...about }: Item) => ({
  ...about,
  sizeBytes: blob.size,
});
const listed = (entry: JournalEntry): ListedEntry =>
  entry.type === 'photo' ? { ...entry, photos: entry.photos.map(withoutBytes) } : entry;

export function writeExport({ attachments, plants, entries, ...rest }: Content): Blob {
  const head: Head = {
    ...rest,
    attachments: attachments.map(withoutBytes),
    ...(plants.length > 0 && { plants, entries: entries.map(listed) }),
  };
  // JSON has line ends only between its tokens, and this has none there.
  const line = JSON.stringify({ format, version: head.plants ? version : firstVersion, ...head });
  const photos = entries.flatMap((entry) => (entry.type === 'photo' ? entry.photos : []));
  return new Blob([line, '\n', ...[...attachments, ...photos].map(({ blob }) => blob)], {
    type: 'application/octet-stream',
  });
}

/** @param reason for the sentence that a person reads */
export const refused = (reason: 'not-an-export' | 'cut-off' | 'newer', cause?: unknown) =>
  new AppError('bad-input', `an export that cannot be read: ${reason}`, {
    cause,
    details: { reason },
  });

/** Null where the file ends before the line does. */
async function firstLine(file: Blob): Promise<{ text: string; sizeBytes: number } | null> {
  for (let start = 0; start < file.size; start += stepBytes) {
    const bytes = new Uint8Array(await file.slice(start, start + stepBytes).arrayBuffer());
    const at = bytes.indexOf(lineEnd);
    if (at < 0) continue;
    const sizeBytes = start + at;
    return { text: await file.slice(0, sizeBytes).text(), sizeBytes };
  }
  return null;
}

/** Photos and recordings stay in the file until they are read. Rejects `bad-input`, with a `reason`, for any other file. */
export async function readExport(file: Blob): Promise<Content> {
  let head: unknown;
  let start: number;
  try {
    if ((await file.slice(0, beginning.length).text()) !== beginning)
      throw refused('not-an-export');
    const line = await firstLine(file);
    if (!line) throw refused('cut-off');
    head = JSON.parse(line.text);
    start = line.sizeBytes + 1;
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : refused('not-an-export', thrown);
  }
  if ((head as { version: number }).version > version) throw refused('newer');
  if (!isHead(head)) throw refused('not-an-export');
  const withBytes = <About extends { readonly sizeBytes: number; readonly mime: string }>(
    about: About,
  ): About & { readonly blob: Blob } => {
    const end = start + about.sizeBytes;
    const blob = file.slice(start, end, about.mime);
    start = end;
    return { ...about, blob };
  };
  const { plants = [], entries: listedEntries = [] } = head;
  const attachments: Attachment[] = head.attachments.map(withBytes);
  const entries = listedEntries.map((entry): JournalEntry =>
    entry.type === 'photo' ? { ...entry, photos: entry.photos.map(withBytes) } : entry,
  );
  if (start !== file.size) throw refused('cut-off');
  return mended(withoutDoubles({ ...head, attachments, plants, entries }));
}
