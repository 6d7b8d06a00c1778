/** The bytes of one answer, read a part at a time, so that a long answer never has to fit into memory. */
import { AppError } from '../../domain/errors';
import type { Connection } from './connection';

/** Which bytes of the file an answer carries; `end` is exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
  readonly totalBytes: number;
}

export class RangeStream {
  readonly end: number;
  readonly totalBytes: number;
  readonly #connection: Connection;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #position: number;
  /** What arrived and was not asked for yet. */
  #rest: Uint8Array = new Uint8Array();

  constructor(connection: Connection, body: ReadableStream<Uint8Array>, extent: Extent) {
    this.#connection = connection;
    this.#reader = body.getReader();
    this.#position = extent.start;
    this.end = extent.end;
    this.totalBytes = extent.totalBytes;
  }

  /** Where in the file the next byte belongs. */
  get position(): number {
    return this.#position;
  }

  /** The next `count` bytes. Rejects `download-failed` if the answer ends before. */
  async take(
    count: number,
    onBytes: (count: number) => void = () => {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(count);
    for (let filled = 0; filled < count;) {
      const part = await this.#next(count - filled);
      bytes.set(part, filled);
      filled += part.length;
      onBytes(part.length);
    }
    return bytes;
  }

  /** Lets go of what comes before `position`. */
  async skipTo(position: number): Promise<void> {
    while (this.#position < position) await this.#next(position - this.#position);
  }

  close(): void {
    this.#connection.close();
  }

  async #next(most: number): Promise<Uint8Array> {
    if (this.#rest.length === 0) {
      const { done, value } = await this.#connection.wait(this.#reader.read());
      if (done) throw new AppError('download-failed', 'the answer ended early');
      this.#rest = value;
    }
    const part = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(part.length);
    this.#position += part.length;
    return part;
  }
}
