/** The language of the interface: the one that the page speaks, and the one that a person chose for the next time it loads. */
import { languageFor, type Language, type LanguageChoice } from '../domain/languages';
import type { KeptLanguage } from '../services/kept-language';

export interface LanguageParts {
  readonly kept: KeptLanguage;
  /** The one that all texts were made in: English where another's could not be fetched. */
  readonly now: Language;
  /** As the browser lists them. */
  readonly preferred: readonly string[];
  readonly reload: () => void;
}

export class LanguageState {
  readonly now: Language;
  /** What `auto` comes to. */
  readonly automatic: Language;
  readonly #parts: LanguageParts;
  #chosen = $state<LanguageChoice>('auto');
  #isUnkept = $state(false);

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

  /** Texts are made once a page: another language takes another load of it. */
  choose(choice: LanguageChoice): void {
    this.#isUnkept = !this.#parts.kept.keep(choice);
    if (this.#isUnkept) return;
    this.#chosen = choice;
    if (languageFor(choice, this.#parts.preferred) !== this.now) this.#parts.reload();
  }

  /** All that was kept is erased. */
  forget(): void {
    this.#parts.kept.forget();
  }
}
