/** Waits until a microphone that was blocked or missing may be had: allowed in the browser's own controls, or plugged in. */
import type { ErrorCode } from '../domain/errors';

export interface Devices {
  readonly mediaDevices: Pick<
    MediaDevices,
    'enumerateDevices' | 'addEventListener' | 'removeEventListener'
  >;
  readonly permissions: Pick<Permissions, 'query'>;
}

/** Calls back once; never where the browser does not tell, where it is about something else, or after the signal. */
export async function whenMicrophoneIsBack(
  code: ErrorCode,
  signal: AbortSignal,
  onBack: () => void,
  devices: Devices = navigator,
): Promise<void> {
  try {
    if (code === 'microphone-denied') await whenAllowed(devices.permissions, signal, onBack);
    else if (code === 'microphone-missing' || code === 'microphone-lost')
      await whenPlugged(devices.mediaDevices, signal, onBack);
  } catch {
    // Not every browser answers: there, what is said stays until the next press.
  }
}

async function whenAllowed(
  permissions: Devices['permissions'],
  signal: AbortSignal,
  onBack: () => void,
): Promise<void> {
  const status = await permissions.query({ name: 'microphone' });
  const listening = new AbortController();
  const look = () => {
    if (status.state === 'denied' || signal.aborted) return;
    listening.abort();
    onBack();
  };
  status.addEventListener('change', look, {
    signal: AbortSignal.any([signal, listening.signal]),
  });
}

async function whenPlugged(
  mediaDevices: Devices['mediaDevices'],
  signal: AbortSignal,
  onBack: () => void,
): Promise<void> {
  const count = async () =>
    (await mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'audioinput').length;
  let before = await count();
  const listening = new AbortController();
  const look = async () => {
    const now = await count();
    const isMore = now > before;
    before = now;
    if (!isMore || signal.aborted || listening.signal.aborted) return;
    listening.abort();
    onBack();
  };
  mediaDevices.addEventListener('devicechange', () => void look().catch(() => {}), {
    signal: AbortSignal.any([signal, listening.signal]),
  });
}
