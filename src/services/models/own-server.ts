/**
 * Asks the app's own server to bring an optional model to its disk, where it does not have it yet. A host of plain files
 * cannot: it either has the files or the locker goes on to where else they are.
 */
import { AppError, throwIfAborted } from '../../domain/errors';

interface Line {
  readonly loadedBytes?: number;
  readonly done?: true;
  readonly failed?: true;
}

const isLines = (response: Response) =>
  response.ok && response.headers.get('Content-Type') === 'application/x-ndjson';

/** Resolves once the server has the model, or says that it cannot bring one. Rejects `download-failed`. */
export async function askOwnServer(
  modelId: string,
  signal: AbortSignal,
  onLoaded: (bytes: number) => void,
): Promise<void> {
  try {
    const response = await fetch(`/models/${modelId}`, { method: 'POST', signal });
    if (!response.body || !isLines(response)) return await response.body?.cancel();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines.map((text) => JSON.parse(text) as Line)) {
        if (line.done) return;
        if (line.failed) throw new AppError('download-failed', `the server has no ${modelId}`);
        if (line.loadedBytes !== undefined) onLoaded(line.loadedBytes);
      }
    }
    throw new AppError('download-failed', 'the server went away');
  } catch (thrown) {
    throwIfAborted(signal);
    throw AppError.from(thrown, 'download-failed');
  }
}
