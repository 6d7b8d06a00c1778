/**
 * What a person said of themselves, and asks for later: quoted as they said it. A small mind makes up what somebody is
 * allergic to, also where it was told so a turn before. In English, of this conversation, and only where a sentence of theirs
 * has every word that is asked of.
 */
import { contentWords } from '../words/content-words';
import { hasImages, messageText, type Message } from '../conversations/conversation';
import { bringsGiven } from '../mind/given-question';
import { givenText } from '../given/text';
import { wordsAlone } from '../words/words-alone';

export type FactAsked =
  | { readonly type: 'told' }
  /** Their sentences, in the order in which they were said; none where nobody said it. */
  | { readonly type: 'asked'; readonly said: readonly string[] };

export interface FactWords {
  readonly told: string;
  readonly known: (said: readonly string[]) => string;
  readonly unknown: string;
}

const politely =
  '(?:(?:hey|hi|hello|ok|okay|so|and|please|tansy|now) )*(?:(?:do|can) you (?:still )?(?:know|remember|recall) |(?:can you )?(?:tell|remind) me )?';
const amI = '(?:am i|i am|im|was i|i was)';
/** What is only asked for, not advised: “What do I say?” is another question. */
const doing =
  '(?:like|love|hate|dislike|prefer|play|have|own|work|study|collect|drive|speak|live|come|teach|eat|drink|do for (?:a living|work))';
const whole = (form: string) => new RegExp(`^${politely}${form}(?: (?:again|please|tansy))*$`);
/** What they are asked of, in the first group. */
const forms = [
  whole(`what (?:foods? |things? )?${amI} (\\w+(?: \\w+){0,2}?)`),
  whole(
    `(?:what|where|who|which|how many)(?: kind of)?(?: \\w+)? (?:do |did |can |cant |cannot )?i (?:not |never )?(${doing}\\b.*?)`,
  ),
  whole(`(?:what|who|when|where)(?: is|s| are| was) ((?:the name of )?my \\w+(?: \\w+){0,3}?)`),
  whole(`(?:what|who|when|where) (my \\w+(?: \\w+){0,3}?) (?:is|are)`),
  whole(`where (?:was i|i was) (born)`),
];

const anyNumber =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b/i;
const saysAge = (sentence: string): boolean =>
  anyNumber.test(sentence) &&
  /\bI(?: am|['’]m| turned) (?:(?:just|now|almost|nearly|about) )*[\w-]+(?: years old)?[.!]?$/i.test(
    sentence,
  );
const specials: readonly {
  readonly asked: RegExp;
  readonly says: (sentence: string) => boolean;
}[] = [
  { asked: whole(`how old ${amI}`), says: saysAge },
  {
    asked: whole(`where ${amI} from`),
    says: (sentence) => /\bI(?: am|['’]m| come) from\b/i.test(sentence),
  },
];

/** How a thing is called is asked with these, and said with any of them. */
const naming = /\b(?:called|named?|names)\b/g;
const saysName = /\b(?:called|named?)\b|\b[Mm]y [\p{L} ]+,? (?:is )?\p{Lu}\p{Ll}+/u;

/** Nobody else can know these: where they were not told, that is said. */
const onlyTheirs =
  /\b(?:allergic to|birthday|favou?rite \w+)$|\bhow old (?:am i|i am)$|\bwhere (?:do i|i) live$|\bmy (?:dog|cat|pet|wife|husband|son|daughter|brother|sister|boss)s? (?:name|called)$/;

/** What is said to be kept, and nothing else: any more is for the mind. */
const telling =
  /^(?:(?:hi|hello|hey|ok|okay|and|please remember|remember|note)(?: tansy)?[,:]? )*(?:that )?(?:I(?: am|['’]m) (?:also )?(?:allergic to|from|\d+ years old)|I live in|I was born (?:in|on)|my (?:birthday|favou?rite \w+) is|my (?:dog|cat|pet|wife|husband|partner|son|daughter|brother|sister|mother|father|boss)(?:['’]s name is| is (?:called|named))) ?[^.!,;:?]{0,60}[.!]*$/iu;

const ofOneself =
  /^(?:(?:well|oh|ok|okay|hi|hello|hey|yes|no|and|but|so|also|by the way|remember|tansy)[,:]? )*(?:that )?(?:I|I['’]m|I['’]ve|my|im)\b/i;
/** Wishes, and questions that came without their mark. */
const wishing = /\bI(?:['’]d| would| want| need| wonder| wondered| think| guess| mean)\b/i;
const longestLetters = 160;

function sentencesOfOneself(message: Message): string[] {
  const text = messageText(message);
  if (message.role !== 'user' || givenText(text) !== null) return [];
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) =>
        sentence.length <= longestLetters &&
        !sentence.endsWith('?') &&
        ofOneself.test(sentence) &&
        !wishing.test(sentence),
    );
}

/** Whether a sentence says what is asked for; null where the question asks for no such thing. */
function sayingOf(words: string): ((sentence: string) => boolean) | null {
  const special = specials.find(({ asked }) => asked.test(words));
  if (special) return special.says;
  const of = forms.map((form) => form.exec(words)?.[1]).find((of) => of !== undefined);
  if (of === undefined) return null;
  const asked = contentWords(of.replaceAll(naming, ' '));
  const isName = of.search(naming) >= 0;
  return (sentence) => {
    const told = contentWords(sentence);
    if (asked.length === 0 || !asked.every((word) => told.includes(word))) return false;
    return isName ? saysName.test(sentence) : told.some((word) => !asked.includes(word));
  };
}

/** @param thread up to the question */
export function factAsked(thread: readonly Message[]): FactAsked | null {
  const last = thread.at(-1);
  if (!last || hasImages(last)) return null;
  const words = wordsAlone(messageText(last));
  const says = sayingOf(words);
  if (!says) return telling.test(messageText(last)) ? { type: 'told' } : null;
  const before = thread.slice(0, -1);
  const said = before.flatMap(sentencesOfOneself).filter(says);
  if (said.length > 0) return { type: 'asked', said };
  return onlyTheirs.test(words) && !before.some(bringsGiven) ? { type: 'asked', said } : null;
}

export function factAnswer(asked: FactAsked, words: FactWords): string {
  if (asked.type === 'told') return words.told;
  return asked.said.length === 0 ? words.unknown : words.known(asked.said);
}
