/** How sure a diagnosis is, and which crop it is of: told from its figures, and not from the notes on a condition. */
import { judgedIn, type DiagnosisPart } from './findings';
import { cropOf, type Cause, type PlantCalibration } from './diagnosis';
import type { PlantCards } from './card';
import { cropName, named } from './names';
import type { PlantWords, SureCause } from './told';
import { causesIn, verdictOn } from './verdict';

/**
 * The word and the figure of the first cause and of the next: by the photo, taken as the crop that a person named, and then by
 * the signs that were answered.
 * Null where nothing was found that has a figure.
 */
export function sureness(
  part: DiagnosisPart,
  calibration: PlantCalibration,
  cards: PlantCards,
  words: Pick<PlantWords, 'sure'>,
): string | null {
  const told = (given: DiagnosisPart, hasSigns: boolean): string | null => {
    const verdict = verdictOn(given, calibration, cards);
    const [first, next] = causesIn(verdict);
    if (!('causes' in verdict) || !first) return null;
    const called = (cause: Cause): SureCause => ({
      ...named(cause.id, cards),
      probability: cause.probability,
    });
    const crop = given.crop === undefined ? undefined : cropName(given.crop);
    const photos = judgedIn(given);
    const of = { type: verdict.type, hasSigns, photos, crop };
    return words.sure(called(first), next && called(next), of);
  };
  const { signs, ...photo } = part;
  const all = [told(photo, false), signs ? told(part, true) : null];
  const said = all.flatMap((each) => each ?? []);
  return said.length > 0 ? said.join(' ') : null;
}

/** The crops of what it may be; null where nothing is claimed. */
export function cropTold(
  part: DiagnosisPart,
  calibration: PlantCalibration,
  cards: PlantCards,
  words: Pick<PlantWords, 'crop'>,
): string | null {
  const verdict = verdictOn(part, calibration, cards);
  if (verdict.type !== 'likely' && verdict.type !== 'possible') return null;
  if (part.crop !== undefined) return words.crop([cropName(part.crop)], true);
  // What is likely is of one crop; of what is possible, each counts.
  const { causes } = verdict;
  const told = verdict.type === 'likely' ? causes.slice(0, 1) : causes;
  return words.crop([...new Set(told.map(({ id }) => cropName(cropOf(id))))], false);
}
