/** The plants' worker: it is started for a photo that is to be judged, and ends when none comes for a while. */
import type { PlantsContract } from '../../protocol/plants';
import { serve } from '../../protocol/serve';
import { openModel } from '../weights/open';
import { createPlantsHandlers } from './handlers';

serve<PlantsContract>(self, createPlantsHandlers(openModel));
