/** Whether the question that is being written can be asked, and what was pressed before it could be. Made by a component. */
import { isBlank } from '../../domain/words/blank';
import type { AppState } from '../../state/context';
import { texts } from '../texts';

export class Asking {
  readonly #app: AppState;
  /** What was pressed before it could be done. A question that only has to wait is asked by itself then. */
  #refused = $state<'ask' | 'wait' | 'talk' | null>(null);
  /** How many photos had failed by then. */
  #failedThen = 0;

  constructor(app: AppState) {
    this.#app = app;
    const { chat, photos, voice } = app;
    // A derived value: a conversation that only grows or is renamed stays the same place.
    const place = $derived(chat.conversation?.id);
    // Once it could be done, the press is over: another reason later is none for it.
    $effect(() => {
      if (this.#refused === 'wait') {
        // Without a photo that was meant to come with it, it would be another question.
        if (photos.failed > this.#failedThen) this.#refused = 'ask';
        else if (this.canSend) this.send();
        else if (!this.canWait) this.#refused = 'ask';
      } else if (!this.awaited) this.#refused = null;
    });
    $effect(() => {
      chat.waits = this.#refused === 'wait';
    });
    // What the voice does or says next is newer, and a question is not asked in another place than it was put.
    $effect(() => {
      void voice.active;
      void voice.notice;
      void place;
      this.#refused = null;
    });
  }

  /** The mind is here. */
  get isReady(): boolean {
    return this.#app.setup.is('mind', 'ready');
  }
  /** What Diagnose asks of a photo: the plant specialist answers it, whatever it finds, and no mind is asked. */
  get #isForSpecialist(): boolean {
    const { chat, setup } = this.#app;
    const isHere = (['stored', 'starting', 'ready'] as const).some((at) => setup.is('plants', at));
    return isHere && this.hasPhotos && chat.draft.trim() === texts.welcome.ofPhoto;
  }
  get canHear(): boolean {
    return this.isReady && this.#app.setup.is('ears', 'ready');
  }
  get hasWords(): boolean {
    return !isBlank(this.#app.chat.draft);
  }
  get hasPhotos(): boolean {
    return this.#app.photos.all.length > 0;
  }
  get canSend(): boolean {
    const { chat, photos } = this.#app;
    const canAnswer = this.isReady || this.#isForSpecialist;
    return canAnswer && !chat.answering && this.hasWords && !photos.progress;
  }
  get canWait(): boolean {
    const { chat, setup } = this.#app;
    if (this.canSend || chat.answering || setup.elsewhere) return false;
    const missing = setup.awaited('mind')?.phase.type;
    return this.hasWords && missing !== 'absent' && missing !== 'failed';
  }
  /** Hands-free, the talk button is the one Stop. */
  get canStop(): boolean {
    const { chat, voice } = this.#app;
    const isSounding = chat.voicing || chat.speaking !== null || chat.playing !== null;
    const isIdle = !this.hasWords && !this.hasPhotos;
    return (
      !voice.handsFree && (chat.answering || this.#refused === 'wait' || (isSounding && isIdle))
    );
  }
  /** Why what was pressed is not done yet; empty where nothing was. */
  get awaited(): string {
    const { chat, setup } = this.#app;
    const refused = this.#refused;
    if (!refused) return '';
    const part = setup.awaited('mind', ...(refused === 'talk' ? (['ears'] as const) : []));
    if (part) return texts.awaited(part, refused, setup.elsewhere);
    return refused === 'ask' && chat.answering && this.hasWords ? texts.awaitedAnswer : '';
  }

  send(): void {
    const { chat, photos, voice } = this.#app;
    if (this.canSend) {
      this.#refused = null;
      voice.forgetNotice();
      void chat.send();
    } else if (this.hasWords) {
      this.#refused = this.canWait ? 'wait' : 'ask';
      this.#failedThen = photos.failed;
      // It is asked without another press.
      chat.unlockSound();
    }
  }

  stop(): void {
    const { chat, photos, voice } = this.#app;
    this.#refused = null;
    voice.stop();
    photos.stop();
    chat.stop();
  }

  /** The talk button was pressed before anybody could hear. */
  refuseTalk(): void {
    this.#refused = 'talk';
  }

  /** The question is another now. */
  changed(): void {
    this.#refused = null;
    if (this.isReady) this.#app.chat.readAhead();
  }
}
