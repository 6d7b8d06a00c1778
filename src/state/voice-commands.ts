/** Does what a spoken command asks for, without a mind. Fetched with the first voice session. */
import {
  diagnosisOf,
  isBrokenOff,
  isUnasked,
  messageText,
  ownText,
  type Message,
} from '../domain/conversations/conversation';
import { givenText } from '../domain/given/text';
import { titleFrom } from '../domain/conversations/title';
import { isLanguage, type Language } from '../domain/languages';
import { allCommandWords } from '../domain/voice/command-words-all';
import { voiceCommand, type VoiceCommand } from '../domain/voice/commands';
import { nextLoudness, nextRate } from '../domain/voice/steps';
import { systemUri } from '../domain/voice/voices';
import type { SpokenAnswers } from '../services/voice/spoken-answers';
import type { TurnHooks } from './answers';
import type { Chat } from './chat.svelte';
import type { Photos } from './photos.svelte';
import type { SettingsState } from './settings.svelte';
import type { Voices } from './voices.svelte';

type Sentences = Readonly<
  Record<
    | 'stopped'
    | 'slower'
    | 'slowest'
    | 'faster'
    | 'fastest'
    | 'louder'
    | 'loudest'
    | 'quieter'
    | 'quietest'
    | 'newConversation'
    | 'nothingSaid'
    | 'nothingAdded'
    | 'nothingToRepeat'
    | 'noTreatment'
    | 'noVoice',
    string
  >
>;
export interface CommandWording extends Sentences {
  readonly youSaid: (question: string) => string;
}

export interface CommandParts {
  readonly chat: Pick<
    Chat,
    | 'amend'
    | 'answering'
    | 'brokeOff'
    | 'goOn'
    | 'messages'
    | 'replay'
    | 'retry'
    | 'speaking'
    | 'startNew'
    | 'stop'
    | 'unlengthened'
    | 'voicing'
    | 'whenWritten'
  >;
  readonly photos: Pick<Photos, 'all'>;
  readonly settings: SettingsState;
  readonly voices: Pick<Voices, 'amplify' | 'muted' | 'now'>;
  readonly spoken: Pick<SpokenAnswers, 'begin'>;
  /** Of minds: only the one that wrote an answer goes on with it. */
  readonly mindId: () => string;
  /** Of the plant specialist that judges now: what another found has no treatment any more. */
  readonly specialistId: string;
  /** Commands are known in it, in English, and in the language that was heard. */
  readonly pageLanguage: Language;
  readonly words: CommandWording;
}

export interface CommandHooks extends TurnHooks {
  readonly signal: AbortSignal;
  /** The language that ears took it for, as BCP 47 has it. */
  readonly heardIn?: string | undefined;
  /** What is shown of it. */
  readonly tell: (sentence: string) => void;
}

const loudestOfModels = 2;
const loudestOfSystem = 1;

export class VoiceCommands {
  readonly #parts: CommandParts;
  /** What is spoken of now began while an answer was being written or heard. */
  #isOverAnswer = false;
  /** The answer that was talked over last, before it was cut to what was heard, where it was whole. */
  #whole: Message | null = null;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  /** Somebody speaks, and what is being answered or said has not stopped yet. */
  note(): void {
    const { answering, messages, speaking, voicing } = this.#parts.chat;
    this.#isOverAnswer ||= answering || voicing || speaking !== null;
    if (!speaking) return;
    const answer = messages.find(({ id }) => id === speaking.messageId);
    this.#whole = answer?.status.type === 'complete' ? answer : null;
  }

  /** Whether an utterance is one: no answer need be begun to it. */
  knows(text: string): boolean {
    return this.#commandIn(text) !== null;
  }

  /** What those who answer know it by where it is a command that asks for something: their rules are English. */
  asAsked(text: string, heardIn: string | undefined): string {
    const command = voiceCommand(text) === null ? this.#commandIn(text, heardIn) : null;
    return (command && askedInEnglish[command]) ?? text;
  }

  #commandIn(text: string, heardIn?: string): VoiceCommand | null {
    const languages = new Set<Language>(['en', this.#parts.pageLanguage]);
    if (isLanguage(heardIn)) languages.add(heardIn);
    for (const language of languages) {
      const command = voiceCommand(text, allCommandWords[language]);
      if (command) return command;
    }
    return null;
  }

  /** Resolves with false where it is a question, and else once it is done and heard. */
  async obey(text: string, hooks: CommandHooks): Promise<boolean> {
    const isOverAnswer = this.#isOverAnswer;
    this.#isOverAnswer = false;
    const command = this.#commandIn(text, hooks.heardIn);
    // Photos wait to be asked about: “go on” may be of what they show.
    const isCommand = command && !(isAsking(command) && this.#parts.photos.all.length > 0);
    // Said and done: what is said next is a question of its own.
    if (isCommand) hooks.onShown?.();
    const isDone = isCommand ? await this.#do(command, isOverAnswer, hooks) : false;
    // For a question an answer is cut to what was heard, and stays so.
    if (!isDone) this.forget();
    return isDone;
  }

  /** Nothing came of what was being said. */
  forget(): void {
    this.#isOverAnswer = false;
    this.#whole = null;
  }

  /** Goes on with the last answer, as the command does. */
  resume(hooks: TurnHooks = {}): Promise<boolean> {
    return this.#goOn(hooks);
  }

  async #do(command: VoiceCommand, isOverAnswer: boolean, hooks: CommandHooks): Promise<boolean> {
    const { chat, words } = this.#parts;
    switch (command) {
      case 'stop':
        chat.stop();
        await this.#restore();
        hooks.tell(words.stopped);
        return true;
      case 'repeat':
        await this.#repeat(hooks);
        return true;
      case 'slower':
      case 'faster':
        await this.#saidOver(isOverAnswer, this.#changeRate(command), hooks);
        return true;
      case 'louder':
      case 'quieter':
        await this.#saidOver(isOverAnswer, this.#changeLoudness(command), hooks);
        return true;
      case 'new-conversation':
        chat.startNew();
        await this.#say(words.newConversation, hooks);
        return true;
      case 'what-did-i-say':
        await this.#sayQuestion(hooks);
        return true;
      case 'read-treatment':
        return this.#isWithoutTreatment() && (await this.#say(words.noTreatment, hooks));
      case 'go-on':
        return this.#isTakingUpOffer() ? false : this.#goOnOrSay(hooks);
    }
  }

  async #repeat(hooks: CommandHooks): Promise<void> {
    const { chat, voices, words } = this.#parts;
    await this.#restore();
    const answer = chat.messages.findLast((each) => isAnswer(each) && messageText(each) !== '');
    if (!answer) await this.#say(words.nothingToRepeat, hooks);
    else if (!voices.now) hooks.tell(words.noVoice);
    else await chat.replay(answer, hooks);
  }

  #changeRate(way: 'slower' | 'faster'): string {
    const { settings, words } = this.#parts;
    const rate = nextRate(settings.all.speechRate, way);
    if (rate === null) return way === 'slower' ? words.slowest : words.fastest;
    settings.set('speechRate', rate);
    return words[way];
  }

  #changeLoudness(way: 'louder' | 'quieter'): string {
    const { settings, voices, words } = this.#parts;
    const isOfSystem = voices.now !== null && systemUri(voices.now) !== null;
    const most = isOfSystem ? loudestOfSystem : loudestOfModels;
    const loudness = nextLoudness(settings.all.loudness, way, most);
    if (loudness === null) return way === 'louder' ? words.loudest : words.quietest;
    voices.amplify(loudness);
    return words[way];
  }

  /** An answer that was talked over for it is heard on from its sentence; else the words themselves are. */
  async #saidOver(isOverAnswer: boolean, sentence: string, hooks: CommandHooks): Promise<void> {
    hooks.tell(sentence);
    if (!isOverAnswer || !(await this.#goOn(hooks))) await this.#say(sentence, hooks);
  }

  async #sayQuestion(hooks: CommandHooks): Promise<void> {
    const { chat, words } = this.#parts;
    const asked = chat.messages.findLast(({ role }) => role === 'user');
    if (!asked) return void (await this.#say(words.nothingSaid, hooks));
    const asking = messageText(asked);
    // The text that came with it was not said.
    const given = givenText(asking);
    const question = given ? given.question || titleFrom(asking) : asking;
    await this.#say(words.youSaid(question), hooks, words.youSaid(titleFrom(question)));
  }

  #isWithoutTreatment(): boolean {
    const { chat, specialistId } = this.#parts;
    const newest = chat.messages.findLast(diagnosisOf);
    return !newest || diagnosisOf(newest)?.modelId !== specialistId;
  }

  /** Said of “Shall I read the treatment?”, also over it, it is a yes. */
  #isTakingUpOffer(): boolean {
    const last = this.#parts.chat.messages.at(-1);
    if (!last || !isUnasked(last)) return false;
    const text = messageText(last);
    const place = this.#placeIn(last);
    return text.endsWith('?') && (place === null || place.end >= text.length);
  }

  #placeIn({ id }: Message) {
    const { brokeOff } = this.#parts.chat;
    return brokeOff?.messageId === id ? brokeOff : null;
  }

  /** Where nothing comes, that is said: whoever listens would wait for it. */
  async #goOnOrSay(hooks: CommandHooks): Promise<boolean> {
    const goesOn = await this.#goOn(hooks);
    const { chat, words } = this.#parts;
    if (goesOn && chat.unlengthened !== null && !hooks.signal.aborted)
      await this.#say(words.nothingAdded, hooks);
    return goesOn;
  }

  /** False where the last answer was not cut short. */
  async #goOn(hooks: TurnHooks): Promise<boolean> {
    const { chat, mindId, voices } = this.#parts;
    await this.#restore();
    const answer = chat.messages.at(-1);
    if (!answer || !isAnswer(answer)) return false;
    const place = this.#placeIn(answer);
    const isLost = endedEarly.includes(answer.status.type) && ownText(answer) === '';
    const hasMore =
      isBrokenOff(answer) &&
      answer.receipt?.hasRoom !== false &&
      answer.receipt?.modelId === mindId();
    const isHeardOn = place !== null && voices.now !== null && !voices.muted;
    if (isHeardOn) await chat.replay(answer, hooks, place.start);
    if (hooks.signal?.aborted) return true;
    if (isLost) await chat.retry(answer, hooks);
    else if (hasMore) await chat.goOn(answer, hooks);
    return isHeardOn || isLost || hasMore;
  }

  /** To what was written: a command over an answer takes nothing from it. */
  async #restore(): Promise<void> {
    const whole = this.#whole;
    this.#whole = null;
    await this.#parts.chat.whenWritten();
    if (!whole) return;
    const { parts, status } = whole;
    await this.#parts.chat.amend(whole.id, (cut) =>
      cut.status.type === 'interrupted' ? { ...cut, parts, status } : cut,
    );
  }

  /** @param shown where it is shorter */
  async #say(sentence: string, { signal, onAudioStarted, tell }: CommandHooks, shown = sentence) {
    const { settings, spoken, voices } = this.#parts;
    tell(shown);
    const voice = voices.now;
    if (voice === null || voices.muted) return true;
    const rate = settings.all.speechRate;
    const onPiece = (piece: object | null) => piece && onAudioStarted?.();
    const saying = spoken.begin({ signal, voice, rate, onPiece });
    saying.push(sentence);
    await saying.end();
    return true;
  }
}

const endedEarly: readonly Message['status']['type'][] = ['interrupted', 'failed'];

const isAnswer = ({ role }: Message): boolean => role === 'assistant';

const askedInEnglish: Partial<Record<VoiceCommand, string>> = {
  'read-treatment': 'Read the treatment.',
  'go-on': 'Go on.',
};

const isAsking = (command: VoiceCommand): boolean =>
  command === 'read-treatment' || command === 'go-on';
