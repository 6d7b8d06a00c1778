/** The conversation on screen: what was said on the branch shown, and what is being answered. */
import type { Attachment, PendingAttachment } from '../domain/attachment';
import { isBlank } from '../domain/blank';
import {
  branchesOf,
  messageImages,
  messageText,
  newestLeafBelow,
  pathTo,
  settled,
  subtreeOf,
  titleFrom,
  withoutQuestion,
  type Conversation,
  type ImagePart,
  type Message,
  type MessagePart,
  type Receipt,
} from '../domain/conversation';
import { AppError, type ErrorCode } from '../domain/errors';
import { imagesWithWords, mostWritingFor } from '../domain/prompt';
import type { Piece } from '../domain/sentences';
import { spokenText } from '../domain/spoken-text';
import type { VoiceName } from '../domain/voices';
import type { Library, WholeConversation } from '../services/library';
import type { MindService } from '../services/mind';
import type { ReplyService } from '../services/reply';
import type { SpokenAnswers } from '../services/spoken-answers';
import { PhotoWords } from './photo-words';
import type { Photos } from './photos.svelte';
import type { Readings } from './readings.svelte';
import type { SettingsState } from './settings.svelte';
import type { Shelf } from './shelf.svelte';

export interface Question {
  readonly text: string;
  readonly attachments?: readonly PendingAttachment[];
  /** Photos that the conversation holds already, of an earlier way to put the question. */
  readonly images?: readonly ImagePart[];
  /** When it was complete, on `performance.now()`'s clock. */
  readonly askedAt: number;
  /** What is known of the turn before the answer. */
  readonly receipt?: Partial<Receipt>;
  /** The message that it follows; the end of the branch shown if left out. */
  readonly parentId?: string | null;
}

export interface TurnHooks {
  /** Ends the turn; its reason says how. */
  readonly signal?: AbortSignal;
  readonly onAudioStarted?: () => void;
  readonly onWritten?: () => void;
}

export interface SpokenPlace extends Piece {
  readonly messageId: string;
}

export interface RemovedQuestion extends WholeConversation {
  /** Another way to put it came in its place. */
  readonly showsOther: boolean;
}

export interface ChatParts {
  readonly replies: ReplyService;
  readonly mind: MindService;
  readonly voice: SpokenAnswers;
  readonly photos: Photos;
  readonly readings: Pick<Readings, 'textOf'>;
  readonly library: Library;
  readonly shelf: Shelf;
  readonly settings: SettingsState;
  /** Keeps the question that is being written over a reload. */
  readonly drafts: { note(text: string): void };
  /** The voice for what is said next; null where there is none yet. */
  readonly voiceNow: () => VoiceName | null;
  /** Whether the mind of now sees photos. */
  readonly sees: () => boolean;
  /** What is said before an answer about photos that its mind does not see, and in its place where nothing was read in them. */
  readonly unseen: { readonly byWords: string; readonly alone: string };
  /** Another tab may have them: then nothing is asked here, or the mind would be loaded twice. */
  readonly hasModels: () => boolean;
}

export class Chat {
  readonly #parts: ChatParts;
  readonly #photoWords: PhotoWords;
  #conversation = $state.raw<Conversation | null>(null);
  #messages = $state.raw<readonly Message[]>([]);
  #answering = $state(false);
  #read = $state<number | null>(null);
  #speaking = $state.raw<SpokenPlace | null>(null);
  #playing = $state<string | null>(null);
  #removed = $state.raw<RemovedQuestion | null>(null);
  #failure = $state.raw<ErrorCode | null>(null);
  #turn: AbortController | null = null;
  #ahead: AbortController | null = null;
  /** Of this conversation, also where they could not be saved. */
  #attachments: readonly Attachment[] = [];
  #draft = $state('');
  #toReadOut = $state('');
  #opened = 0;
  /** Another tab changed what is stored of it while it was being answered. */
  #isBehind = false;

  constructor(parts: ChatParts) {
    this.#parts = parts;
    this.#photoWords = new PhotoWords(parts.readings, parts.library);
  }

  /** The question that is being written. */
  get draft(): string {
    return this.#draft;
  }
  set draft(text: string) {
    this.#draft = text;
    this.#parts.drafts.note(text);
  }

  /** An answer that is not spoken, once it is whole: a screen reader reads it out. */
  get toReadOut(): string {
    return this.#toReadOut;
  }

  get conversation() {
    return this.#conversation;
  }
  /** The branch shown, from the first message to its leaf. */
  get messages(): readonly Message[] {
    return pathTo(this.#messages, this.#conversation?.leafId ?? null);
  }
  /** An answer is being written. */
  get answering() {
    return this.#answering;
  }
  /** How much of the conversation the mind has read before it answers, 0 to 1, where that takes a while. */
  get read() {
    return this.#read;
  }
  /** The sentence that is being heard. */
  get speaking() {
    return this.#speaking;
  }
  /** The recording that is being heard, by its attachment. */
  get playing() {
    return this.#playing;
  }
  /** The question that an undo would put back. */
  get removed(): RemovedQuestion | null {
    return this.#removed;
  }
  get failure() {
    return this.#failure;
  }

  /** Whether an answer may rest on a photo. */
  get sees(): boolean {
    return this.#parts.sees();
  }

  /** The other ways this message was put, itself among them. */
  branches(message: Message): readonly Message[] {
    return branchesOf(this.#messages, message);
  }

  async open(id: string): Promise<void> {
    if (id !== this.#conversation?.id) await this.#show(id);
    // What is shown stays, though another was on its way.
    else this.#opened += 1;
  }

  /** Shows the conversation as it is stored now: more may have been brought to it. */
  async reopen(): Promise<void> {
    if (this.#conversation) await this.#show(this.#conversation.id);
  }

  async #show(id: string): Promise<void> {
    const conversation = this.#parts.shelf.all.find((candidate) => candidate.id === id);
    if (!conversation) return;
    this.stop();
    // Another may be chosen, or a question asked, before this one is read.
    const opened = (this.#opened += 1);
    const messages = await this.#keepTrying(() => this.#parts.library.messages(id));
    if (!messages || opened !== this.#opened) return;
    this.#attachments = [];
    this.#conversation = conversation;
    this.#messages = messages.map(settled);
    this.#removed = null;
  }

  /**
   * Shows what was made elsewhere of the conversation shown. While one is being answered here, only its name is taken, the
   * rest once that is over. Where it was removed it is left, and nothing of it is saved any more.
   */
  async catchUp(): Promise<void> {
    const id = this.#conversation?.id;
    if (id === undefined) return;
    const { library } = this.#parts;
    const opened = this.#opened;
    const [kept, messages] = await Promise.all([library.conversation(id), library.messages(id)]);
    if (this.#conversation?.id !== id) return;
    if (!kept) return this.#leave();
    const { title, titleIsOwn } = kept;
    this.#conversation = { ...this.#conversation, title, titleIsOwn };
    this.#isBehind = this.#answering || opened !== this.#opened;
    if (this.#isBehind) return;
    this.#conversation = kept;
    // Also an answer that another tab is writing, as far as it is saved; where the models are here, none is.
    this.#messages = this.#parts.hasModels() ? messages.map(settled) : messages;
  }

  /** Its answer must not be saved any more. */
  #leave(): void {
    this.#turn?.abort('removed');
    this.startNew();
  }

  startNew(): void {
    this.stop();
    this.#opened += 1;
    this.#attachments = [];
    this.#conversation = null;
    this.#messages = [];
    this.#removed = null;
  }

  async rename(conversation: Conversation, title: string): Promise<void> {
    const renamed = await this.#keepTrying(() => this.#parts.shelf.rename(conversation, title));
    if (renamed && this.#conversation?.id === renamed.id) {
      this.#conversation = { ...this.#conversation, title: renamed.title, titleIsOwn: true };
    }
  }

  async remove(id: string): Promise<void> {
    if (this.#conversation?.id === id) this.#leave();
    await this.#keepTrying(() => this.#parts.shelf.remove(id));
  }

  /** Puts back the conversation that was removed last, and shows it where no other is shown. */
  async putBack(): Promise<void> {
    const { shelf } = this.#parts;
    const id = shelf.removed?.id;
    await shelf.undo();
    if (id !== undefined && !shelf.removed && !this.#conversation) await this.open(id);
  }

  async attachment(id: string): Promise<Attachment | undefined> {
    const own = this.#attachments.find((attachment) => attachment.id === id);
    return own ?? this.#parts.library.attachment(id);
  }

  /** Reads the conversation so far into the mind's cache, before the next question is complete. */
  readAhead(): void {
    if (this.#answering || this.#ahead) return;
    this.#ahead = new AbortController();
    const { signal } = this.#ahead;
    // A question may have to wait for it.
    const onReading = (share: number) => {
      if (!signal.aborted) this.#read = share;
    };
    this.#parts.mind
      .readAhead(this.messages, signal, onReading)
      .catch(() => {})
      .finally(() => {
        if (!signal.aborted) this.#read = null;
      });
  }

  async send(): Promise<void> {
    const text = this.draft.trim();
    if (isBlank(text) || this.#answering || !this.#parts.hasModels()) return;
    this.draft = '';
    this.unlockSound();
    await this.ask({ text, attachments: this.#parts.photos.take(), askedAt: performance.now() });
  }

  /** Asks, and resolves once the answer is written and heard, or was stopped. */
  async ask(question: Question, hooks: TurnHooks = {}): Promise<void> {
    if (!this.#parts.hasModels()) return;
    // What was read ahead of this question is the beginning of what its answer rests on.
    this.#halt({ readingOn: question.parentId === undefined });
    this.#opened += 1;
    this.#removed = null;
    const conversation = this.#conversation ?? this.#newConversation(question.text);
    const parentId = question.parentId === undefined ? conversation.leafId : question.parentId;
    const attachments = (question.attachments ?? []).map((attachment) => ({
      ...attachment,
      conversationId: conversation.id,
    }));
    this.#attachments = [...this.#attachments, ...attachments];
    const parts: MessagePart[] = [
      { type: 'text', text: question.text },
      ...attachments.map(toPart),
      ...(question.images ?? []),
    ];
    const asked = this.#message(conversation, 'user', parts, parentId);
    this.#messages = [...this.#messages, asked];
    await this.#answer({ ...conversation, leafId: asked.id }, asked, question, hooks, attachments);
  }

  /** Asks the same again: the earlier answer stays as another branch. */
  async retry(answer: Message): Promise<void> {
    const asked = this.#messages.find(({ id }) => id === answer.parentId);
    if (!asked || !this.#conversation || !this.#parts.hasModels()) return;
    this.stop();
    this.unlockSound();
    const question = { text: messageText(asked), askedAt: performance.now() };
    await this.#answer({ ...this.#conversation, leafId: asked.id }, asked, question, {}, []);
  }

  /** Goes on with an answer that had reached its longest: the same message grows. */
  async goOn(answer: Message): Promise<void> {
    const asked = this.#messages.find(({ id }) => id === answer.parentId);
    if (!asked || !this.#conversation || !this.#parts.hasModels()) return;
    this.stop();
    this.unlockSound();
    const { receipt = {} } = answer;
    const question = { text: messageText(asked), askedAt: performance.now(), receipt };
    await this.#answer(this.#conversation, asked, question, {}, [], answer);
  }

  /** Puts a question differently, about the same photos: what was said after it stays as another branch. */
  async edit(question: Message, text: string): Promise<void> {
    if (isBlank(text)) return;
    this.unlockSound();
    const { parentId } = question;
    const images = messageImages(question);
    await this.ask({ text: text.trim(), images, parentId, askedAt: performance.now() });
  }

  /** Removes a question with all that was said after it; an undo puts it back. */
  async removeQuestion(question: Message): Promise<void> {
    if (!this.#conversation) return;
    const gone = subtreeOf(this.#messages, question.id);
    const left = this.#messages.filter((message) => !gone.includes(message));
    if (left.length === 0) return this.remove(this.#conversation.id);
    // What is being written is on the branch shown, and so below each of its questions. It must not be saved any more.
    this.#turn?.abort('removed');
    this.stop();
    const before = this.#conversation;
    const conversation = withoutQuestion(before, question, left);
    // At once: what is asked meanwhile follows what is left.
    this.#conversation = conversation;
    this.#messages = left;
    this.#parts.shelf.put(conversation);
    await this.#keepTrying(async () => {
      const attachments = await this.#parts.library.removeMessages(conversation, gone);
      const showsOther = branchesOf(left, question).length > 0;
      const messages = gone.map(settled);
      this.#removed = { conversation: before, messages, attachments, showsOther };
    });
  }

  /** Puts the question back that was removed last. */
  async undoRemoval(): Promise<void> {
    const removed = this.#removed;
    if (!removed) return;
    this.stop();
    await this.#keepTrying(async () => {
      await this.#parts.library.putBack(removed);
      this.#removed = null;
      this.#parts.shelf.put(removed.conversation);
      // Another may have been opened meanwhile.
      if (this.#conversation?.id !== removed.conversation.id) return;
      this.#conversation = removed.conversation;
      this.#messages = [...this.#messages, ...removed.messages];
    });
  }

  /** Shows the branch that this message is part of. */
  async show(message: Message): Promise<void> {
    if (!this.#conversation) return;
    this.stop();
    const leafId = newestLeafBelow(this.#messages, message.id);
    await this.#save({ ...this.#conversation, leafId }, []);
  }

  /** Plays what was said, as it was recorded. */
  async hearRecording(attachmentId: string): Promise<void> {
    this.stop();
    const turn = this.#newTurn();
    this.#playing = attachmentId;
    await this.#keepTrying(async () => {
      const recording = await this.attachment(attachmentId);
      if (recording) await this.#parts.voice.playRecording(recording.blob, turn.signal);
    });
    if (this.#turn === turn) this.#playing = null;
  }

  /** Speaks an answer once more. */
  async replay(message: Message): Promise<void> {
    this.stop();
    this.unlockSound();
    const voice = this.#parts.voiceNow();
    if (!voice) return;
    const turn = this.#newTurn();
    const spoken = this.#parts.voice.begin({
      signal: turn.signal,
      voice,
      rate: this.#parts.settings.all.speechRate,
      onPiece: (piece) => this.#mark(turn, message.id, piece),
    });
    spoken.push(messageText(message));
    await spoken.end();
  }

  /** Call from a press: browsers only let sound begin there. */
  unlockSound(): void {
    this.#parts.voice.unlock();
  }

  /** Stops writing and speaking at once; what was written is kept. */
  stop(): void {
    this.#halt({ readingOn: false });
  }

  #halt({ readingOn }: { readonly readingOn: boolean }): void {
    this.#turn?.abort('stop');
    if (!readingOn) {
      this.#ahead?.abort();
      this.#read = null;
    }
    this.#ahead = null;
    this.#toReadOut = '';
    this.#speaking = null;
    this.#playing = null;
    this.#failure = null;
  }

  /** Talked over: the answer stops and is cut to what was heard of it. */
  interrupt(): void {
    this.#turn?.abort('barge-in');
    this.#speaking = null;
    this.#playing = null;
  }

  async #answer(
    conversation: Conversation,
    asked: Message,
    question: Question,
    hooks: TurnHooks,
    attachments: readonly Attachment[],
    begun?: Message,
  ): Promise<void> {
    const { replies, settings, unseen, voiceNow } = this.#parts;
    const turn = this.#newTurn(hooks.signal);
    const empty: MessagePart[] = [{ type: 'text', text: '' }];
    let answer: Message = begun
      ? { ...begun, status: { type: 'streaming' } }
      : this.#message(conversation, 'assistant', empty, asked.id);
    this.#messages = [...this.#messages.filter(({ id }) => id !== answer.id), answer];
    this.#answering = true;
    const { speechRate: rate, speakAnswers } = settings.all;
    const voice = speakAnswers ? voiceNow() : null;
    const over = () => {
      if (this.#turn !== turn) return;
      this.#answering = false;
      this.#read = null;
      if (this.#isBehind) void this.#keepTrying(() => this.catchUp());
    };
    await this.#save({ ...conversation, leafId: answer.id }, [asked, answer], attachments);
    const told = await this.#told(asked, turn.signal);
    const lead = begun || turn.signal.aborted ? '' : this.#leadTo(told);
    if (lead !== '') {
      answer = { ...answer, parts: [{ type: 'text', text: lead }, ...empty] };
      this.#replace(answer);
    }
    await this.#keepTrying(() =>
      replies.answer(
        {
          thread: [...pathTo(this.#messages, asked.id).slice(0, -1), told].concat(
            begun ? [answer] : [],
          ),
          // It would make up what it cannot see.
          asksMind: lead !== unseen.alone,
          answer,
          signal: turn.signal,
          speech: voice === null ? null : { rate, voice },
          askedAt: question.askedAt,
          receipt: question.receipt ?? {},
        },
        {
          onChange: (changed) => this.#replace(changed),
          onReading: (share) => {
            if (this.#turn === turn) this.#read = share;
          },
          onPiece: (piece) => this.#mark(turn, answer.id, piece),
          onAudioStarted: () => hooks.onAudioStarted?.(),
          onWritten: () => {
            over();
            if (voice === null && this.#turn === turn) this.#readOut(answer.id);
            hooks.onWritten?.();
          },
        },
      ),
    );
    over();
  }

  /** The question as its mind is told it. The whole text of its photos becomes part of it once it is read. */
  #told(asked: Message, signal: AbortSignal): Promise<Message> {
    void this.#keepTrying(() => this.#photoWords.keepAll(asked, (read) => this.#replace(read)));
    const { contextTokens } = this.#parts.mind.plan.model;
    return this.#photoWords.beginning(asked, signal, mostWritingFor(contextTokens));
  }

  /** What is said first of photos that the mind of now does not see. */
  #leadTo(told: Message): string {
    if (this.sees || messageImages(told).length === 0) return '';
    const { byWords, alone } = this.#parts.unseen;
    return imagesWithWords(told).length > 0 ? byWords : alone;
  }

  #readOut(id: string): void {
    const answer = this.#messages.find((message) => message.id === id);
    if (answer?.status.type === 'complete') this.#toReadOut = spokenText(messageText(answer));
  }

  #newTurn(signal?: AbortSignal): AbortController {
    const turn = new AbortController();
    if (signal?.aborted) turn.abort(signal.reason);
    signal?.addEventListener('abort', () => turn.abort(signal.reason), { once: true });
    this.#turn = turn;
    this.#answering = false;
    return turn;
  }

  #replace(changed: Message): void {
    this.#messages = this.#messages.map((message) =>
      message.id === changed.id ? changed : message,
    );
  }

  #mark(turn: AbortController, messageId: string, piece: Piece | null): void {
    if (this.#turn !== turn) return;
    this.#speaking = piece && !turn.signal.aborted ? { ...piece, messageId } : null;
  }

  #newConversation(question: string): Conversation {
    const now = Date.now();
    return {
      id: crypto.randomUUID(),
      title: titleFrom(question),
      titleIsOwn: false,
      leafId: null,
      modelId: this.#parts.mind.plan.model.id,
      createdAt: now,
      updatedAt: now,
    };
  }

  #message(
    { id: conversationId }: Conversation,
    role: Message['role'],
    parts: readonly MessagePart[],
    parentId: string | null,
  ): Message {
    const type = role === 'user' ? 'complete' : 'streaming';
    // Always after what it follows, within one millisecond and where the clock was set back too.
    const newest = Math.max(...this.#messages.map(({ createdAt }) => createdAt));
    const createdAt = Math.max(Date.now(), newest + 1);
    const id = crypto.randomUUID();
    return { id, conversationId, parentId, role, parts, status: { type }, createdAt };
  }

  async #save(
    conversation: Conversation,
    messages: readonly Message[],
    attachments: readonly Attachment[] = [],
  ): Promise<void> {
    const saved = { ...conversation, updatedAt: Date.now() };
    this.#conversation = saved;
    this.#parts.shelf.put(saved);
    await this.#keepTrying(() => this.#parts.library.save(saved, messages, attachments));
  }

  /** What cannot be saved is still on screen: it is said, and the turn goes on. */
  async #keepTrying<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (thrown) {
      this.#failure = AppError.from(thrown).code;
      return undefined;
    }
  }
}

function toPart({ id, kind, name, widthPx, heightPx, durationMs }: Attachment): MessagePart {
  return kind === 'image'
    ? { type: 'image', attachmentId: id, alt: name, widthPx, heightPx }
    : { type: 'audio', attachmentId: id, durationMs: durationMs ?? 0 };
}
