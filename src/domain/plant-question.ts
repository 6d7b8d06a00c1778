/**
 * What a person wants to know of a plant. Whether a leaf is sick is a question for the specialist, and what to do about it one
 * for the card of its condition: a small mind makes up both. What is not recognised here goes to the mind.
 */
import { cropOf } from './diagnosis';

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

/** Of a question that comes with photos: whether they are to be judged. */
export const asksForDiagnosis = (question: string): boolean =>
  diagnosis.some((form) => form.test(comparable(question)));

/** The crop that is named, of those that are known; undefined where none is, or several. */
export function cropNamed(question: string, conditions: readonly string[]): string | undefined {
  const words = comparable(question);
  const crops = new Set(conditions.filter((id) => id.includes('__')).map(cropOf));
  const named = [...crops].filter((crop) =>
    (otherNames[crop] ?? [crop]).some((name) =>
      new RegExp(`\\b${name}(e?s)?\\b`).test(words.replaceAll(/\bblack (?=gram)/g, 'black')),
    ),
  );
  return named.length === 1 ? named[0] : undefined;
}

const otherNames: Readonly<Record<string, readonly string[]>> = {
  corn: ['corn', 'maize', 'sweetcorn'],
  chilli: ['chilli', 'chili', 'chile'],
  grape: ['grape', 'grapevine', 'vine'],
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
  | 'about';

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

/** Of a question that follows a diagnosis; null where it is about something else, or too long to be only that. */
export function cardPartAsked(question: string): CardPart | null {
  const words = comparable(question);
  if (words.length > mostLetters) return null;
  return asked.find(([, form]) => form.test(words))?.[0] ?? null;
}

const mostLetters = 90;

/** Whether it says by itself that it is about what was said before. */
export const pointsBack = (question: string): boolean =>
  /\b(it|its|this|that|these|those|them|they|plants?|lea(f|ves)|disease|treatment)\b/.test(
    comparable(question),
  );
