/** The browser's own question for the microphone, and what its answers mean. */
import { AppError, type ErrorCode } from '../domain/errors';

const meanings: Readonly<Record<string, ErrorCode>> = {
  NotAllowedError: 'microphone-denied',
  SecurityError: 'microphone-denied',
  NotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
  NotReadableError: 'microphone-missing',
};

/** The one that the system chose. Rejects `microphone-denied` or `microphone-missing`. */
export async function askMicrophone(): Promise<MediaStream> {
  // Only secure pages have it.
  if (!navigator.mediaDevices) throw new AppError('microphone-missing');
  try {
    // Suppressing noise damages consonants: the ears make more of noisy speech than of what it leaves.
    return await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: true },
    });
  } catch (thrown) {
    const name = thrown instanceof DOMException ? thrown.name : '';
    throw new AppError(meanings[name] ?? 'microphone-missing', name, { cause: thrown });
  }
}

/**
 * Which device the system has chosen, by what tells one from another. Null where the browser names no choice, or none of
 * its devices: there a track stays with its device until that is gone.
 */
export async function systemChoice(): Promise<string | null> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const chosen = devices.find(
    ({ kind, deviceId }) => kind === 'audioinput' && deviceId === 'default',
  );
  return chosen ? `${chosen.groupId} ${chosen.label}` : null;
}
