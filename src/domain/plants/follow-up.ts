/** What a person wants to know after a diagnosis, of its plant. What is not recognised here goes to the mind. */
import { asksForDiagnosis, notGrowing } from './question';
import { cropsNamed } from './crop';
import { comparable, plantNouns } from './words';

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
  /** What it is: said as at first. */
  | 'verdict'
  /** How sure that is, in figures. */
  | 'sureness'
  /** Which crop it is. */
  | 'crop'
  /** Beyond what any card says. */
  | 'unsaid';

interface Topic {
  readonly part: CardPart;
  readonly form: RegExp;
  /** Said of anything: it is of the plant where that was spoken of last, or is named. */
  readonly isVague?: true;
}

const livings =
  'cats?|dogs?|pets?|animals?|chickens?|rabbits?|kids?|child|children|toddlers?|bab(y|ies)|bees';
const sprays =
  'spray\\w*|chemicals?|fungicides?|pesticides?|insecticides?|herbicides?|copper|sulphur|sulfur';
const care = 'water(ed|ing)?|fertili[sz]\\w*|feed|prun\\w*|repot\\w*|sunlight|shade|soil';
const eaters = `i|we|you|people|anyone|one|to|be|still|it|safe(ly)?|${livings}`;

/** The plant that was judged. */
const itself =
  '(my|the|our|this|that|these|those) (sick |ill |poor |infected |whole )?(plant|leaf|leaves|crop|foliage|seedling|bush|tree|vine)';
/** Whether it has it, in words that are not about others. */
const itHas = `(it|${itself}|(my|the|our) plants) (really |also )?have (it|this|that)`;
/** Whether others get it: not why or how it did itself, and whoever asks is no plant. */
const othersGet = `(?<!\\bwhy |\\bhow (?=do))(can|could|will|would|do|does|might) (?!(i|you|we|one|${itself}) |${itHas})(\\w+ ){1,3}(get|have) (it|this)`;

/** In this order: the first that fits is meant. What no card answers, and nobody should guess, comes first. */
const topics: readonly Topic[] = [
  {
    part: 'unsaid',
    form: new RegExp(
      `\\b(${livings})\\b.*\\b(eat|eats|ate|eaten|safe|harm\\w*|poison\\w*|toxic|touch|lick|chew\\w*|drink|sick|ill|hurt|dangerous)\\b|\\b(eat|feed|safe|hurts?|affects?|harm\\w*|poison\\w*|toxic|dangerous|bad|(what|how) about)\\b.*\\b(${livings})\\b`,
    ),
  },
  { part: 'unsaid', form: /\b(eat|eating|edible)\b.*\blea(f|ves)\b/ },
  {
    part: 'unsaid',
    form: new RegExp(
      `\\b(bleach|vinegar|soap|baking soda|neem|milk|dos(es?|age|ing)|mix(ed|ing)?|dilut\\w*)\\b|\\bhow (much|many|often)\\b.*\\b(${sprays}|${care}|use|apply|recover)\\b`,
    ),
  },
  {
    part: 'unsaid',
    form: /\b(die|dies|dead|doomed|survive\w*|recover\w*|recovery|get (better|worse|well)|heals?|too late|grow back|go away|be (ok|okay|fine|all right))\b/,
  },
  {
    part: 'unsaid',
    form: /^ how (much|often|long|many)( will it take)? $|\b(serious|severe|fatal|deadly|dangerous|toxic|poisonous|hope|how bad)\b|^ is (it|this|that) (very |really )?bad $/,
    isVague: true,
  },
  {
    part: 'harvest',
    form: new RegExp(
      `\\b(${eaters}) (\\w+ )?(eat|eaten|eating)\\b|\\b(edible|harvest\\w*|cook(ed)?|(what|how) about the fruits?)\\b|\\b(pick|fruits? safe|safe to eat)\\b`,
    ),
  },
  { part: 'chemicals', form: new RegExp(`\\b(${sprays})\\b`) },
  {
    part: 'prevention',
    form: /\b(prevent\w*|next (year|season|spring|summer)|come back|happen(ing)? again|avoid|same (soil|bed|spot|pot))\b/,
  },
  {
    part: 'spread',
    form: new RegExp(
      `(?<!\\bi )\\bspread\\w*\\b|\\b(contagious|infect|infectious|catch (it|this)|get (it|this) too|${othersGet}|other plants|neighbou?r\\w*)\\b`,
    ),
  },
  { part: 'verdict', form: new RegExp(`^ (do|does) ${itHas}\\b`) },
  {
    part: 'lookAlikes',
    form: /\b(look ?alikes?|confused?|what else|something else|mistaken|tell (it|them) apart|difference)\b/,
    isVague: true,
  },
  {
    part: 'sureness',
    form: /\b(how (sure|certain|confident)|(are you|can you be) (really |very |quite |absolutely )?(sure|certain|confident)|(are|is) (you|that|it) (right|correct|true))\b/,
    isVague: true,
  },
  {
    part: 'signs',
    form: /\b(how (can|do) (i|you) (tell|know|be sure)|signs?|symptoms?|sure|certain|recogni[sz]e|check)\b/,
    isVague: true,
  },
  { part: 'expert', form: /\b(expert|extension|professional)\b/, isVague: true },
  { part: 'treatment', form: new RegExp(`\\b(treat\\w*|cure[ds]?|remed\\w+|${care})\\b`) },
  {
    part: 'treatment',
    form: /\b(do (about|now|today|first|next|with)|should i do|can i do|do i do|get rid|fix|save|steps|read (it|them))\b/,
    isVague: true,
  },
  {
    part: 'crop',
    form: /\b(what|which) (kind of |sort of |type of )?(plant|crop|tree) (is|does)\b|\bwhat(s| is| are| kind of| sort of| type of) (this|that|the|my|these|those) (plant|crop|tree|lea(f|ves))s?( called)? $/,
    isVague: true,
  },
  {
    part: 'about',
    form: /^ (so |and )?what(s| is| are) (it|that|this|(\w+ ){0,3}(blight|mildew|rust|scab|rot|spot|mold|mites|esca|greening|disease))( exactly| called)? $|\b(what|which) (kind of |sort of |type of )?disease (is|does)\b|\b(tell me (more )?about it|explain (it|this|that)|cause[sd]? (it|this|that)|where (does|did) (it|this|that) come from|(how|why) (did|does|do) ((it|this|that|(my|the) \w+) (get|have|catch|start)|(my|the|our|this|these|those) (\w+ ){1,2}(get|have|catch) (it|this|that)))\b/,
    isVague: true,
  },
];

/** Said alone, they are about what was said last. */
const bare = new RegExp(
  `^ (tell me more|(what|how) about next (year|season)|what now|what next|and now|why|is there (any )?hope|how (much|often|long|many)|how (sure|certain|confident) are you( (of|about) (it|this|that|the (diagnosis|result)))?|(are you|can you be) (really |very |quite |absolutely )?(sure|certain|confident)|(read )?(me )?the treatment|how (can|do) (i|you) (tell|know|be sure)|(so )?what (should|can|do|could|must) i do( now| today| first| next( year| season)?| about it)?) $`,
);
const named = new RegExp(
  `\\b((my|our|its|this|that|these|those|your)( \\w+)?|the( sick| other| whole| infected)?|other) (${plantNouns})\\b|\\b(the|this|that|its) (disease|infection|fungus|treatment|fruits?|harvest)\\b|\\b(blight|mildew|scab|fungicides?|pesticides?|insecticides?)\\b`,
);
/** Right after a diagnosis these are of its plant. */
const namedSoon =
  /\b(fruits?|harvest|spray|spraying)\b|^ (what|how) about (my |our |the )?\w+ $|^ (can|could|should) i (use|try) (\w+ )?(bleach|vinegar|soap|soda|neem|milk) $/;
const pointing =
  /\b(it|its|this|that|these|those|them|they|expert|treatment|same (soil|bed|spot|pot))\b/;
/** What it leads to, or what to do: where no topic fits, no card says, and no mind knows. */
const ofItsFate =
  /^ (should|must|do i (have|need) to|can|could|may|will|would|does|is|are) .*\b(plants?|lea(f|ves)|tree|bush|vine|disease|infection|fungus)\b/;
const shouldI = /\b(should i|must i|do i (have|need) to)\b/;
/** Metals and minerals, where they are put to use. */
const inUse = /\b(copper|sulphur|sulfur)\b/;
const using = /\b(spray|mix|use|apply|put|need)\b/;

export interface TalkSince {
  /** Those that it may be of. */
  readonly crops: readonly string[];
  /** Answers of a mind since the card, or what was told from it. */
  readonly others: number;
}

/** With one answer of a mind between, “it” may still be the plant. */
const mostBetween = 1;
/** In more letters, “it” may be anything. */
const mostLetters = 90;

/** Null where it is about something else, or where nothing says that it is about the plant. */
export function cardPartAsked(
  question: string,
  { crops, others }: TalkSince = { crops: [], others: 0 },
): CardPart | null {
  const words = comparable(question).replace(
    /^ ((yes|yeah|ok|okay|no|thanks|thank you|and|but|so|also|well) )+/,
    ' ',
  );
  const isNamed =
    named.test(words) ||
    (inUse.test(words) && using.test(words)) ||
    (cropsNamed(question, crops).length > 0 && !notGrowing.test(words)) ||
    (others === 0 && namedSoon.test(words));
  const isBare = others <= mostBetween && bare.test(words);
  const isPointed = others <= mostBetween && words.length <= mostLetters && pointing.test(words);
  if (!isNamed && !isBare && !isPointed) return null;
  const isClear = isNamed || others === 0;
  const topic = topics.find(({ form, isVague }) => (isClear || !isVague) && form.test(words));
  if (topic) return topic.part;
  if (!isClear) return null;
  if (isBare) return words === ' why ' ? 'about' : 'treatment';
  if (asksForDiagnosis(question)) return 'verdict';
  if (shouldI.test(words)) return 'treatment';
  return named.test(words) && ofItsFate.test(words) ? 'unsaid' : null;
}
