/**
 * From what the plant specialist makes of a photo to what is said of it. The specialist's scores alone decide: no mind
 * outvotes them, and where they do not reach, that is said.
 */
import type { PhotoQuality } from '../photos/quality';

/** `tomato__early_blight`: a crop and its condition. */
export type ConditionId = string;

/** Why a photo cannot be judged, whatever is on it. */
export type PhotoProblem = 'dark' | 'bright' | 'blurred' | 'small' | 'drawn' | 'colourless';

/** Another photo that is asked for, where those that were sent leave it open. */
export type NextPhoto = 'underside' | 'whole-plant' | 'nearer';

/** Where in the square that was judged conditions showed. */
export interface Evidence {
  readonly columns: number;
  /** How much each place spoke for a condition, row by row: 0 to 100, that of the place which did most. Whole numbers. */
  readonly maps: Readonly<Record<ConditionId, readonly number[]>>;
}

/** What the specialist makes of one photo: a logit for each of its classes, in their order. */
export interface PlantScores {
  readonly quality: PhotoQuality;
  readonly logits: readonly number[];
  /** Left out where its weights do not tell. */
  readonly evidence?: Evidence;
}

/** How scores become probabilities, and what they must reach; fitted on photos that the specialist was not taught with. */
export interface PlantCalibration {
  readonly temperature: number;
  /** From here on it is no plant, or none of the crops known. */
  readonly notPlantFrom: number;
  readonly otherPlantFrom: number;
  /** From here on the first cause is said to be likely, where it is of one of `fieldCrops`. */
  readonly likelyFrom: number;
  /** Those taught by photos from fields. How sure the specialist is of the others in a field says too little. */
  readonly fieldCrops: readonly string[];
  /** Causes are listed until they reach this together: so the right one was among 95 of 100 photos, no crop or sign given. */
  readonly listUpTo: number;
  /** A longer list helps nobody: then it is said that the photo does not tell. */
  readonly mostCauses: number;
}

/** Probabilities of the classes, those under a thousandth left out. */
export type Probabilities = Readonly<Record<ConditionId, number>>;

/** What was found in photos of one plant. */
export interface Findings {
  /** Left out where they could not be judged. */
  readonly probabilities?: Probabilities;
  readonly problem?: PhotoProblem;
  /** Of each photo, in their order. */
  readonly evidence?: readonly Evidence[];
}

export interface Cause {
  readonly id: ConditionId;
  /** Calibrated, among the conditions of the crops known (or of the one that was given). */
  readonly probability: number;
}

export type Verdict =
  | { readonly type: 'unclear'; readonly problem: PhotoProblem }
  | { readonly type: 'no-plant' }
  | { readonly type: 'unknown-plant' }
  /** Likely the first; the others are what else it may be. */
  | { readonly type: 'likely' | 'possible'; readonly causes: readonly Cause[] }
  /** Its photo does not tell; these come first, for what they are worth. */
  | { readonly type: 'unsure'; readonly causes: readonly Cause[] };

/** The classes that are no condition of a crop. */
export const notPlant = 'not_plant';
export const otherPlant = 'other_plant';

export const isCondition = (id: string): boolean => id !== notPlant && id !== otherPlant;

export const cropOf = (id: ConditionId): string => id.split('__')[0]!;

export const isHealthy = (id: ConditionId): boolean => id.endsWith('__healthy');

const leastKept = 0.001;

/** Of several photos of one plant: the mean of what was made of each. */
export function probabilitiesOf(
  photos: readonly PlantScores[],
  classes: readonly string[],
  { temperature }: PlantCalibration,
): Probabilities {
  const means = classes.map(
    (_, index) => photos.reduce((sum, { logits }) => sum + logits[index]!, 0) / photos.length,
  );
  const highest = Math.max(...means);
  const weights = means.map((mean) => Math.exp((mean - highest) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const all = classes.map((id, index) => [id, weights[index]! / total] as const);
  return Object.fromEntries(all.filter(([, probability]) => probability >= leastKept));
}

/** In fewer pixels a leaf's spots are none. */
export const leastSidePx = 96;

/**
 * The bounds under which people, too, cannot judge a leaf, and what the specialist was never taught: of leaves
 * made grey, a quarter of what it called likely was wrong, and nothing of the same in colour. Of 142 photos of leaves the flat share is
 * 0.33 at most and that of colour 0.44 at least; of drawings 0.66 and more is flat. A plain ground is neither blown out nor
 * drawn: of 98 leaves laid on white 97 are let through, and of as many overexposed ones, at four brightnesses, one. Of 4,160
 * photos of leaves, measured as they are judged, 8 are refused by these bounds (docs/decisions/0066). Shown with what to do about it, and said
 * in the viewfinder.
 */
export function problemOf(quality: PhotoQuality): PhotoProblem | null {
  if (quality.shorterSidePx < leastSidePx) return 'small';
  if (quality.brightness < 0.12 || quality.blackShare > 0.7) return 'dark';
  const hasGround = (quality.groundShare ?? 0) > 0;
  if (quality.whiteShare > 0.5 && !hasGround) return 'bright';
  if (quality.sharpness < 15) return 'blurred';
  if (quality.flatShare > 0.6 && !hasGround) return 'drawn';
  if (quality.colourShare < 0.02) return 'colourless';
  return null;
}

/** The causes among the crop's conditions that are given, or among all, the likeliest first. */
export function causesOf(probabilities: Probabilities, crop?: string): Cause[] {
  const among = Object.entries(probabilities).filter(
    ([id]) => isCondition(id) && (crop === undefined || cropOf(id) === crop),
  );
  const total = among.reduce((sum, [, probability]) => sum + probability, 0);
  return among
    .map(([id, probability]) => ({ id, probability: probability / total }))
    .sort((a, b) => b.probability - a.probability);
}

/** Of a crop that has no more of all probability than this, its scores say nothing of the condition. */
const leastOfCrop = 0.15;
/** A person's word for the crop makes a cause no likelier than its photo does, unless that agrees. */
const agreedCrop = 0.5;

/** The only conditions known of their crops: that it is this one, and not another, nobody was taught. */
const loneConditions: readonly ConditionId[] = [
  'blueberry__healthy',
  'orange__citrus_greening',
  'raspberry__healthy',
  'soybean__healthy',
];

/** All whose leaves are known. */
export const knownCrops = (classes: readonly string[]): string[] =>
  [...new Set(classes.filter(isCondition).map(cropOf))].sort();

/** The only one that is known of a crop; undefined where there are several. */
export const loneConditionOf = (crop: string): ConditionId | undefined =>
  loneConditions.find((id) => cropOf(id) === crop);

/** Those that words in a question are taken for: of which more than one condition is known. On the card, all can be chosen. */
export const cropsToSay = (classes: readonly string[]): string[] =>
  knownCrops(classes.filter((id) => !loneConditions.includes(id)));

/**
 * @param crop what a person says that it is
 * @param weigh what else is known of the causes, the likeliest first again; none becomes likely by that alone
 */
export function verdictOf(
  probabilities: Probabilities,
  calibration: PlantCalibration,
  crop?: string,
  weigh = (causes: readonly Cause[]): readonly Cause[] => causes,
): Verdict {
  const none = probabilities[notPlant] ?? 0;
  const other = probabilities[otherPlant] ?? 0;
  if (none >= calibration.notPlantFrom && none >= other) return { type: 'no-plant' };
  if (crop === undefined && none + other >= calibration.otherPlantFrom) {
    return { type: 'unknown-plant' };
  }
  // That it is the only condition known of its crop would else be certain, by nothing but that nobody was taught another.
  const isLone = crop !== undefined && loneConditionOf(crop) !== undefined;
  const byPhoto = causesOf(probabilities, isLone ? undefined : crop);
  const causes = weigh(byPhoto).filter(({ id }) => crop === undefined || cropOf(id) === crop);
  const [first] = causes;
  if (!first) return crop === undefined ? { type: 'unknown-plant' } : { type: 'unsure', causes };
  let sum = 0;
  const listed = causes.filter(({ probability }) => {
    const isIn = sum < calibration.listUpTo;
    sum += probability;
    return isIn;
  });
  const few = listed.slice(0, calibration.mostCauses);
  const agreed = crop === undefined ? 1 : shareOf(probabilities, crop);
  if (crop !== undefined && isUnlikeCrop(probabilities, crop))
    return { type: 'unsure', causes: few };
  const isLikely = [first, byPhoto[0]!].every(
    ({ id, probability }) =>
      probability >= calibration.likelyFrom && calibration.fieldCrops.includes(cropOf(id)),
  );
  if (isLikely && agreed >= agreedCrop) return { type: 'likely', causes: listed };
  if (listed.length <= calibration.mostCauses) return { type: 'possible', causes: listed };
  return { type: 'unsure', causes: few };
}

/** What a person says that it is, and its photo does not show at all. */
export const isUnlikeCrop = (probabilities: Probabilities, crop: string): boolean =>
  shareOf(probabilities, crop) < leastOfCrop;

const shareOf = (probabilities: Probabilities, crop: string): number =>
  Object.entries(probabilities)
    .filter(([id]) => isCondition(id) && cropOf(id) === crop)
    .reduce((sum, [, probability]) => sum + probability, 0);
