/** The speech worker: ears and mouth, which take turns on its thread. */
import { serve } from '../../protocol/serve';
import type { SpeechContract } from '../../protocol/speech';
import { openModel } from '../weights/open';
import { createEarsHandlers } from './ears/handlers';
import { createMouthHandlers } from './mouth/handlers';

serve<SpeechContract>(self, {
  ...createEarsHandlers(openModel),
  ...createMouthHandlers(openModel),
});
