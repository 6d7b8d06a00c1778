/** What is kept of what the specialist found, in all photos of a plant or in a part of one. */
import {
  probabilitiesOf,
  problemOf,
  type ConditionId,
  type Evidence,
  type Findings,
  type NextPhoto,
  type PlantCalibration,
  type PlantScores,
  type Probabilities,
} from './diagnosis';
import type { AttachmentId } from '../ids';
import type { Square } from './square';

/** What the plant specialist made of photos. What is said of it follows from it (`verdictOf`), so it is not kept. */
export interface DiagnosisPart extends Findings {
  readonly type: 'diagnosis';
  readonly modelId: string;
  /** What a conversation is called that begins with it; left out where it claims nothing. */
  readonly title?: string;
  /** The photos of one plant that were judged together. */
  readonly attachmentIds: readonly AttachmentId[];
  /** What was asked for each time that a further one came which could be judged: that is not asked for again. */
  readonly requested?: readonly NextPhoto[];
  /** Where the photos do not tell: a part of one, in which a leaf is seen. */
  readonly nearer?: PhotoPart;
  /** Then what was found is of this part alone. */
  readonly cutOut?: CutOut;
  /** What a person said that it is. */
  readonly crop?: string;
  /** Of several causes, the one whose notes they want. */
  readonly chosen?: ConditionId;
  /** Signs that a person has looked for, by `<condition>/<sign>`: there or not. */
  readonly signs?: Readonly<Record<`${ConditionId}/${string}`, boolean>>;
}

export interface PhotoPart {
  readonly attachmentId: AttachmentId;
  readonly square: Square;
}

/** A part of one of the photos, that a person had judged instead of them. */
export interface CutOut extends PhotoPart {
  /** What was found in the photos before. */
  readonly whole: Findings;
}

/** How many photos, or parts of one, what was found is of. */
export const judgedIn = ({
  attachmentIds,
  cutOut,
}: Pick<DiagnosisPart, 'attachmentIds' | 'cutOut'>): number => (cutOut ? 1 : attachmentIds.length);

export interface Specialist {
  readonly classes: readonly string[];
  readonly calibration: PlantCalibration;
}

export function foundIn(
  photos: readonly PlantScores[],
  { classes, calibration }: Specialist,
): Findings & { readonly probabilities: Probabilities } {
  const probabilities = probabilitiesOf(photos, classes, calibration);
  const evidence = photos.flatMap(({ evidence: all }) => (all ? [among(all, probabilities)] : []));
  return { probabilities, ...(evidence.length === photos.length && { evidence }) };
}

/** Of what no card can come to show, nothing need be kept. */
const among = ({ columns, maps }: Evidence, probabilities: Probabilities): Evidence => ({
  columns,
  maps: Object.fromEntries(Object.entries(maps).filter(([id]) => id in probabilities)),
});

/** What a person said of the plant stays said. */
export function withCutOut(
  part: DiagnosisPart,
  cut: PhotoPart,
  scores: PlantScores,
  specialist: Specialist,
): DiagnosisPart {
  const problem = problemOf(scores.quality);
  const found = problem ? { problem } : foundIn([scores], specialist);
  const whole = part.cutOut?.whole ?? findingsOf(part);
  return { ...withoutFindings(part), ...found, cutOut: { ...cut, whole } };
}

/** Where a leaf is too small, and nobody had a part judged yet. */
export const partToJudge = ({ nearer, cutOut }: Pick<DiagnosisPart, 'nearer' | 'cutOut'>) =>
  cutOut ? undefined : nearer;

/** As it was before a part was cut out. */
export const withWhole = (part: DiagnosisPart): DiagnosisPart =>
  part.cutOut ? { ...withoutFindings(part), ...part.cutOut.whole } : part;

const findingsOf = ({ probabilities, problem, evidence }: DiagnosisPart): Findings => ({
  ...(probabilities && { probabilities }),
  ...(problem && { problem }),
  ...(evidence && { evidence }),
});

const withoutFindings = ({
  probabilities: _probabilities,
  problem: _problem,
  evidence: _evidence,
  cutOut: _cutOut,
  ...rest
}: DiagnosisPart): DiagnosisPart => rest;
