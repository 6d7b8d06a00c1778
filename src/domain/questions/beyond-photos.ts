/**
 * What is asked of a photo that no photo tells, or that a small mind cannot see in one: whether something may be eaten, and how
 * many there are, whose it is. It answers all the same, or in half a sentence. Only a whole question counts, in English.
 */
import { wholeQuestions } from '../words/whole-question';
import { wordsAlone } from '../words/words-alone';

export type BeyondPhotos = 'eating' | 'counting' | 'unseen';
export type BeyondWords = Readonly<Record<BeyondPhotos, string>>;

const pronoun = '(?:this|it|that|these|those|them|they|one|some of (?:it|this|these|them))';
const whoever =
  '(?:i|we|you|one|he|she|they|people|humans|kids|children|dogs|cats|(?:my|our|a|an|the) (?:\\w+ )?\\w+)';
const may = '(?:can|could|may|should|must)';
const toEat = '(?:eat|eating|drink|drinking|consume|taste|swallow)';
const picture =
  '(?:(?:the|this|that|my) )?(?:photo|photograph|picture|image|background|foreground)';
const there = `(?: (?:(?:in|on) (?:${picture}|it|this|that)|there|here|visible))*`;

const forms: Readonly<Record<BeyondPhotos, readonly string[]>> = {
  eating: [
    `${may} ${whoever} (?:still |safely |just )?(?:eat|drink|taste|swallow) ${pronoun}(?: \\w+)?(?: raw| now| safely)?`,
    `(?:is|are) ${pronoun}(?: \\w+)? (?:really |still |all )?(?:edible|eatable|drinkable|poisonous|toxic)(?: (?:to|for) ${whoever})?`,
    `(?:is|are|would) ${pronoun}(?: \\w+)? (?:be )?(?:really |still )?(?:safe|good|ok|okay|fine|all right|alright|dangerous|bad)(?: for ${whoever})? to ${toEat}(?: raw)?`,
    `is it (?:safe|ok|okay|fine|dangerous|bad)(?: for ${whoever})? to ${toEat} ${pronoun}(?: \\w+)?(?: raw)?`,
  ],
  counting: [
    `how many (?:\\w+ ){0,3}(?:are|is|were)${there}`,
    `how many (?:\\w+ ){0,3}(?:do|can) (?:you|we|i) (?:see|count)${there}`,
    `how many (?:are|of) (?:they|them|these|those)(?: are)?${there}`,
    `how many (?:\\w+ ){0,2}(?:are|is) (?:these|those|they|this|that)`,
    `(?:can|could) you count (?:them|these|those|the \\w+)${there}|count (?:them|these|those|the \\w+)${there}`,
  ],
  unseen: [
    `who (?:made|built|painted|drew|designed|owns|took|wrote|invented|bought|sold) ${pronoun}${there}`,
    `whose (?:\\w+ )?(?:is|are) ${pronoun}`,
    `(?:where|when|in which \\w+|in what \\w+) (?:is|was|were|are) ${pronoun}(?: \\w+)? (?:from|taken|made|built|painted|bought|sold|found|shot)`,
    `how (?:old|heavy|big|large|small|tall|high|long|wide|deep|far away|fast|expensive|warm|cold|hot) (?:is|are|was) ${pronoun}(?: \\w+)?`,
    `how much (?:does|do) ${pronoun} weigh`,
    `what (?:does|do) ${pronoun} (?:smell|taste|sound|feel|weigh)(?: like)?`,
    `what (?:is|s|are) (?:his|her|its|their) (?:names?|age|phone number|address)`,
  ],
};
const kindOf = wholeQuestions(
  forms,
  '(?:(?:hey|hi|ok|okay|and|but|so|please|tansy) )*',
  '(?: (?:please|exactly|altogether|in all))*',
);

export const beyondPhotos = (question: string): BeyondPhotos | null =>
  kindOf(wordsAlone(question)) ?? null;
