/** A dropped connection or a wrong piece is most often right the next time, and after a pause more often still. */
import { AppError, throwIfAborted } from '../../domain/errors';

const tries = 3;
const pauseMs = 500;

/** Rejects with what the last try rejected with. A failure that is not the network's is not tried again. */
export async function withRetries<Result>(
  work: () => Promise<Result>,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    throwIfAborted(signal);
    try {
      return await work();
    } catch (thrown) {
      const { code } = AppError.from(thrown);
      const mayPass = code === 'download-failed' || code === 'checksum-mismatch';
      if (!mayPass || attempt >= tries) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt));
    }
  }
}
