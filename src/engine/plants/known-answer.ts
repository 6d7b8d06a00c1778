/** Whether the specialist judges a photo as it is known to. */
import type { PlantsModel } from '../../domain/models/model';
import { decode } from '../decode-photo';
import type { PhotoNetLoad } from '../photo-net';
import { wrongAnswer } from '../wrong-answer';
import type { Specialist } from './specialist';

export async function testSpecialist(
  specialist: Specialist,
  { plan, reader: files, signal }: PhotoNetLoad<PlantsModel>,
): Promise<void> {
  const { selfTest, classes } = plan.model;
  if (!selfTest) return;
  const picture = new Blob([await files.bytes(selfTest.picture, { signal })]);
  const { logits } = await specialist.examine(await decode(picture));
  const own = classes.indexOf(selfTest.classId);
  const best = logits.reduce(
    (most, logit, index) => (index !== own && logit > logits[most]! ? index : most),
    own === 0 ? 1 : 0,
  );
  // A lead that is no number is none.
  if (!(logits[own]! - logits[best]! >= selfTest.by)) {
    throw wrongAnswer(plan, classes[best]!, selfTest.classId);
  }
}
