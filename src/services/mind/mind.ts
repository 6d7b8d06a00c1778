/**
 * The mind as a service. One answers at a time: another takes its place only once it is loaded, and where that one fails
 * later, the mind that comes with the app is there again.
 */
import type { PendingAttachment } from '../../domain/conversations/attachment';
import type { Message } from '../../domain/conversations/conversation';
import type { AttachmentId } from '../../domain/ids';
import { AppError, throwIfAborted, type ErrorCode } from '../../domain/errors';
import { bringsGiven, givenQuestion, photoQuestion } from '../../domain/mind/given-question';
import type { LanguageModel, ModelPlan } from '../../domain/models/model';
import type { Comparing } from './given-nearness';
import type { KnownAnswers } from '../models/known-answers';
import {
  MindWorker,
  type MindWorkerOptions,
  type OnReading,
  type Reply,
  type ReplyHooks,
} from './mind-worker';
import { endsWorker } from '../engine';
import type { Ask } from './held-text';
import { orAborted } from '../or-aborted';
import { uncopied } from './uncopied';
import type { QuoteWords } from './vouched';

export type { Reply };

/** These say nothing against the mind that was asked. */
const harmless: readonly ErrorCode[] = ['aborted', 'bad-input', 'too-long', 'storage-unavailable'];

/** Of a mind's context, for a text that is told again with a question: the rest is its answer's, and estimates are not exact. */
const carriedShare = 0.7;

type GivenRules = typeof import('./given-rules');

export interface UseOptions {
  readonly signal: AbortSignal;
  /** Whether the known answer is asked for. */
  readonly selfTest: boolean;
}

export class MindService {
  /** The one that comes with the app. */
  readonly standard: ModelPlan<LanguageModel>;
  readonly #answers: KnownAnswers;
  readonly #options: Pick<MindWorkerOptions, 'findPhoto' | 'spawn'>;
  readonly #openGivenRules: () => Promise<GivenRules>;
  #now: MindWorker;
  #held: MindWorker | null = null;
  /** Told that another mind than the standard one failed, once the standard one has its place again. */
  onLost: (error: AppError) => void = () => {};
  /** Told when another takes the place of the one of now. */
  onReplaced: () => void = () => {};
  /** What is said around a sentence of a text that was given; where left out, none is quoted. */
  quoteWords: QuoteWords | null = null;
  /** What is said where the standard one only says that it cannot tell what a photo is asked; where left out, its own words. */
  untold: string | null = null;
  /** Told when the standard one could not be loaded, also when that was to be done again after a crash. */
  onNotReady: (error: AppError) => void = () => {};

  /**
   * @param findPhoto a photo of the conversation, for a worker that has not seen it
   * @param openGivenRules fetched with the first photo or text
   */
  constructor(
    standard: ModelPlan<LanguageModel>,
    findPhoto: (id: AttachmentId) => Promise<Blob | undefined>,
    answers: KnownAnswers,
    spawn = () =>
      new Worker(new URL('../../engine/language/worker.ts', import.meta.url), { type: 'module' }),
    openGivenRules: () => Promise<GivenRules> = () => import('./given-rules'),
  ) {
    this.standard = standard;
    this.#answers = answers;
    this.#options = { findPhoto, spawn };
    this.#openGivenRules = openGivenRules;
    this.#now = this.#worker(standard);
  }

  /** Of the mind that answers now. */
  get plan(): ModelPlan<LanguageModel> {
    return this.#now.plan;
  }

  /** Whether an answer may rest on a photo; where not, only the words of a question are read. */
  get sees(): boolean {
    return this.#now.sees;
  }

  /** Loads it, which a later question would otherwise wait for. */
  start(signal?: AbortSignal): Promise<void> {
    return this.#now.start(signal);
  }

  /**
   * Loads another mind while the one of now goes on answering, then gives it its place; what is being answered is still
   * finished by the earlier one. Rejects with the reason, and changes nothing, where the other cannot be loaded.
   */
  async use(plan: ModelPlan<LanguageModel>, { signal, selfTest }: UseOptions): Promise<void> {
    throwIfAborted(signal);
    const next = this.#worker(plan, (load) => load(selfTest));
    const stop = () => next.end();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await next.start();
      throwIfAborted(signal);
    } catch (thrown) {
      next.end();
      throw thrown;
    } finally {
      signal.removeEventListener('abort', stop);
    }
    this.#replace(next);
  }

  /** Looks at a photo while its question is still being written. Does nothing where the mind cannot see. */
  look(photo: Pick<PendingAttachment, 'id' | 'blob'>, signal: AbortSignal): Promise<void> {
    return this.#ask((mind) => mind.look(photo, signal));
  }

  /** Gives all memory back. The next question loads the standard mind. */
  end(): void {
    this.#now.end();
    this.#now = this.#worker(this.standard);
  }

  /** Reads the conversation so far into the cache, so that only the next question is left to read. */
  async readAhead(
    thread: readonly Message[],
    signal: AbortSignal,
    onReading?: OnReading,
  ): Promise<void> {
    const rules = await this.#rulesFor(thread, signal);
    const told = rules?.toldToSmall(thread) ?? thread;
    return this.#ask((mind) => mind.readAhead(told, signal, onReading));
  }

  /**
   * Of a text that was given, an answer of the standard mind is held to that text. Rejects `text-unheld` where what holds it
   * cannot be fetched: the mind alone would be taken for what the text says.
   */
  async reply(
    thread: readonly Message[],
    signal: AbortSignal,
    hooks: ReplyHooks = {},
  ): Promise<Reply> {
    const ask: Ask = (asked, signal, hooks) =>
      this.#ask((mind) => mind.reply(asked, signal, hooks));
    if (!this.#isSmall) return ask(thread, signal, hooks);
    const rules = await this.#rulesFor(thread, signal);
    const given = givenQuestion(thread);
    const maybe = given ?? rules?.maybeGivenQuestion(thread);
    if (given && this.quoteWords && !rules) throw new AppError('text-unheld', 'not fetched');
    if (maybe && rules && this.quoteWords) {
      const held = { signal, hooks, words: this.quoteWords, asker: this };
      // One mind all along: another may take its place meanwhile.
      const reply = await this.#ask((mind) =>
        mind.during(async () => {
          // What it cannot be loaded for is no fault of the comparing.
          await mind.start(signal);
          const compare: Comparing['compare'] = (request) => mind.similarity(request, signal);
          const ofMind: Ask = (...asked) => mind.reply(...asked);
          if (given) return rules.heldToText(thread, given, { ...held, compare }, ofMind);
          const room = mind.plan.model.contextTokens * carriedShare;
          return rules.heldIfNear(thread.at(-1)!, maybe, room, { ...held, compare }, ofMind);
        }),
      );
      if (reply) return reply;
    }
    const told = rules?.toldToSmall(thread) ?? thread;
    const { untold } = this;
    return rules && untold !== null && photoQuestion(told)
      ? rules.saidWhole(told, { signal, hooks, untold }, ask)
      : uncopied(told, signal, hooks, ask);
  }

  /** Held, an answer waits before its next word, so that a voice on the same processor is quicker. */
  hold(held: boolean): void {
    if (held) this.#held = this.#now;
    // Another may have taken its place meanwhile.
    this.#held?.hold(held);
  }

  /** What it is asked and answers is kept to rules that a larger one is better without. */
  get #isSmall(): boolean {
    return this.plan.model.tier === 'lite';
  }

  /** Null where there are none for a conversation, or they cannot be fetched. */
  async #rulesFor(thread: readonly Message[], signal: AbortSignal): Promise<GivenRules | null> {
    if (!this.#isSmall || !thread.some(bringsGiven)) return null;
    return orAborted(this.#openGivenRules(), signal).catch((thrown: unknown) => {
      if (signal.aborted) throw thrown;
      return null;
    });
  }

  async #ask<Result>(work: (mind: MindWorker) => Promise<Result>): Promise<Result> {
    const asked = this.#now;
    try {
      return await work(asked);
    } catch (thrown) {
      const error = AppError.from(thrown);
      const isLost = asked.plan !== this.standard && !harmless.includes(error.code);
      if (isLost && asked === this.#now) {
        this.end();
        this.onLost(error);
        this.start().catch(() => {});
      } else if (endsWorker.includes(error.code) && asked === this.#now) {
        // A fresh one is there by the time that it is asked again.
        asked.start().catch(() => {});
      }
      throw error;
    }
  }

  #replace(next: MindWorker): void {
    const before = this.#now;
    this.#now = next;
    before.retire();
    this.onReplaced();
  }

  #worker(
    plan: ModelPlan<LanguageModel>,
    withTest: MindWorkerOptions['withTest'] = (load) => this.#answers.asked(plan, load),
  ): MindWorker {
    const onNotReady = (error: AppError) => {
      if (plan === this.standard) this.onNotReady(error);
    };
    return new MindWorker(plan, { ...this.#options, withTest, onNotReady });
  }
}
