/** Whether something goes on for so long that it is worth a word: what comes and goes sooner only flickers. Made by a component. */
const patienceMs = 1000;

export class Lasting {
  #isLong = $state(false);

  constructor(goesOn: () => boolean) {
    const isOn = $derived(goesOn());
    $effect(() => {
      if (!isOn) return;
      const timer = setTimeout(() => (this.#isLong = true), patienceMs);
      return () => {
        clearTimeout(timer);
        this.#isLong = false;
      };
    });
  }

  get isLong(): boolean {
    return this.#isLong;
  }
}
