/** Which crop a person says that it is. */
import { cropsToSay } from './diagnosis';
import { comparable } from './words';

const otherNames: Readonly<Record<string, readonly string[]>> = {
  corn: ['corn', 'maize', 'sweetcorn'],
  chilli: ['chilli', 'chili', 'chile'],
  grape: ['grape', 'grapevine'],
  blueberry: ['blueberry', 'blueberrie'],
  cherry: ['cherry', 'cherrie'],
  raspberry: ['raspberry', 'raspberrie'],
  strawberry: ['strawberry', 'strawberrie'],
  soybean: ['soybean', 'soya', 'soy'],
  blackgram: ['blackgram', 'urad', 'urd'],
  pepper: ['bell pepper', 'pepper', 'capsicum'],
};

const cropWords = (text: string) => comparable(text).replaceAll(/\bblack (?=gram)/g, 'black');
const namesOf = (crop: string) => `(${(otherNames[crop] ?? [crop]).join('|')})(e?s)?`;

/** Those of the crops that are named. */
export function cropsNamed(question: string, crops: readonly string[]): string[] {
  const words = cropWords(question);
  return crops.filter((crop) => new RegExp(`\\b${namesOf(crop)}\\b`).test(words));
}

/** Its words, as they are compared, without what the crops are called. */
export const withoutCrops = (text: string, crops: readonly string[]): string =>
  crops.reduce(
    (left, crop) => left.replaceAll(new RegExp(`\\b${namesOf(crop)}\\b`, 'g'), ' '),
    cropWords(text),
  );

/** The crop that is named, of those that are known; undefined where none is, or several. */
export function cropNamed(question: string, conditions: readonly string[]): string | undefined {
  const named = cropsNamed(question, cropsToSay(conditions));
  return named.length === 1 ? named[0] : undefined;
}

const alone = {
  before:
    '(oh |well |yes |no |i think |i guess |maybe |probably )*((it|this|that|they|these)(s|re| is| are)? )?(an? |my )?',
  after: '( plants?| lea(f|ves)| trees?| bush| vine)?',
};

/** The crop, where nothing else is said: an answer to which one it is. */
export function cropSaid(said: string, conditions: readonly string[]): string | undefined {
  const crop = cropNamed(said, conditions);
  if (crop === undefined) return undefined;
  const whole = new RegExp(`^ ${alone.before}${namesOf(crop)}${alone.after} $`);
  return whole.test(cropWords(said)) ? crop : undefined;
}
