/** The reading contract over one loaded reader. */
import type { ReadingContract } from '../../protocol/reading';
import type { Handlers } from '../../protocol/serve';
import { decode } from '../decode-photo';
import { PhotoNet } from '../photo-net';
import type { OpenModel } from '../weights/reader';
import { testReader } from './known-answer';
import { openReader } from './reader';

export function createReadingHandlers(openModel: OpenModel): Handlers<ReadingContract> {
  const net = new PhotoNet({ openModel, open: openReader, test: testReader });
  return {
    load: (params, context) => net.load(params, context),
    read: ({ photo }, { signal, emit }) =>
      net.take(signal, async (reader) => reader.read(await decode(photo), signal, emit)),
  };
}
