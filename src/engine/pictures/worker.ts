/** The pictures' worker: a large photo takes seconds to decode, and the page must not wait for it. */
import type { PicturesContract } from '../../protocol/pictures';
import { serve } from '../../protocol/serve';
import { createPicturesHandlers } from './handlers';

serve<PicturesContract>(self, createPicturesHandlers());
