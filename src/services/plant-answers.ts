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
  type PhotoProblem,
  type PlantScores,
} from '../domain/diagnosis';
import { AppError, isAborted } from '../domain/errors';
import type { PlantsModel } from '../domain/models';
import type { PlantCards } from '../domain/plant-card';
import {
  asksForDiagnosis,
  cardPartAsked,
  cropNamed,
  pointsBack,
  type CardPart,
} from '../domain/plant-question';
import { sentencesOf, type PlantWords } from '../domain/plant-told';
import { shortVersion, textOf, type PlantSentences } from '../domain/plant-speech';
import { verdictOn } from '../domain/plant-verdict';

export interface PlantAnswersParts {
  readonly model: PlantsModel;
  readonly examine: (photo: Blob, signal: AbortSignal) => Promise<PlantScores>;
  readonly find: (attachmentId: string) => Promise<Blob | undefined>;
  readonly cardsOf: (ids: readonly string[]) => Promise<PlantCards>;
  readonly sentences: PlantSentences;
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
    const { model, sentences, words } = this.#parts;
    let part: DiagnosisPart;
    try {
      part = await this.#diagnose(asked, signal);
    } catch (thrown) {
      // A stop ends the turn by itself; without the specialist, the question is the mind's as any other.
      if (isAborted(thrown) || AppError.from(thrown).code === 'model-missing') return null;
      return [{ type: 'text', text: words.failed }];
    }
    const cards = await this.#cards();
    const verdict = verdictOn(part, model.calibration, cards);
    if (verdict.type === 'no-plant') return null;
    return [part, { type: 'text', text: textOf(shortVersion(verdict, cards, sentences)) }];
  }

  #cards(): Promise<PlantCards> {
    return this.#parts.cardsOf(this.#parts.model.classes);
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
    const cards = await this.#cards();
    const verdict = verdictOn(part, model.calibration, cards);
    if (!('causes' in verdict) || verdict.type === 'unsure') return null;
    const first = verdict.causes[0]!.id;
    const card = cards.get(first);
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
