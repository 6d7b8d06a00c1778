/**
 * What a person wants to know of a plant. Whether a leaf is sick is a question for the specialist, and what to do about it one
 * for the card of its condition: a small mind makes up both. What is not recognised here goes to the mind.
 */
import { cropsToSay } from './diagnosis';

const comparable = (question: string): string =>
  ` ${question
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

const plantNouns = 'plants?|leaf|leaves|crops?|foliage|seedlings?|bush|tree|vine';
const sickness =
  'disease[ds]?|diseases|sick|ill|unhealthy|infected|infection|blight|mildew|rust|mold|mould|fungus|pests?|virus|deficiency|dying|diagnos\\w*|scab|canker';

const diagnosis = [
  /\bdiagnos/,
  /\bwh?ats? (is |has )?(wrong|the matter|the problem)\b/,
  /\bwhat (is|s) (wrong|happening|going on)\b/,
  /\bwhat(s| is| are| causes| caused| has caused)?\b.*\b(spots?|patches|holes|rings|wilting|yellowing|curling|powder|lesions?)\b/,
  /\bwhy (is|are|does|do|has|have)\b.*\b(yellow\w*|brown\w*|spot\w*|wilt\w*|curl\w*|dying|sick|droop\w*|black\w*|white)\b/,
  new RegExp(
    `\\b(is|are|does|do|has|have|looks?)\\b.*\\b(${sickness}|healthy|ok|okay|all right|fine)\\b`,
  ),
  new RegExp(`\\b(which|what|name|any|identify|tell me|find)\\b.*\\b(${sickness})\\b`),
  new RegExp(`\\bcheck\\b.*\\b(${plantNouns})\\b`),
  new RegExp(`\\b(help|save|cure|treat)\\b.*\\b(${plantNouns}|it|this|them)\\b`),
];

const symptoms =
  'yellow\\w*|brown\\w*|black|white|pale|spots?|spotted|patch(es)?|holes?|rings?|curl\\w*|wilt\\w*|droop\\w*|dry|drying|dropping|falling|bumps?|powder\\w*|fuzz\\w*|crinkl\\w*|mottled';
const ofPlants = new RegExp(`\\b(${plantNouns})\\b`);
const ofSickness = new RegExp(`\\b(${sickness})\\b`);
const ofSymptoms = new RegExp(`\\b(${symptoms})\\b`);

/** Of a question that comes with photos: whether they are to be judged, should they show a plant. */
export function asksForDiagnosis(question: string): boolean {
  const words = comparable(question);
  const isOnLeaf = /\bwh?at( is|s)? (this|that|it|these|those)\b.* on (my|the|this|its)\b/.test(
    words,
  );
  return (
    diagnosis.some((form) => form.test(words)) ||
    (ofPlants.test(words) && (ofSymptoms.test(words) || isOnLeaf)) ||
    (ofSickness.test(words) && words.trim().split(' ').length <= 3)
  );
}

/** Whether it is of a plant by its words alone: then a photo in which none can be seen is a bad one of it. */
export const namesPlant = (question: string, classes: readonly string[]): boolean =>
  ofPlants.test(comparable(question)) || cropNamed(question, classes) !== undefined;

/** More that grows, which no crop or part of a leaf is called by. */
const otherPlants =
  /\b(flowers?|fruits?|berr(y|ies)|vegetables?|herbs?|roses?|orchids?|basil|mint|ferns?|cactus|succulents?|houseplants?|shrubs?|hedges?|lawn|grass|gardens?|beds?|pots?|stems?|stalks?|roots?|bark|buds?|blossoms?|trees|vines|bushes)\b/;
const aboutIt = `${symptoms}|${sickness}|matter|problem|cause|reason|treatment|cure|photos?|pictures?|images?|same|one|edges?|tips?|middle|underside|top|bottom`;
const ofSomethingElse = new RegExp(`\\b(my|our|your|his|her|the|an?) (?!(\\w+ )?(${aboutIt})\\b)`);

/** Of a question that asks for a diagnosis: whether a plant may be meant. It names one, or nothing else. */
export function mayBeOfPlant(question: string, classes: readonly string[]): boolean {
  const words = comparable(question);
  return namesPlant(question, classes) || otherPlants.test(words) || !ofSomethingElse.test(words);
}

const cropWords = (text: string) => comparable(text).replaceAll(/\bblack (?=gram)/g, 'black');
const namesOf = (crop: string) => `(${(otherNames[crop] ?? [crop]).join('|')})(e?s)?`;

/** The crop that is named, of those that are known; undefined where none is, or several. */
export function cropNamed(question: string, conditions: readonly string[]): string | undefined {
  const words = cropWords(question);
  const named = cropsToSay(conditions).filter((crop) =>
    new RegExp(`\\b${namesOf(crop)}\\b`).test(words),
  );
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

/** A part of what is known of a condition. */
export type CardPart =
  | 'treatment'
  | 'prevention'
  | 'signs'
  | 'lookAlikes'
  | 'harvest'
  | 'spread'
  | 'chemicals'
  | 'expert'
  | 'about'
  /** Beyond what any card says. */
  | 'unsaid';

/** In this order: the first that fits is meant. */
const asked: readonly (readonly [CardPart, RegExp])[] = [
  ['harvest', /\b(eat|eating|edible|harvest|safe to eat|fruits? safe)\b/],
  [
    'chemicals',
    /\b(spray|spraying|chemicals?|fungicides?|pesticides?|insecticides?|copper|sulphur|sulfur)\b/,
  ],
  ['prevention', /\b(prevent\w*|next (year|season)|come back|avoid)\b/],
  ['spread', /\b(spread\w*|contagious|infect|catch it|other plants|neighbou?r\w*)\b/],
  [
    'lookAlikes',
    /\b(look ?alikes?|confused?|what else|something else|mistaken|tell (it|them) apart|difference)\b/,
  ],
  [
    'signs',
    /\b(how (can|do) (i|you) (tell|know|be sure)|signs?|symptoms?|sure|certain|recogni[sz]e|check)\b/,
  ],
  ['expert', /\b(expert|extension|professional)\b/],
  [
    'treatment',
    /\b(treat\w*|cure|do (about|now|today|first|next|with)|should i do|can i do|do i do|get rid|fix|save|remed\w+|read (it|the treatment|them)|steps|yes( please)?|go on|tell me more)\b/,
  ],
  [
    'about',
    /\b(what is (it|that|this)|whats (it|that)|about it|explain (it|this|that)|cause[sd]? (it|this|that))\b/,
  ],
];

/** What no card answers, and nobody should guess. */
const beyond =
  /\b(cats?|dogs?|pets?|animals?|chickens?|kids?|child|children|bab(y|ies)|drink|bleach|mix(ed|ing)?|dose|dosage|how much|how many|mushrooms?)\b/;
const aboutLeaves = /\b(eat|eating|edible)\b.*\blea(f|ves)\b/;
/** Said alone, they are about what was said last. */
const bare =
  /^ (yes|yes please|please|please do|sure|ok|okay|go on|tell me more|what now|what next|and now|(read )?(me )?the treatment|how (can|do) (i|you) (tell|know|be sure)|(so )?what (should|can|do|could|must) i do( now| today| first| next| about it)?) $/;
const pointing =
  /\b(it|its|this|that|these|those|them|they|plants?|lea(f|ves)|fruits?|harvest|disease|treatment|spray|spraying|fungicides?|pesticides?|expert)\b/;

/** Of a question right after a diagnosis or what was told of it; null where it is about something else, or more than that. */
export function cardPartAsked(question: string): CardPart | null {
  const words = comparable(question);
  if (words.length > mostLetters || /^ (no|nope|not)\b/.test(words)) return null;
  const isBare = bare.test(words);
  if (!isBare && (!pointing.test(words) || /^ yes\b/.test(words))) return null;
  const part = asked.find(([, form]) => form.test(words))?.[0] ?? (isBare ? 'treatment' : null);
  const isBeyond = beyond.test(words) || aboutLeaves.test(words);
  return part && isBeyond ? 'unsaid' : part;
}

const mostLetters = 90;

/** Whether it only takes up what was offered. */
export const isYes = (question: string): boolean =>
  /^ (yes|yes please|please|please do|sure|ok|okay|go on) $/.test(comparable(question));
