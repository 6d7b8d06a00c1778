/**
 * What Tansy itself answers about plants: the specialist's verdict on photos, and what is known of the condition, sentence by
 * sentence. Null leaves the question to the mind.
 */
import {
  diagnosisOf,
  hasImages,
  messageText,
  type Message,
  type MessagePart,
} from '../../domain/conversations/conversation';
import type { DiagnosisPart } from '../../domain/plants/findings';
import { causesOf, cropOf, isHealthy, knownCrops } from '../../domain/plants/diagnosis';
import type { PlantCard, PlantCards, Sourced } from '../../domain/plants/card';
import { cropNamed, cropSaid } from '../../domain/plants/crop';
import { cardPartAsked, type CardPart } from '../../domain/plants/follow-up';
import { cropName } from '../../domain/plants/names';
import { asksOfUnseenPlant, namesUnknownKind } from '../../domain/plants/question';
import {
  asksWhereItGoes,
  plantsAsked,
  saidOfSpread,
  type PlantAsked,
} from '../../domain/plants/spread-to';
import { sentencesOf } from '../../domain/plants/told';
import { shortVersion, textOf } from '../../domain/plants/speech';
import { causesIn, claimOn, verdictOn, type Claim } from '../../domain/plants/verdict';
import { isNo, isYes } from '../../domain/plants/offer';
import { cropTold, sureness } from '../../domain/plants/sureness';
import { ofPlants, othersSince, PhotoAnswers, type PlantAnswersParts } from './answers-of-photos';

export type { PlantAnswersParts };

export class PlantAnswers {
  readonly #parts: PlantAnswersParts;
  readonly #photos: PhotoAnswers;

  constructor(parts: PlantAnswersParts) {
    this.#parts = parts;
    this.#photos = new PhotoAnswers(parts);
  }

  /** @param before what was said before the question, on its branch */
  async to(
    asked: Message,
    before: readonly Message[],
    signal: AbortSignal,
  ): Promise<readonly MessagePart[] | null> {
    const question = messageText(asked);
    const { model, words } = this.#parts;
    const at = before.findLastIndex((message) => diagnosisOf(message) ?? hasImages(message));
    const since = before.slice(Math.max(0, at));
    const diagnosis = at < 0 ? undefined : diagnosisOf(since[0]!);
    if (hasImages(asked)) {
      return this.#photos.to(asked, before, diagnosis ? since : null, signal);
    }
    const answer = diagnosis
      ? await this.#afterDiagnosis(diagnosis, question, since)
      : at >= 0 && (await this.#photos.toShown(asked, since, signal));
    if (answer) return answer;
    if (!asksOfUnseenPlant(question, model.classes, before.length === 0)) return null;
    if (!namesUnknownKind(question, model.classes)) return ofPlants(words.photoless);
    return ofPlants(words.otherKind(knownCrops(model.classes).map(cropName)));
  }

  /** @param since the message with the diagnosis, and all after it */
  async #afterDiagnosis(
    diagnosis: DiagnosisPart,
    question: string,
    since: readonly Message[],
  ): Promise<readonly MessagePart[] | null> {
    const { model, words } = this.#parts;
    // One of another specialist was judged by bounds that no longer hold.
    if (diagnosis.modelId !== model.id) return null;
    const last = since.at(-1)!;
    const others = othersSince(since);
    const isOffered = others === 0 && messageText(last).endsWith('?');
    if (isOffered && isYes(question)) return this.#fromCard(diagnosis, 'treatment');
    if (isOffered && isNo(question)) return ofPlants(words.declined);
    const crop = cropSaid(question, model.classes);
    if (crop !== undefined && others === 0) return this.#photos.toldOf({ ...diagnosis, crop });
    const crops = cropsIn(diagnosis);
    const other = cropNamed(question, model.classes);
    const isOfAnother =
      namesUnknownKind(question, model.classes) || (other !== undefined && !crops.includes(other));
    const part = cardPartAsked(question, { crops, others });
    const goesThere = part === 'spread' && asksWhereItGoes(question);
    const isSick = isOfAnother && asksOfUnseenPlant(question, model.classes, false);
    if (isSick && !goesThere) return null;
    return part && this.#fromCard(diagnosis, part, goesThere ? question : '');
  }

  #cards(): Promise<PlantCards> {
    return this.#parts.cardsOf(this.#parts.model.classes);
  }

  /**
   * For what the card says now: its person may have added to it.
   * @param goingTo the question, where it asks whether it goes to other plants
   */
  async #fromCard(
    part: DiagnosisPart,
    asked: CardPart,
    goingTo = '',
  ): Promise<readonly MessagePart[]> {
    const { model, sentences, words } = this.#parts;
    const cards = await this.#cards().catch(() => null);
    if (!cards) return ofPlants(words.unread);
    const claim = claimOn(part, model.calibration, cards);
    const ofFigures = { sureness, crop: cropTold }[asked as 'sureness' | 'crop'];
    const figures = ofFigures?.(part, model.calibration, cards, words) ?? null;
    if (figures !== null) return ofPlants(figures, claim?.id);
    if (!claim || asked === 'verdict') {
      const verdict = verdictOn(part, model.calibration, cards);
      return ofPlants(textOf(shortVersion(verdict, cards, sentences, part)), claim?.id);
    }
    // Where it may be healthy or not, the first condition that says so is told of where health does not spread; and what is
    // safe to eat of a healthy plant must not hide what is not of a sick one.
    const isOpen = isHealthy(claim.id) && !claim.isLikely;
    const besides = isOpen ? causesIn(verdictOn(part, model.calibration, cards)) : [];
    const ids = [claim.id, ...besides.map((cause) => cause.id)];
    const sickFirst = [...ids.filter((id) => !isHealthy(id)), ...ids.filter(isHealthy)];
    const says = (id: string) => {
      const card = cards.get(id);
      return card !== undefined && sentencesOf(card, asked, words).length > 0;
    };
    const id = (asked === 'harvest' ? sickFirst : ids).find(says) ?? claim.id;
    const card = cards.get(id);
    const told = card ? sentencesOf(card, asked, words) : [];
    if (!card || told.length === 0) {
      const nothing = asked === 'harvest' ? words.nothingOnEating : words.nothingKnown;
      return ofPlants(nothing, claim.id);
    }
    const others = plantsAsked(goingTo, cropOf(id), knownCrops(model.classes));
    const whole =
      others.length > 0
        ? others.map((plant) => this.#ofOther(card, plant, claim, cards)).join('\n\n')
        : this.#whole(card, told, claim.isLikely);
    // What the card does not show cannot be older than it.
    return ofPlants(whole, id === claim.id ? id : null);
  }

  /** What is said of whether it goes to another plant. */
  #ofOther(card: PlantCard, plant: PlantAsked, { isLikely }: Claim, cards: PlantCards): string {
    const said = saidOfSpread(card, plant, cards);
    return said
      ? this.#whole(said.card, said.sentences, isLikely)
      : this.#parts.words.nothingOnSpread(card.name, plant.name);
  }

  /** With where it was read. */
  #whole(card: PlantCard, told: readonly Sourced[], isLikely: boolean): string {
    const { words } = this.#parts;
    const publishers = new Set(
      told.flatMap(({ sources }) => sources.map((at) => card.sources[at - 1]!.publisher)),
    );
    const text = told.map(({ text }) => text).join(' ');
    return `${words.of(card, isLikely)} ${text}\n\n${words.sources([...publishers])}`;
  }
}

/** A cause that is no likelier hardly makes its crop the one that is asked about. */
const leastLikely = 0.1;

const cropsIn = ({ probabilities = {}, crop }: DiagnosisPart): string[] =>
  causesOf(probabilities, crop)
    .filter(({ probability }) => probability >= leastLikely)
    .map(({ id }) => cropOf(id));
