/** The conversation on screen: what was said, what is being said, and whether the mind is there to answer. */
import type { Conversation, Message } from '../domain/conversation';
import { AppError, isAborted, type ErrorCode } from '../domain/errors';
import type { Library } from '../services/library';
import type { MindProgress, MindService } from '../services/mind';
import type { SpokenAnswers } from '../services/spoken-answers';

export type MindPhase =
  | { readonly type: 'looking' }
  | { readonly type: 'absent' }
  | { readonly type: 'fetching'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly type: 'starting' }
  | { readonly type: 'ready' };

/** A reload may lose this much of an answer that is being written. */
const saveEveryMs = 1000;

export class Chat {
  readonly #mind: MindService;
  readonly #library: Library;
  readonly #voice: SpokenAnswers;
  #conversation: Conversation | null = null;
  #messages = $state.raw<readonly Message[]>([]);
  #conversations = $state.raw<readonly Conversation[]>([]);
  #phase = $state.raw<MindPhase>({ type: 'looking' });
  #failure = $state.raw<ErrorCode | null>(null);
  #answering = $state(false);
  #currentId = $state<string | null>(null);
  #turn: AbortController | null = null;
  #fetch: AbortController | null = null;
  #ahead: AbortController | null = null;
  #voiceReady = $state(false);
  #speaking = $state(false);
  draft = $state('');
  /** Whether answers are spoken; takes effect with the next one. */
  speaksAnswers = $state(true);

  constructor(mind: MindService, library: Library, voice: SpokenAnswers) {
    this.#voice = voice;
    this.#mind = mind;
    this.#library = library;
  }

  get messages() {
    return this.#messages;
  }
  get conversations() {
    return this.#conversations;
  }
  get currentId() {
    return this.#currentId;
  }
  get phase() {
    return this.#phase;
  }
  get failure() {
    return this.#failure;
  }
  get answering() {
    return this.#answering;
  }
  get voiceReady() {
    return this.#voiceReady;
  }
  get speaking() {
    return this.#speaking;
  }
  get keeps() {
    return this.#library.kept;
  }
  get canSend() {
    return this.#phase.type === 'ready' && !this.#answering && this.draft.trim() !== '';
  }

  /** Opens the newest conversation; loads the mind by itself if it was fetched before. */
  async open(): Promise<void> {
    this.#conversations = await this.#library.list();
    const [newest] = this.#conversations;
    if (newest) await this.openConversation(newest.id);
    try {
      if (await this.#mind.isStored()) await this.fetchMind();
      else this.#phase = { type: 'absent' };
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  async openConversation(id: string): Promise<void> {
    const conversation = this.#conversations.find((candidate) => candidate.id === id);
    if (!conversation) return;
    this.stop();
    this.#conversation = conversation;
    this.#currentId = id;
    this.#messages = await this.#library.messages(id);
  }

  newConversation(): void {
    this.stop();
    this.#conversation = null;
    this.#currentId = null;
    this.#messages = [];
  }

  async fetchMind(): Promise<void> {
    this.#fetch = new AbortController();
    this.#failure = null;
    this.#phase = { type: 'starting' };
    try {
      await navigator.storage?.persist?.();
      await this.#mind.start(this.#fetch.signal, (progress) => this.#show(progress));
      this.#phase = { type: 'ready' };
      void this.#startVoice();
    } catch (thrown) {
      this.#phase = { type: 'absent' };
      if (!isAborted(thrown)) this.#fail(thrown);
    }
  }

  /** Typing does not wait for the voice; without it answers are there to be read. */
  async #startVoice(): Promise<void> {
    try {
      await this.#voice.start(new AbortController().signal);
      this.#voiceReady = true;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  pauseFetch(): void {
    this.#fetch?.abort();
  }

  /** Called while a person types: history is read into the cache before it is needed. */
  warmUp(): void {
    if (this.#phase.type !== 'ready' || this.#answering || this.#ahead) return;
    this.#ahead = new AbortController();
    this.#mind.readAhead(this.#messages, this.#ahead.signal).catch(() => {});
  }

  async send(): Promise<void> {
    if (!this.canSend) return;
    this.stop();
    const sentAt = performance.now();
    const text = this.draft.trim();
    this.draft = '';
    this.#failure = null;
    this.#ahead?.abort();
    this.#ahead = null;
    const conversation = this.#conversation ?? this.#begin(text);
    const question = this.#message(conversation, 'user', text, conversation.leafId);
    let answer = this.#message(conversation, 'assistant', '', question.id);
    const thread = [...this.#messages, question];
    this.#answering = true;
    const turn = new AbortController();
    this.#turn = turn;
    let firstAudioMs: number | undefined;
    const spoken =
      this.#voiceReady && this.speaksAnswers
        ? this.#voice.begin(turn.signal, () => (firstAudioMs = performance.now() - sentAt))
        : null;
    if (spoken) this.#voice.unlock();
    await this.#keep({ ...conversation, leafId: answer.id }, [question, answer]);
    const show = (changed: Message) => {
      answer = changed;
      if (this.#currentId === conversation.id) this.#messages = [...thread, changed];
    };
    show(answer);
    let said = '';
    let savedAt = performance.now();
    const body = () => [{ type: 'text' as const, text: said }];
    try {
      const { summary, droppedMessages } = await this.#mind.reply(thread, turn.signal, (delta) => {
        said += delta;
        spoken?.push(delta);
        show({ ...answer, parts: body() });
        if (performance.now() - savedAt < saveEveryMs) return;
        savedAt = performance.now();
        void this.#library.saveMessage(answer).catch(() => {});
      });
      show({
        ...answer,
        parts: body(),
        status: { type: 'complete' },
        receipt: {
          modelId: conversation.modelId,
          device: 'wasm',
          promptTokens: summary.promptTokens,
          cachedTokens: summary.cachedTokens,
          newTokens: summary.newTokens,
          firstTokenMs: summary.firstTokenMs,
          tokensPerSecond: summary.tokensPerSecond,
          droppedMessages,
        },
      });
    } catch (thrown) {
      const { code } = AppError.from(thrown);
      const status =
        code === 'aborted'
          ? ({ type: 'interrupted' } as const)
          : ({ type: 'failed', code } as const);
      show({ ...answer, parts: body(), status });
    } finally {
      this.#answering = false;
    }
    if (spoken) {
      this.#speaking = true;
      await spoken.end();
      // A later answer may be speaking by now.
      if (this.#turn === turn) this.#speaking = false;
      if (firstAudioMs !== undefined && answer.receipt) {
        show({ ...answer, receipt: { ...answer.receipt, voiceId: 'joe', firstAudioMs } });
      }
    }
    await this.#library.saveMessage(answer).catch((thrown: unknown) => this.#fail(thrown));
  }

  /** Stops writing and speaking at once. */
  stop(): void {
    this.#turn?.abort();
    this.#speaking = false;
  }

  #begin(question: string): Conversation {
    const now = Date.now();
    const conversation: Conversation = {
      id: crypto.randomUUID(),
      title: question.length > 60 ? `${question.slice(0, 57)}…` : question,
      titleIsOwn: false,
      leafId: null,
      modelId: 'tansy-lite',
      createdAt: now,
      updatedAt: now,
    };
    this.#currentId = conversation.id;
    return conversation;
  }

  #message(
    conversation: Conversation,
    role: Message['role'],
    text: string,
    parentId: Message['parentId'],
  ): Message {
    return {
      id: crypto.randomUUID(),
      conversationId: conversation.id,
      parentId,
      role,
      parts: [{ type: 'text', text }],
      status: { type: role === 'user' ? 'complete' : 'streaming' },
      // An answer is always after its question, even within one millisecond.
      createdAt: Date.now() + (role === 'assistant' ? 1 : 0),
    };
  }

  async #keep(conversation: Conversation, messages: readonly Message[]): Promise<void> {
    const updated = { ...conversation, updatedAt: Date.now() };
    this.#conversation = updated;
    this.#conversations = [
      updated,
      ...this.#conversations.filter(({ id }) => id !== conversation.id),
    ];
    try {
      await this.#library.save(updated, messages);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #show(progress: MindProgress): void {
    if (progress.type === 'downloading' || progress.type === 'reading') {
      const { loadedBytes, totalBytes } = progress;
      this.#phase =
        progress.type === 'downloading' && loadedBytes < totalBytes
          ? { type: 'fetching', loadedBytes, totalBytes }
          : { type: 'starting' };
    } else this.#phase = { type: 'starting' };
  }

  #fail(thrown: unknown): void {
    const { code } = AppError.from(thrown);
    this.#failure = code;
    if (this.#phase.type === 'looking') this.#phase = { type: 'absent' };
  }
}
