/**
 * Whether a wrong answer to a question could do harm: a small mind says with the same ease that bleach and vinegar may be
 * mixed and that a fever needs no doctor. What is said instead is fixed, whichever mind there is. Told by words, in English;
 * when in doubt it is no such question, but for what cannot be mended.
 */
import { wordsAlone } from '../words/words-alone';

export type Hazard = 'emergency' | 'despair' | 'mixing' | 'medicine' | 'foraging';
export type HazardWords = Readonly<Record<Hazard, string>>;

/** Every one of a line's patterns must be found. */
type Form = readonly RegExp[];

const somebody =
  /\b(i|im|ive|id|me|my|we|weve|our|he|hes|his|she|shes|her|they|someone|somebody|baby|child|toddler|kids?|help)\b/;
const strong =
  '(bleach|ammonia|chlorine|(drain|toilet|oven|pool|mou?ld) (cleaner|unblocker)|(hydrogen )?peroxide|(muriatic|hydrochloric|sulfuric|sulphuric|nitric) acid|lye|caustic soda|acetone|rubbing alcohol)';
const other = `(${strong}|vinegar|lemon juice|citric acid|acids?|alcohol|ethanol|(window|glass|floor|kitchen|bathroom|surface) cleaner|cleaners?|detergent|dish soap)`;
const mixing = /\b(mix\w*|combin\w+|together|blend\w*|pour\w*|add\w*|use .* and)\b/;

const medicines =
  /\b(paracetamol|acetaminophen|tylenol|ibuprofen|advil|aspirin|naproxen|antibiotics?|amoxicillin|penicillin|insulin|metformin|warfarin|blood thinners?|antidepressants?|diazepam|valium|xanax|morphine|codeine|opioids?|sleeping (pills?|tablets?)|pain ?killers?|cough syrup|antihistamines?|statins?|prednisone|cortisone|melatonin|contraceptives?|medications?|medicines?|medicine|pills?|tablets|overdose|dosage)\b/;
const toAct =
  /\b(take|taking|took|give|giving|mix\w*|combin\w+|together|dose|dosage|how (much|many|often|long)|safe\w*|(can|may|should|could) (i|we|he|she|my)|stop|double|missed|instead of|allergic|pregnan\w*|alcohol|wine|beer)\b/;
const symptoms =
  /\b(fever|feverish|temperature of (3[89]|4[0-3]|10[0-9])|rash|migraine|headaches?|(stomach|tooth|ear|back) ?(ache|pain)|diarrh\w+|vomit\w*|throwing up|sore throat|infect(ion|ed)|sunburn(ed|t)?|burn(ed|t) (my|his|her) (hand|finger|arm|leg|foot|skin|face|tongue)|sprain\w*|concussion|dizzy|dizziness|faint(ed|ing)?|blood pressure|allergic reaction|(bee|wasp) stings?|(snake|tick|dog|spider) ?bites?|dehydrat\w+|asthma|pneumonia|swollen|numbness|seizures?|pain in my|hurts)\b/;
const forHelp =
  /\b(what (should|can|could|do|helps?)|how (do|can|could|should|long)|should|treat\w*|helps?|cures?|heal\w*|get rid of|(do|good|something) (for|about|against)|dangerous|serious|normal|worried|is it|remed(y|ies))\b/;

const forms: Readonly<Record<Hazard, readonly Form[]>> = {
  despair: [
    [
      /\b(kill(ing)? myself|suicidal|commit suicide|suicide|end(ing)? (my life|it all)|(want|wanna|going) (to )?die|hurt(ing)? myself|harm(ing)? myself|self harm|(dont|do not) want to (live|be alive)|better off (dead|without me))\b/,
      /\b(i|im|ive|me|my|myself)\b/,
    ],
  ],
  emergency: [
    [
      /\b(chest pains?|pain in (my|his|her) chest|(cant|cannot|trouble|struggling to|not|stopped) breath(e|ing)|unconscious|passed out|(having|had) a (stroke|heart attack|seizure)|(wont|will not|doesnt) stop bleeding|bleeding (heavily|badly|a lot)|choking|overdosed|taken an overdose|took too many|been electrocuted|carbon monoxide alarm)\b/,
      somebody,
    ],
    [/\b(smell(s|ing)?( of)?|leak(s|ing)?) gas\b|\bgas (leak|smell)\b/, somebody],
    [
      /\b(swallowed|drank|drunk|ate|eaten|inhaled|breathed in)\b/,
      /\b(bleach|button|batter(y|ies)|cleaner|detergent|laundry pods?|pills?|tablets|poison\w*|antifreeze|chemicals?|fumes|(wild|unknown|poisonous) (mushrooms?|berries)|magnets?|medicine)\b/,
      somebody,
    ],
    [
      /\b(i|im|ive|he|hes|she|shes|we|son|daughter|baby|child|kid|toddler|dog|cat|wife|husband|mother|father|someone|somebody)( \w+){0,3} poisoned\b/,
    ],
  ],
  mixing: [
    [mixing, new RegExp(`\\b${strong}\\b.*\\b${other}\\b|\\b${other}\\b.*\\b${strong}\\b`)],
    [mixing, /\b((cleaning|household) (products|chemicals)|different cleaners)\b/],
  ],
  medicine: [
    [medicines, toAct],
    [symptoms, somebody, forHelp],
    [/\bpregnan\w*\b/, /\b(safe|eat|drink|take|pain\w*|bleed\w*)\b/],
  ],
  foraging: [
    [
      /\b(mushrooms?|toadstools?|wild (berr(y|ies)|plants?|garlic|herbs?|fruits?))\b/,
      /\b(eat|eating|edible|poisonous|toxic|safe)\b/,
      /\b(this|these|that|those|it|wild|found|forest|woods?|lawn|meadow|tell|which|identify|pick(ed|ing)?)\b/,
    ],
  ],
};
const hazards = Object.keys(forms) as Hazard[];

/** Of plants, of which their own cards tell, and of machines. */
const ofOthers =
  /\b(computers?|laptops?|phones?|tablet|pc|files?|software|batter(y|ies)|plants?|lea(f|ves)|seedlings?|trees?|shrubs?|crops?|roses?|tomato(es)?|beans?|potato(es)?|apples?|soil|roots?|stems?)\b/;
/** What is longer tells a story or brings a text. */
const mostLetters = 300;

/** The first kind that fits. */
export function hazardAsked(question: string): Hazard | null {
  if (question.length > mostLetters) return null;
  const words = wordsAlone(question);
  const fits = (hazard: Hazard) =>
    forms[hazard].some((form) => form.every((pattern) => pattern.test(words)));
  const found = hazards.find(fits) ?? null;
  return found === 'medicine' && ofOthers.test(words) ? null : found;
}
