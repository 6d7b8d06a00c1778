/** What opening a microphone waits for besides the microphone itself, ahead of it. */
import captureUrl from './capture.worklet?worker&url';
import type { Speaker } from './speaker';

/**
 * Has the audio thread know what captures. It does nothing before the first press or key of the page: a context that is made then is
 * kept silent, and browsers warn of it.
 */
export async function prepareCapture(openSpeaker: () => Speaker): Promise<void> {
  if (!navigator.userActivation.hasBeenActive) return;
  await openSpeaker().context.audioWorklet.addModule(captureUrl);
}
