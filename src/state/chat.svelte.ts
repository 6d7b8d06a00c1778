/** What a person does with conversations: opens them, asks in them, hears them again, and takes things out of them. */
import type { Attachment, PendingAttachment } from '../domain/conversations/attachment';
import { isBlank } from '../domain/words/blank';
import {
  messageImages,
  newestLeafBelow,
  ownText,
  settled,
  type Conversation,
  type ImagePart,
  type Message,
  type MessagePart,
  type Receipt,
} from '../domain/conversations/conversation';
import { mayBeginAhead } from '../domain/mind/may-begin-ahead';
import { threadRestsOnGiven } from '../domain/mind/prompt';
import type { SpokenAnswers } from '../services/voice/spoken-answers';
import { Answers, type AnswerParts, type Answering, type TurnHooks } from './answers';
import type { Photos } from './photos.svelte';
import { Removal, type RemovedQuestion } from './removal.svelte';
import type { Shelf } from './shelf.svelte';
import { newConversation, Thread } from './thread.svelte';
import { Trouble } from './trouble.svelte';
import { Turns } from './turns.svelte';

export interface Question {
  readonly text: string;
  /** BCP 47 primary tag, where it was spoken: what the ears took it for. */
  readonly heardIn?: string | undefined;
  readonly attachments?: readonly PendingAttachment[];
  /** Photos that the conversation holds already, of an earlier way to put the question. */
  readonly images?: readonly ImagePart[];
  /** When it was complete, on `performance.now()`'s clock. */
  readonly askedAt: number;
  /** What is known of the turn before the answer. */
  readonly receipt?: Receipt;
  /** The message that it follows; the end of the branch shown if left out. */
  readonly parentId?: string | null;
}

export interface ChatParts extends AnswerParts {
  readonly voice: SpokenAnswers;
  readonly photos: Photos;
  readonly shelf: Shelf;
  /** Keeps the question that is being written over a reload. */
  readonly drafts: { note(text: string): void };
  /** The same of whether it was sent and only waits. */
  readonly keepWaiting: (waits: boolean) => void;
  /** Another tab may have them: then nothing is asked here, or the mind would be loaded twice. */
  readonly hasModels: () => boolean;
}

export class Chat {
  readonly #parts: ChatParts;
  readonly #trouble: Trouble;
  readonly #turns = new Turns();
  readonly #thread: Thread;
  readonly #answers: Answers;
  readonly #removal: Removal;
  #draft = $state('');
  #unasked = $state(false);
  #opened = 0;
  /** How often what is stored was changed elsewhere. */
  #changes = 0;
  #writing: Promise<void> = Promise.resolve();
  /** Another tab changed what is stored of it while it was being answered. */
  #isBehind = false;

  constructor(parts: ChatParts) {
    const { library, shelf } = parts;
    this.#parts = parts;
    this.#trouble = new Trouble(library);
    this.#thread = new Thread(library, shelf, this.#trouble);
    this.#answers = new Answers(parts, this.#thread, this.#turns, this.#trouble);
    this.#removal = new Removal(this.#thread, library, shelf, this.#trouble);
  }

  /** The question that is being written. */
  get draft(): string {
    return this.#draft;
  }
  set draft(text: string) {
    this.#draft = text;
    this.#unasked = false;
    this.dropAhead();
    this.#parts.drafts.note(text);
  }
  /** It was sent, and a reload came before it could be asked. */
  get unasked(): boolean {
    return this.#unasked;
  }
  /** It was sent, and is asked once it can be. */
  set waits(waits: boolean) {
    if (waits) this.#unasked = false;
    this.#parts.keepWaiting(waits);
  }

  /** As it was left. Nobody has written it anew. */
  restoreDraft(text: string, waited = false): void {
    // Typing may have begun.
    if (this.#draft !== '') return;
    this.#draft = text;
    this.#unasked = waited && text !== '';
  }

  get conversation(): Conversation | null {
    return this.#thread.conversation;
  }
  /** The branch shown, from the first message to its leaf. */
  get messages(): readonly Message[] {
    return this.#thread.shown;
  }
  get answering() {
    return this.#turns.answering;
  }
  get voicing() {
    return this.#turns.voicing;
  }
  get read() {
    return this.#turns.read;
  }
  get speaking() {
    return this.#turns.speaking;
  }
  get brokeOff() {
    return this.#turns.brokeOff;
  }
  get unspoken() {
    return this.#turns.unspoken;
  }
  get unlengthened() {
    return this.#turns.unlengthened;
  }
  get playing() {
    return this.#turns.playing;
  }
  get toReadOut() {
    return this.#turns.toReadOut;
  }
  /** The question that an undo would put back. */
  get removed(): RemovedQuestion | null {
    return this.#removal.last;
  }
  get failure() {
    return this.#trouble.code;
  }
  /** Whether an answer may rest on a photo. */
  get sees(): boolean {
    return this.#parts.sees();
  }

  /** False while another tab has the models: what is asked then is let fall. */
  get canAsk(): boolean {
    return this.#parts.hasModels();
  }

  branches(message: Message): readonly Message[] {
    return this.#thread.branches(message);
  }

  attachment(id: string): Promise<Attachment | undefined> {
    return this.#thread.attachment(id);
  }

  async open(id: string): Promise<void> {
    if (id !== this.conversation?.id) await this.#show(id);
    // What is shown stays, though another was on its way.
    else this.#opened += 1;
  }

  /** Shows the conversation as it is stored now: more may have been brought to it. */
  async reopen(): Promise<void> {
    if (this.conversation) await this.#show(this.conversation.id);
  }

  async #show(id: string): Promise<void> {
    const { shelf, library } = this.#parts;
    if (!shelf.all.some((candidate) => candidate.id === id)) return;
    this.stop();
    // Another may be chosen, or a question asked, before this one is read.
    const opened = (this.#opened += 1);
    const changes = this.#changes;
    const messages = await this.#trouble.keepTrying(() => library.messages(id));
    const conversation = shelf.all.find((candidate) => candidate.id === id);
    if (!messages || !conversation || opened !== this.#opened) return;
    this.#thread.show(conversation, messages.map(settled));
    this.#removal.forget();
    // What was changed while it was read may have come too late for it.
    if (changes !== this.#changes) await this.#trouble.keepTrying(() => this.catchUp());
  }

  /**
   * Shows what was made elsewhere of the conversation shown. While one is being answered here, only its name is taken, the
   * rest once that is over. Where it was removed it is left, and nothing of it is saved any more.
   */
  async catchUp(): Promise<void> {
    this.#changes += 1;
    const id = this.conversation?.id;
    if (id === undefined) return;
    const { library } = this.#parts;
    const opened = this.#opened;
    const [kept, messages] = await Promise.all([library.conversation(id), library.messages(id)]);
    if (this.conversation?.id !== id) return;
    if (!kept) return this.#leave();
    const { title, titleIsOwn } = kept;
    this.#thread.update({ ...this.conversation, title, titleIsOwn });
    this.#isBehind = this.answering || opened !== this.#opened;
    if (this.#isBehind) return;
    // Also an answer that another tab is writing, as far as it is saved; where the models are here, none is.
    this.#thread.update(kept, this.canAsk ? messages.map(settled) : messages);
  }

  /** Its answer must not be saved any more. */
  #leave(): void {
    this.#turns.halt('removed');
    this.startNew();
  }

  startNew(): void {
    this.stop();
    this.#opened += 1;
    this.#thread.show(null);
    this.#removal.forget();
  }

  async rename(conversation: Conversation, title: string): Promise<void> {
    const { shelf } = this.#parts;
    const renamed = await this.#trouble.keepTrying(() => shelf.rename(conversation, title));
    if (renamed && this.conversation?.id === renamed.id) {
      this.#thread.update({ ...this.conversation, title: renamed.title, titleIsOwn: true });
    }
  }

  async remove(id: string): Promise<void> {
    if (this.conversation?.id === id) this.#leave();
    await this.#trouble.keepTrying(() => this.#parts.shelf.remove(id));
  }

  /** Puts back the conversation that was removed last, and shows it where no other is shown. */
  async putBack(): Promise<void> {
    const { shelf } = this.#parts;
    const id = shelf.removed?.id;
    await shelf.undo();
    if (id !== undefined && !shelf.removed && !this.conversation) await this.open(id);
  }

  /**
   * Reads the conversation so far into the mind's cache, before its next question is asked.
   * @param question as far as it is known
   */
  readAhead(question = ''): void {
    const { mind, photos } = this.#parts;
    // A photo changes what the mind makes of all of it, where the last answer did not rest on one.
    if (photos.all.length > 0 && this.sees && !threadRestsOnGiven(this.messages)) return;
    const thread = question === '' ? this.messages : this.#threadWith(question);
    const of = [mind.plan.model.id, this.messages.at(-1)?.id ?? '', question].join(' ');
    this.#turns.readAhead(of, (signal, onReading) => mind.readAhead(thread, signal, onReading));
  }

  /** Begins the answer to what may be the whole question: asked in these words, what there is of it is there at once. */
  beginAhead(question: string): void {
    const { mind, own } = this.#parts;
    if (!this.canAsk) return;
    const thread = this.#threadWith(question);
    const mayBegin = own.areNot(thread) && mayBeginAhead(thread, mind.plan.model);
    if (!mayBegin) return this.readAhead(question);
    this.#turns.beginAhead(question, (signal) => this.#answers.begin(thread, signal));
  }

  /** It is not asked in these words. */
  dropAhead(): void {
    this.#turns.dropAhead();
  }

  /** A question that is not asked yet. */
  #threadWith(question: string): readonly Message[] {
    const { id } = this.#parts.mind.plan.model;
    const conversation = this.conversation ?? newConversation(question, id);
    const parts = [{ type: 'text', text: question }] as const;
    const asked = this.#thread.message(conversation, 'user', parts, conversation.leafId);
    return [...this.messages, asked];
  }

  async send(): Promise<void> {
    const text = this.draft.trim();
    if (isBlank(text) || this.answering || !this.canAsk) return;
    this.draft = '';
    this.unlockSound();
    await this.ask({ text, attachments: this.#parts.photos.take(), askedAt: performance.now() });
  }

  /** Asks, and resolves once the answer is written and heard, or was stopped. */
  async ask(question: Question, hooks: TurnHooks = {}): Promise<void> {
    if (!this.canAsk) return;
    // What was read ahead of this question is the beginning of what its answer rests on.
    const { text, heardIn, attachments: given = [], images = [], askedAt, receipt } = question;
    const before = this.messages;
    const conversation = this.conversation ?? newConversation(text, this.#parts.mind.plan.model.id);
    const parentId = question.parentId === undefined ? conversation.leafId : question.parentId;
    const attachments = given.map((attachment) => ({
      ...attachment,
      conversationId: conversation.id,
    }));
    this.#thread.hold(attachments);
    const parts: MessagePart[] = [{ type: 'text', text }, ...attachments.map(toPart), ...images];
    const asked = this.#thread.message(conversation, 'user', parts, parentId);
    const isReadAlike = threadRestsOnGiven([...before, asked]) === threadRestsOnGiven(before);
    this.#halt({ readingOn: question.parentId === undefined && (isReadAlike || !this.sees) });
    this.#opened += 1;
    this.#removal.forget();
    this.#thread.put(asked);
    const { signal } = hooks;
    const takeBack = () => {
      if (signal?.reason === 'goes-on') void this.#takeBack(asked);
    };
    signal?.addEventListener('abort', takeBack, { once: true });
    const told = { heardIn, askedAt, hooks, ...(receipt && { receipt }) };
    await this.#answer({ conversation, asked, attachments, ...told });
  }

  /** Asks in a conversation of its own. Call from a press. */
  async askAnew(question: Question): Promise<void> {
    if (!this.canAsk) return;
    this.startNew();
    this.unlockSound();
    await this.ask(question);
  }

  /** Asks the same again: the earlier answer stays as another branch, and one that was whole is put otherwise. */
  retry(answer: Message, hooks: TurnHooks = {}): Promise<void> {
    const { id } = this.#parts.mind.plan.model;
    const isAgain = this.branches(answer).some(
      (each) =>
        each.status.type === 'complete' && ownText(each) !== '' && each.receipt?.modelId === id,
    );
    return this.#answerAgain(answer, { isAgain, hooks });
  }

  /** Goes on with an answer that had reached its longest: the same message grows. */
  goOn(answer: Message, hooks: TurnHooks = {}): Promise<void> {
    const { receipt } = answer;
    return this.#answerAgain(answer, { begun: answer, hooks, ...(receipt && { receipt }) });
  }

  async #answerAgain(
    answer: Message,
    how: Pick<Answering, 'begun' | 'isAgain' | 'receipt' | 'hooks'>,
  ): Promise<void> {
    const asked = this.#thread.questionOf(answer);
    const { conversation } = this;
    if (!asked || !conversation || !this.canAsk) return;
    this.stop();
    this.unlockSound();
    this.#opened += 1;
    await this.#answer({ conversation, asked, askedAt: performance.now(), ...how });
  }

  #answer(answering: Answering): Promise<void> {
    const writing = this.#answers.write(answering, () => {
      if (this.#isBehind) void this.#trouble.keepTrying(() => this.catchUp());
    });
    this.#writing = writing.catch(() => {});
    return writing;
  }

  /** Resolves once the last answer is as it will stay: one that was talked over is cut a moment after its sound has stopped. */
  whenWritten(): Promise<void> {
    return this.#writing;
  }

  /**
   * Puts a question differently: what was said after it stays as another branch.
   * @param images those of its photos that it is still about
   */
  async edit(
    question: Message,
    text: string,
    images: readonly ImagePart[] = messageImages(question),
  ): Promise<void> {
    if (isBlank(text)) return;
    this.unlockSound();
    const { parentId } = question;
    await this.ask({ text: text.trim(), images, parentId, askedAt: performance.now() });
  }

  /** Changes what is kept of a message. One that is being written is left: what is written next would undo it. */
  async amend(id: string, change: (kept: Message) => Message): Promise<void> {
    const kept = this.#thread.all.find((message) => message.id === id);
    if (!kept || kept.status.type === 'streaming') return;
    const changed = change(kept);
    this.#thread.replace(changed);
    await this.#trouble.keepSaving(() => this.#parts.library.saveMessage(changed));
    await this.#thread.retitle();
  }

  /** Removes a question with all that was said after it; an undo puts it back. */
  async removeQuestion(question: Message): Promise<void> {
    if (!this.conversation) return;
    if (!this.#removal.leavesAny(question)) return this.remove(this.conversation.id);
    // What is being written is on the branch shown, and so below each of its questions. It must not be saved any more.
    this.#turns.halt('removed');
    this.stop();
    await this.#removal.remove(question);
  }

  /** Somebody goes on with it: it is asked anew with all its words, and nothing of it stays as it was. */
  async #takeBack(question: Message): Promise<void> {
    const id = question.conversationId;
    if (this.conversation?.id !== id) return;
    if (this.#removal.leavesAny(question)) {
      this.#turns.halt('removed');
      return this.#removal.remove(question, { canUndo: false });
    }
    this.#leave();
    await this.#trouble.keepTrying(() => this.#parts.shelf.remove(id, { canUndo: false }));
  }

  /** Puts the question back that was removed last. */
  async undoRemoval(): Promise<void> {
    if (!this.removed) return;
    this.stop();
    await this.#removal.undo();
  }

  /** Shows the branch that this message is part of. */
  async show(message: Message): Promise<void> {
    if (!this.conversation) return;
    this.stop();
    const leafId = newestLeafBelow(this.#thread.all, message.id);
    await this.#thread.save({ ...this.conversation, leafId }, []);
  }

  /** Plays what was said, as it was recorded. */
  async hearRecording(attachmentId: string): Promise<void> {
    this.stop();
    const turn = this.#turns.begin();
    this.#turns.play(turn, attachmentId);
    await this.#trouble.keepTrying(async () => {
      const recording = await this.attachment(attachmentId);
      if (recording) await this.#parts.voice.playRecording(recording.blob, turn.signal);
    });
    this.#turns.play(turn, null);
  }

  /**
   * Speaks an answer once more.
   * @param from where in its text
   */
  async replay(message: Message, hooks: TurnHooks = {}, from = 0): Promise<void> {
    this.stop();
    this.unlockSound();
    const voice = this.#parts.voiceNow();
    if (!voice) return;
    const { signal, onAudioStarted } = hooks;
    await this.#answers.say(this.#turns.begin(signal), message, voice, { from, onAudioStarted });
  }

  /** Call from a press: browsers only let sound begin there. */
  unlockSound(): void {
    this.#parts.voice.unlock();
  }

  /** Stops writing and speaking at once; what was written is kept. */
  stop(): void {
    this.#halt({ readingOn: false });
  }

  #halt(options: { readonly readingOn: boolean }): void {
    this.#turns.halt('stop', options);
    this.#trouble.clear();
  }

  /** Talked over: the answer stops and is cut to what was heard of it. */
  interrupt(): void {
    this.#turns.interrupt();
  }
}

function toPart({ id, kind, name, widthPx, heightPx, durationMs }: Attachment): MessagePart {
  return kind === 'image'
    ? { type: 'image', attachmentId: id, alt: name, widthPx, heightPx }
    : { type: 'audio', attachmentId: id, durationMs: durationMs ?? 0 };
}
