/**
 * Where the locker keeps bytes. A file counts as there only once its record is: the record is written last, so a
 * crash at any step leaves a file absent or whole, never "present but bad".
 */
export interface StoredRecord {
  readonly key: string;
  readonly path: string;
  readonly sizeBytes: number;
  /** Of the whole file; for hub files the one that the hub reported, held to from then on. */
  readonly sha256: string;
  /** Of each piece, as it was when it was committed. */
  readonly pieceSha256: readonly string[];
  /** The bytes are known to differ: the file no longer counts as there, but its right pieces need not come again. */
  readonly altered?: true;
}

export interface PieceWriter {
  /** Throws `quota-exceeded` if not every byte could be written. */
  write(start: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

export interface WeightsBackend {
  readonly name: 'opfs' | 'cache' | 'memory';
  /** Says `altered` where that is seen without reading the bytes. */
  record(key: string): Promise<StoredRecord | null>;
  commit(record: StoredRecord): Promise<void>;
  /** Bytes written so far of a file, committed or not. */
  writtenBytes(key: string): Promise<number>;
  /** Null if these bytes are not there. */
  read(key: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** What a longer file has beyond `sizeBytes` is cut off. The caller closes the writer, whatever happens. */
  openWriter(key: string, sizeBytes: number): Promise<PieceWriter>;
  remove(key: string): Promise<void>;
  /** Of so many bytes, those that find room; null, or left out, where only writing tells. */
  room?(bytes: number): Promise<number | null>;
}
