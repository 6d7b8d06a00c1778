/** Whether the reader writes down a line that it is known to. */
import type { ReadingModel } from '../../domain/models/model';
import { plainText } from '../../domain/photos/text';
import type { PhotoNetLoad } from '../photo-net';
import { wrongAnswer } from '../wrong-answer';
import { decode } from '../decode-photo';
import type { Reader } from './reader';

const letters = (text: string) => text.replace(/\s/g, '');

export async function testReader(
  reader: Reader,
  { plan, reader: files, signal }: PhotoNetLoad<ReadingModel>,
): Promise<void> {
  const { selfTest } = plan.model;
  if (!selfTest) return;
  const picture = new Blob([await files.bytes(selfTest.picture, { signal })]);
  const given = plainText(await reader.read(await decode(picture), signal, () => {}));
  if (letters(given) !== letters(selfTest.text)) throw wrongAnswer(plan, given, selfTest.text);
}
