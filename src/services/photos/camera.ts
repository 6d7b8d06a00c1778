/** The camera as a stream to look through, and one picture of it. No sound is asked for. */
import { AppError, throwIfAborted } from '../../domain/errors';

export interface OpenCamera {
  readonly stream: MediaStream;
  /** It looks at the person who holds the device. */
  readonly facesUser: boolean;
  /** What asks for the other camera; null where there is none. */
  readonly other: MediaTrackConstraints | null;
  close(): void;
}

/** Enough for any eye in the catalogue, and for print that a person wants to read later. */
const size: MediaTrackConstraints = { width: { ideal: 1920 }, height: { ideal: 1440 } };

const jpegQuality = 0.95;

/**
 * Rejects `camera-denied` or `camera-missing`.
 * @param onLost it was unplugged, or taken away in the browser's own controls
 */
export async function openCamera(
  which: MediaTrackConstraints,
  signal: AbortSignal,
  onLost: () => void,
): Promise<OpenCamera> {
  const stream = await ask(which);
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    // The browser's question cannot be taken back: what it brings late is closed at once.
    throwIfAborted(signal);
    const [track] = stream.getVideoTracks();
    if (!track) throw new AppError('camera-missing');
    track.onended = onLost;
    const other = otherThan(track.getSettings(), await cameras());
    throwIfAborted(signal);
    return { stream, facesUser: track.getSettings().facingMode === 'user', other, close };
  } catch (thrown) {
    close();
    throw AppError.from(thrown, 'camera-missing');
  }
}

/** The picture that `view` shows now, as large as the camera gives it. */
export async function snap(view: HTMLVideoElement): Promise<Blob> {
  const canvas = new OffscreenCanvas(view.videoWidth, view.videoHeight);
  const context = canvas.getContext('2d');
  if (!context) throw new AppError('out-of-memory', 'no canvas for the photo');
  context.drawImage(view, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
}

async function ask(which: MediaTrackConstraints): Promise<MediaStream> {
  // Only secure pages have it.
  if (!navigator.mediaDevices) throw new AppError('camera-missing');
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { ...size, ...which } });
  } catch (thrown) {
    const name = thrown instanceof DOMException ? thrown.name : '';
    const isDenied = name === 'NotAllowedError' || name === 'SecurityError';
    throw new AppError(isDenied ? 'camera-denied' : 'camera-missing', name, { cause: thrown });
  }
}

async function cameras(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput');
}

function otherThan(
  { deviceId, facingMode }: MediaTrackSettings,
  all: readonly MediaDeviceInfo[],
): MediaTrackConstraints | null {
  if (all.length < 2) return null;
  // A phone has several lenses to each side, and a person means the side.
  if (all.length > 2 && facingMode) {
    return { facingMode: { ideal: facingMode === 'user' ? 'environment' : 'user' } };
  }
  const at = all.findIndex((camera) => camera.deviceId === deviceId);
  return { deviceId: { exact: all[(at + 1) % all.length]!.deviceId } };
}
