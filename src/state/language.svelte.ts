/** The language of the interface: the one that the page speaks, and the one that a person chose for the next time it loads. */
import { languageFor, type Language, type LanguageChoice } from '../domain/languages';
import type { KeptLanguage } from '../services/kept/language';

export interface LanguageParts {
  readonly kept: KeptLanguage;
  /** The one that all texts were made in: English where another's could not be fetched. */
  readonly now: Language;
  /** As the browser lists them. */
  readonly preferred: readonly string[];
  readonly reload: () => void;
  /** Whether an answer is being written or spoken, which a reload would end. Reactive. */
  readonly isAnswering: () => boolean;
}

export class LanguageState {
  readonly now: Language;
  /** What `auto` comes to. */
  readonly automatic: Language;
  readonly #parts: LanguageParts;
  #chosen = $state<LanguageChoice>('auto');
  #isUnkept = $state(false);
  #isOther = $state(false);

  constructor(parts: LanguageParts) {
    this.#parts = parts;
    this.now = parts.now;
    this.automatic = languageFor('auto', parts.preferred);
    this.#chosen = parts.kept.choice;
  }

  get chosen(): LanguageChoice {
    return this.#chosen;
  }
  /** Whether the browser would not remember the last choice. */
  get isUnkept(): boolean {
    return this.#isUnkept;
  }

  /** The page is to speak another, and an answer comes first. */
  get waits(): boolean {
    return this.#isOther && this.#parts.isAnswering();
  }

  /** Texts are made once a page: another language takes another load of it, which `arrive` brings where an answer is not over yet. */
  choose(choice: LanguageChoice): void {
    this.#isUnkept = !this.#parts.kept.keep(choice);
    if (this.#isUnkept) return;
    this.#chosen = choice;
    this.#isOther = languageFor(choice, this.#parts.preferred) !== this.now;
    this.arrive();
  }

  /** Loads the page anew where another language was chosen and no answer is being given any more. */
  arrive(): void {
    if (!this.#isOther || this.waits) return;
    this.#isOther = false;
    this.#parts.reload();
  }

  /** All that was kept is erased. */
  forget(): void {
    this.#parts.kept.forget();
  }
}
