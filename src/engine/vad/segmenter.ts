/**
 * Cuts the stream of frames into utterances, by each frame's probability of speech: pure, one decision a frame.
 * Hands-free, an utterance begins with speech and ends after silence, how long a one depends on its words; push to talk,
 * with the press and the release.
 */
import type { Reads } from '../../domain/voice/reads-as-finished';
import type { ListeningMode, VadSettings } from '../../protocol/vad';
import { frameSamples, sampleRateHz } from './silero';

type EndedBy = 'silence' | 'release' | 'limit';

export type Decision =
  /** The utterance has begun; `prerollFrames` before this frame belong to it. */
  | { readonly type: 'start'; readonly prerollFrames: number }
  | { readonly type: 'confirm' }
  | { readonly type: 'sustain' }
  /** `soundFrames` of the utterance hold all that was said so far. */
  | { readonly type: 'pause'; readonly soundFrames: number }
  | { readonly type: 'resume' }
  /** `silentFrames` after the last voiced one decided it; left out where a button did. */
  | { readonly type: 'end'; readonly soundFrames: number; readonly silentFrames?: number }
  | { readonly type: 'drop' };

const framesIn = (ms: number) => Math.round((ms * sampleRateHz) / 1000 / frameSamples);
/**
 * Words fade out below the threshold. Nothing voiced for so long may be the end: time to write down what was said. The
 * two are one, so that what was written down at the pause is what was said at the end.
 */
const tailFrames = framesIn(100);
/** People let go of the button a little before their last word is out. */
const releaseFrames = framesIn(250);
/** Of a held utterance: less is a click or a breath. */
const leastVoicedFrames = framesIn(100);

interface Utterance {
  readonly first: number;
  voiced: number;
  /** The last voiced frame; null before any. */
  lastVoiced: number | null;
  confirmed: boolean;
  /** Its sound up to the pause that it is in, in frames; null while somebody speaks. */
  pausedAt: number | null;
  /** How its words up to there read, once somebody says so. */
  reads: Reads | null;
}

export class Segmenter {
  readonly #settings: VadSettings;
  #mode: ListeningMode;
  #frame = -1;
  #isVoiced = false;
  /** Frames before this one were part of an earlier utterance. */
  #free = 0;
  #utterance: Utterance | null = null;
  #held = false;
  /** Held since the last frame, even if it has been let go by now: a short press is a press. */
  #pressed = false;
  #releasedAt: number | null = null;

  constructor(settings: VadSettings, mode: ListeningMode) {
    this.#settings = settings;
    this.#mode = mode;
  }

  /** An utterance that is open ends by the rules of the new mode. */
  set mode(mode: ListeningMode) {
    this.#mode = mode;
    this.#pressed = this.#held;
  }

  /** Push to talk: takes effect with the next frame. */
  hold(held: boolean): void {
    if (this.#held === held) return;
    this.#held = held;
    if (held) this.#pressed = true;
    this.#releasedAt = held ? null : this.#frame;
  }

  /** How the words up to a pause read. One that is over by now is not judged any more. */
  judge(soundFrames: number, reads: Reads): void {
    if (this.#utterance?.pausedAt === soundFrames) this.#utterance.reads = reads;
  }

  /** Of the last frame. */
  get isVoiced(): boolean {
    return this.#isVoiced;
  }

  step(probability: number): Decision[] {
    this.#frame += 1;
    const opened = this.#utterance;
    const isVoiced =
      probability >=
      (opened?.lastVoiced != null
        ? this.#settings.endProbability
        : this.#settings.startProbability);
    this.#isVoiced = isVoiced;
    if (!opened) {
      const begins = this.#mode === 'hands-free' ? isVoiced : this.#held || this.#pressed;
      this.#pressed = false;
      return begins ? this.#start(isVoiced) : [];
    }
    return [...this.#follow(opened, isVoiced), ...this.#end(opened)];
  }

  #start(isVoiced: boolean): Decision[] {
    const wanted = framesIn(this.#settings.prerollMs);
    const prerollFrames = Math.min(wanted, this.#frame - this.#free);
    this.#utterance = {
      first: this.#frame - prerollFrames,
      voiced: isVoiced ? 1 : 0,
      lastVoiced: isVoiced ? this.#frame : null,
      confirmed: false,
      pausedAt: null,
      reads: null,
    };
    return [{ type: 'start', prerollFrames }];
  }

  #follow(utterance: Utterance, isVoiced: boolean): Decision[] {
    if (isVoiced) {
      utterance.voiced += 1;
      utterance.lastVoiced = this.#frame;
      const decisions: Decision[] = [];
      if (utterance.pausedAt !== null) decisions.push({ type: 'resume' });
      utterance.pausedAt = null;
      utterance.reads = null;
      if (!utterance.confirmed && utterance.voiced >= framesIn(this.#settings.confirmMs)) {
        utterance.confirmed = true;
        decisions.push({ type: 'confirm' });
      }
      if (utterance.voiced % framesIn(this.#settings.sustainMs) === 0)
        decisions.push({ type: 'sustain' });
      return decisions;
    }
    if (utterance.pausedAt !== null || this.#silentFrames(utterance) < tailFrames) return [];
    if (utterance.voiced < leastVoicedFrames) return [];
    utterance.pausedAt = this.#soundFrames(utterance);
    return [{ type: 'pause', soundFrames: utterance.pausedAt }];
  }

  #end(utterance: Utterance): Decision[] {
    const endedBy = this.#endedBy(utterance);
    if (!endedBy) return [];
    this.#utterance = null;
    this.#free = this.#frame + 1;
    this.#releasedAt = null;
    const isSpeech =
      endedBy === 'silence' ? utterance.confirmed : utterance.voiced >= leastVoicedFrames;
    if (!isSpeech) return [{ type: 'drop' }];
    const soundFrames = this.#soundFrames(utterance);
    if (endedBy !== 'silence') return [{ type: 'end', soundFrames }];
    return [{ type: 'end', soundFrames, silentFrames: this.#silentFrames(utterance) }];
  }

  #endedBy(utterance: Utterance): EndedBy | null {
    const { endSilenceMs, judgedSilenceMs, longestUtteranceMs } = this.#settings;
    if (this.#frame - utterance.first >= framesIn(longestUtteranceMs)) {
      this.#held = false;
      return 'limit';
    }
    const silentFrames = this.#silentFrames(utterance);
    if (this.#mode === 'hands-free') {
      const wantedMs = utterance.reads ? judgedSilenceMs[utterance.reads] : endSilenceMs;
      return silentFrames >= framesIn(wantedMs) ? 'silence' : null;
    }
    if (this.#held) return null;
    const sinceRelease = this.#frame - (this.#releasedAt ?? this.#frame);
    return silentFrames >= tailFrames || sinceRelease >= releaseFrames ? 'release' : null;
  }

  #silentFrames({ first, lastVoiced }: Utterance): number {
    return this.#frame - (lastVoiced ?? first - 1);
  }

  #soundFrames({ first, lastVoiced }: Utterance): number {
    const spoken = (lastVoiced ?? first) + 1 - first;
    return Math.min(spoken + tailFrames, this.#frame + 1 - first);
  }
}
