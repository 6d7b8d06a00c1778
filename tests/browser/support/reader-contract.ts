/** What the reading worker of the locker's tests does. */
import type { ModelPlan } from '../../../src/domain/models/model';
import type { Method } from '../../../src/protocol/contract';

export interface ReaderContract {
  sizeOf: Method<{ plan: ModelPlan; path: string }, never, number>;
}
