/** The model locker's worker as it is, but for the hub's address: the test server's. */
import { weightsHandlers } from '../../../src/engine/weights/handlers';
import { hub } from '../../../src/engine/weights/sources';
import { serve } from '../../../src/protocol/serve';
import type { WeightsContract } from '../../../src/protocol/weights';

hub.host = `${self.location.origin}/hub`;
serve<WeightsContract>(self, weightsHandlers);
