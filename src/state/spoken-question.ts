/**
 * A question that was spoken, from its first word until it is asked: with the photos that were chosen for it and the picture of what
 * was seen, in the conversation in which it began to be said.
 */
import type { Heard, ReplyHooks } from '../services/voice/session';
import type { Chat } from './chat.svelte';
import type { Photos } from './photos.svelte';
import type { SettingsState } from './settings.svelte';
import type { Company } from './voice-company.svelte';

export interface SpokenQuestionParts {
  readonly chat: Chat;
  readonly photos: Photos;
  readonly settings: SettingsState;
  readonly earsModelId: () => string;
  readonly company: Pick<Company, 'commands' | 'view'>;
  /** What a command came to. */
  readonly tell: (said: string) => void;
}

export class SpokenQuestion {
  readonly #parts: SpokenQuestionParts;
  /** The conversation in which something began to be said. */
  #place: string | null = null;
  #unasked = '';

  constructor(parts: SpokenQuestionParts) {
    this.#parts = parts;
  }

  /** What was understood whole, and waits to be asked. */
  get unasked(): string {
    return this.#unasked;
  }

  /** It is asked in the conversation shown now. */
  beginHere(): void {
    this.#place = this.#shown;
  }

  /**
   * What may be all of it.
   * @param isHeld whoever holds the button says when it is over: the ears are not to wait for a voice meanwhile
   */
  beginAhead(question: string, isHeld: boolean): void {
    const { chat, company } = this.#parts;
    const isCommand = company.commands?.knows(question) ?? false;
    // The mind looks at what goes with it meanwhile.
    if (!isCommand && company.view?.hear(question, true)) return chat.dropAhead();
    if (!this.#isSettled) chat.readAhead();
    else if (isHeld || isCommand) chat.readAhead(question);
    else chat.beginAhead(question);
  }

  /** Resolves once it is answered and heard, was obeyed as a command, or waits in the field. */
  async ask(heard: Heard, hooks: ReplyHooks): Promise<void> {
    const { text, language, finalMs, decisionMs, samples } = heard;
    const { chat, photos, settings, company, earsModelId, tell } = this.#parts;
    const askedAt = performance.now() - finalMs;
    const { commands, view } = company;
    // It need not wait for what is put together for it here.
    if (!view?.isSeeing) this.beginAhead(text, false);
    if (await commands?.obey(text, { ...hooks, heardIn: language, tell })) return view?.drop();
    const asked = commands?.asAsked(text, language) ?? text;
    this.#unasked = text;
    const receipt = { earsModelId: earsModelId(), transcriptMs: finalMs, decisionMs };
    const isKept = settings.all.keepRecordings && samples.length > 0;
    const recordings = await (isKept ? recordingOf(samples) : []);
    // A photo that was chosen before it was asked about belongs to the question.
    const { failed } = photos;
    await view?.attach(text, askedAt - (decisionMs ?? 0));
    await photos.settled(hooks.signal);
    this.#unasked = '';
    const { signal } = hooks;
    if (signal.reason === 'goes-on') return;
    // Without one that was meant to come with it, it would be another question; and one is not asked unseen where another
    // conversation is shown by now, nor where another tab took the models.
    if (photos.failed > failed || this.#isElsewhere || !chat.canAsk) {
      this.toDraft(text);
      // Nobody chose it, and what is asked next may be about something else.
      return view?.drop();
    }
    const taken = photos.take();
    const attachments = [...taken, ...recordings];
    const giveBack = () => {
      // Where another conversation is shown by now, its question stays as it was asked.
      if (signal.reason === 'goes-on' && !this.#isElsewhere) photos.giveBack(taken);
    };
    signal.addEventListener('abort', giveBack, { once: true });
    await chat.ask({ text: asked, heardIn: language, askedAt, receipt, attachments }, hooks);
  }

  /** After what is there: it can be read, completed and sent. */
  toDraft(words: string): void {
    const { chat } = this.#parts;
    chat.draft = [chat.draft.trim(), words].filter(Boolean).join(' ');
  }

  get #shown(): string | null {
    return this.#parts.chat.conversation?.id ?? null;
  }

  /** Photos become part of it, and words that will not be asked here are of no use. */
  get #isSettled(): boolean {
    const { all, progress } = this.#parts.photos;
    return all.length === 0 && !progress && !this.#isElsewhere;
  }

  get #isElsewhere(): boolean {
    return this.#place !== this.#shown;
  }
}

/** What makes a file of it is fetched with the first; where it cannot be, the question is asked without its sound. */
const recordingOf = (samples: Float32Array) =>
  import('./recording').then(
    ({ recording }) => [recording(samples)],
    () => [],
  );
