/**
 * Brings single pieces of a file from one address, each checked before it is given. A server without ranges is asked
 * once: what it sends is kept open, and the later pieces are taken from it.
 */
import { AppError } from '../../domain/errors';
import type { ModelFile } from '../../domain/models/model';
import { openRange } from './fetch-range';
import { checkPiece, type Piece } from './pieces';
import type { RangeStream } from './range-stream';
import { withRetries } from './retry';

export class PieceFeed {
  readonly #url: string;
  readonly #file: ModelFile;
  readonly #sizeBytes: number;
  readonly #signal: AbortSignal | undefined;
  #answer: RangeStream | null = null;

  constructor(
    url: string,
    file: ModelFile,
    sizeBytes: number,
    { signal }: { signal?: AbortSignal | undefined } = {},
  ) {
    this.#url = url;
    this.#file = file;
    this.#sizeBytes = sizeBytes;
    this.#signal = signal;
  }

  /**
   * Null where the address does not have the file. Rejects `download-failed` or `checksum-mismatch` once the tries are
   * used up. `onProgress` gets the bytes of this piece so far; it goes back to 0 when the piece has to come again.
   */
  piece(
    piece: Piece,
    onProgress: (receivedBytes: number) => void = () => {},
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    return withRetries(
      async () => {
        try {
          return await this.#take(piece, onProgress);
        } catch (thrown) {
          onProgress(0);
          this.close();
          throw thrown;
        }
      },
      { signal: this.#signal },
    );
  }

  close(): void {
    this.#answer?.close();
    this.#answer = null;
  }

  async #take(
    piece: Piece,
    onProgress: (receivedBytes: number) => void,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    const answer = await this.#answerWith(piece);
    if (!answer) return null;
    if (answer.totalBytes !== this.#sizeBytes) {
      throw new AppError('checksum-mismatch', `${this.#file.path} has another size than expected`);
    }
    await answer.skipTo(piece.start);
    let receivedBytes = 0;
    const bytes = await answer.take(piece.end - piece.start, (count) => {
      receivedBytes += count;
      onProgress(receivedBytes);
    });
    await checkPiece(this.#file, piece.index, bytes);
    return bytes;
  }

  /** The answer under way if the piece is still to come in it, else a new one. */
  async #answerWith({ start, end }: Piece): Promise<RangeStream | null> {
    if (this.#answer && this.#answer.position <= start && end <= this.#answer.end) {
      return this.#answer;
    }
    this.close();
    this.#answer = await openRange(this.#url, start, end, { signal: this.#signal });
    return this.#answer;
  }
}
