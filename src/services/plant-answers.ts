/**
 * What Tansy itself answers about plants: the specialist's verdict on photos, and what is known of the condition, sentence by
 * sentence. Null leaves the question to the mind.
 */
import {
  diagnosisOf,
  hasImages,
  isUnasked,
  messageImages,
  messageText,
  type DiagnosisPart,
  type Message,
  type MessagePart,
} from '../domain/conversation';
import {
  isHealthy,
  probabilitiesOf,
  problemOf,
  verdictOf,
  type PhotoProblem,
  type PlantScores,
  type Verdict,
} from '../domain/diagnosis';
import { AppError, isAborted } from '../domain/errors';
import type { PlantsModel } from '../domain/models';
import type { PlantCard, Sourced } from '../domain/plant-card';
import {
  asksForDiagnosis,
  cardPartAsked,
  cropNamed,
  pointsBack,
  type CardPart,
} from '../domain/plant-question';

export interface PlantWords {
  /** Two sentences for the ear. */
  readonly verdict: (verdict: Verdict, cards: ReadonlyMap<string, PlantCard>) => string;
  readonly failed: string;
  /** What is told of a condition that is not certain. */
  readonly ifItIs: (card: PlantCard) => string;
  readonly sources: (publishers: readonly string[]) => string;
  readonly nothingKnown: string;
  readonly followLabel: string;
  readonly ingredient: (name: string, text: string) => string;
}

export interface PlantAnswersParts {
  readonly model: PlantsModel;
  readonly examine: (photo: Blob, signal: AbortSignal) => Promise<PlantScores>;
  readonly find: (attachmentId: string) => Promise<Blob | undefined>;
  readonly cardsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, PlantCard>>;
  readonly words: PlantWords;
}

export class PlantAnswers {
  readonly #parts: PlantAnswersParts;

  constructor(parts: PlantAnswersParts) {
    this.#parts = parts;
  }

  /** @param before what was said before the question, on its branch */
  async to(
    asked: Message,
    before: readonly Message[],
    signal: AbortSignal,
  ): Promise<readonly MessagePart[] | null> {
    const question = messageText(asked);
    if (hasImages(asked)) return asksForDiagnosis(question) ? this.#judge(asked, signal) : null;
    const diagnosis = lastDiagnosis(before);
    const last = before.at(-1);
    // Something else was spoken of since.
    if (!diagnosis || !last || !(isUnasked(last) || pointsBack(question))) return null;
    const part = cardPartAsked(question);
    const text = part && (await this.#fromCard(diagnosis, part));
    return text ? [{ type: 'text', text }] : null;
  }

  async #judge(asked: Message, signal: AbortSignal): Promise<readonly MessagePart[] | null> {
    const { model, words } = this.#parts;
    let part: DiagnosisPart;
    try {
      part = await this.#diagnose(asked, signal);
    } catch (thrown) {
      // A stop ends the turn by itself; without the specialist, the question is the mind's as any other.
      if (isAborted(thrown) || AppError.from(thrown).code === 'model-missing') return null;
      return [{ type: 'text', text: words.failed }];
    }
    const verdict = verdictOfPart(part, model);
    if (verdict.type === 'no-plant') return null;
    const causes = 'causes' in verdict ? verdict.causes : [];
    const cards = await this.#parts.cardsOf(causes.map(({ id }) => id));
    return [part, { type: 'text', text: words.verdict(verdict, cards) }];
  }

  async #diagnose(asked: Message, signal: AbortSignal): Promise<DiagnosisPart> {
    const { model, examine, find } = this.#parts;
    const judged: PlantScores[] = [];
    const problems: PhotoProblem[] = [];
    const images = messageImages(asked);
    for (const { attachmentId } of images) {
      const photo = await find(attachmentId);
      if (!photo) continue;
      const scores = await examine(photo, signal);
      const problem = problemOf(scores.quality);
      if (problem) problems.push(problem);
      else judged.push(scores);
    }
    const crop = cropNamed(messageText(asked), model.classes);
    const [problem] = problems;
    return {
      type: 'diagnosis',
      modelId: model.id,
      attachmentIds: images.map(({ attachmentId }) => attachmentId),
      ...(judged.length > 0
        ? { probabilities: probabilitiesOf(judged, model.classes, model.calibration) }
        : problem && { problem }),
      ...(crop !== undefined && { crop }),
    };
  }

  async #fromCard(part: DiagnosisPart, asked: CardPart): Promise<string | null> {
    const { model, words } = this.#parts;
    const verdict = verdictOfPart(part, model);
    if (!('causes' in verdict) || verdict.type === 'unsure') return null;
    const first = verdict.causes[0]!.id;
    const card = (await this.#parts.cardsOf([first])).get(first);
    if (!card) return null;
    const told = sentencesOf(card, asked, words);
    if (told.length === 0) return words.nothingKnown;
    const named = new Set(
      told.flatMap(({ sources }) => sources.map((at) => card.sources[at - 1]!.publisher)),
    );
    const isCertain = verdict.type === 'likely' || isHealthy(first);
    const text = told.map(({ text }) => text).join(' ');
    return `${isCertain ? '' : `${words.ifItIs(card)} `}${text}\n\n${words.sources([...named])}`;
  }
}

/** Of the last photos that were judged, unless other photos were asked about since. */
function lastDiagnosis(before: readonly Message[]): DiagnosisPart | undefined {
  const answer = before.findLast((message) => diagnosisOf(message) ?? hasImages(message));
  return answer && diagnosisOf(answer);
}

export function verdictOfPart(
  { problem, probabilities, crop }: DiagnosisPart,
  { calibration }: PlantsModel,
): Verdict {
  if (problem) return { type: 'unclear', problem };
  return probabilities ? verdictOf(probabilities, calibration, crop) : { type: 'unknown-plant' };
}

function sentencesOf(card: PlantCard, asked: CardPart, words: PlantWords): readonly Sourced[] {
  switch (asked) {
    case 'treatment':
      return [...card.today, ...card.thisWeek];
    case 'prevention':
      return card.nextSeason;
    case 'signs':
      return card.signs;
    case 'lookAlikes':
      return card.lookAlikes.map(({ tell, sources }) => ({ text: tell, sources }));
    case 'harvest':
      return card.harvest ? [card.harvest] : [];
    case 'spread':
      return [card.spread];
    case 'expert':
      return [card.expert];
    case 'about':
      return card.about;
    case 'chemicals':
      return card.chemicals.length === 0
        ? []
        : [
            ...card.chemicals.map(({ activeIngredient, text, sources }) => ({
              text: words.ingredient(activeIngredient, text),
              sources,
            })),
            { text: words.followLabel, sources: [] },
          ];
  }
}
