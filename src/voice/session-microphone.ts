/** The microphone of a session, from the moment it is asked for: what was wanted of it meanwhile holds once it is open. */
import type { TalkMode } from './voice';
import type { HeardEvent, OpenMicrophone, VoicePorts } from './ports';

export interface MicrophoneWatcher {
  readonly opened: () => void;
  readonly heard: (event: HeardEvent) => void;
  /** It could not be opened, or was lost later. */
  readonly failed: (thrown: unknown) => void;
}

export class SessionMicrophone {
  readonly #openPort: VoicePorts['openMicrophone'];
  readonly #watcher: MicrophoneWatcher;
  #own: { readonly closing: AbortController; open: OpenMicrophone | null } | null = null;
  #held = false;
  #mode: TalkMode = 'push-to-talk';

  constructor(open: VoicePorts['openMicrophone'], watcher: MicrophoneWatcher) {
    this.#openPort = open;
    this.#watcher = watcher;
  }

  /** Rejects nothing: what goes wrong is told. One that was open is closed first. */
  async open(mode: TalkMode): Promise<void> {
    this.close();
    this.#mode = mode;
    const closing = new AbortController();
    const own = { closing, open: null as OpenMicrophone | null };
    this.#own = own;
    const { opened, heard, failed } = this.#watcher;
    // One that was closed may still have something to say.
    const isOwn = () => this.#own === own;
    try {
      const open = await this.#openPort(mode, closing.signal, {
        event: (event) => isOwn() && heard(event),
        lost: (thrown) => isOwn() && failed(thrown),
      });
      if (closing.signal.aborted) return open.close();
      own.open = open;
      open.setMode(this.#mode);
      open.hold(this.#held);
      opened();
    } catch (thrown) {
      if (isOwn()) failed(thrown);
    }
  }

  close(): void {
    this.#held = false;
    this.#own?.closing.abort();
    this.#own?.open?.close();
    this.#own = null;
  }

  /** @returns whether it is open */
  setMode(mode: TalkMode): boolean {
    this.#mode = mode;
    this.#own?.open?.setMode(mode);
    return Boolean(this.#own?.open);
  }

  /** Push to talk: pressed and released. */
  hold(held: boolean): void {
    this.#held = held;
    this.#own?.open?.hold(held);
  }
}
