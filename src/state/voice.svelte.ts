/** Talking with Tansy: what the talk button does and shows. */
import type { ErrorCode } from '../domain/errors';
import { toWav } from '../domain/wav';
import type { SessionComforts } from '../services/session-comforts';
import type {
  Heard,
  TalkMode,
  Voice,
  VoicePhase,
  VoiceRunner,
  VoiceWatcher,
} from '../services/voice-session';
import type { Chat } from './chat.svelte';
import type { LiveView } from './live-view.svelte';
import type { Photos } from './photos.svelte';
import type { SettingsState } from './settings.svelte';
import type { VoiceCommands } from './voice-commands';

/** What a session is opened with: `main.ts` knows the services. */
export type OpenSession = (
  conversing: {
    language(): string | null;
    reply: VoiceReply;
    readAhead(): void;
    beginAhead(question: string): void;
    dropAhead(): void;
    interrupt(): void;
  },
  watcher: VoiceWatcher,
) => VoiceRunner;

type VoiceReply = (
  heard: Heard,
  hooks: {
    readonly signal: AbortSignal;
    readonly onAudioStarted: () => void;
    readonly onShown: () => void;
    readonly onWritten: () => void;
  },
) => Promise<void>;

/** What comes with a session, fetched with the first. */
export interface VoiceCompany {
  readonly commands: Pick<VoiceCommands, 'forget' | 'knows' | 'note' | 'obey'>;
  /** Null where they could not be fetched: that is said nowhere, since a session is as good to whoever looks. */
  readonly comforts: Pick<SessionComforts, 'follow' | 'nothingHeard'> | null;
  /** What is seen meanwhile; null where it could not be fetched: then no camera is offered. */
  readonly view: LiveView | null;
}

/** `not-kept`: a part failed before a word was understood of what was being said. */
export type VoiceNotice = 'nothing-heard' | 'microphone-muted' | 'not-kept' | ErrorCode;

/** These end what hears. Others say by themselves what is missing. */
const endsEars: readonly ErrorCode[] = ['worker-crashed', 'out-of-memory', 'internal'];

/** The rate of what the ears are given, and so of recordings. */
const recordingRateHz = 16_000;

export class VoiceState {
  readonly #runner: VoiceRunner;
  readonly #chat: Chat;
  readonly #settings: SettingsState;
  #phase = $state<VoicePhase>('idle');
  #mode = $state<TalkMode>('push-to-talk');
  #level = $state(0);
  #partial = $state('');
  #notice = $state<VoiceNotice | null>(null);
  #isMuted = $state(false);
  #said = $state('');
  readonly #fetchCompany: () => Promise<VoiceCompany>;
  #company = $state.raw<VoiceCompany | null>(null);
  #turn: Voice | null = null;
  /** Of the question that comes to no end, no word was understood. */
  #isWordless = false;
  /** Of that question, something was. */
  #isKept = false;
  #hasKept = $state(false);
  #isLacking = $state(false);
  /** What was understood whole, and waits to be asked. */
  #unasked = '';
  /** The conversation in which something began to be said. */
  #place: string | null = null;

  constructor(
    chat: Chat,
    photos: Photos,
    settings: SettingsState,
    earsModelId: () => string,
    open: OpenSession,
    company: () => Promise<VoiceCompany>,
  ) {
    this.#chat = chat;
    this.#fetchCompany = company;
    this.#settings = settings;
    const reply: VoiceReply = async ({ text, finalMs, decisionMs, samples }, hooks) => {
      const tell = (said: string) => (this.#said = said);
      const askedAt = performance.now() - finalMs;
      const { commands, view } = this.#company ?? {};
      if (await commands?.obey(text, { ...hooks, tell })) return view?.drop();
      this.#unasked = text;
      const receipt = { earsModelId: earsModelId(), transcriptMs: finalMs, decisionMs };
      const { keepRecordings } = settings.all;
      // A photo that was chosen before it was asked about belongs to the question.
      const { failed } = photos;
      await view?.attach(text, askedAt - (decisionMs ?? 0));
      await photos.settled(hooks.signal);
      this.#unasked = '';
      const { signal } = hooks;
      if (signal.reason === 'goes-on') return;
      // Without one that was meant to come with it, it would be another question; and one is not asked unseen where another
      // conversation is shown by now.
      if (photos.failed > failed || this.#place !== placeOf(chat)) {
        this.#toDraft(text);
        // Nobody chose it, and what is asked next may be about something else.
        return view?.drop();
      }
      const recordings = keepRecordings && samples.length > 0 ? [recording(samples)] : [];
      const taken = photos.take();
      const attachments = [...taken, ...recordings];
      const giveBack = () => {
        // Where another conversation is shown by now, its question stays as it was asked.
        if (signal.reason === 'goes-on' && this.#place === placeOf(chat)) photos.giveBack(taken);
      };
      signal.addEventListener('abort', giveBack, { once: true });
      await chat.ask({ text, askedAt, receipt, attachments }, hooks);
    };
    this.#runner = open(
      {
        language: () =>
          settings.all.spokenLanguage === 'auto' ? null : settings.all.spokenLanguage,
        reply,
        readAhead: () => chat.readAhead(),
        beginAhead: (question) => {
          const isCommand = this.#company?.commands.knows(question) ?? false;
          // The mind looks at what goes with it meanwhile.
          if (!isCommand && this.#company?.view?.hear(question, true)) return chat.dropAhead();
          // Photos become part of it, and words that will not be asked here are of no use.
          const hasPhotos = photos.all.length > 0 || photos.progress;
          const isSettled = !hasPhotos && this.#place === placeOf(chat);
          // Whoever holds the button says when it is over: the ears are not to wait for a voice meanwhile.
          const isHeld = this.#mode === 'push-to-talk';
          if (!isSettled) chat.readAhead();
          else if (isHeld || isCommand) chat.readAhead(question);
          else chat.beginAhead(question);
        },
        dropAhead: () => chat.dropAhead(),
        interrupt: () => {
          this.#company?.commands.note();
          chat.interrupt();
        },
      },
      {
        voice: (turn) => {
          const { phase, mode } = turn;
          this.#turn = turn;
          this.#company?.comforts?.follow(turn);
          this.#company?.view?.follow(turn);
          // What was said of an earlier utterance is not true of the next.
          if (phase === 'transcribing' && this.#phase !== phase) this.#clear();
          if (phase === 'listening' && this.#phase !== phase) this.#place = placeOf(chat);
          this.#phase = phase;
          this.#mode = mode;
          // What was kept of one question says nothing of what fails later.
          this.#isWordless = false;
          this.#isKept = false;
        },
        level: (rms) => (this.#level = rms),
        muted: (muted) => (this.#isMuted = muted),
        partial: (text) => {
          // Hands-free, nothing was said until now.
          if (this.#mode === 'hands-free' && this.#partial === '') this.#place = placeOf(chat);
          this.#partial = text;
          if (text === '') return;
          // It is heard again: what it met before is over.
          this.#clear();
          this.#company?.view?.hear(text, false);
        },
        keepWords: () => {
          // Hands-free, somebody speaks only once there are words, or all of them are being written down.
          const isSaying = this.#mode === 'push-to-talk' || this.#phase === 'transcribing';
          this.#isWordless = isSaying && this.#partial === '';
          this.#isKept = this.#partial !== '';
          this.keepWords();
        },
        nothingHeard: () => {
          this.#notice = 'nothing-heard';
          this.#company?.commands.forget();
          this.#company?.comforts?.nothingHeard();
        },
        failure: (code) => {
          const isLost = this.#isWordless && endsEars.includes(code);
          this.#notice = isLost ? 'not-kept' : code;
          this.#hasKept = this.#isKept;
          this.#isWordless = false;
          this.#isKept = false;
        },
        unfetched: () => (this.#isLacking = true),
      },
    );
  }

  /** Puts what is understood, and not asked yet, where it can be read, completed and sent. */
  keepWords(): void {
    const isSaid = this.#phase === 'listening' || this.#phase === 'transcribing';
    const words = isSaid ? this.#partial : this.#unasked;
    if (words !== '') this.#toDraft(words);
  }

  #toDraft(words: string): void {
    this.#chat.draft = [this.#chat.draft.trim(), words].filter(Boolean).join(' ');
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
    return this.#isLacking;
  }
  /** What is seen while somebody speaks; null until it is fetched. */
  get view(): LiveView | null {
    return this.#company?.view ?? null;
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

  start(mode: TalkMode): void {
    this.#clear();
    this.#isLacking = false;
    // Where it cannot be fetched, it is tried again with the next press; until then a command is a question, which is said.
    if (!this.#company?.comforts || !this.#company.view)
      this.#fetchCompany().then(
        (company) => this.#join(company),
        () => (this.#isLacking = true),
      );
    this.#company?.commands.note();
    // The answer being spoken must not be heard as the next question.
    if (!this.active) this.#chat.stop();
    this.#chat.unlockSound();
    this.#runner.send({ type: 'start', mode });
  }

  #join(company: VoiceCompany): void {
    // Pressed twice, it may come twice.
    const { commands, comforts, view } = this.#company ?? company;
    this.#company = {
      commands,
      comforts: comforts ?? company.comforts,
      view: view ?? company.view,
    };
    if (!this.#turn) return;
    this.#company.comforts?.follow(this.#turn);
    this.#company.view?.follow(this.#turn);
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

const placeOf = ({ conversation }: Pick<Chat, 'conversation'>) => conversation?.id ?? null;

function recording(samples: Float32Array) {
  const blob = toWav(samples, recordingRateHz);
  return {
    id: crypto.randomUUID(),
    kind: 'audio' as const,
    name: 'question.wav',
    mime: blob.type,
    sizeBytes: blob.size,
    durationMs: (1000 * samples.length) / recordingRateHz,
    blob,
  };
}
