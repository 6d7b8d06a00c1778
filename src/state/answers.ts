/** An answer in the thread: what its mind is told of the question, what Tansy says before it, and how it grows. */
import type { Attachment } from '../domain/conversations/attachment';
import {
  cutTo,
  hasImages,
  isBrokenOff,
  messageImages,
  messageText,
  ownText,
  type ImagePart,
  type Conversation,
  type Message,
  type MessagePart,
  type Receipt,
} from '../domain/conversations/conversation';
import { figureAsked, type FigureAsked } from '../domain/photos/figure-question';
import { imagesWithWords, mostWritingFor } from '../domain/mind/prompt';
import {
  areWithoutText,
  readAloud,
  showHour,
  type ReadAloudWords,
} from '../domain/conversations/read-aloud';
import { withoutSource } from '../domain/given/source-quote';
import { spokenText } from '../domain/voice/spoken-text';
import { asksForText } from '../domain/photos/text-question';
import type { VoiceName } from '../domain/voice/voices';
import type { Library } from '../services/kept/library';
import type { MindService } from '../services/mind/mind';
import type { PlantAnswers } from '../services/plants/answers';
import { orAborted } from '../services/or-aborted';
import type { ReplyService } from '../services/answers/reply';
import type { SpokenAnswers } from '../services/voice/spoken-answers';
import type { ToSay, VoiceOf } from './answer-voices';
import type { OwnAnswers } from './own-answers';
import { PhotoWords } from './photo-words';
import type { Readings } from './readings.svelte';
import type { SettingsState } from './settings.svelte';
import type { Thread } from './thread.svelte';
import type { Trouble } from './trouble.svelte';
import type { Turn, Turns } from './turns.svelte';

export interface TurnHooks {
  /** Ends the turn; its reason says how. */
  readonly signal?: AbortSignal;
  readonly onAudioStarted?: () => void;
  /** Words are on screen that are not spoken while they are written. */
  readonly onShown?: () => void;
  readonly onWritten?: () => void;
}

export interface Answering {
  readonly conversation: Conversation;
  readonly asked: Message;
  /** BCP 47 primary tag, where it was spoken. */
  readonly heardIn?: string | undefined;
  /** Of the question, to be kept with it. */
  readonly attachments?: readonly Attachment[];
  /** The answer that is gone on with. */
  readonly begun?: Message;
  /** It was answered before by the mind that is asked, and is to be otherwise. */
  readonly isAgain?: boolean;
  readonly askedAt: number;
  readonly receipt?: Receipt;
  readonly hooks?: TurnHooks;
}

export interface AnswerParts {
  readonly replies: ReplyService;
  readonly mind: MindService;
  readonly readings: Pick<Readings, 'textOf' | 'stop'>;
  readonly library: Library;
  readonly settings: SettingsState;
  /** The voice for what is said next; null where there is none yet. */
  readonly voiceNow: () => VoiceName | null;
  /** The one that is being started, where there is none yet; null where none is. */
  readonly voiceSoon: () => Promise<VoiceName | null> | null;
  /** Which voice says what, by its language; undefined where one says all. */
  readonly voiceOf: (said: ToSay) => VoiceOf | undefined;
  readonly voice: Pick<SpokenAnswers, 'begin'>;
  /** Whether the mind of now sees photos. */
  readonly sees: () => boolean;
  /** What is said before an answer about photos that its mind does not see, and in its place where nothing was read in them. */
  readonly unseen: { readonly byWords: string; readonly alone: string };
  /** What is said in the place of a small mind where the hour is asked, and not written in the photo. */
  readonly noHour: string;
  /** What Tansy itself says of plants. */
  readonly plants: Pick<PlantAnswers, 'to'>;
  /** What is said around the text in photos, where a question asks for nothing else. */
  readonly aloud: ReadAloudWords;
  /** What Tansy itself says, where no mind is asked. */
  readonly own: Pick<OwnAnswers, 'to' | 'areNot'>;
}

const empty: MessagePart = { type: 'text', text: '' };
/** What a thing without any text costs is a question for the mind. No mind is asked for a dose that was not read. */
function isIn(photos: readonly ImagePart[], figure: FigureAsked): boolean {
  if (figure === 'dose') return !areWithoutText(photos);
  return figure === 'clock' ? showHour(photos) : imagesWithWords({ parts: photos }).length > 0;
}
const asText = (text: string): MessagePart[] => (text === '' ? [] : [{ type: 'text', text }]);

export class Answers {
  readonly #parts: AnswerParts;
  readonly #thread: Thread;
  readonly #turns: Turns;
  readonly #trouble: Trouble;
  readonly #photoWords: PhotoWords;

  constructor(parts: AnswerParts, thread: Thread, turns: Turns, trouble: Trouble) {
    this.#parts = parts;
    this.#thread = thread;
    this.#turns = turns;
    this.#trouble = trouble;
    this.#photoWords = new PhotoWords(parts.readings, parts.library);
  }

  /**
   * Resolves once it is written and heard, or was stopped.
   * @param onOver no more is written in it, and nothing else was begun
   */
  async write(answering: Answering, onOver: () => void): Promise<void> {
    const { conversation, asked, attachments = [], begun, hooks } = answering;
    const turn = this.#turns.beginAnswer(hooks?.signal);
    const stopped = new AbortController();
    const stop = () => {
      // Talked over, it was asked and answered all the same.
      if (turn.signal.reason !== 'barge-in') stopped.abort();
    };
    turn.signal.addEventListener('abort', stop, { once: true });
    let answer: Message = begun
      ? { ...begun, status: { type: 'streaming' } }
      : this.#thread.message(conversation, 'assistant', [empty], asked.id);
    this.#thread.put(answer);
    const isSpoken = this.#parts.settings.all.speakAnswers;
    const voice = isSpoken ? this.#parts.voiceNow() : null;
    let soon = isSpoken && voice === null ? this.#voiceSoon() : null;
    const leafId = answer.id;
    const shown = () => {
      if (voice === null) hooks?.onShown?.();
    };
    await this.#thread.save({ ...conversation, leafId }, [asked, answer], attachments);
    const { told, lead, asksMind } = await this.#begin(answering, turn.signal, stopped.signal);
    if (lead.length > 0) {
      answer = { ...answer, parts: [...lead, empty] };
      this.#thread.replace(answer);
      shown();
      void this.#thread.retitle();
    }
    const before = this.#thread.upTo(asked.id).slice(0, -1);
    const rate = this.#parts.settings.all.speechRate;
    const by = asksMind ? this.#parts.mind.plan.model.id : undefined;
    const { heardIn } = answering;
    const voiceOf = this.#parts.voiceOf({ question: asked, heardIn, by, answerId: leafId });
    const over = () => {
      turn.signal.removeEventListener('abort', stop);
      this.#turns.written(turn);
      if (this.#turns.isNow(turn)) onOver();
    };
    await this.#trouble.keepSaving(() =>
      this.#parts.replies.answer(
        {
          thread: [...before, told, ...(begun ? [answer] : [])],
          asksMind,
          answer,
          signal: turn.signal,
          speech: voice === null ? null : { rate, voice, voiceOf },
          askedAt: answering.askedAt,
          isAgain: answering.isAgain ?? false,
          receipt: answering.receipt ?? {},
        },
        {
          onChange: (changed) => {
            this.#turns.readUpTo(turn, null);
            this.#thread.replace(changed);
            shown();
          },
          onReading: (share) => this.#turns.readUpTo(turn, share),
          onPiece: (piece) => this.#turns.mark(turn, leafId, piece),
          onUnspoken: () => this.#turns.miss(turn, leafId),
          latest: () => this.#thread.all.find(({ id }) => id === leafId),
          onAudioStarted: () => hooks?.onAudioStarted?.(),
          onWritten: () => {
            // When it was asked, its voice may have had its turn to be started before it.
            if (isSpoken && voice === null) soon ??= this.#voiceSoon();
            const isSaidSoon = soon !== null && this.#complete(leafId) !== undefined;
            this.#turns.voice(turn, voice !== null || isSaidSoon);
            over();
            if (begun) this.#tellNothingNew(turn, leafId, begun);
            if (voice === null && soon === null) this.#readOut(turn, leafId, begun);
            hooks?.onWritten?.();
          },
        },
      ),
    );
    if (soon) await this.#sayOnce(soon, turn, leafId, answering);
    this.#turns.voice(turn, false);
    over();
  }

  /** Unseen and unheard: it shows where it is asked for in the same words. Ends with the signal. */
  begin(thread: readonly Message[], signal: AbortSignal): void {
    const { replies, settings, voiceNow, mind } = this.#parts;
    const { speakAnswers, speechRate: rate } = settings.all;
    const voice = speakAnswers ? voiceNow() : null;
    const voiceOf = this.#parts.voiceOf({ question: thread.at(-1), by: mind.plan.model.id });
    replies.begin(thread, voice === null ? null : { rate, voice, voiceOf }, signal);
  }

  #voiceSoon(): Promise<VoiceName | null> | null {
    const now = this.#parts.voiceNow();
    return now === null ? this.#parts.voiceSoon() : Promise.resolve(now);
  }

  /** Speaks an answer that is written. Resolves with the end, in its text, of what was heard of it. */
  async say(
    turn: Turn,
    answer: Message,
    voice: VoiceName,
    { from = 0, onAudioStarted }: { from?: number; onAudioStarted?: (() => void) | undefined } = {},
  ): Promise<number> {
    this.#turns.voice(turn, true);
    let heardUpTo = from;
    let isHeard = false;
    const voiceOf = this.#parts.voiceOf({
      question: this.#thread.questionOf(answer),
      by: answer.receipt?.modelId,
      answerId: answer.id,
    });
    await this.#trouble.keepTrying(async () => {
      const spoken = this.#parts.voice.begin({
        signal: turn.signal,
        voice,
        voiceOf,
        rate: this.#parts.settings.all.speechRate,
        onUnspoken: () => this.#turns.miss(turn, answer.id),
        onPiece: (piece) => {
          if (piece && !isHeard) onAudioStarted?.();
          isHeard ||= piece !== null;
          heardUpTo = piece ? from + piece.end : heardUpTo;
          const { start, end } = piece ?? { start: 0, end: 0 };
          this.#turns.mark(
            turn,
            answer.id,
            piece && { ...piece, start: from + start, end: from + end },
          );
        },
      });
      spoken.push(withoutSource(messageText(answer)).slice(from));
      await spoken.end();
    });
    this.#turns.voice(turn, false);
    return heardUpTo;
  }

  /** An answer that was there before any voice: what is new of it is heard once there is one, unless it was stopped. */
  async #sayOnce(
    soon: Promise<VoiceName | null>,
    turn: Turn,
    id: string,
    { begun, hooks }: Answering,
  ): Promise<void> {
    if (!this.#complete(id)) return;
    const voice = await orAborted(soon, turn.signal).catch(() => null);
    const answer = this.#complete(id);
    if (turn.signal.aborted || !answer) return;
    if (voice === null || !this.#parts.settings.all.speakAnswers) {
      return this.#readOut(turn, id, begun);
    }
    const from = begun ? messageText(begun).length : 0;
    const { onAudioStarted } = hooks ?? {};
    const heardUpTo = await this.say(turn, answer, voice, { from, onAudioStarted });
    if (turn.signal.reason === 'barge-in') await this.#cut(answer, heardUpTo);
  }

  async #cut(answer: Message, heardUpTo: number): Promise<void> {
    if (ownText(answer) === '') return;
    // A person may have added to it meanwhile.
    const cut = cutTo(this.#complete(answer.id) ?? answer, heardUpTo);
    this.#thread.replace(cut);
    await this.#trouble.keepSaving(() => this.#parts.library.saveMessage(cut));
  }

  #complete(id: string): Message | undefined {
    return this.#thread.all.find(
      (message) => message.id === id && message.status.type === 'complete',
    );
  }

  /** What comes before the mind, or in its place. */
  async #begin(
    { asked, begun }: Answering,
    signal: AbortSignal,
    stopped: AbortSignal,
  ): Promise<{ told: Message; lead: readonly MessagePart[]; asksMind: boolean }> {
    const thread = this.#thread.upTo(asked.id);
    const own = begun ? null : await this.#parts.own.to(thread);
    if (own !== null) return { told: asked, lead: asText(own), asksMind: false };
    const before = thread.slice(0, -1);
    const ofPlants = begun ? null : await this.#ofPlants(asked, before, signal);
    if (ofPlants) return { told: asked, lead: signal.aborted ? [] : ofPlants, asksMind: false };
    const question = messageText(asked);
    const shown = begun ? undefined : this.#shownLast(asked);
    const figure = shown ? figureAsked(question, shown === asked) : null;
    if (shown && (figure || asksForText(question))) {
      const read = await this.#told(shown, Infinity, signal, stopped);
      const photos = messageImages(read);
      if (!figure || isIn(photos, figure)) {
        const lead = signal.aborted ? '' : readAloud(photos, this.#parts.aloud, figure);
        return { told: asked, lead: asText(lead), asksMind: lead === '' };
      }
    }
    const { contextTokens, tier } = this.#parts.mind.plan.model;
    if (figure === 'clock' && tier === 'lite') {
      return { told: asked, lead: asText(this.#parts.noHour), asksMind: false };
    }
    const told = await this.#told(asked, mostWritingFor(contextTokens), signal, stopped);
    const lead = begun || signal.aborted ? '' : this.#leadTo(told);
    // It would make up what it cannot see.
    return { told, lead: asText(lead), asksMind: lead !== this.#parts.unseen.alone };
  }

  /** A stop does not wait for what is still being fetched for it. */
  async #ofPlants(asked: Message, before: readonly Message[], signal: AbortSignal) {
    try {
      return await orAborted(this.#parts.plants.to(asked, before, signal), signal);
    } catch (thrown) {
      if (signal.aborted) return null;
      throw thrown;
    }
  }

  /** The question that came with the newest photos: this one, or one before it. */
  #shownLast(asked: Message): Message | undefined {
    return this.#thread.upTo(asked.id).findLast(hasImages);
  }

  /** The question with enough letters of its photos' text. The whole text becomes part of it once it is read. */
  #told(
    asked: Message,
    enough: number,
    signal: AbortSignal,
    stopped: AbortSignal,
  ): Promise<Message> {
    void this.#trouble.keepTrying(() =>
      this.#photoWords.keepAll(asked, stopped, (read) => this.#thread.replace(read)),
    );
    return this.#photoWords.beginning(asked, signal, enough);
  }

  /** What is said first of photos that the mind of now does not see. */
  #leadTo(told: Message): string {
    if (this.#parts.sees() || !hasImages(told)) return '';
    const { byWords, alone } = this.#parts.unseen;
    return imagesWithWords(told).length > 0 ? byWords : alone;
  }

  /** Where it was stopped it had come to its end, as shows only now. */
  #tellNothingNew(turn: Turn, id: string, begun: Message): void {
    const answer = this.#complete(id);
    if (answer && !isBrokenOff(answer) && ownText(answer).trim() === ownText(begun).trim())
      this.#turns.addNothing(turn, id);
  }

  /** What is new of it. */
  #readOut(turn: Turn, id: string, begun?: Message): void {
    const answer = this.#complete(id);
    if (!answer) return;
    this.#turns.readOut(
      turn,
      spokenText(messageText(answer).slice(begun ? messageText(begun).length : 0)),
    );
  }
}
