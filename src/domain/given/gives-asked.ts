/**
 * Whether a sentence can give what a question asks for: a reason, somebody, a number of things, a price, more than the
 * question's own words. One may be of the very thing, in the question's very words, and give something else of it. English;
 * where it cannot be told, it can.
 */
import { isCalendar } from '../words/calendar-words';
import { contentWords } from '../words/content-words';
import { countsThings, holdsPrice } from './counts-things';
import { firstName, namesSomebody } from './names-somebody';

type Gives = (sentence: string, question: string) => boolean;

const reason =
  /\b(because|since|so that|so as|due to|thanks to|owing to|in order|to (?:make|keep|avoid|save|prevent|protect|stop|give|let|help)|for (?:an?|lack|fear|want|safety)|as (?:it|they|he|she|the|there|we|you|this|that|its|their)|if|when|or|otherwise|therefore|reasons?|causes?|caused|means)\b|, so\b|[:(]|\s[–—-]\s/i;
const givesReason: Gives = (sentence) => reason.test(sentence);

const costing = /\b(?:free|nothing|gratis|charged?|included)\b/i;
const givesPrice: Gives = (sentence) => costing.test(sentence) || holdsPrice(sentence);

const givesMore: Gives = (sentence, question) => {
  const asked = new Set(contentWords(question));
  return contentWords(sentence).some((word) => !asked.has(word) && !/^\d/.test(word));
};

/** “Milo”, “Blue Heron”: behind another word, or in quotes; or what its sentence begins with, and does or is something. */
const ownName = /(?<=[\p{L}\p{N},;:'’)]\s+["“‘(]?)\p{Lu}[\p{L}'’-]+|["“‘][^"“”‘]+["”’]/gu;
const givesName: Gives = (sentence, question) => {
  const asked = new Set(contentWords(question));
  return [...(sentence.match(ownName) ?? []), firstName(sentence)].some((name) =>
    contentWords(name).some((word) => !asked.has(word) && !isCalendar(name.toLowerCase())),
  );
};

/** “for a child”: a price of anybody else is not theirs. */
const forWhom =
  /\bfor (?:an? |the |my |our |your |two |three )?(child|children|kids?|adults?|students?|pensioners?|seniors?|dogs?|members?|non-members?|families|family|groups?|bab(?:y|ies)|under-\w+)\b/i;
const givesPriceTo: Gives = (sentence, question) => {
  const [, whom] = forWhom.exec(question) ?? [];
  const [word] = whom ? contentWords(whom) : [];
  return givesPrice(sentence, question) && (!word || contentWords(sentence).includes(word));
};

const opening = String.raw`^\W*(?:(?:and|but|so) )?`;
const isOrAre = String.raw`what(?:['’]s| is| are| was| were) `;
/** Up to the noun, not past “of the day”. */
const before = String.raw`(?:(?!(?:of|for|in|on|at|to|from|with|by)\b)[\p{L}\p{N}’'-]+ )*`;
const money = 'prices?|costs?|fees?|fares?|rent|charges?|deposit';
/** Of these a figure alone says what they are. */
const figures = `${money}|numbers?|code|pin|age|size|height|length|width|depth|weight|temperature|score|result|total|sum|amount|rate|limit|speed|record|address|phone|percentage|distance|dose|capacity|maximum|minimum|most|least|duration|deadline|date|time|day|year|hours?|reward|prize|fine|bill|salary|wage|pay|discount`;

/** The first that fits is meant. */
const kinds: readonly { readonly asked: readonly RegExp[]; readonly gives: Gives }[] = [
  { asked: [new RegExp(String.raw`${opening}why\b`, 'i')], gives: givesReason },
  {
    asked: [
      /\bhow much\b.*\b(?:pay|costs?|charged?|owe)\b/i,
      new RegExp(String.raw`${opening}how much (?:is|are|was|were|for)\b`, 'i'),
      /\bwhat (?:do|does|did|will|would)\b.*\bcost\b/i,
      new RegExp(String.raw`${opening}${isOrAre}${before}(?:${money})\b`, 'iu'),
    ],
    gives: givesPriceTo,
  },
  { asked: [/\bhow many\b/i], gives: countsThings },
  {
    asked: [
      /\bwhat\b.*\b(?:called|named)\W*$/i,
      new RegExp(String.raw`${opening}${isOrAre}${before}name\b`, 'iu'),
    ],
    gives: givesName,
  },
  // Who a person is that it names is told by what they are.
  {
    asked: [/^\W*(?:(?:[Aa]nd|[Bb]ut|[Ss]o) )?[Ww]ho\b(?! (?:is|was|are|were) \p{Lu})/u],
    gives: namesSomebody,
  },
  {
    asked: [new RegExp(String.raw`${opening}${isOrAre}(?!${before}(?:${figures})\b)`, 'iu')],
    gives: givesMore,
  },
];

const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
/** Not of “how many times a second”. */
const ordinal = new RegExp(
  String.raw`(?<!\b(?:a|an|one|per|each|every) )\b(?:${ordinals.join('|')})\b`,
  'gi',
);

/** Who is first on a list is not who is second. */
function holdsPlace(sentence: string, question: string): boolean {
  return (question.match(ordinal) ?? []).every((asked) => {
    const place = ordinals.indexOf(asked.toLowerCase());
    return new RegExp(String.raw`\b(?:${ordinals[place]}|${place + 2}(?:nd|rd|th)?)\b`, 'i').test(
      sentence,
    );
  });
}

export function givesWhatIsAsked(sentence: string, question: string): boolean {
  if (!holdsPlace(sentence, question)) return false;
  const kind = kinds.find(({ asked }) => asked.some((form) => form.test(question)));
  return kind ? kind.gives(sentence, question) : true;
}
