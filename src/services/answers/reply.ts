/** One answer: written by the mind, spoken while it is written, saved as it grows. */
import {
  cutTo,
  leadOf,
  ownText,
  withOwnText,
  type Message,
  type Receipt,
} from '../../domain/conversations/conversation';
import { AppError } from '../../domain/errors';
import type { Piece } from '../../domain/words/sentences';
import { withoutSource } from '../../domain/given/source-quote';
import { joe } from '../../domain/voice/voices';
import { HeadStart } from './head-start';
import type { Library } from '../kept/library';
import type { MindService } from '../mind/mind';
import type { OnReading } from '../mind/mind-worker';
import { Saver } from '../kept/saver';
import type { SpeakingHooks, SpokenAnswers } from '../voice/spoken-answers';

/** The first phrase takes joe less, on a slow device too. */
const longestHoldMs = 2000;

export type Speech = Pick<SpeakingHooks, 'rate' | 'voice' | 'voiceOf'>;

export interface AnswerRequest {
  /** From the first message to the question, or to the answer that is gone on with. */
  readonly thread: readonly Message[];
  /** False where Tansy's own words, which it begins with, are all of it. */
  readonly asksMind: boolean;
  /** As it was saved when the question was asked: what its mind writes of it is empty, or goes on from what it has. */
  readonly answer: Message;
  /** Its reason says how: talked over (`barge-in`), the answer is cut to what was heard; `removed`, it is not kept. */
  readonly signal: AbortSignal;
  /** Null where it is only to be read. */
  readonly speech: Speech | null;
  /** Its question was answered before by the same mind: this one is to be another. */
  readonly isAgain?: boolean;
  /** When the question was complete, on `performance.now()`'s clock. */
  readonly askedAt: number;
  /** What is known before, and stays true where it goes on. */
  readonly receipt: Receipt;
}

export interface AnswerHooks {
  readonly onChange: (answer: Message) => void;
  readonly onReading: OnReading;
  readonly onAudioStarted: () => void;
  readonly onPiece: (piece: Piece | null) => void;
  readonly onUnspoken: () => void;
  readonly onWritten: () => void;
  /** It as it is by now, since a person may add to what is still being spoken; left out where nobody can. */
  readonly latest?: () => Message | undefined;
}

interface WritingHooks {
  readonly onText: (parts: Message['parts'], delta: string) => void;
  readonly onReading: OnReading;
}

/** Joe is done in a moment. For the larger voice no mind is kept waiting, and the device's own run elsewhere. */
const isMadeSoon = (speech: Speech | null): boolean => speech?.voice === joe;

export class ReplyService {
  readonly #mind: MindService;
  readonly #voice: SpokenAnswers;
  readonly #library: Library;
  readonly #headStart: HeadStart;
  readonly #countRequests: () => () => Promise<number | undefined>;
  #letGo: ReturnType<typeof setTimeout> | undefined;
  /** What is said aloud where an answer that is spoken fails; where left out, that is only to be read. */
  failureWords: ((code: string, isBroken: boolean) => string) | null = null;
  /** The same where it has reached its longest. */
  cutShortWords = '';

  constructor(
    mind: MindService,
    voice: SpokenAnswers,
    library: Library,
    countRequests: () => () => Promise<number | undefined> = () => async () => undefined,
  ) {
    this.#mind = mind;
    this.#voice = voice;
    this.#library = library;
    this.#countRequests = countRequests;
    this.#headStart = new HeadStart(mind);
    mind.onReplaced = () => this.#headStart.end();
  }

  /**
   * Begins an answer that may be asked for, unseen and unheard, and the sound that it begins with.
   * @param signal ends it, also once it is asked for
   */
  begin(thread: readonly Message[], speech: Speech | null, signal: AbortSignal): void {
    const splitter = speech ? this.#voice.splitterFor(speech.voice) : undefined;
    const onFirst = (words: string, signal: AbortSignal) => {
      if (speech) void this.#prepare(words, speech, signal);
    };
    this.#headStart.begin(thread, signal, {
      onFirst,
      splitter,
      waitsOnce: isMadeSoon(speech),
    });
  }

  /** Resolves with the answer as it was saved, once it is written and heard. Failures are its status, not thrown. */
  async answer(request: AnswerRequest, hooks: AnswerHooks): Promise<Message> {
    const { signal, speech, askedAt } = request;
    const { onUnspoken } = hooks;
    let answer = request.answer;
    const requestsSince = this.#countRequests();
    const lead = leadOf(answer);
    // Of an answer that goes on, what was there before is not spoken again.
    const before = ownText(answer) === '' ? 0 : lead.length + ownText(answer).length;
    const change = (changes: Partial<Message>) => {
      answer = { ...answer, ...changes };
      hooks.onChange(answer);
    };
    let firstAudioMs: number | undefined;
    const onPiece = (piece: Piece | null) => {
      if (piece && firstAudioMs === undefined) {
        firstAudioMs = performance.now() - askedAt;
        hooks.onAudioStarted();
      }
      hooks.onPiece(piece && { ...piece, start: before + piece.start, end: before + piece.end });
    };
    let firstSentenceMs: number | undefined;
    const onFirst = (making: boolean) => {
      if (making) firstSentenceMs ??= performance.now() - askedAt;
      this.#holdFor(making, speech);
    };
    const spoken = speech && this.#voice.begin({ signal, ...speech, onPiece, onUnspoken, onFirst });
    if (before === 0) spoken?.push(lead);
    const end = await this.#write(request, {
      onReading: hooks.onReading,
      onText: (parts, delta) => {
        spoken?.push(withoutSource(delta));
        change({ parts });
      },
    });
    change(end);
    const save = async () => {
      // Its conversation is gone.
      if (signal.reason !== 'removed') await this.#library.saveMessage(answer);
    };
    // It is spoken for a while yet, and a reload loses none of it. The last save below says if it cannot be kept.
    void save().catch(() => {});
    hooks.onWritten();
    await spoken?.end();
    answer = hooks.latest?.() ?? answer;
    // What Tansy alone said is whole, whether it was heard or not, and so is what nothing was added to.
    const isLonger = ownText(answer) !== ownText(request.answer);
    if (spoken && isLonger && signal.reason === 'barge-in') {
      change(cutTo(answer, before + spoken.heardUpTo));
    }
    const more = this.#wordsAfter(answer, isLonger);
    if (speech && more !== '' && !signal.aborted) await this.#sayAfter(more, speech, signal, hooks);
    if (answer.receipt && spoken && firstAudioMs !== undefined) {
      // The first sound of what goes on is not that of the answer, and Tansy's own words are there at once.
      const waited = before === 0 ? { ...(lead === '' && { firstSentenceMs }), firstAudioMs } : {};
      change({ receipt: { ...answer.receipt, voiceId: spoken.voice, ...waited } });
    }
    const requestsNow = await requestsSince();
    // Meanwhile a command may have made it whole again.
    const { parts, status } = hooks.latest?.() ?? answer;
    answer = { ...answer, parts, status };
    if (answer.receipt) {
      const requestsBefore = before === 0 ? 0 : request.receipt.requests;
      const isKnown = requestsBefore !== undefined && requestsNow !== undefined;
      const requests = isKnown ? requestsBefore + requestsNow : undefined;
      change({ receipt: { ...answer.receipt, requests } });
    }
    await save();
    return answer;
  }

  /** Whoever listens may not see how it ended: else it would seem to be all, or they would wait for more. */
  #wordsAfter({ status, parts, receipt }: Message, isLonger: boolean): string {
    if (status.type === 'failed')
      return this.failureWords?.(status.code, ownText({ parts }) !== '') ?? '';
    const isCutShort = status.type === 'complete' && receipt?.cutShort === true;
    return isCutShort && isLonger ? this.cutShortWords : '';
  }

  /** They are no part of the answer. */
  async #sayAfter(
    words: string,
    speech: Speech,
    signal: AbortSignal,
    { onAudioStarted, onUnspoken }: AnswerHooks,
  ): Promise<void> {
    const onPiece = (piece: Piece | null) => {
      if (piece) onAudioStarted();
    };
    const spoken = this.#voice.begin({ signal, ...speech, follows: true, onPiece, onUnspoken });
    spoken.push(words);
    await spoken.end();
  }

  async #prepare(words: string, speech: Speech, signal: AbortSignal): Promise<void> {
    this.#holdFor(true, speech);
    const voice = speech.voiceOf?.(words) ?? speech.voice;
    await this.#voice.prepare(words, { ...speech, voice, signal });
    this.#holdFor(false, speech);
  }

  /** Both at once on few cores take longer than one after the other. */
  #holdFor(making: boolean, speech: Speech | null): void {
    if (!isMadeSoon(speech)) return;
    clearTimeout(this.#letGo);
    this.#mind.hold(making);
    // One that must be loaded first, or that stalls, does not keep the words waiting too.
    if (making) this.#letGo = setTimeout(() => this.#mind.hold(false), longestHoldMs);
  }

  async #write(
    { thread, asksMind, answer, signal, receipt, askedAt, speech, isAgain = false }: AnswerRequest,
    { onText, onReading }: WritingHooks,
  ): Promise<Pick<Message, 'status' | 'receipt'>> {
    const waitedMs = () => performance.now() - askedAt;
    const isLed = leadOf(answer) !== '';
    if (!asksMind) {
      this.#headStart.end();
      const waited = isLed && { firstTokenMs: waitedMs() };
      return { status: { type: 'complete' }, receipt: { ...receipt, ...waited } };
    }
    let text = ownText(answer);
    const goesOn = text !== '';
    const { model, variant } = this.#mind.plan;
    let firstTokenMs: number | undefined;
    // After words of Tansy's own, which are there at once, it is not the first.
    const waited = () => !isLed && firstTokenMs !== undefined && { firstTokenMs };
    /** So much must be known of one that breaks off, also with its page, that it can be gone on with. */
    const broken = (): Receipt => {
      const { newTokens: _, ...known } = receipt;
      const own = { modelId: model.id, device: variant.device, cutShort: false };
      return { ...(!goesOn && waited()), ...known, ...own };
    };
    const saver = new Saver((answer: Message) => this.#library.saveMessage(answer));
    try {
      const { summary, droppedMessages, modelId, device, ofText } = await this.#headStart.reply(
        thread,
        signal,
        {
          // After words of Tansy's own, or of its own before, what comes next is not what is spoken first.
          waitsOnce: isMadeSoon(speech) && !goesOn && !isLed,
          isAgain,
          onReading,
          onText: (delta) => {
            text += delta;
            firstTokenMs ??= waitedMs();
            const parts = withOwnText(answer, text);
            onText(parts, delta);
            saver.note({ ...answer, parts, receipt: broken() });
          },
        },
      );
      const { promptTokens, cachedTokens, tokensPerSecond } = summary;
      const cutShort = summary.endedBy === 'length';
      // Those of its first part stay; where that was stopped, they were never measured.
      const figures = goesOn
        ? receipt
        : { promptTokens, cachedTokens, ...waited(), tokensPerSecond, newTokens: 0, ...receipt };
      const newTokens = figures.newTokens !== undefined && {
        newTokens: figures.newTokens + summary.newTokens,
      };
      return {
        status: { type: 'complete' },
        receipt: {
          ...figures,
          ...newTokens,
          ...(ofText && { ofText }),
          modelId,
          device,
          cutShort,
          droppedMessages,
        },
      };
    } catch (thrown) {
      const { code } = AppError.from(thrown);
      const isAsItWas = code === 'too-long' || (code === 'aborted' && text === ownText(answer));
      // What there is of it stays as good as it was.
      if (isAsItWas && answer.receipt) {
        const type = answer.receipt.cutShort ? 'complete' : 'interrupted';
        const room = code === 'too-long' ? { hasRoom: false } : {};
        return { status: { type }, receipt: { ...answer.receipt, ...room } };
      }
      const status: Message['status'] =
        code === 'aborted' ? { type: 'interrupted' } : { type: 'failed', code };
      // What was written of it stays, and can be gone on with, by a fresh worker too.
      const isLonger = text !== ownText(answer);
      if (isLonger) return { status, receipt: broken() };
      return { status, receipt: answer.receipt ?? receipt };
    } finally {
      saver.end();
    }
  }
}
