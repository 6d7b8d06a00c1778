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
  cropSaid,
  isYes,
  mayBeOfPlant,
  namesPlant,
  type CardPart,
} from '../domain/plant-question';
import { sentencesOf, type PlantWords } from '../domain/plant-told';
import { shortVersion, textOf, type PlantSentences } from '../domain/plant-speech';
import { claimOn, verdictOn } from '../domain/plant-verdict';

/** Its files are not here, or not whole. */
const absent: readonly ErrorCode[] = ['model-missing', 'checksum-mismatch'];

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
    const last = before.at(-1);
    // Something else was spoken of since.
    if (!last || !isUnasked(last)) return null;
    const shown = before.findLast((message) => diagnosisOf(message) ?? hasImages(message));
    const diagnosis = shown && diagnosisOf(shown);
    if (shown && !diagnosis) return this.#judgeShown(shown, asked, signal);
    const { model } = this.#parts;
    // One of another specialist was judged by bounds that no longer hold.
    if (diagnosis?.modelId !== model.id) return null;
    const crop = cropSaid(question, model.classes);
    if (crop !== undefined) return this.#told({ ...diagnosis, crop });
    if (isYes(question) && !messageText(last).endsWith('?')) return null;
    const part = cardPartAsked(question);
    return part && this.#fromCard(diagnosis, part);
  }

  /** Photos that could not be judged when they were shown are, once they are asked about again. */
  async #judgeShown(
    shown: Message,
    asked: Message,
    signal: AbortSignal,
  ): Promise<readonly MessagePart[] | null> {
    const question = messageText(asked);
    const isOfThem = asksForDiagnosis(question) || cardPartAsked(question) !== null;
    if (!isOfThem || !asksForDiagnosis(messageText(shown))) return null;
    return this.#judge({ ...shown, parts: [...shown.parts, ...asked.parts] }, signal);
  }

  async #judge(asked: Message, signal: AbortSignal): Promise<readonly MessagePart[] | null> {
    const { model, sentences, words } = this.#parts;
    const question = messageText(asked);
    try {
      const part = await this.#diagnose(asked, signal);
      if (part === 'no-plant') {
        // A question about something else is the mind's, as any other.
        if (!namesPlant(question, model.classes)) return null;
        return ofPlants(`${sentences.noPlant} ${sentences.betterPhoto}`);
      }
      return part && (await this.#told(part));
    } catch (thrown) {
      const { code } = AppError.from(thrown);
      // A stop ends the turn by itself. What the photo shows nobody knows: a question about something else is the mind's.
      if (code === 'aborted' || !mayBeOfPlant(question, model.classes)) return null;
      if (code === 'wrong-answer') return ofPlants(words.unfit);
      return ofPlants(absent.includes(code) ? words.absent : words.failed);
    }
  }

  async #told(part: DiagnosisPart): Promise<readonly MessagePart[]> {
    const { model, sentences } = this.#parts;
    const cards = await this.#cards();
    const verdict = verdictOn(part, model.calibration, cards);
    return [part, { type: 'text', text: textOf(shortVersion(verdict, cards, sentences)) }];
  }

  #cards(): Promise<PlantCards> {
    return this.#parts.cardsOf(this.#parts.model.classes);
  }

  /** Null where there is nothing to judge: no photo, or one that may well show something else. */
  async #diagnose(asked: Message, signal: AbortSignal): Promise<DiagnosisPart | 'no-plant' | null> {
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
    const isOther = verdictOf(found.probabilities, model.calibration).type === 'no-plant';
    if (clear.length > 0) return isOther ? 'no-plant' : { ...base, ...found };
    const { problem } = counted[0]!;
    // A page or a dark room is no bad photo of a leaf, unless a leaf is what was asked about. Of a few pixels nobody can say.
    const mayBeLeaf = (!isOther || problem === 'small') && mayBeOfPlant(question, model.classes);
    if (!mayBeLeaf && !namesPlant(question, model.classes)) return null;
    return { ...base, ...(problem && { problem }) };
  }

  /** For what the card says now: its person may have added to it. */
  async #fromCard(part: DiagnosisPart, asked: CardPart): Promise<readonly MessagePart[]> {
    const { model, sentences, words } = this.#parts;
    const cards = await this.#cards().catch(() => null);
    if (!cards) return ofPlants(words.unread);
    const claim = claimOn(part, model.calibration, cards);
    if (!claim) {
      const verdict = verdictOn(part, model.calibration, cards);
      return ofPlants(textOf(shortVersion(verdict, cards, sentences)));
    }
    const card = cards.get(claim.id);
    const told = card ? sentencesOf(card, asked, words) : [];
    if (!card || told.length === 0) return ofPlants(words.nothingKnown, claim.id);
    const named = new Set(
      told.flatMap(({ sources }) => sources.map((at) => card.sources[at - 1]!.publisher)),
    );
    const text = told.map(({ text }) => text).join(' ');
    const whole = `${words.of(card, claim.isLikely)} ${text}\n\n${words.sources([...named])}`;
    return ofPlants(whole, claim.id);
  }
}

const ofPlants = (text: string, of: string | null = null): readonly MessagePart[] => [
  { type: 'text', text, of },
];
