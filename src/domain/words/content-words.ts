/**
 * Words that carry meaning, in one form each: "boiled" and "boils" are the same, and so are "fee" and "price". English; other
 * words stay as they are.
 */

const common = new Set(
  'a an the of to in on at by for from with and or but if is are was were be been am do does did has have had will would can could should may might must shall what which who whom whose when where why how many much long often far old big it its he she they them their his her this that these those there here i me my we us our you your not no one any some as about into up out than then so too also get gets got need needs say says said tell please want wants'.split(
    ' ',
  ),
);
const irregular: Readonly<Record<string, string>> = {
  began: 'start',
  begin: 'start',
  begins: 'start',
  bought: 'buy',
  built: 'build',
  children: 'child',
  closed: 'close',
  costs: 'cost',
  feet: 'foot',
  gave: 'give',
  given: 'give',
  gone: 'go',
  held: 'hold',
  kept: 'keep',
  leaves: 'leaf',
  left: 'leave',
  made: 'make',
  met: 'meet',
  opened: 'open',
  paid: 'pay',
  people: 'person',
  rang: 'ring',
  rung: 'ring',
  shut: 'close',
  sold: 'sell',
  taken: 'take',
  thrown: 'throw',
  took: 'take',
  went: 'go',
  written: 'write',
  wrote: 'write',
};
/** What people call otherwise than texts do: all of a line count as its first. */
const synonyms = [
  'cost price fee charge pay payment rent',
  'send post mail',
  'child kid',
  'call phone ring telephone',
  'tablet pill',
  'film movie',
  'end finish over stop',
  'repair fix mend',
  'buy purchase',
  'allow permit let',
  'arrive reach get',
  'go travel drive ride',
  'big large',
  'trip journey outing',
  'run operate',
  'bicycle bike',
  'sick ill',
  'photo picture image',
  'doctor dr',
  'flat apartment',
  'rubbish trash garbage',
  'job work',
  'need require',
  'write author',
  'make build',
  'stay sleep night',
  'lie sit stand',
  'ask contact',
  'win winner',
  'show exhibit',
  'lend borrow loan',
];
/** Longest first. */
const endings = ['ings', 'edly', 'ment', 'ing', 'ers', 'ion', 'ed', 'er', 'es', 'ly', 's', 'e'];
const shortestStem = 3;

export function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:['’]s)?/gu) ?? []
  );
}

export const isCommon = (word: string): boolean => common.has(word);

export const contentWords = (text: string): string[] =>
  wordsIn(text)
    .filter((word) => !isCommon(word))
    .map((word) => oneOf.get(stem(word)) ?? stem(word));

function stem(given: string): string {
  const word = given.replace(/['’]s$/, '');
  if (Object.hasOwn(irregular, word)) return irregular[word]!;
  if (/\d/.test(word) || word.length < 4) return word;
  if (word.length === 4)
    return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  const ending = endings.find(
    (one) => word.endsWith(one) && word.length - one.length >= shortestStem,
  );
  const bare = ending ? word.slice(0, -ending.length) : word;
  const single = /([^aeiou])\1$/.test(bare) ? bare.slice(0, -1) : bare;
  return single.endsWith('i') ? `${single.slice(0, -1)}y` : single;
}

const oneOf = new Map(
  synonyms.flatMap((line) => {
    const [first, ...others] = line.split(' ').map(stem);
    return others.map((other) => [other, first!] as const);
  }),
);
