/** The voice activity worker: on while the microphone is, and busy with nothing else. */
import { serve } from '../../protocol/serve';
import type { VadContract } from '../../protocol/vad';
import { openModel } from '../weights/open';
import { createVadHandlers } from './handlers';

serve<VadContract>(self, createVadHandlers(openModel));
