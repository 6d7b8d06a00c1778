/**
 * Who speaks while Tansy speaks, one at a time: what is known of them so far, and by the rules of `challenge.ts` what they are.
 * Those are fetched; without them, whoever speaks long enough takes the turn.
 */
import type { LevelTrace, Own } from '../domain/voice/own-sound';
import type { HeardWords, Verdict } from './challenge';
import type { HeardEvent, Said, VoicePorts } from './ports';

export type ChallengeRules = Pick<
  typeof import('./challenge'),
  'afterEcho' | 'judgeWords' | 'soundsOwn'
>;

/** Of the machine's challenger: what is known of it so far. */
export interface KnownChallenger {
  readonly utterance: number;
  readonly turn: AbortController;
  /** On the clock of `performance`: all that was said aloud since may be in its words, however late they come. */
  readonly metAtMs: number;
  words: string;
  /** Its sound of late is what is being said aloud. */
  own: Own;
  /** It has sounded like what is said aloud, or another has and nothing takes that out. */
  mayEcho: boolean;
  /** Since it was last our own, or from the first on: looks at half a second of voice each that told another. */
  strangeLooks: number;
}

type HeardSound = Extract<HeardEvent, { readonly trace: object }>;

export class Challengers {
  readonly #ports: Pick<VoicePorts, 'said'>;
  readonly #openRules: () => Promise<ChallengeRules>;
  #now: KnownChallenger | null = null;
  #rules: ChallengeRules | null = null;
  /** This microphone has heard what is said aloud: nothing cancelled its echo then. */
  #echoes = false;
  /** What was said aloud while the one who took the turn last began to speak. */
  #echo: { readonly utterance: number; readonly said: Said } | null = null;

  constructor(ports: Pick<VoicePorts, 'said'>, openRules: () => Promise<ChallengeRules>) {
    this.#ports = ports;
    this.#openRules = openRules;
  }

  get now(): KnownChallenger | null {
    return this.#now;
  }

  /** Another microphone is opened. Rejects where the rules cannot be fetched: the next one tries again. */
  async begin(): Promise<void> {
    this.#echoes = false;
    this.#rules = await this.#openRules();
  }

  /** @param continues the one before it, which is not known yet */
  meet(utterance: number, continues: boolean): KnownChallenger {
    const { turn, metAtMs, mayEcho } = (continues && this.#now) || {
      turn: new AbortController(),
      metAtMs: performance.now(),
      mayEcho: false,
    };
    this.#now = { utterance, turn, metAtMs, mayEcho, words: '', own: 'no', strangeLooks: 0 };
    return this.#now;
  }

  /** Nothing more is heard of who challenges. */
  drop(): void {
    this.#now?.turn.abort();
    this.#now = null;
  }

  /** Nobody challenges any more: this utterance has the turn. @returns who did */
  yieldTo(utterance: number): KnownChallenger | null {
    const challenger = this.#now;
    this.#now = null;
    if (challenger?.utterance === utterance && challenger.mayEcho)
      this.#echo = { utterance, said: this.#ports.said(challenger.metAtMs) };
    return challenger;
  }

  /** Null: not known yet. */
  judgeSound({ type, utterance, trace }: HeardSound): Verdict | null {
    const challenger = this.#now;
    if (challenger?.utterance !== utterance) return null;
    const { strangeLooks } = challenger;
    const { byDevice } = this.#ports.said();
    challenger.mayEcho ||= this.#echoes && !trace.isCancelled;
    challenger.own = byDevice ? 'likely' : this.#soundsOwn(trace, strangeLooks > 0);
    const isOwn = challenger.own !== 'no';
    if (type === 'speech-confirmed') return null;
    challenger.mayEcho ||= isOwn && !byDevice;
    this.#echoes ||= challenger.mayEcho;
    challenger.strangeLooks = isOwn ? 0 : strangeLooks + 1;
    if (isOwn) return 'doubted';
    // A door that falls shut over our own voice makes another sound of it, once.
    return challenger.strangeLooks > 1 || !challenger.mayEcho ? 'won' : null;
  }

  #soundsOwn(trace: LevelTrace, again: boolean): Own {
    return this.#rules?.soundsOwn(trace, again) ?? 'no';
  }

  /** Null: not known yet, or it challenges no more. */
  judgeWords(challenger: KnownChallenger, upTo: HeardWords['upTo']): Verdict | null {
    if (this.#now !== challenger) return null;
    const { words: text, own: heardOwn, metAtMs, mayEcho, strangeLooks } = challenger;
    const isNotYetAnother = mayEcho && strangeLooks < 2 && heardOwn === 'no';
    const own = isNotYetAnother ? 'likely' : heardOwn;
    if (!this.#rules) return upTo === 'end' ? 'won' : null;
    return this.#rules.judgeWords({ text, upTo, own }, this.#ports.said(metAtMs));
  }

  /** Who took the turn from our own voice may have both in one utterance. */
  withoutEcho(utterance: number, heard: string): string {
    if (this.#echo?.utterance !== utterance || !this.#rules) return heard;
    return this.#rules.afterEcho(heard, this.#echo.said.words);
  }
}
