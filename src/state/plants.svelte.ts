/** What an answer says of a plant, and what its person adds: the crop, and the signs that they looked for. */
import { diagnosisOf, type Message, type MessagePart } from '../domain/conversations/conversation';
import type { DiagnosisPart } from '../domain/plants/findings';
import type { ConditionId, PlantCalibration, PlantScores } from '../domain/plants/diagnosis';
import { AppError, throwIfAborted } from '../domain/errors';
import type { PlantCards } from '../domain/plants/card';
import type { SignKey } from '../domain/plants/signs';
import type { PlantSentences, ShortVersion } from '../domain/plants/speech';
import type { Square } from '../domain/plants/square';
import type { Chat } from './chat.svelte';

/** What the catalogue says of a plant specialist. */
export interface PlantSpecialist {
  readonly classes: readonly string[];
  readonly calibration: PlantCalibration;
}

export interface PlantsParts {
  readonly chat: Pick<Chat, 'amend' | 'attachment' | 'messages'>;
  readonly examine: (photo: Blob, signal: AbortSignal, square: Square) => Promise<PlantScores>;
  readonly cardsOf: (ids: readonly ConditionId[]) => Promise<PlantCards>;
  /** The specialist that judges now. */
  readonly modelId: string;
  /** Null for one that the catalogue does not have any more. */
  readonly specialistOf: (modelId: string) => PlantSpecialist | null;
  readonly sentences: () => Promise<PlantSentences>;
  /** What a conversation about it is called. */
  readonly titleOf: (id: ConditionId, cards: PlantCards, isLikely: boolean) => Promise<string>;
}

/** As rarely needed as the card that asks for it. */
const findings = () => import('../domain/plants/findings');

export class Plants {
  readonly #parts: PlantsParts;
  #changes: Promise<unknown> = Promise.resolve();

  constructor(parts: PlantsParts) {
    this.#parts = parts;
  }

  calibrationOf(modelId: string): PlantCalibration | null {
    return this.#parts.specialistOf(modelId)?.calibration ?? null;
  }

  /** All that its specialist, or the one that judges now, can find. */
  classesOf(modelId = this.#parts.modelId): readonly string[] {
    return this.#parts.specialistOf(modelId)?.classes ?? [];
  }

  cardsOf(ids: readonly ConditionId[]): Promise<PlantCards> {
    return this.#parts.cardsOf(ids);
  }

  /** What is said of it aloud; null where nothing can be, without its specialist. */
  async shortVersionOf(part: DiagnosisPart): Promise<ShortVersion | null> {
    const calibration = this.calibrationOf(part.modelId);
    if (!calibration) return null;
    const cards = await this.cardsOf(Object.keys(part.probabilities ?? {}));
    const [{ shortVersion }, { verdictOn }, sentences] = await Promise.all([
      // As rarely needed as the card that they speak of.
      import('../domain/plants/speech'),
      import('../domain/plants/verdict'),
      this.#parts.sentences(),
    ]);
    return shortVersion(verdictOn(part, calibration, cards), cards, sentences, part);
  }

  /** What is said of plants, with what a conversation that begins so is called. */
  titled(parts: readonly MessagePart[]): Promise<MessagePart[]> {
    return Promise.all(
      parts.map((part) => (part.type === 'diagnosis' ? this.#withTitle(part) : part)),
    );
  }

  async #withTitle({ title: _, ...part }: DiagnosisPart): Promise<DiagnosisPart> {
    const calibration = this.calibrationOf(part.modelId);
    if (!calibration) return part;
    try {
      const cards = await this.cardsOf(Object.keys(part.probabilities ?? {}));
      const { claimOn, sicknessLeftOpen, verdictOn } = await import('../domain/plants/verdict');
      const claim = claimOn(part, calibration, cards);
      if (!claim) return part;
      const id = sicknessLeftOpen(part, verdictOn(part, calibration, cards)) ?? claim.id;
      return { ...part, title: await this.#parts.titleOf(id, cards, claim.isLikely) };
    } catch {
      // Then it is called by its question.
      return part;
    }
  }

  /** @param crop undefined where they do not know it after all */
  setCrop(message: Message, crop: string | undefined): Promise<void> {
    return this.#change(message, ({ crop: _, ...part }) =>
      crop === undefined ? part : { ...part, crop },
    );
  }

  /** Of several causes, the one whose notes they want. */
  setChosen(message: Message, chosen: ConditionId): Promise<void> {
    return this.#change(message, (part) => ({ ...part, chosen }));
  }

  /** @param isThere undefined where they take their answer back */
  setSign(message: Message, key: SignKey, isThere: boolean | undefined): Promise<void> {
    return this.#change(message, ({ signs: given = {}, ...part }) => {
      const { [key]: _, ...others } = given;
      const signs = isThere === undefined ? others : { ...others, [key]: isThere };
      return Object.keys(signs).length === 0 ? part : { ...part, signs };
    });
  }

  /** Judges a part of one of its photos. What was found before is kept beside it. */
  async judgePart(
    message: Message,
    attachmentId: string,
    square: Square,
    signal: AbortSignal,
  ): Promise<void> {
    const { chat, examine, specialistOf } = this.#parts;
    const specialist = specialistOf(diagnosisOf(message)?.modelId ?? '');
    const photo = await chat.attachment(attachmentId);
    if (!specialist || !photo) throw new AppError('bad-input', 'nothing to judge');
    const scores = await examine(photo.blob, signal, square);
    const { withCutOut } = await findings();
    throwIfAborted(signal);
    return this.#change(message, (part) =>
      withCutOut(part, { attachmentId, square }, scores, specialist),
    );
  }

  async showWhole(message: Message): Promise<void> {
    const { withWhole } = await findings();
    return this.#change(message, withWhole);
  }

  /** One after the other: each begins with what the one before it made. */
  #change(message: Message, change: (part: DiagnosisPart) => DiagnosisPart): Promise<void> {
    const changed = this.#changes.then(() => this.#changeNow(message, change));
    this.#changes = changed.catch(() => {});
    return changed;
  }

  /** With what is said of it, in one: a page that is left between the two would contradict itself for good. */
  async #changeNow({ id }: Message, change: (part: DiagnosisPart) => DiagnosisPart): Promise<void> {
    const { chat } = this.#parts;
    const now = chat.messages.find((message) => message.id === id);
    const diagnosis = now && diagnosisOf(now);
    if (!diagnosis) return;
    const changed = await this.#withTitle(change(diagnosis));
    const said = await this.#textOf(changed).catch(() => null);
    await chat.amend(id, (kept) => {
      const at = kept.parts.findIndex((part) => part.type === 'text');
      const parts = kept.parts.map((part, index) => {
        if (part.type === 'diagnosis') return changed;
        return index === at && said !== null ? { type: 'text' as const, text: said } : part;
      });
      return { ...kept, parts };
    });
  }

  async #textOf(part: DiagnosisPart): Promise<string | null> {
    const said = await this.shortVersionOf(part);
    return said && (await import('../domain/plants/speech')).textOf(said);
  }
}
