/** The speech worker: today the mouth; the ears will move in. */
import { serve } from '../../protocol/serve';
import type { MouthContract } from '../../protocol/speech';
import { openModel } from '../weights/open';
import { createMouthHandlers } from './handlers';

serve<MouthContract>(self, createMouthHandlers(openModel));
