/** Saves what grows once a second, and at once when the page is hidden: it may never be shown again. */
const everyMs = 1000;

/** Calls back when the page is hidden or left, until the function that it gives is called. */
export type WhenHidden = (hidden: () => void) => () => void;

const whenHidden: WhenHidden = (hidden) => {
  const look = () => {
    if (document.visibilityState === 'hidden') hidden();
  };
  document.addEventListener('visibilitychange', look);
  // A reload does not always hide the page first.
  window.addEventListener('pagehide', hidden);
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pagehide', hidden);
  };
};

export class Saver<Value> {
  readonly #save: (value: Value) => Promise<void>;
  readonly #unwatch: () => void;
  #unsaved: { readonly value: Value } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** @param save what fails here is tried again with the next value: who saves the last one says so */
  constructor(save: (value: Value) => Promise<void>, watch: WhenHidden = whenHidden) {
    this.#save = save;
    this.#unwatch = watch(() => this.#flush());
  }

  note(value: Value): void {
    this.#unsaved = { value };
    this.#timer ??= setTimeout(() => this.#flush(), everyMs);
  }

  /** Nothing more comes, and what is unsaved is left to the caller. */
  end(): void {
    this.#unwatch();
    this.#unsaved = null;
    this.#flush();
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#unsaved) this.#save(this.#unsaved.value).catch(() => {});
    this.#unsaved = null;
  }
}
