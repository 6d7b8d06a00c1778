/** Performs what the voice machine asks for, and tells it what came of it. */
import { AppError, isAborted } from '../domain/errors';
import type { Verdict } from './challenge';
import { Challengers, type ChallengeRules } from './challengers';
import { step } from './machine';
import type { Heard, HeardEvent, VoicePorts } from './ports';
import { SessionMicrophone } from './session-microphone';
import { Transcripts, type Words } from './transcripts';
import {
  idleVoice,
  type CancelReason,
  type TalkMode,
  type Voice,
  type VoiceEffect,
  type VoiceEvent,
} from './voice';
import type { VoiceWatcher } from './watcher';

export class VoiceRunner {
  readonly #ports: VoicePorts;
  readonly #watcher: VoiceWatcher;
  readonly #challengers: Challengers;
  readonly #transcripts: Transcripts;
  readonly #microphone: SessionMicrophone;
  #voice = idleVoice;
  #turn: AbortController | null = null;
  #heard: Heard | null = null;

  /** @param openRules who speaks over an answer; fetched with each microphone that finds them missing */
  constructor(
    ports: VoicePorts,
    watcher: VoiceWatcher,
    openRules: () => Promise<ChallengeRules> = () => import('./challenge'),
  ) {
    this.#ports = ports;
    this.#watcher = watcher;
    this.#challengers = new Challengers(ports, openRules);
    this.#transcripts = new Transcripts((...asked) => ports.transcribe(...asked));
    this.#microphone = new SessionMicrophone((...asked) => ports.openMicrophone(...asked), {
      opened: () => this.send({ type: 'mic-opened' }),
      heard: (event) => this.#hear(event),
      failed: (thrown) => this.#fail(this.#voice.turn, thrown, 'hearing-failed'),
    });
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
        this.#openMicrophone(effect.mode);
        break;
      case 'close-mic':
        this.#closeMicrophone();
        break;
      case 'set-mode':
        // It was open already where only the mode changes.
        if (this.#microphone.setMode(effect.mode)) this.send({ type: 'mic-opened' });
        break;
      case 'hold':
        this.#microphone.hold(effect.held);
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
      case 'drop-challenger':
        this.#challengers.drop();
        break;
      case 'keep-words':
        this.#watcher.keepWords();
        break;
      case 'cancel':
        this.#cancel(effect.reason);
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

  #openMicrophone(mode: TalkMode): void {
    this.#closeMicrophone();
    // Without them any sound that goes on ends an answer, its own too: that is said, and each opening tries again.
    this.#challengers.begin().catch(() => this.#watcher.unfetched());
    void this.#microphone.open(mode);
  }

  #closeMicrophone(): void {
    this.#microphone.close();
    this.#watcher.level(0);
    this.#watcher.muted(false);
  }

  #cancel(reason: CancelReason): void {
    this.#turn?.abort(reason);
    this.#turn = null;
    this.#ports.dropAhead();
    if (reason === 'stop') this.#challengers.now?.turn.abort();
    this.#ports.duck(false);
    this.#watcher.partial('');
  }

  #hear(event: HeardEvent): void {
    if (event.type === 'level') this.#watcher.level(event.rms);
    else if (event.type === 'muted') this.#watcher.muted(event.muted);
    else {
      if (event.type !== 'speech-sustained')
        this.send({ ...event, isOver: this.#ports.said().words !== '' });
      if ('trace' in event) this.#judge(event.utterance, this.#challengers.judgeSound(event));
    }
  }

  #judge(utterance: number, verdict: Verdict | null): void {
    if (verdict) this.send({ type: `challenge-${verdict}`, utterance });
  }

  /** Listens to who speaks over the answer, which goes on. */
  async #meet(utterance: number, continues: boolean): Promise<void> {
    const challenger = this.#challengers.meet(utterance, continues);
    // A turn that was given up for the same failure has said so.
    const { turn: answered } = this.#voice;
    const { signal } = challenger.turn;
    try {
      challenger.words = (await this.#write(utterance, challenger.turn, continues)).text;
      this.#judge(utterance, this.#challengers.judgeWords(challenger, 'end'));
    } catch (thrown) {
      // One that was dropped for the same failure, too.
      if (!signal.aborted) this.#fail(answered, thrown, 'hearing-failed');
    }
  }

  async #transcribe(turn: number, utterance: number, continues: boolean): Promise<void> {
    const challenger = this.#challengers.yieldTo(utterance);
    this.#ports.interrupt();
    if (challenger?.utterance === utterance && this.#transcripts.newest) {
      // Its words are being written down already. What was said aloud is none of them, also where they go on.
      this.#newTurn(challenger.turn);
      const withoutEcho = (text: string) => this.#challengers.withoutEcho(utterance, text);
      this.#transcripts.correctNewest(withoutEcho);
      this.#watcher.partial(withoutEcho(challenger.words));
    } else {
      challenger?.turn.abort();
      void this.#write(utterance, (continues && this.#turn) || this.#newTurn(), continues);
    }
    const transcript = this.#transcripts.newest;
    try {
      const heard = await transcript;
      // The words that go on are waited for.
      if (!heard || this.#transcripts.newest !== transcript) return;
      this.#heard = heard;
      this.send({ type: 'transcribed', turn, text: heard.text });
    } catch (thrown) {
      this.#fail(turn, thrown);
    }
  }

  #write(utterance: number, turn: AbortController, continues: boolean): Promise<Heard> {
    return this.#transcripts.write(utterance, turn.signal, continues, (words) =>
      this.#understand(utterance, turn, words),
    );
  }

  #understand(utterance: number, turn: AbortController, { text, hasOwn, atPause }: Words): void {
    const challenger = this.#challengers.now;
    if (challenger?.turn === turn) {
      // Late words of the one before it: that one's are waited for whole.
      if (challenger.utterance !== utterance) return;
      challenger.words = text;
      const upTo = atPause ? 'pause' : 'open';
      return this.#judge(utterance, this.#challengers.judgeWords(challenger, upTo));
    }
    const words = this.#challengers.withoutEcho(utterance, text);
    this.#watcher.partial(words);
    if (!atPause) this.#ports.dropAhead();
    else if (hasOwn) this.#ports.beginAhead(words);
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

  #fail(turn: number, thrown: unknown, type: 'failed' | 'hearing-failed' = 'failed'): void {
    if (isAborted(thrown)) return;
    this.send({ type, turn, code: AppError.from(thrown).code });
  }
}
