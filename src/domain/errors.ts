/**
 * The one error type that crosses layers and workers. The words a person reads are keyed by `code` in the
 * message catalogue, never taken from `message`, which is for the developer's console.
 */
export type ErrorCode =
  | 'aborted'
  | 'model-missing'
  | 'download-failed'
  | 'checksum-mismatch'
  | 'quota-exceeded'
  | 'webgpu-unavailable'
  | 'device-lost'
  | 'out-of-memory'
  | 'worker-crashed'
  | 'microphone-denied'
  | 'microphone-missing'
  | 'microphone-lost'
  | 'camera-denied'
  | 'camera-missing'
  | 'storage-unavailable'
  | 'bad-input'
  | 'too-long'
  | 'wrong-answer'
  /** What holds an answer to a text that was given could not be fetched. */
  | 'text-unheld'
  | 'internal';

/** An error as it travels through `postMessage`. */
export interface AppErrorData {
  readonly code: ErrorCode;
  readonly message: string;
  /** Figures or names for the sentence shown, for instance `{ neededMb: '212' }`. */
  readonly details: Readonly<Record<string, string>>;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    message: string = code,
    options: { cause?: unknown; details?: Readonly<Record<string, string>> } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  toData(): AppErrorData {
    return { code: this.code, message: this.message, details: this.details };
  }

  static fromData(data: AppErrorData): AppError {
    return new AppError(data.code, data.message, { details: data.details });
  }

  /** Anything thrown, as an AppError: aborts keep their meaning, the rest becomes `fallback`. */
  static from(thrown: unknown, fallback: ErrorCode = 'internal'): AppError {
    if (thrown instanceof AppError) return thrown;
    if (thrown instanceof DOMException && thrown.name === 'AbortError') {
      return new AppError('aborted', thrown.message, { cause: thrown });
    }
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new AppError(fallback, message, { cause: thrown });
  }
}

export function isAborted(thrown: unknown): boolean {
  return AppError.from(thrown).code === 'aborted';
}

/** Throws the `aborted` error if the signal has fired. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('aborted');
}
