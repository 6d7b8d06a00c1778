/** What is kept of what the specialist found, in all photos of a plant or in a part of one. */
import type { CutOut, DiagnosisPart } from './conversation';
import {
  probabilitiesOf,
  problemOf,
  type Evidence,
  type Findings,
  type PlantCalibration,
  type PlantScores,
  type Probabilities,
} from './diagnosis';

interface Specialist {
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
  cut: Omit<CutOut, 'whole'>,
  scores: PlantScores,
  specialist: Specialist,
): DiagnosisPart {
  const problem = problemOf(scores.quality);
  const found = problem ? { problem } : foundIn([scores], specialist);
  const whole = part.cutOut?.whole ?? findingsOf(part);
  return { ...withoutFindings(part), ...found, cutOut: { ...cut, whole } };
}

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
