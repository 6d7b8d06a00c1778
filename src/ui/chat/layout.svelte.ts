/** What lays an answer out: fetched with the first one, before its mind has a word of it. */
import type { Component } from 'svelte';
import { lazily } from '../../domain/lazily';
import type { TextRange } from './find-words';

type Markdown = Component<{
  text: string;
  spoken?: TextRange | null;
  language?: string | undefined;
}>;

export class Layout {
  readonly #open: () => Promise<{ default: Markdown }>;
  #markdown = $state.raw<Markdown>();
  #failed = $state(false);

  constructor(open: () => Promise<{ default: Markdown }>) {
    this.#open = lazily(open);
  }

  /** Undefined until it is here: answers are shown as they were written. */
  get markdown(): Markdown | undefined {
    return this.#markdown;
  }

  /** Whether it could not be fetched when it was last asked for. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Resolves once it is here, or could not be fetched. */
  async fetch(): Promise<void> {
    try {
      this.#markdown = (await this.#open()).default;
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
  }
}

/** One for all answers of the page. */
export const layout = new Layout(() => import('./Markdown.svelte'));
