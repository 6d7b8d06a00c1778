/** The microphone as frames on a port, straight from the audio thread. */
import { AppError, throwIfAborted } from '../domain/errors';
import { askMicrophone } from './ask-microphone';
import captureUrl from './capture.worklet?worker&url';
import { MicrophoneInput, type MicrophoneEvents } from './microphone-input';
import type { Speaker } from './speaker';

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
  openSpeaker: () => Speaker,
): Promise<Microphone> {
  const stream = await askMicrophone();
  const closing = new AbortController();
  const close = () => {
    closing.abort();
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    throwIfAborted(signal);
    signal.addEventListener('abort', close, { once: true, signal: closing.signal });
    const { context, output } = openSpeaker();
    await context.audioWorklet.addModule(captureUrl);
    if (context.state !== 'running') await context.resume();
    throwIfAborted(signal);
    const { port1: toCapture, port2: frames } = new MessageChannel();
    const capture = new AudioWorkletNode(context, 'capture', {
      numberOfInputs: 2,
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
    });
    capture.port.postMessage(toCapture, [toCapture]);
    output.connect(capture, 0, 1);
    closing.signal.addEventListener('abort', () => {
      output.disconnect(capture);
      capture.port.postMessage(null);
    });
    const heard = new MicrophoneInput(stream, context, capture, on);
    closing.signal.addEventListener('abort', () => heard.close());
    // A call, or a device that sleeps, halts it: deaf, it must not say that it listens.
    const look = () => {
      // It would be listened to for ever.
      if (context.state === 'closed') return on.lost();
      const isHalted = context.state !== 'running';
      on.muted(isHalted || heard.isMuted);
      if (isHalted) context.resume().catch(() => {});
    };
    context.addEventListener('statechange', look, { signal: closing.signal });
    if (heard.isMuted || context.state !== 'running') look();
    return { frames, close };
  } catch (thrown) {
    close();
    throwIfAborted(signal);
    throw AppError.from(thrown, 'microphone-missing');
  }
}
