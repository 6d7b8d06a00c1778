/** What a session begins with, before it is asked for. Whatever does not come now is asked for again by the session, and missed there. */
import { prepareCapture } from '../../audio/prepare-capture';
import type { Speaker } from '../../audio/speaker';

export function prepareSession(openSpeaker: () => Speaker): void {
  import('../../voice/challenge').catch(() => {});
  prepareCapture(openSpeaker).catch(() => {});
}
