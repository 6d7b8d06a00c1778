/** A diagnosis as it is shown, and what a person says of it since: which crop it is, and which signs are there. */
import type { DiagnosisPart, Message } from '../domain/conversation';
import type { ConditionId } from '../domain/diagnosis';
import type { PlantsModel } from '../domain/models';
import type { PlantCards } from '../domain/plant-card';
import type { SignKey } from '../domain/plant-signs';
import type { PlantAnswers } from '../services/plant-answers';

export interface PlantsParts {
  readonly model: PlantsModel;
  readonly answers: Pick<PlantAnswers, 'revised'>;
  readonly cardsOf: (ids: readonly ConditionId[]) => Promise<PlantCards>;
  /** Shows the message as it is now and keeps it. */
  readonly amend: (message: Message) => Promise<void>;
}

export class Plants {
  readonly #parts: PlantsParts;

  constructor(parts: PlantsParts) {
    this.#parts = parts;
  }

  get model(): PlantsModel {
    return this.#parts.model;
  }

  cardsOf(ids: readonly ConditionId[]): Promise<PlantCards> {
    return this.#parts.cardsOf(ids);
  }

  /** @param crop undefined where it is not said any more */
  setCrop(message: Message, part: DiagnosisPart, crop: string | undefined): Promise<void> {
    const { crop: _, ...rest } = part;
    return this.#revise(message, { ...rest, ...(crop !== undefined && { crop }) });
  }

  /** @param isThere undefined where it is not said any more */
  setSign(
    message: Message,
    part: DiagnosisPart,
    key: SignKey,
    isThere: boolean | undefined,
  ): Promise<void> {
    const { [key]: _, ...others } = part.signs ?? {};
    const signs = { ...others, ...(isThere !== undefined && { [key]: isThere }) };
    return this.#revise(message, { ...part, signs });
  }

  async #revise(message: Message, part: DiagnosisPart): Promise<void> {
    await this.#parts.amend(await this.#parts.answers.revised(message, part));
  }
}
