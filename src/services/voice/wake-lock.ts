/** Keeps the screen on while hands are not on it: a phone that locks itself takes the microphone away. */
interface Device {
  /** Left out where the browser has none: then the screen does as it always does. */
  readonly wakeLock?: Pick<WakeLock, 'request'>;
}
type Screen = Pick<Document, 'visibilityState' | 'addEventListener'>;

export class ScreenLock {
  readonly #device: Device;
  readonly #screen: Screen;
  #isWanted = false;
  #lock: WakeLockSentinel | null = null;

  constructor(device: Device = navigator, screen: Screen = document) {
    this.#device = device;
    this.#screen = screen;
    // A page that is hidden loses it.
    screen.addEventListener('visibilitychange', () => void this.#ask());
  }

  hold(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    void this.#ask();
  }

  release(): void {
    this.#isWanted = false;
    this.#letGo();
  }

  async #ask(): Promise<void> {
    if (!this.#isWanted || this.#screen.visibilityState !== 'visible') return;
    // A battery that runs low is a reason to refuse.
    const lock = await this.#device.wakeLock?.request('screen').catch(() => null);
    this.#letGo();
    this.#lock = lock ?? null;
    if (!this.#isWanted) this.#letGo();
  }

  #letGo(): void {
    this.#lock?.release().catch(() => {});
    this.#lock = null;
  }
}
