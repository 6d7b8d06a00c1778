/** The microphone as frames on a port, straight from the audio thread. */
import { AppError, throwIfAborted } from '../domain/errors';
import { askMicrophone } from './ask-microphone';
import captureUrl from './capture.worklet?worker&url';
import { MicrophoneInput, type MicrophoneEvents } from './microphone-input';

export interface Microphone {
  /** Gives each `SoundFrame`; to be handed to the worker that listens. */
  readonly frames: MessagePort;
  close(): void;
}

/**
 * Asks for the microphone and opens it. Rejects `microphone-denied` or `microphone-missing`. It is let go of as
 * soon as the signal fires, whatever its opening still waits for: an audio thread that does not begin never says so.
 */
export async function openMicrophone(
  signal: AbortSignal,
  on: MicrophoneEvents,
): Promise<Microphone> {
  const stream = await askMicrophone();
  let context: AudioContext | null = null;
  let input: MicrophoneInput | null = null;
  const close = () => {
    signal.removeEventListener('abort', close);
    input?.close();
    for (const track of stream.getTracks()) track.stop();
    if (!context) return;
    context.onstatechange = null;
    if (context.state !== 'closed') void context.close();
  };
  try {
    throwIfAborted(signal);
    signal.addEventListener('abort', close, { once: true });
    context = new AudioContext({ latencyHint: 'interactive' });
    await context.audioWorklet.addModule(captureUrl);
    if (context.state === 'suspended') await context.resume();
    throwIfAborted(signal);
    const { port1: toCapture, port2: frames } = new MessageChannel();
    const capture = new AudioWorkletNode(context, 'capture', {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
    });
    capture.port.postMessage(toCapture, [toCapture]);
    const heard = new MicrophoneInput(stream, context, capture, on);
    input = heard;
    const audible = context;
    // A call, or a device that sleeps, halts it: deaf, it must not say that it listens.
    audible.onstatechange = () => {
      // Not by us: it would be listened to for ever.
      if (audible.state === 'closed') return on.lost();
      const isHalted = audible.state !== 'running';
      on.muted(isHalted || heard.isMuted);
      if (isHalted) audible.resume().catch(() => {});
    };
    if (heard.isMuted) on.muted(true);
    return { frames, close };
  } catch (thrown) {
    close();
    throwIfAborted(signal);
    throw AppError.from(thrown, 'microphone-missing');
  }
}
