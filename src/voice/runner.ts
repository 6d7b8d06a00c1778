/** Performs what the voice machine asks for, and tells it what came of it. */
import { AppError, isAborted, type ErrorCode } from '../domain/errors';
import { inOneSentence } from '../domain/in-one-sentence';
import { joinedSamples } from '../domain/samples';
import {
  idleVoice,
  step,
  type TalkMode,
  type Voice,
  type VoiceEffect,
  type VoiceEvent,
} from './machine';
import type { Own } from '../domain/own-sound';
import type { HeardWords } from './challenge';
import type { Heard, HeardEvent, OpenMicrophone, Said, VoicePorts } from './ports';

export interface VoiceWatcher {
  voice(voice: Voice): void;
  /** 0 to 1, about fifteen times a second while the microphone is open. */
  level(rms: number): void;
  /** The microphone is open, and something else than Tansy keeps it silent. */
  muted(muted: boolean): void;
  /** What is understood so far of what is being said. */
  partial(text: string): void;
  /** The partial of now is the last one of its question, which will not be asked. */
  keepWords(): void;
  nothingHeard(): void;
  failure(code: ErrorCode): void;
  /** Part of what a session needs could not be fetched. */
  unfetched(): void;
}

export type ChallengeRules = Pick<
  typeof import('./challenge'),
  'afterEcho' | 'judgeWords' | 'soundsOwn'
>;

/** Of the machine's challenger: what is known of it so far. */
interface Challenge {
  readonly utterance: number;
  readonly turn: AbortController;
  /** On the clock of `performance`: all that was said aloud since may be in its words, however late they come. */
  readonly metAtMs: number;
  words: string;
  /** Its sound of late is what is being said aloud. */
  own: Own;
  /** Since it was last our own, or from the first on: looks at half a second of voice each that told another. */
  strangeLooks: number;
}

export class VoiceRunner {
  readonly #ports: VoicePorts;
  readonly #watcher: VoiceWatcher;
  readonly #openRules: () => Promise<ChallengeRules>;
  #voice = idleVoice;
  #turn: AbortController | null = null;
  #heard: Heard | null = null;
  /** Of the utterance transcribed last, with those that it continues: also once they are asked. */
  #transcript: Promise<Heard> | null = null;
  #challenge: Challenge | null = null;
  /** Without it, whoever speaks long enough takes the turn. */
  #rules: ChallengeRules | null = null;
  /** The microphone, from the moment it is asked for. */
  #microphone: { readonly closing: AbortController; open: OpenMicrophone | null } | null = null;
  #held = false;
  /** This microphone has heard what is said aloud: nothing cancels its echo. */
  #echoes = false;
  /** What was said aloud while the one who took the turn last began to speak. */
  #echo: { readonly utterance: number; readonly said: Said } | null = null;

  /** @param openRules who speaks over an answer; fetched with each microphone that finds them missing */
  constructor(
    ports: VoicePorts,
    watcher: VoiceWatcher,
    openRules: () => Promise<ChallengeRules> = () => import('./challenge'),
  ) {
    this.#openRules = openRules;
    this.#ports = ports;
    this.#watcher = watcher;
  }

  get voice(): Voice {
    return this.#voice;
  }

  send(event: VoiceEvent): void {
    const [next, effects] = step(this.#voice, event);
    const changed = next !== this.#voice;
    this.#voice = next;
    for (const effect of effects) this.#perform(effect);
    // What was performed may have changed it again.
    if (changed) this.#watcher.voice(this.#voice);
  }

  #perform(effect: VoiceEffect): void {
    switch (effect.type) {
      case 'open-mic':
        void this.#openMicrophone(effect.mode);
        break;
      case 'close-mic':
        this.#closeMicrophone();
        break;
      case 'set-mode':
        this.#microphone?.open?.setMode(effect.mode);
        // It was open already where only the mode changes.
        if (this.#microphone?.open) this.send({ type: 'mic-opened' });
        break;
      case 'hold':
        this.#held = effect.held;
        this.#microphone?.open?.hold(effect.held);
        break;
      case 'read-ahead':
        this.#ports.readAhead();
        break;
      case 'transcribe':
        void this.#transcribe(effect.turn, effect.utterance, effect.continues);
        break;
      case 'challenge':
        void this.#meet(effect.utterance, effect.continues);
        break;
      case 'reply':
        void this.#reply(effect.turn);
        break;
      case 'keep-words':
        this.#watcher.keepWords();
        break;
      case 'cancel':
        this.#turn?.abort(effect.reason);
        this.#turn = null;
        this.#ports.dropAhead();
        if (effect.reason === 'stop') this.#challenge?.turn.abort();
        this.#ports.duck(false);
        this.#watcher.partial('');
        break;
      case 'duck':
        this.#ports.duck(effect.ducked);
        break;
      case 'report-nothing-heard':
        this.#ports.dropAhead();
        this.#watcher.partial('');
        this.#watcher.nothingHeard();
        break;
      case 'report-failure':
        this.#watcher.failure(effect.code);
    }
  }

  async #openMicrophone(mode: TalkMode): Promise<void> {
    this.#closeMicrophone();
    // Without them any sound that goes on ends an answer, its own too: that is said, and each opening tries again.
    this.#openRules().then(
      (rules) => (this.#rules = rules),
      () => this.#watcher.unfetched(),
    );
    const closing = new AbortController();
    const own = { closing, open: null as OpenMicrophone | null };
    this.#microphone = own;
    this.#echoes = false;
    const fail = (thrown: unknown) => {
      if (this.#microphone === own) this.#fail(this.#voice.turn, thrown);
    };
    try {
      const open = await this.#ports.openMicrophone(mode, closing.signal, {
        event: (event) => this.#hear(own, event),
        lost: fail,
      });
      if (closing.signal.aborted) return open.close();
      own.open = open;
      open.setMode(this.#voice.mode);
      open.hold(this.#held);
      this.send({ type: 'mic-opened' });
    } catch (thrown) {
      fail(thrown);
    }
  }

  #closeMicrophone(): void {
    this.#held = false;
    this.#microphone?.closing.abort();
    this.#microphone?.open?.close();
    this.#microphone = null;
    this.#watcher.level(0);
    this.#watcher.muted(false);
  }

  #hear(from: object, event: HeardEvent): void {
    // A microphone that was closed may still have something to say.
    if (this.#microphone !== from) return;
    if (event.type === 'level') this.#watcher.level(event.rms);
    else if (event.type === 'muted') this.#watcher.muted(event.muted);
    else {
      if (event.type !== 'speech-sustained')
        this.send({ ...event, isOver: this.#ports.said().words !== '' });
      if ('trace' in event) this.#judgeSound(event);
    }
  }

  #judgeSound({ type, utterance, trace }: Extract<HeardEvent, { readonly trace: object }>): void {
    const challenge = this.#challenge;
    if (challenge?.utterance !== utterance) return;
    const { strangeLooks } = challenge;
    const played = this.#ports.played();
    challenge.own = this.#rules?.soundsOwn(trace, played, strangeLooks > 0) ?? 'no';
    const isOwn = challenge.own !== 'no';
    if (type === 'speech-confirmed') return;
    this.#echoes ||= isOwn && played !== null;
    challenge.strangeLooks = isOwn ? 0 : strangeLooks + 1;
    if (isOwn) this.send({ type: 'challenge-doubted', utterance });
    // A door that falls shut over our own voice makes another sound of it, once.
    else if (challenge.strangeLooks > 1 || !this.#echoes)
      this.send({ type: 'challenge-won', utterance });
  }

  #judgeWords(challenge: Challenge, upTo: HeardWords['upTo']): void {
    const { utterance, words: text, strangeLooks } = challenge;
    if (this.#challenge !== challenge) return;
    const isNotYetAnother = this.#echoes && strangeLooks < 2 && challenge.own === 'no';
    const own = isNotYetAnother ? 'likely' : challenge.own;
    const verdict = this.#rules
      ? this.#rules.judgeWords({ text, upTo, own }, this.#ports.said(challenge.metAtMs))
      : upTo === 'end' && 'won';
    if (verdict) this.send({ type: `challenge-${verdict}`, utterance });
  }

  /** Listens to who speaks over the answer, which goes on. */
  async #meet(utterance: number, continues: boolean): Promise<void> {
    const { turn, metAtMs } = (continues && this.#challenge) || {
      turn: new AbortController(),
      metAtMs: performance.now(),
    };
    const unheard = { words: '', own: 'no' as Own, strangeLooks: 0 };
    const challenge: Challenge = { utterance, turn, metAtMs, ...unheard };
    this.#challenge = challenge;
    // A turn that was given up for the same failure has said so.
    const { turn: answered } = this.#voice;
    try {
      challenge.words = (await this.#words(utterance, turn, continues)).text;
      this.#judgeWords(challenge, 'end');
    } catch (thrown) {
      this.#fail(answered, thrown);
    }
  }

  async #transcribe(turn: number, utterance: number, continues: boolean): Promise<void> {
    const challenge = this.#challenge;
    this.#challenge = null;
    this.#ports.interrupt();
    let transcript = this.#transcript;
    if (challenge?.utterance === utterance && transcript) {
      // Its words are being written down already.
      this.#newTurn(challenge.turn);
      if (this.#echoes) this.#echo = { utterance, said: this.#ports.said(challenge.metAtMs) };
      // Also where it goes on: what was said aloud is no part of the question.
      transcript = this.#transcript = transcript.then((heard) => ({
        ...heard,
        text: this.#withoutEcho(utterance, heard.text),
      }));
      this.#watcher.partial(this.#withoutEcho(utterance, challenge.words));
    } else {
      challenge?.turn.abort();
      transcript = this.#words(utterance, (continues && this.#turn) || this.#newTurn(), continues);
    }
    try {
      const heard = await transcript;
      // The words that go on are waited for.
      if (this.#transcript !== transcript) return;
      this.#heard = heard;
      this.send({ type: 'transcribed', turn, text: heard.text });
    } catch (thrown) {
      this.#fail(turn, thrown);
    }
  }

  /** Who took the turn from our own voice may have both in one utterance. */
  #withoutEcho(utterance: number, heard: string): string {
    if (this.#echo?.utterance !== utterance || !this.#rules) return heard;
    return this.#rules.afterEcho(heard, this.#echo.said.words);
  }

  /** Has an utterance written down, with the one before it where it continues that. */
  #words(utterance: number, turn: AbortController, continues: boolean): Promise<Heard> {
    const earlier = continues ? this.#transcript : null;
    const { signal } = turn;
    let [before, after] = ['', ''];
    const show = (atPause: boolean) => {
      if (signal.aborted) return;
      const all = inOneSentence(before, after);
      const challenge = this.#challenge;
      if (challenge?.turn === turn) {
        // Late words of the one before it: that one's are waited for whole.
        if (challenge.utterance !== utterance) return undefined;
        challenge.words = all;
        return this.#judgeWords(challenge, atPause ? 'pause' : 'open');
      }
      const words = this.#withoutEcho(utterance, all);
      this.#watcher.partial(words);
      if (!atPause) this.#ports.dropAhead();
      else if (after !== '') this.#ports.beginAhead(words);
    };
    const hearing = this.#ports.transcribe(utterance, signal, ({ text, atPause }) => {
      after = text;
      show(atPause);
    });
    earlier
      ?.then(({ text }) => {
        before = text;
        show(false);
      })
      .catch(() => {});
    const later = hearing.catch((thrown: unknown) => {
      // Ears that let it go heard nothing: what is said next is a turn of its own.
      if (isAborted(thrown) && !signal.aborted) return nothing;
      throw thrown;
    });
    const transcript = earlier ? together(earlier, later) : later;
    this.#transcript = transcript;
    return transcript;
  }

  async #reply(turn: number): Promise<void> {
    const heard = this.#heard;
    const signal = this.#turn?.signal;
    if (!heard || !signal) return;
    this.#watcher.partial('');
    try {
      await this.#ports.reply(heard, {
        signal,
        onAudioStarted: () => this.send({ type: 'audio-started', turn }),
        onShown: () => this.send({ type: 'reply-shown', turn }),
        onWritten: () => this.send({ type: 'reply-ended', turn }),
      });
      this.send({ type: 'reply-ended', turn });
      this.send({ type: 'playback-drained', turn });
    } catch (thrown) {
      this.#fail(turn, thrown);
    }
  }

  #newTurn(turn = new AbortController()): AbortController {
    this.#turn?.abort('barge-in');
    this.#turn = turn;
    return turn;
  }

  #fail(turn: number, thrown: unknown): void {
    if (isAborted(thrown)) return;
    this.send({ type: 'failed', turn, code: AppError.from(thrown).code });
  }
}

const nothing: Heard = { text: '', finalMs: 0, samples: new Float32Array() };

/** What was said before a pause and after it, as one. */
async function together(earlier: Promise<Heard>, later: Promise<Heard>): Promise<Heard> {
  const [before, after] = await Promise.all([earlier, later]);
  const samples = joinedSamples([before.samples, after.samples]);
  return { ...after, text: inOneSentence(before.text, after.text), samples };
}
