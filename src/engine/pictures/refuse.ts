/** The one way in which a file is turned away. */
import type { PictureRefusal } from '../../domain/conversations/attachment';
import { AppError } from '../../domain/errors';

export const refusal = (
  reason: PictureRefusal,
  options: { readonly cause?: unknown; readonly limits?: Readonly<Record<string, string>> } = {},
): AppError =>
  new AppError('bad-input', `not taken as a photo: ${reason}`, {
    cause: options.cause,
    details: { reason, ...options.limits },
  });
