/** Talking with Tansy: what the talk button does and shows. */
import type { ErrorCode } from '../domain/errors';
import type {
  Heard,
  ReplyHooks,
  SessionWatcher,
  TalkMode,
  Voice,
  VoicePhase,
  VoiceRunner,
} from '../services/voice/session';
import type { Chat } from './chat.svelte';
import type { LiveView } from './live-view.svelte';
import type { Photos } from './photos.svelte';
import type { SettingsState } from './settings.svelte';
import { SpokenQuestion } from './spoken-question';
import { Company, type FetchCompany } from './voice-company.svelte';

/** What a session is opened with: `main.ts` knows the services. */
export type OpenSession = (
  conversing: {
    language(): string | null;
    reply(heard: Heard, hooks: ReplyHooks): Promise<void>;
    readAhead(): void;
    beginAhead(question: string): void;
    dropAhead(): void;
    interrupt(): void;
  },
  watcher: SessionWatcher,
) => VoiceRunner;

/** `not-kept`: a part failed before a word was understood of what was being said. */
export type VoiceNotice = 'nothing-heard' | 'microphone-muted' | 'not-kept' | ErrorCode;

/** These end what hears. Others say by themselves what is missing. */
const endsEars: readonly ErrorCode[] = ['worker-crashed', 'out-of-memory', 'internal'];

export class VoiceState {
  readonly #runner: VoiceRunner;
  readonly #chat: Chat;
  readonly #settings: SettingsState;
  readonly #company: Company;
  readonly #question: SpokenQuestion;
  #phase = $state<VoicePhase>('idle');
  #mode = $state<TalkMode>('push-to-talk');
  #level = $state(0);
  #partial = $state('');
  #notice = $state<VoiceNotice | null>(null);
  #isMuted = $state(false);
  #said = $state('');
  /** What became of the words of a question that comes to no end; null where there was none. */
  #left: 'kept' | 'wordless' | null = null;
  #hasKept = $state(false);

  constructor(
    chat: Chat,
    photos: Photos,
    settings: SettingsState,
    earsModelId: () => string,
    open: OpenSession,
    fetchCompany: FetchCompany,
  ) {
    this.#chat = chat;
    this.#settings = settings;
    const company = new Company(fetchCompany);
    this.#company = company;
    const tell = (said: string) => (this.#said = said);
    const question = new SpokenQuestion({ chat, photos, settings, earsModelId, company, tell });
    this.#question = question;
    this.#runner = open(
      {
        language: () =>
          settings.all.spokenLanguage === 'auto' ? null : settings.all.spokenLanguage,
        reply: (heard, hooks) => question.ask(heard, hooks),
        readAhead: () => chat.readAhead(),
        beginAhead: (words) => question.beginAhead(words, this.#mode === 'push-to-talk'),
        dropAhead: () => chat.dropAhead(),
        interrupt: () => {
          company.commands?.note();
          chat.interrupt();
        },
      },
      {
        voice: (turn) => this.#follow(turn),
        level: (rms) => (this.#level = rms),
        muted: (muted) => (this.#isMuted = muted),
        partial: (text) => this.#hear(text),
        keepWords: () => {
          // Hands-free, somebody speaks only once there are words, or all of them are being written down.
          const isSaying = this.#mode === 'push-to-talk' || this.#phase === 'transcribing';
          if (this.#partial !== '') this.#left = 'kept';
          else if (isSaying) this.#left = 'wordless';
          this.keepWords();
        },
        nothingHeard: () => {
          this.#notice = 'nothing-heard';
          company.commands?.forget();
          company.comforts?.nothingHeard();
        },
        failure: (code) => {
          const isLost = this.#left === 'wordless' && endsEars.includes(code);
          this.#notice = isLost ? 'not-kept' : code;
          this.#hasKept = this.#left === 'kept';
          this.#left = null;
        },
        microphoneBack: () => {
          if (this.#notice?.startsWith('microphone-')) this.#notice = null;
        },
        unfetched: () => company.lack(),
      },
    );
  }

  #follow(turn: Voice): void {
    const { phase, mode } = turn;
    this.#company.follow(turn);
    // What was said of an earlier utterance is not true of the next.
    if (phase === 'transcribing' && this.#phase !== phase) this.#clear();
    if (phase === 'listening' && this.#phase !== phase) this.#question.beginHere();
    this.#phase = phase;
    this.#mode = mode;
    // Of one question, it says nothing of what fails later.
    this.#left = null;
  }

  #hear(text: string): void {
    // Hands-free, nothing was said until now.
    if (this.#mode === 'hands-free' && this.#partial === '') this.#question.beginHere();
    this.#partial = text;
    if (text === '') return;
    // It is heard again: what it met before is over.
    this.#clear();
    this.#company.view?.hear(text, false);
  }

  /** Puts what is understood, and not asked yet, where it can be read, completed and sent. */
  keepWords(): void {
    const isSaid = this.#phase === 'listening' || this.#phase === 'transcribing';
    const words = isSaid ? this.#partial : this.#question.unasked;
    if (words !== '') this.#question.toDraft(words);
  }

  get phase() {
    return this.#phase;
  }
  get mode() {
    return this.#mode;
  }
  /** Loudness of the microphone, 0 to 1. */
  get level() {
    return this.#level;
  }
  /** What is understood so far of what is being said. */
  get partial() {
    return this.#partial;
  }
  get notice(): VoiceNotice | null {
    return this.#isMuted ? 'microphone-muted' : this.#notice;
  }
  /** Whether something of what was being said is in the field since the notice. */
  get hasKept(): boolean {
    return this.#hasKept;
  }
  /** What knows commands, or who speaks over an answer, could not be fetched: the next press tries again. */
  get lacking(): boolean {
    return this.#company.isLacking;
  }
  /** What is seen while somebody speaks; null until it is fetched. */
  get view(): LiveView | null {
    return this.#company.view;
  }
  /** What a command came to. */
  get said() {
    return this.#said;
  }
  get active() {
    return this.#phase !== 'idle';
  }
  get handsFree() {
    return this.active && this.#mode === 'hands-free';
  }
  /** What goes on, also where a question was typed or an answer is said again. */
  get shown(): VoicePhase | 'voicing' | 'muted' {
    // Hands-free, the microphone is open also while what was typed is answered.
    const isUnused = this.handsFree && this.#phase === 'listening' && this.#partial === '';
    // All of it is on screen, and only its sound is still being made.
    const isWritten = this.#chat.voicing && !this.#chat.answering;
    if (this.active && !isUnused)
      return this.#phase === 'thinking' && isWritten ? 'voicing' : this.#phase;
    if (this.#chat.speaking) return 'speaking';
    if (isWritten) return 'voicing';
    if (this.#chat.answering) return 'thinking';
    if (this.active) return this.#phase;
    return this.#settings.all.speakAnswers ? 'idle' : 'muted';
  }

  /** A press is near: what it would wait for is fetched, and no microphone is asked for. */
  prepare(): void {
    if (!this.active) this.#company.prepare();
  }

  start(mode: TalkMode): void {
    this.#clear();
    this.#company.call();
    this.#company.commands?.note();
    // The answer being spoken must not be heard as the next question.
    if (!this.active) this.#chat.stop();
    this.#chat.unlockSound();
    this.#runner.send({ type: 'start', mode });
  }

  /** Something else is done now, and what the voice met is no news. */
  forgetNotice(): void {
    this.#clear();
  }

  #clear(): void {
    this.#notice = null;
    this.#said = '';
  }

  release(): void {
    this.#runner.send({ type: 'release' });
  }

  stop(): void {
    this.#runner.send({ type: 'stop' });
  }
}
