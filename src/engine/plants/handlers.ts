/** The plants contract over one loaded specialist. */
import type { PlantsContract } from '../../protocol/plants';
import type { Handlers } from '../../protocol/serve';
import { decode } from '../decode-photo';
import { PhotoNet } from '../photo-net';
import type { OpenModel } from '../weights/reader';
import { testSpecialist } from './known-answer';
import { openSpecialist } from './specialist';

export function createPlantsHandlers(openModel: OpenModel): Handlers<PlantsContract> {
  const net = new PhotoNet({ openModel, open: openSpecialist, test: testSpecialist });
  return {
    load: (params, context) => net.load(params, context),
    examine: ({ photo, square }, { signal }) =>
      net.take(signal, async (specialist) => specialist.examine(await decode(photo), square)),
  };
}
