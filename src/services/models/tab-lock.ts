/** Which tab has the models: two copies of them in memory would be one too many for most devices. */
const name = 'tansy-models';
/** A page that was just closed or loaded anew lets go within this time. */
const patienceMs = 1500;
/** And one that is loaded anew has them again within this. */
const reloadMs = 4000;

export class TabLock {
  #release: (() => void) | null = null;

  /** Whether this tab has them now. `onLost` is called when another tab takes them. */
  async claim(onLost: () => void): Promise<boolean> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), patienceMs);
    const has = await this.#request({ signal: patience.signal }, onLost);
    clearTimeout(timer);
    return has;
  }

  /** Takes them from whichever tab has them. */
  async take(onLost: () => void): Promise<void> {
    await this.#request({ steal: true }, onLost);
  }

  /** Resolves once the tab that had them is gone, and not only loaded anew, and this one is looked at. */
  async freed(signal: AbortSignal): Promise<void> {
    await navigator.locks.request(name, { mode: 'shared', signal }, () => {});
    await new Promise((resolve) => setTimeout(resolve, reloadMs));
    while (document.hidden) {
      await new Promise((resolve) =>
        document.addEventListener('visibilitychange', resolve, { once: true }),
      );
    }
  }

  #request(options: LockOptions, onLost: () => void): Promise<boolean> {
    // Where there are no locks there is nothing to ask.
    if (!navigator.locks) return Promise.resolve(true);
    this.#release?.();
    return new Promise((resolve) => {
      let has = false;
      navigator.locks
        .request(name, options, () => {
          has = true;
          resolve(true);
          return new Promise<void>((release) => (this.#release = release));
        })
        .catch(() => {
          if (has) onLost();
          else resolve(false);
        });
    });
  }
}
