/** A camera or a shared screen that is looked at while somebody speaks. Neither brings any sound. */
import { AppError, throwIfAborted } from '../../domain/errors';
import { openCamera, type OpenCamera } from './camera';
import { outward } from './camera-sides';

export type ViewSource = 'camera' | 'screen';

export interface ViewWatcher {
  /** It was unplugged, taken away in the browser's own controls, or the sharing was ended there. */
  readonly lost: () => void;
  /** The device, the browser or another app keeps its picture black, or shows it again. */
  readonly muted: (muted: boolean) => void;
}

/** No larger than a photo is kept, and no more pictures a second than words need. */
const live: MediaTrackConstraints = {
  width: { ideal: 1536 },
  height: { ideal: 1152 },
  frameRate: { ideal: 15, max: 30 },
};

/** Phones have cameras and no way to share their screen. */
export const canShareScreen = (): boolean =>
  typeof navigator.mediaDevices?.getDisplayMedia === 'function';

/**
 * Rejects `camera-denied` or `camera-missing`, of a screen too: `camera-denied` where none was chosen.
 * @param which of several cameras; the outward one where left out
 */
export async function openView(
  source: ViewSource,
  which: MediaTrackConstraints | null,
  signal: AbortSignal,
  watcher: ViewWatcher,
): Promise<OpenCamera> {
  const open =
    source === 'camera'
      ? await openCamera({ ...live, ...(which ?? outward) }, signal, watcher.lost)
      : await openScreen(signal, watcher.lost);
  const [track] = open.stream.getVideoTracks();
  track?.addEventListener('mute', () => watcher.muted(true));
  track?.addEventListener('unmute', () => watcher.muted(false));
  if (track?.muted) watcher.muted(true);
  return open;
}

async function openScreen(signal: AbortSignal, onLost: () => void): Promise<OpenCamera> {
  const stream = await askForScreen();
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    // The browser's question cannot be taken back: what it brings late is closed at once.
    throwIfAborted(signal);
  } catch (thrown) {
    close();
    throw thrown;
  }
  for (const track of stream.getVideoTracks()) track.onended = onLost;
  return { stream, facesUser: false, other: null, close };
}

async function askForScreen(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { ideal: 5, max: 15 } },
      audio: false,
    });
  } catch (thrown) {
    const name = thrown instanceof DOMException ? thrown.name : '';
    const code = name === 'NotAllowedError' ? 'camera-denied' : 'camera-missing';
    throw new AppError(code, name, { cause: thrown });
  }
}

/** Tells when the page is out of sight, and when it is left. */
export function watchPage(on: { hidden(hidden: boolean): void; left(): void }): void {
  document.addEventListener('visibilitychange', () =>
    on.hidden(document.visibilityState === 'hidden'),
  );
  window.addEventListener('pagehide', () => on.left());
}
