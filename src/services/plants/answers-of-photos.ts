/**
 * What Tansy itself answers to photos of plants: they are judged, by themselves or with those of the same plant before. Null leaves
 * the question to the mind.
 */
import {
  diagnosisOf,
  isUnasked,
  messageImages,
  messageText,
  toldOfPlants,
  type Message,
  type MessagePart,
} from '../../domain/conversations/conversation';
import { AppError, throwIfAborted, type ErrorCode } from '../../domain/errors';
import type { AttachmentId } from '../../domain/ids';
import type { PlantsModel } from '../../domain/models/model';
import { broughtBy } from '../../domain/plants/another-photo';
import type { PlantCards } from '../../domain/plants/card';
import { continued, type Examined } from '../../domain/plants/continued';
import { cropNamed } from '../../domain/plants/crop';
import {
  cropOf,
  knownCrops,
  leastSidePx,
  problemOf,
  verdictOf,
  type PlantScores,
} from '../../domain/plants/diagnosis';
import { foundIn, type DiagnosisPart, type PhotoPart } from '../../domain/plants/findings';
import { cardPartAsked, type TalkSince } from '../../domain/plants/follow-up';
import { photoAskedFor } from '../../domain/plants/next-photo';
import { mayShowMoreInPart, partsToLookAt, partWithLeaf } from '../../domain/plants/part-with-leaf';
import {
  asksForDiagnosis,
  asksOfUnseenPlant,
  isOfPlantHealth,
  mayBeOfPlant,
  namesPlant,
} from '../../domain/plants/question';
import { shortVersion, textOf, type PlantSentences } from '../../domain/plants/speech';
import type { Square } from '../../domain/plants/square';
import type { PlantWords } from '../../domain/plants/told';
import { causesIn, verdictOn } from '../../domain/plants/verdict';

/** Its files are not here, or not whole, or could not be had. */
const absent: readonly ErrorCode[] = [
  'model-missing',
  'checksum-mismatch',
  'download-failed',
  'quota-exceeded',
  'storage-unavailable',
];

export interface PlantAnswersParts {
  readonly model: PlantsModel;
  readonly examine: (photo: Blob, signal: AbortSignal, square?: Square) => Promise<PlantScores>;
  readonly find: (attachmentId: string) => Promise<Blob | undefined>;
  readonly cardsOf: (ids: readonly string[]) => Promise<PlantCards>;
  readonly sentences: PlantSentences;
  readonly words: PlantWords;
}

export class PhotoAnswers {
  readonly #parts: PlantAnswersParts;

  constructor(parts: PlantAnswersParts) {
    this.#parts = parts;
  }

  /**
   * To a question that comes with photos.
   * @param before what was said before it, on its branch
   * @param since the end of that, from the diagnosis on; null where none is the last thing that was shown
   */
  async to(
    asked: Message,
    before: readonly Message[],
    since: readonly Message[] | null,
    signal: AbortSignal,
  ): Promise<readonly MessagePart[] | null> {
    const further = since
      ? await this.#continue(asked, since, signal)
      : await this.#judgeSent(asked, before, signal);
    if (further !== undefined) return further;
    return asksForDiagnosis(messageText(asked)) ? this.#judge(asked, signal) : null;
  }

  /** Further photos of the plant are judged together with those before. Undefined where they are none. */
  async #continue(
    asked: Message,
    since: readonly Message[],
    signal: AbortSignal,
  ): Promise<readonly MessagePart[] | null | undefined> {
    const { model, sentences } = this.#parts;
    const diagnosis = diagnosisOf(since[0]!)!;
    if (diagnosis.modelId !== model.id || othersSince(since) > 0) return undefined;
    const cards: PlantCards = await this.#cards().catch(() => new Map());
    const verdict = verdictOn(diagnosis, model.calibration, cards);
    const question = messageText(asked);
    const known = knownCrops(model.classes);
    const claimed = causesIn(verdict).map(({ id }) => cropOf(id));
    const brought = broughtBy(question, claimed.length > 0 ? claimed : known, known);
    if (!brought) return undefined;
    const sent = photoAskedFor(verdict, cards, diagnosis)?.photo;
    // These ask for no photo of the plant: who sends another one without a word may well have another plant.
    const asksForNone = ['likely', 'no-plant', 'unknown-plant'].includes(verdict.type);
    if (brought === 'bare' && asksForNone) return undefined;
    // What was judged is a part of its photo, and what is whole would count as much.
    if (diagnosis.cutOut) return this.#judge(asked, signal);
    const crop = cropNamed(question, model.classes) ?? diagnosis.crop;
    const { nearer: _, ...judged } = diagnosis;
    const earlier: DiagnosisPart = { ...judged, ...(crop !== undefined && { crop }) };
    try {
      const photos = await this.#examine(diagnosis.attachmentIds, signal);
      const further = await this.#examine(idsOf(asked), signal);
      if (further.length === 0) return undefined;
      const part = continued(earlier, photos, further, model);
      if (part !== 'no-plant') {
        // One that could not be judged is still wanted.
        const came = sent !== undefined && part.problem === undefined;
        const requested = came && { requested: [...(part.requested ?? []), sent] };
        return await this.toldOf({ ...part, ...requested });
      }
    } catch (thrown) {
      return signal.aborted ? null : this.#failed(thrown);
    }
    const isSaid = brought === 'named' || namesPlant(question, model.classes);
    return isSaid ? ofPlants(`${sentences.noPlant} ${sentences.betterPhoto}`) : null;
  }

  /** Of one that was asked for, since no leaf was shown, is asked what was asked before. Undefined where it is none. */
  async #judgeSent(
    asked: Message,
    before: readonly Message[],
    signal: AbortSignal,
  ): Promise<readonly MessagePart[] | null | undefined> {
    const { model, sentences, words } = this.#parts;
    const [question, answer] = before.slice(-2);
    if (!question || !answer || !isUnasked(answer)) return undefined;
    const said = messageText(answer);
    const isWanted = said === words.photoless || said.endsWith(sentences.betterPhoto);
    const known = knownCrops(model.classes);
    if (!isWanted || !broughtBy(messageText(asked), known, known)) return undefined;
    const texts = question.parts.filter(({ type }) => type === 'text');
    return this.#judge({ ...asked, parts: [...texts, ...asked.parts] }, signal);
  }

  /** Photos that nobody judged when they were shown are, once they are asked about so. */
  async toShown(
    asked: Message,
    since: readonly Message[],
    signal: AbortSignal,
  ): Promise<readonly MessagePart[] | null> {
    const { classes } = this.#parts.model;
    const question = messageText(asked);
    const shown = since[0]!;
    const isOfThem = asksForDiagnosis(question) || cardPartAsked(question) !== null;
    const isAgain = isOfThem && isUnasked(since.at(-1)!) && asksForDiagnosis(messageText(shown));
    const isNew = since.length <= 2 && asksOfUnseenPlant(question, classes, true);
    if (!isAgain && !isNew) return null;
    return this.#judge({ ...shown, parts: [...shown.parts, ...asked.parts] }, signal);
  }

  async #judge(asked: Message, signal: AbortSignal): Promise<readonly MessagePart[] | null> {
    const { model, sentences, words } = this.#parts;
    const question = messageText(asked);
    let part: DiagnosisPart | 'no-plant' | 'no-photo' | null;
    try {
      part = await this.#diagnose(asked, signal);
    } catch (thrown) {
      // A stop ends the turn by itself. What the photo shows nobody knows: a question about something else is the mind's.
      if (signal.aborted || !mayBeOfPlant(question, model.classes)) return null;
      return this.#failed(thrown);
    }
    if (part === null) return null;
    if (typeof part === 'object') return this.toldOf(part);
    // A question about something else is the mind's, as any other.
    if (!isOfPlantHealth(question, model.classes)) return null;
    return ofPlants(
      part === 'no-photo' ? words.photoless : `${sentences.noPlant} ${sentences.betterPhoto}`,
    );
  }

  #failed(thrown: unknown): readonly MessagePart[] {
    const { words } = this.#parts;
    const { code } = AppError.from(thrown);
    if (code === 'wrong-answer') return ofPlants(words.unfit);
    return ofPlants(absent.includes(code) ? words.absent : words.failed);
  }

  /** A diagnosis with what is said of it. Without its notes, that is nothing. */
  async toldOf(part: DiagnosisPart): Promise<readonly MessagePart[]> {
    const { model, sentences, words } = this.#parts;
    const cards = await this.#cards().catch(() => null);
    if (!cards) return ofPlants(words.unread);
    const verdict = verdictOn(part, model.calibration, cards);
    return [part, { type: 'text', text: textOf(shortVersion(verdict, cards, sentences, part)) }];
  }

  #cards(): Promise<PlantCards> {
    return this.#parts.cardsOf(this.#parts.model.classes);
  }

  /** Of those that are still there. */
  async #examine(ids: readonly AttachmentId[], signal: AbortSignal): Promise<Examined[]> {
    const { examine, find } = this.#parts;
    const examined: Examined[] = [];
    for (const id of ids) {
      const photo = await find(id);
      if (photo) examined.push({ id, scores: await examine(photo, signal) });
    }
    return examined;
  }

  /** Of the only photo; null where none of its parts shows a leaf. */
  async #partWithLeaf(asked: Message, signal: AbortSignal): Promise<PhotoPart | null> {
    const { examine, find, model } = this.#parts;
    const [image, another] = messageImages(asked);
    if (!image?.widthPx || !image.heightPx || another) return null;
    const { attachmentId, widthPx, heightPx } = image;
    const squares = partsToLookAt({ widthPx, heightPx });
    const photo = await find(attachmentId);
    if (!photo || squares.some(({ sidePx }) => sidePx < leastSidePx)) return null;
    const parts = [];
    for (const square of squares) {
      throwIfAborted(signal);
      parts.push({ square, scores: await examine(photo, signal, square) });
    }
    const square = partWithLeaf(parts, model);
    return square && { attachmentId, square };
  }

  /** Null where it may well show something else. */
  async #diagnose(
    asked: Message,
    signal: AbortSignal,
  ): Promise<DiagnosisPart | 'no-plant' | 'no-photo' | null> {
    const { model } = this.#parts;
    const question = messageText(asked);
    const examined = (await this.#examine(idsOf(asked), signal)).map((each) => ({
      ...each,
      problem: problemOf(each.scores.quality),
    }));
    const clear = examined.filter(({ problem }) => problem === null);
    const counted = clear.length > 0 ? clear : examined;
    if (counted.length === 0) return 'no-photo';
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
    const verdict = verdictOf(found.probabilities, model.calibration, crop);
    const isOther = verdict.type === 'no-plant';
    if (clear.length > 0) {
      const mayBeSmall = mayShowMoreInPart(verdict) && isOfPlantHealth(question, model.classes);
      const nearer = mayBeSmall ? await this.#partWithLeaf(asked, signal) : null;
      if (isOther && !nearer) return 'no-plant';
      return { ...base, ...found, ...(nearer && { nearer }) };
    }
    const { problem } = counted[0]!;
    // A page or a dark room is no bad photo of a leaf, unless a leaf may be what was asked about. Of a few
    // pixels nobody can say.
    const isPage = problem === 'drawn' || problem === 'bright';
    const mayBeLeaf =
      isOther && problem !== 'small'
        ? !isPage && isOfPlantHealth(question, model.classes)
        : mayBeOfPlant(question, model.classes);
    if (!mayBeLeaf && !namesPlant(question, model.classes)) return null;
    return { ...base, ...(problem && { problem }) };
  }
}

const idsOf = (message: Message): AttachmentId[] =>
  messageImages(message).map(({ attachmentId }) => attachmentId);

/** Answers of a mind, since the last that was of the plant. */
export function othersSince(since: readonly Message[]): TalkSince['others'] {
  const answers = since.filter(({ role }) => role === 'assistant');
  const isOfPlant = (answer: Message) =>
    (diagnosisOf(answer) ?? toldOfPlants(answer)) !== undefined;
  return answers.length - 1 - answers.findLastIndex(isOfPlant);
}

export const ofPlants = (text: string, of: string | null = null): readonly MessagePart[] => [
  { type: 'text', text, of },
];
