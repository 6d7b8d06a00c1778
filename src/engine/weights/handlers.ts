/** The locker's contract over the locker. */
import type { Handlers } from '../../protocol/serve';
import type { WeightsContract } from '../../protocol/weights';
import { chooseBackend } from './backends';
import { Locker } from './locker';

const locker = async () => new Locker(await chooseBackend());

export const weightsHandlers: Handlers<WeightsContract> = {
  async inspect({ models }) {
    const own = await locker();
    return Promise.all(models.map((ref) => own.inspect(ref)));
  },
  download: async ({ next, ...ref }, { signal, emit }) =>
    (await locker()).download(ref, signal, emit, next),
  remove: async ({ model, keep }, { signal }) => (await locker()).remove(model, keep, signal),
};
