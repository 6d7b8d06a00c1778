/** The model locker's worker. */
import { serve } from '../../protocol/serve';
import type { WeightsContract } from '../../protocol/weights';
import { weightsHandlers } from './handlers';

serve<WeightsContract>(self, weightsHandlers);
