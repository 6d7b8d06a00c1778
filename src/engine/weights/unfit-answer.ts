/** What an answer that brings nothing says of the next one. */
import { AppError } from '../../domain/errors';

/** The server will answer the same again; it was not only too busy for now. */
const isRefusal = (status: number) =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;

/** `download-failed`; where asking again is of no use, `refused` is its `details.reason`. */
export const unfitAnswer = (who: string, status: number): AppError =>
  new AppError('download-failed', `${who} answered ${status}`, {
    ...(isRefusal(status) && { details: { reason: 'refused' } }),
  });
