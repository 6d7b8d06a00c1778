/** The mind's worker. */
import type { LanguageContract } from '../../protocol/language';
import { serve } from '../../protocol/serve';
import { openModel } from '../weights/open';
import { createLanguageHandlers } from './handlers';

serve<LanguageContract>(self, createLanguageHandlers(openModel));
