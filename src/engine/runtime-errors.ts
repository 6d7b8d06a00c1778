/** What ONNX Runtime's failures mean to the person: it throws strings, numbers and errors of many makes. */
import { AppError, type ErrorCode } from '../domain/errors';

const signs: readonly (readonly [RegExp, ErrorCode])[] = [
  [
    /out of memory|bad_alloc|allocation (failed|size)|cannot enlarge memory|\bOOM\b/i,
    'out-of-memory',
  ],
  [/device (is |was )?lost|lost device|device.*destroyed|instance (was )?dropped/i, 'device-lost'],
  [
    /no available backend|webgpu.*not (supported|available)|failed to get gpu adapter/i,
    'webgpu-unavailable',
  ],
];

/** After any of these the worker is of no more use: every later call would fail with the same error. */
export function asRuntimeError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const text = thrown instanceof Error ? `${thrown.name} ${thrown.message}` : String(thrown);
  const code = signs.find(([sign]) => sign.test(text))?.[1] ?? 'worker-crashed';
  return AppError.from(thrown, code);
}

/** What the runtime is asked for, with its failures told as ours. */
export async function guarded<Result>(run: Promise<Result>): Promise<Result> {
  try {
    return await run;
  } catch (thrown) {
    throw asRuntimeError(thrown);
  }
}
