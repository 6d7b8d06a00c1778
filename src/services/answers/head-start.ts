/**
 * An answer that is begun before its question is asked, unseen and unheard. Asked in the same words, what there is of it comes
 * at once and the rest as it is written; otherwise it leaves no trace. One at most.
 */
import type { Message } from '../../domain/conversations/conversation';
import { isAborted } from '../../domain/errors';
import { SentenceSplitter, type Piece } from '../../domain/words/sentences';
import { withoutSource } from '../../domain/given/source-quote';
import { spokenText } from '../../domain/voice/spoken-text';
import type { MindService, Reply } from '../mind/mind';
import { wasLost } from '../engine';
import type { ReplyHooks } from '../mind/mind-worker';

export interface HeadStartHooks extends Pick<ReplyHooks, 'waitsOnce'> {
  /** The words that will be spoken first, as soon as they stand. */
  readonly onFirst: (words: string, signal: AbortSignal) => void;
  /** Parts what will be spoken as it will be then. */
  readonly splitter?: SentenceSplitter | undefined;
}

interface Begun {
  readonly told: string;
  readonly plan: MindService['plan'];
  readonly ending: AbortController;
  readonly deltas: string[];
  /** Of the question, once it is asked. */
  hooks: ReplyHooks | null;
  reply: Promise<Reply>;
}

export class HeadStart {
  readonly #mind: Pick<MindService, 'plan' | 'reply'>;
  #begun: Begun | null = null;

  constructor(mind: Pick<MindService, 'plan' | 'reply'>) {
    this.#mind = mind;
  }

  /** @param signal ends it, also once it is asked for */
  begin(
    thread: readonly Message[],
    signal: AbortSignal,
    { onFirst, splitter = new SentenceSplitter(), waitsOnce = false }: HeadStartHooks,
  ): void {
    this.end();
    const ending = new AbortController();
    const either = AbortSignal.any([signal, ending.signal]);
    let isFirst = true;
    const first = (pieces: readonly Piece[]) => {
      const words = pieces.map(({ text }) => spokenText(text)).find((said) => said !== '');
      // Once it is asked for, its words are spoken as those of any answer.
      if (words === undefined || !isFirst || begun.hooks || either.aborted) return;
      isFirst = false;
      onFirst(words, either);
    };
    const begun: Begun = {
      told: toldIn(thread),
      plan: this.#mind.plan,
      ending,
      deltas: [],
      hooks: null,
      reply: this.#mind.reply(thread, either, {
        waitsOnce,
        onReading: (share) => begun.hooks?.onReading?.(share),
        onText: (delta) => {
          begun.deltas.push(delta);
          begun.hooks?.onText?.(delta);
          first(splitter.push(withoutSource(delta)));
        },
      }),
    };
    this.#begun = begun;
    begun.reply.then(
      () => first(splitter.end()),
      () => {
        // What nobody has asked for has failed for nobody.
        if (this.#begun === begun) this.#begun = null;
      },
    );
  }

  /** As the mind's own: takes over what was begun of it. */
  reply(thread: readonly Message[], signal: AbortSignal, hooks: ReplyHooks): Promise<Reply> {
    const ask = () => this.#mind.reply(thread, signal, hooks);
    const begun = this.#begun;
    const isIt = begun?.told === toldIn(thread) && begun.plan === this.#mind.plan;
    if (!begun || !isIt || hooks.isAgain) {
      // The mind writes one answer at a time: this one would wait.
      this.end();
      return ask();
    }
    this.#begun = null;
    const end = () => begun.ending.abort();
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    // One by one, as they came: they are split into what is spoken as they were before.
    for (const delta of begun.deltas) hooks.onText?.(delta);
    begun.hooks = hooks;
    return begun.reply.catch((thrown: unknown) => {
      if (isAborted(thrown) || begun.deltas.length > 0) throw thrown;
      // The same mind was asked once more by itself already; another may have its place by now.
      if (wasLost(thrown) && begun.plan === this.#mind.plan) throw thrown;
      return ask();
    });
  }

  end(): void {
    this.#begun?.ending.abort();
    this.#begun = null;
  }
}

/** What a mind is told of a thread. Recordings it is not. */
const toldIn = (thread: readonly Message[]): string =>
  JSON.stringify(
    thread.map(({ role, parts, status }) => [
      role,
      status,
      parts.filter(({ type }) => type !== 'audio'),
    ]),
  );
