/**
 * Whether a question is of a plant's health. That is for the specialist: a small mind makes it up. What is not recognised here
 * goes to the mind.
 */
import { cropsToSay } from './diagnosis';
import { cropNamed, cropsNamed } from './crop';
import { comparable, plantNouns, sickness, symptoms } from './words';

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

/** Plants that people keep, of which no condition is known. */
const otherKinds =
  /\b(roses?|orchids?|basil|mint|ferns?|cactus|cacti|succulents?|house ?plants?|pot plants?|monstera|ficus|palms?|aloe|ivy|pothos|lavender|hydrangeas?|geraniums?|tulips?|sunflowers?|dahlias?|cucumbers?|zucchini|courgettes?|squash|pumpkins?|melons?|lettuce|cabbages?|spinach|broccoli|carrots?|onions?|garlic|peas|aubergines?|eggplants?|lemon|lime|peach|pear|plum|fig|olive|mango|banana|avocado|wheat|rice|cotton|coffee plant)\b/;
/** Those of them that are named, as they are. */
export const otherKindsNamed = (question: string): string[] =>
  [...comparable(question).matchAll(new RegExp(otherKinds, 'g'))].map(([kind]) => kind);

/** More that grows, which no crop or part of a leaf is called by. */
const otherPlants =
  /\b(flowers?|fruits?|berr(y|ies)|vegetables?|herbs?|shrubs?|hedges?|lawn|grass|gardens?|beds?|pots?|stems?|stalks?|roots?|bark|buds?|blossoms?|trees|vines|bushes)\b/;
const aboutIt = `${symptoms}|${sickness}|matter|problem|cause|reason|treatment|cure|photos?|pictures?|images?|same|one|edges?|tips?|middle|underside|top|bottom`;
const ofSomethingElse = new RegExp(`\\b(my|our|your|his|her|the|an?) (?!(\\w+ )?(${aboutIt})\\b)`);

const namesAnyPlant = (question: string, classes: readonly string[]): boolean => {
  const words = comparable(question);
  return namesPlant(question, classes) || otherKinds.test(words) || otherPlants.test(words);
};

/** Of a question that asks for a diagnosis: whether a plant may be meant. It names one, or nothing else. */
export const mayBeOfPlant = (question: string, classes: readonly string[]): boolean =>
  namesAnyPlant(question, classes) || !ofSomethingElse.test(comparable(question));

const ofHealth = new RegExp(
  `\\b(${sickness}|healthy|wilt\\w*|droop\\w*|yellowing|treat|cure|ails?|(wrong|matter|problem) with)\\b`,
);

/** Whether nobody but the specialist may answer it: it may be of a plant's health, and of nothing else that can be seen. */
export const isOfPlantHealth = (question: string, classes: readonly string[]): boolean =>
  namesPlant(question, classes) ||
  (mayBeOfPlant(question, classes) && ofHealth.test(comparable(question)));

const pointsAtOne = /\b(my|our|his|her|their|its?|this|that|these|those|them|the)\b/;
/** What is made of crops, or called by one; and what leaves do every year. */
export const notGrowing =
  /\b(pay|pie|juice|sauce|soup|salad|jam|wine|watch|laptop|macbook|iphone|ipad|phone|computer|autumn|fall)\b/;
const bare =
  /^ ((and |so )?((is|are) (it|this|that|they|these) (sick|ill|healthy|diseased|dying)|wh?at( is|s) (wrong|the (matter|problem)) with (it|this|that|them|these))) $/;

/**
 * Of a question without any photo: whether it asks what ails a plant of its person’s.
 * @param isFirst nothing was said before it that “it” could be
 */
export function asksOfUnseenPlant(
  question: string,
  classes: readonly string[],
  isFirst: boolean,
): boolean {
  const words = comparable(question);
  if (isFirst && bare.test(words)) return true;
  const isOwn = pointsAtOne.test(words) && !notGrowing.test(words);
  const isAsked = asksForDiagnosis(question) || ofHealth.test(words);
  return isOwn && isAsked && namesAnyPlant(question, classes);
}

/** Whether it names a plant, and none of the crops known. */
export const namesUnknownKind = (question: string, classes: readonly string[]): boolean =>
  otherKinds.test(comparable(question)) && cropsNamed(question, cropsToSay(classes)).length === 0;
