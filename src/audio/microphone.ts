/** The microphone as frames on a port, straight from the audio thread. */
import { AppError, throwIfAborted, type ErrorCode } from '../domain/errors';
import captureUrl from './capture.worklet?worker&url';

export interface Microphone {
  /** Gives each `SoundFrame`; to be handed to the worker that listens. */
  readonly frames: MessagePort;
  close(): void;
}

export interface MicrophoneEvents {
  /** It was unplugged, or taken away in the browser's own controls. */
  readonly lost: () => void;
  /** The device or the browser makes it silent, as for a call, or hears it again. */
  readonly muted: (muted: boolean) => void;
}

const meanings: Readonly<Record<string, ErrorCode>> = {
  NotAllowedError: 'microphone-denied',
  SecurityError: 'microphone-denied',
  NotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
  NotReadableError: 'microphone-missing',
};

/** Asks for the microphone and opens it. Rejects `microphone-denied` or `microphone-missing`. */
export async function openMicrophone(
  signal: AbortSignal,
  on: MicrophoneEvents,
): Promise<Microphone> {
  const stream = await ask();
  let context: AudioContext | null = null;
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    if (context && context.state !== 'closed') void context.close();
  };
  try {
    context = new AudioContext({ latencyHint: 'interactive' });
    throwIfAborted(signal);
    await context.audioWorklet.addModule(captureUrl);
    throwIfAborted(signal);
    if (context.state === 'suspended') await context.resume();
    const { port1: toCapture, port2: frames } = new MessageChannel();
    const capture = new AudioWorkletNode(context, 'capture', {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
    });
    capture.port.postMessage(toCapture, [toCapture]);
    context.createMediaStreamSource(stream).connect(capture);
    const audible = context;
    const [track] = stream.getAudioTracks();
    // A call, or a device that sleeps, halts it: deaf, it must not say that it listens.
    audible.onstatechange = () => {
      if (audible.state === 'closed') return;
      const isHalted = audible.state !== 'running';
      on.muted(isHalted || track?.muted === true);
      if (isHalted) audible.resume().catch(() => {});
    };
    for (const track of stream.getTracks()) {
      track.onended = on.lost;
      track.onmute = () => on.muted(true);
      track.onunmute = () => {
        on.muted(false);
        // What silences the microphone may have halted the audio too.
        if (audible.state !== 'closed') audible.resume().catch(() => {});
      };
      if (track.muted) on.muted(true);
    }
    return { frames, close };
  } catch (thrown) {
    close();
    throw AppError.from(thrown, 'microphone-missing');
  }
}

async function ask(): Promise<MediaStream> {
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
