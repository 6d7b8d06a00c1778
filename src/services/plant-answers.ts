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
import { problemOf, verdictOf, type PhotoProblem, type PlantScores } from '../domain/diagnosis';
import { AppError, type ErrorCode } from '../domain/errors';
import type { PlantsModel } from '../domain/models';
import { foundIn } from '../domain/plant-findings';
import type { PlantCards } from '../domain/plant-card';
import {
  asksForDiagnosis,
  cardPartAsked,
  cropNamed,
  isYes,
  namesPlant,
  type CardPart,
} from '../domain/plant-question';
import { sentencesOf, type PlantWords } from '../domain/plant-told';
import { shortVersion, textOf, type PlantSentences } from '../domain/plant-speech';
import { verdictOn } from '../domain/plant-verdict';

/** Faults that a fresh worker may not have. */
const passing: readonly ErrorCode[] = ['worker-crashed', 'out-of-memory', 'device-lost'];

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
    if (!diagnosis || !last || !isUnasked(last)) return null;
    if (isYes(question) && !messageText(last).endsWith('?')) return null;
    const part = cardPartAsked(question);
    const text = part && (await this.#fromCard(diagnosis, part));
    return text ? [{ type: 'text', text }] : null;
  }

  async #judge(asked: Message, signal: AbortSignal): Promise<readonly MessagePart[] | null> {
    const { model, sentences, words } = this.#parts;
    let part: DiagnosisPart | null;
    try {
      part = await this.#diagnose(asked, signal);
    } catch (thrown) {
      // What another try mends. A stop ends the turn by itself; without the specialist, the question is the mind's.
      const isPassing = passing.includes(AppError.from(thrown).code);
      return isPassing ? [{ type: 'text', text: words.failed }] : null;
    }
    if (!part) return null;
    const cards = await this.#cards();
    const verdict = verdictOn(part, model.calibration, cards);
    if (verdict.type === 'no-plant') return null;
    return [part, { type: 'text', text: textOf(shortVersion(verdict, cards, sentences)) }];
  }

  #cards(): Promise<PlantCards> {
    return this.#parts.cardsOf(this.#parts.model.classes);
  }

  /** Null where there is nothing to judge: no photo, or one that may well show something else. */
  async #diagnose(asked: Message, signal: AbortSignal): Promise<DiagnosisPart | null> {
    const { model, examine, find } = this.#parts;
    const question = messageText(asked);
    const examined: { id: string; scores: PlantScores; problem: PhotoProblem | null }[] = [];
    for (const { attachmentId: id } of messageImages(asked)) {
      const photo = await find(id);
      if (!photo) continue;
      const scores = await examine(photo, signal);
      examined.push({ id, scores, problem: problemOf(scores.quality) });
    }
    const clear = examined.filter(({ problem }) => problem === null);
    const counted = clear.length > 0 ? clear : examined;
    if (counted.length === 0) return null;
    const found = foundIn(
      counted.map(({ scores }) => scores),
      model,
    );
    const crop = cropNamed(question, model.classes);
    const base = {
      type: 'diagnosis',
      modelId: model.id,
      attachmentIds: counted.map(({ id }) => id),
      ...(crop !== undefined && { crop }),
    } as const;
    if (clear.length > 0) return { ...base, ...found };
    // A page or a dark room is no bad photo of a leaf.
    const isOther = verdictOf(found.probabilities, model.calibration).type === 'no-plant';
    if (isOther || !namesPlant(question, model.classes)) return null;
    const { problem } = counted[0]!;
    return { ...base, ...(problem && { problem }) };
  }

  async #fromCard(part: DiagnosisPart, asked: CardPart): Promise<string | null> {
    const { model, words } = this.#parts;
    // It was judged by bounds that no longer hold.
    if (part.modelId !== model.id) return null;
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
    const isCertain = verdict.type === 'likely';
    const text = told.map(({ text }) => text).join(' ');
    return `${words.of(card, isCertain)} ${text}\n\n${words.sources([...named])}`;
  }
}

/** Of the last photos that were judged, unless other photos were asked about since. */
function lastDiagnosis(before: readonly Message[]): DiagnosisPart | undefined {
  const answer = before.findLast((message) => diagnosisOf(message) ?? hasImages(message));
  return answer && diagnosisOf(answer);
}
