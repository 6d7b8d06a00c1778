/** What makes a voice session good without hands or eyes. Fetched with the first one. */
import { earcon, earconRateHz, type Earcon } from '../../audio/earcons';
import type { Player } from '../../audio/player';
import type { Voice, VoicePhase } from '../../voice/voice';
import { touch } from './haptics';
import { MediaButtons, type MediaControls } from './media-session';
import { ScreenLock } from './wake-lock';

export interface ComfortParts {
  /** The app's own output: its loudness holds. */
  readonly player: Pick<Player, 'play'>;
  /** Whether a person wants sounds, and answers are to be heard at all. */
  readonly hasSounds: () => boolean;
  readonly isSpeaking: () => boolean;
  readonly title: string;
  readonly controls: MediaControls;
  readonly screen?: Pick<ScreenLock, 'hold' | 'release'>;
  readonly buttons?: Pick<MediaButtons, 'begin' | 'speaking' | 'end'>;
  readonly feel?: typeof touch;
}

type Turn = Pick<Voice, 'phase' | 'mode' | 'utterance'>;
const idle: Turn = { phase: 'idle', mode: 'push-to-talk', utterance: null };

export class SessionComforts {
  readonly #parts: ComfortParts;
  readonly #screen: Pick<ScreenLock, 'hold' | 'release'>;
  readonly #buttons: Pick<MediaButtons, 'begin' | 'speaking' | 'end'>;
  readonly #feel: typeof touch;
  #turn = idle;
  #isNothingHeard = false;

  constructor(parts: ComfortParts) {
    this.#parts = parts;
    this.#screen = parts.screen ?? new ScreenLock();
    this.#buttons = parts.buttons ?? new MediaButtons();
    this.#feel = parts.feel ?? touch;
  }

  follow(turn: Turn): void {
    const before = this.#turn;
    this.#turn = turn;
    const isOn = isHandsFree(turn);
    const wasOn = isHandsFree(before);
    if (isOn !== wasOn) this.#screen[isOn ? 'hold' : 'release']();
    this.#feelOf(before, turn);
    this.#press(before.phase, turn.phase);
    const isNothingHeard = this.#isNothingHeard;
    this.#isNothingHeard = false;
    if (isOn || wasOn) this.#sound(isNothingHeard ? 'over' : soundOf(before, turn));
  }

  /** Told before it is listened on, or no more. */
  nothingHeard(): void {
    this.#isNothingHeard = true;
  }

  /** Only a button that is held is under a thumb. */
  #feelOf(before: Turn, { phase, mode }: Turn): void {
    if (mode !== 'push-to-talk' || before.phase === phase) return;
    if (phase === 'listening') this.#feel('begin');
    if (phase === 'transcribing') this.#feel('end');
  }

  #press(before: VoicePhase, now: VoicePhase): void {
    if (before === 'idle' && now !== 'idle') {
      this.#buttons.begin(this.#parts.title, this.#parts.controls);
    }
    if (now === 'idle') this.#buttons.end();
    else this.#buttons.speaking(now === 'speaking');
  }

  #sound(name: Earcon | null): void {
    const { player, hasSounds, isSpeaking } = this.#parts;
    if (name === null || this.#turn.phase === 'speaking' || !hasSounds() || isSpeaking()) return;
    // A browser without sound has none of them either.
    player.play(earcon(name), earconRateHz).catch(() => {});
  }
}

const isHandsFree = ({ phase, mode }: Turn): boolean => phase !== 'idle' && mode === 'hands-free';

function soundOf(before: Turn, { phase, mode, utterance }: Turn): Earcon | null {
  // A tap begins as a press that is held.
  const isOtherMode = mode !== before.mode && phase !== 'idle';
  if (phase === before.phase && !isOtherMode) return null;
  if (phase === 'idle') return 'over';
  if (phase === 'thinking') return 'thinking';
  // With an utterance, somebody is speaking already.
  return phase === 'listening' && utterance === null ? 'listening' : null;
}
