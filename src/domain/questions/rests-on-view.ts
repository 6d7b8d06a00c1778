/**
 * Whether a spoken question asks of what a camera or a shared screen shows at that moment, so that a picture of it goes with the
 * question. Stricter than what rests on a photo that is there already: a picture costs seconds, and is kept. When in doubt
 * none is taken; whoever meant it says "this".
 */
import { figureAsked } from '../photos/figure-question';
import { broughtBy } from '../plants/another-photo';
import { knownCrops } from '../plants/diagnosis';
import { asksForDiagnosis, mayBeOfPlant } from '../plants/question';
import { isCourtesy } from '../given/rests-on-given';
import { asksForText } from '../photos/text-question';
import { wordsAlone } from '../words/words-alone';

export interface ViewedFrom {
  /** The question before came with a photo: then “it” is what that shows. */
  readonly isAfterPhoto: boolean;
  /** Conditions of plants that are known, by which plants are called. */
  readonly plantClasses: readonly string[];
}

/** Said of the hour, of what was said, or of nothing that can be seen. */
const elsewhere = [
  /\b(this|that|these|those) (mornings?|afternoon|evening|night|days?|weeks?|weekends?|months?|years?|times?|season|spring|summer|autumn|fall|winter|century|moment|minute|second|hour|case|way|reason|conversation|chat|idea|topic|subject|question|answer|story|joke|song|poem|words?|sentences?|noise|sound|smell|taste|feeling|mean|means|matters?|happen(s|ed)?|fails?|done|always|got to do|true|right|correct|possible)\b/,
  /\b(this|these) (country|countries|city|cities|town|village|world|planet|region|area|state|neighbou?rhood|universe|government|company|in mind|for granted|shorter|longer|simpler|clearer|in (a|one|two|other|fewer|simple|simpler|plain) (sentences?|words?|way|terms|english))\b/,
  /\b(is|was|s) (this|that|it) (true|right|correct|wrong|all|so|ok|okay|enough|possible|why|because|how|what|a joke|a good idea|a problem|a question|the (same|end|case|reason|answer))\b/,
  /\bwhat (is|s|was) that (in|as|about|supposed|times|plus|minus|divided|squared|like to|got to do)\b/,
  /\bsee (what|why|how|that|if) (i|you|it|that)\b|\bsee you\b|\blook(ing)? (up|for|after|forward)\b/,
  /\b(came|comes?) up with (this|that|these)\b|\blive here\b|\bin my (body|life|family|name|mouth)\b|\bwrong with (me|us|you|him|her)\b/,
  /^(now|here)$/,
  // Of sights, doctors and reasons.
  /\bsee (\w+ ){1,4}from\b|\bsee (the|a|an|any|my|your) (\w+ )?(problems?|point|reasons?|doctor|dentist|vet|difference|future|issues?|way|need|movie|film)\b/,
  /\b(weather|forecast|economy|market|future|week|weekend|day) (\w+ )?look\b/,
  /\b(mean|meant|said|saying|told) by (this|that|it)\b/,
];

const things = '(\\w+ ){0,3}';
/** Of what is before the camera, whatever was said or shown before. */
const pointing = [
  // What, who, which, where, how is this.
  new RegExp(
    `\\b(what|whats|who|whos|whose|which|where|wheres|how)\\b ${things}?(is|s|are|was|were|does|do|did|can|should|would)? ?(these|this)\\b`,
  ),
  /\b(whats|whos|wheres|(what|who|where) (is|are|s)) (that|those)( (one|ones|thing|things|over|there|behind|next|in the|on the)\b.*| \w+)?$/,
  /\b(what|which) (kind|sort|type|breed|brand|make|model|species|colou?r|shape|size|animal|plant|flower|tree|bird|insect|bug|fruit|mushroom|building|car) (of )?(\w+ )?(is|are) (that|those|my|his|her)\b/,
  // Is this, can I eat this.
  /^(and |but |so |ok |okay |hey |tansy )*(is|are|was|were|does|do|can|could|should|would|will|has|have|did) (this|these)\b/,
  /^(and |but |so |ok |okay |hey |tansy )*(is|are) (that|those) (an?|my|your|his|her|our|their|some|real|safe|edible|poisonous|ripe|fresh|clean)\b/,
  /\b(eat|drink|wear|cook|read|use|open|fix|repair|translate|describe|identify|recogni[sz]e|name|count|solve|clean|wash|plug|throw|recycle|assemble|check|rate|water|touch|keep|sell|buy|make|do with|look at|tell me about|help me with) (this|these)\b/,
  /\b(translate|describe|identify|recogni[sz]e|look at) (that|those)\b/,
  // Looking itself.
  /\b(what|who|which|how many|how much)\b.*\byou (see|seeing|recogni[sz]e)( (here|there|now|right now|at the moment|(in|on) (the|my|this) \w+))*$/,
  /\b(do|can|could) you (see|recogni[sz]e|spot) (me|my|his|her|the|a|an|any|anyone|anything|anybody|somebody|someone|this|these|that|those|it|him|them|us)\b/,
  /\b(do you|can you|could you) (see|look|recogni[sz]e)( (here|there|now|this))?$/,
  /^(\w+ )?(look|have a look|take a look)( (here|now|closely|again|please|at (me|this|these|that|it|my .*|the .*)))?$/,
  /\bhow (do|does|did) (i|we|he|she|this|these|that|those|my|the|it) (\w+ )?look\b(?! like)/,
  /\bwhat (do|does) (i|we|this|these|my) (\w+ )?look like\b/,
  /\b(am|are|is|was|m|s|re) (i|we|he|she|they) (\w+ )?(holding|wearing|showing|pointing|looking|standing|sitting|touching)\b/,
  /\bwhat (i|we|he|she|they) ((am|are|is|m|s|re) )?(\w+ )?(holding|wearing|showing|pointing)\b|\bwhat (im|were|hes|shes|theyre) (holding|wearing|showing|pointing)\b/,
  /\bon my (left |right |other )?(hands?|fingers?|palm|face|head|plate|shirt|desk|table|screen|arm)\b/,
  /(?<!\b(pain|ache|numbness|tingling|feeling|weakness) )\bin my (left |right |other )?(hands?|palm)\b/,
  /\b(in front of|behind|around|next to) (me|us|you|the camera)\b/,
  /\b(on|in) (the|this|my) (shared )?(screen|camera|picture|label|shelf|window(?! (sill|box)))\b/,
  /\bwhat colou?rs? (is|are|s) (this|these|that|those|my|his|her)\b/,
  /\bhow many\b.*\b(here|this|these|holding|on my|in my)\b/,
  // After something else was shown.
  /^(and |so |or )*(this|these|now|here|what about|how about)( (this|these|that|those|now|here))?( (one|ones))?( now| here)?$/,
];
/** “It” alone, of what nothing was shown of before. */
const ofIt = [
  /^(and |so |ok |okay |hey |tansy )*(whats|what (is|s|are)|who (is|s)|whos|where (is|s)) (it|they|he|she)( called| made of| for| worth| used for)?$/,
  /^(and |so )*what (kind|sort|type|breed|brand|colou?r|species) (of \w+ )?(is|are) (it|they)$/,
];
const readIt = /^(\w+ ){0,3}read (it|them)\b/;
const atPack =
  /\b(this|these|it|its|here|pack|packet|package|box|label|bottle|price|tag|tablets?|pills?)\b/;
const ofTreatment = /\b(treat\w*|cure|save|prevent\w*|spray\w*|help (it|them))\b/;

/** Of no longer question is it known by such words. */
const mostLetters = 160;

export function restsOnView(question: string, { isAfterPhoto, plantClasses }: ViewedFrom): boolean {
  if (question.length > mostLetters || isCourtesy(question)) return false;
  const words = wordsAlone(question);
  if (asksForText(question)) return !(isAfterPhoto && readIt.test(words));
  if (elsewhere.some((form) => form.test(words))) return false;
  if (pointing.some((form) => form.test(words))) return true;
  // “Here is the underside”: one more photo is shown, which a diagnosis may have asked for.
  const crops = knownCrops(plantClasses);
  if (isAfterPhoto) return words !== '' && broughtBy(question, crops, crops) !== null;
  if (ofIt.some((form) => form.test(words))) return true;
  if (figureAsked(question, false) !== null && atPack.test(words)) return true;
  const isOfPlant = asksForDiagnosis(question) && mayBeOfPlant(question, plantClasses);
  return isOfPlant && !ofTreatment.test(words);
}
