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

/** Asks for the microphone and opens it. Rejects `microphone-denied` or `microphone-missing`. */
export async function openMicrophone(
  signal: AbortSignal,
  on: MicrophoneEvents,
): Promise<Microphone> {
  const stream = await askMicrophone();
  let context: AudioContext | null = null;
  let input: MicrophoneInput | null = null;
  const close = () => {
    input?.close();
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
    const heard = new MicrophoneInput(stream, context, capture, on);
    input = heard;
    const audible = context;
    // A call, or a device that sleeps, halts it: deaf, it must not say that it listens.
    audible.onstatechange = () => {
      if (audible.state === 'closed') return;
      const isHalted = audible.state !== 'running';
      on.muted(isHalted || heard.isMuted);
      if (isHalted) audible.resume().catch(() => {});
    };
    if (heard.isMuted) on.muted(true);
    return { frames, close };
  } catch (thrown) {
    close();
    throw AppError.from(thrown, 'microphone-missing');
  }
}
