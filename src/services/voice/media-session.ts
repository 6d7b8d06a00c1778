/** The device's own buttons for sound, on a lock screen or a headset: what they do with an answer that is spoken. */
export interface MediaControls {
  readonly play: () => void;
  readonly pause: () => void;
  readonly stop: () => void;
}

const actions = ['play', 'pause', 'stop'] as const;

type Session = Pick<MediaSession, 'setActionHandler' | 'playbackState' | 'metadata'>;

export class MediaButtons {
  readonly #session: Session | undefined;

  constructor(device: { readonly mediaSession?: Session } = navigator) {
    this.#session = device.mediaSession;
  }

  begin(title: string, controls: MediaControls): void {
    if (!this.#session) return;
    this.#session.metadata = new MediaMetadata({ title });
    for (const action of actions) this.#set(action, controls[action]);
    this.speaking(false);
  }

  speaking(isSpeaking: boolean): void {
    if (this.#session) this.#session.playbackState = isSpeaking ? 'playing' : 'paused';
  }

  end(): void {
    if (!this.#session) return;
    for (const action of actions) this.#set(action, null);
    this.#session.metadata = null;
    this.#session.playbackState = 'none';
  }

  /** Not every browser knows every action. */
  #set(action: MediaSessionAction, handler: MediaSessionActionHandler | null): void {
    try {
      this.#session?.setActionHandler(action, handler);
    } catch {
      // That button stays the browser's.
    }
  }
}
