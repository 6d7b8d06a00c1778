/** Whether a photo that comes after a diagnosis is one more of its plant, by the words that come with it. */
import { cropsNamed, withoutCrops } from './crop';
import { comparable, symptoms } from './words';

/** `named` says what of the plant it shows, or that it is the same; `bare` no more than that it is there. */
export type Brought = 'named' | 'bare';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ofPlant = set(
  'underside undersides underneath below under whole entire same closer nearer close closeup side back bottom top single',
);
const ofPhoto = set(
  'here heres another photo photos picture pictures image shot view better sharper brighter',
);
const others = set(
  'is are it its this thats that these theyre they a an the my our of and or now ok okay so well yes yeah sure please look at from with in on for to as you i me we see can tell try took take made does do how about what maybe just one more leaf leaves plant plants bush tree vine has have got some many asked wanted help go there all both near away further farther distance up daylight light sun shade sharp focus tansy',
);
const bare = /\b(one more|one leaf|does (this|that|it) help)\b/;
/** More than that is more than a caption. */
const mostWords = 14;

/** Of another plant, or of none that was shown. */
const ofAnother =
  /\b(other|another|second|next|different|new) (\w+ )?(plants?|bush|tree|vine)\b|\bother ones?\b/;
const asks = /^ (and |so |ok |okay )*(is|are|does|do|can|what|how)\b/;
const asksOfPhoto = /\b(better|enough|(this|that|it) help|(what|how) about|can you (tell|see))\b/;
const ofSymptoms = new RegExp(`^(${symptoms})$`);

/**
 * Null where it asks something else, or is of another plant.
 * @param crops those that it may be of
 * @param known all that can be named
 */
export function broughtBy(
  said: string,
  crops: readonly string[],
  known: readonly string[],
): Brought | null {
  const whole = comparable(said);
  if (whole.trim() === '') return 'bare';
  const isQuestion = said.trim().endsWith('?') || asks.test(whole);
  if (ofAnother.test(whole) || (isQuestion && !asksOfPhoto.test(whole))) return null;
  if (cropsNamed(said, known).some((crop) => !crops.includes(crop))) return null;
  const words = withoutCrops(said, crops).trim().split(/ +/);
  const isCaption = words.every(
    (word) => ofSymptoms.test(word) || [ofPlant, ofPhoto, others].some((all) => all.has(word)),
  );
  if (words.length > mostWords || !isCaption) return null;
  if (words.some((word) => ofPlant.has(word))) return 'named';
  return bare.test(whole) || words.some((word) => ofPhoto.has(word)) ? 'bare' : null;
}
