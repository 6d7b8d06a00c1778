/** The reading worker: a page of text takes seconds, and neither the page nor the mind must wait for it. */
import type { ReadingContract } from '../../protocol/reading';
import { serve } from '../../protocol/serve';
import { openModel } from '../weights/open';
import { createReadingHandlers } from './handlers';

serve<ReadingContract>(self, createReadingHandlers(openModel));
