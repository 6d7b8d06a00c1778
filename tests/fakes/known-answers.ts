/** As on a device that remembers nothing: every known answer is asked for. */
import { KnownAnswers } from '../../src/services/models/known-answers';

export const askedEachTime = (): KnownAnswers =>
  new KnownAnswers({ fact: async () => undefined, setFact: async () => {} }, 'a browser');
