/** Whichever device is heard: another takes over where one is unplugged, or where a headset is put on or away. */
import { askMicrophone, systemChoice } from './ask-microphone';

export interface MicrophoneEvents {
  /** It was unplugged, or taken away in the browser's own controls, and there is no other. */
  readonly lost: () => void;
  /** The device or the browser makes it silent, as for a call, or hears it again. */
  readonly muted: (muted: boolean) => void;
}

/** One that a device gives and takes back at once, as a headset with an empty battery, is not asked for for ever. */
const mostTries = 3;

export class MicrophoneInput {
  readonly #context: AudioContext;
  readonly #into: AudioNode;
  readonly #on: MicrophoneEvents;
  readonly #closing = new AbortController();
  #stream: MediaStream;
  #source: MediaStreamAudioSourceNode;
  #choice: Promise<string | null>;
  #isFollowing = false;

  /** @param into is given the sound, of this and of each device after it */
  constructor(stream: MediaStream, context: AudioContext, into: AudioNode, on: MicrophoneEvents) {
    this.#context = context;
    this.#into = into;
    this.#on = on;
    this.#stream = stream;
    this.#source = this.#hear(stream);
    this.#choice = systemChoice();
    const { signal } = this.#closing;
    navigator.mediaDevices.addEventListener('devicechange', () => void this.#follow(), { signal });
  }

  get isMuted(): boolean {
    return this.#stream.getAudioTracks().some(({ muted }) => muted);
  }

  close(): void {
    this.#closing.abort();
    this.#source.disconnect();
    letGo(this.#stream);
  }

  #hear(stream: MediaStream): MediaStreamAudioSourceNode {
    const source = this.#context.createMediaStreamSource(stream);
    source.connect(this.#into);
    for (const track of stream.getAudioTracks()) {
      track.onended = () => void this.#follow();
      track.onmute = () => this.#on.muted(true);
      track.onunmute = () => {
        this.#on.muted(false);
        // What silences the microphone may have halted the audio too.
        if (this.#context.state !== 'closed') this.#context.resume().catch(() => {});
      };
    }
    return source;
  }

  #hearOrLetGo(stream: MediaStream): MediaStreamAudioSourceNode {
    try {
      return this.#hear(stream);
    } catch (thrown) {
      letGo(stream);
      throw thrown;
    }
  }

  /** What is being said when the device changes goes on in the next one, with a gap. */
  async #follow(): Promise<void> {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    try {
      for (let tries = 0; tries < mostTries && (await this.#isLeft()); tries += 1) {
        // Deaf meanwhile, it must not say that it listens.
        if (isGone(this.#stream)) this.#on.muted(true);
        this.#take(await askMicrophone());
      }
    } catch {
      // The one that is heard goes on; one that is gone is told below.
    } finally {
      this.#isFollowing = false;
    }
    if (isGone(this.#stream) && !this.#closing.signal.aborted) this.#on.lost();
  }

  /** The device is gone, or the system has chosen another since it was taken. */
  async #isLeft(): Promise<boolean> {
    const before = await this.#choice;
    const choice = await systemChoice();
    if (this.#closing.signal.aborted) return false;
    if (isGone(this.#stream)) return true;
    return before !== null && choice !== null && choice !== before;
  }

  #take(stream: MediaStream): void {
    if (this.#closing.signal.aborted) return letGo(stream);
    const source = this.#hearOrLetGo(stream);
    this.#source.disconnect();
    letGo(this.#stream);
    this.#stream = stream;
    this.#source = source;
    this.#choice = systemChoice();
    this.#on.muted(this.isMuted);
  }
}

const isGone = (stream: MediaStream): boolean =>
  stream.getAudioTracks().every(({ readyState }) => readyState === 'ended');

function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    [track.onended, track.onmute, track.onunmute] = [null, null, null];
    track.stop();
  }
}
