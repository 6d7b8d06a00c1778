/**
 * Whether a question asks Tansy about itself: its name, what it can do, where it runs, what it remembers; or for what other assistants
 * do and this one does not. A small mind takes itself for a company, or for a person, and says that the timer is set; these are facts
 * of the app, whichever mind it has. Only a whole question counts, in English.
 */
import { wholeQuestions } from '../words/whole-question';
import { wordsAlone } from '../words/words-alone';

export type SelfAsked = 'name' | 'abilities' | 'place' | 'memory' | 'deed';
export type SelfWords = Readonly<Record<SelfAsked, string>>;

const you = '(?:you|tansy|this app|this assistant)';
/** Tansy is a herb, too: what that is good for is another question. */
const youAlone = '(?:you|this app|this assistant)';
const me = '(?: for me| here| with this app)?';
const kept = '(?:i|we) (?:ask|asked|say|said|tell|told)(?: (?:you|to you))?';
/** What is private. A will to share “any tips”, or to save a life, asks of nothing that is. */
const ownThings =
  '(?:(?:my|our|any) (?:\\w+ )?(?:data|information|photos?|pictures?|images?|voice|recordings?|words|questions?|conversations?|chats?|messages?|location)|what (?:i|we) (?:ask|say|said|type|write|show|tell)(?: you)?)';
const elsewhere = '(?: (?:anywhere|somewhere|online|(?:to|with|on|in) (?:\\w+ ?){1,2}))?';
const past =
  '(?:yesterday|last (?:week|month|year|time|night)|(?:the )?(?:day|week) before|earlier today|before today)';

const kin =
  '(?:mum|mom|mother|dad|father|wife|husband|partner|son|daughter|sister|brother|boss|friend|grandma|grandpa)';
const device = '(?:lights?|lamps?|tv|television|radio|heating|music|fan|oven)';

/** The first that fits is meant. */
const forms: Readonly<Record<SelfAsked, readonly string[]>> = {
  memory: [
    `(?:do|can|will) ${you} (?:remember|recall) (?:me|(?:our|my) (?:last|other|earlier|old|previous) (?:conversations?|chats?)|what ${kept} ${past})`,
    `what (?:did|have) (?:i|we) (?:ask|asked|say|said|tell|told)(?: ${you})? ${past}`,
    `what did (?:we|i) (?:talk|speak) (?:about|with you about) ${past}`,
  ],
  place: [
    `where (?:do|are|is) ${you} (?:run|running|live|work|located|hosted)`,
    `(?:are|is) ${you} (?:online|offline|private|connected(?: to the internet)?|in the cloud|on my (?:phone|device|computer|laptop))`,
    `(?:do|does) ${you} (?:need|use) (?:the )?(?:internet|network|cloud|a server|a connection)`,
    `(?:can|do|does) ${you} work (?:offline|without (?:the )?(?:internet|a network|a connection))`,
    `(?:do|does|will) ${you} (?:send|share|upload|store|save|keep|record) ${ownThings}${elsewhere}`,
    `(?:who|can anyone|can anybody|can someone|does anyone) (?:else )?(?:can )?(?:hear|listens? to|sees?|reads?) (?:me|us|what i say|my (?:questions|photos|voice))`,
    `where (?:does|do|is|are) my (?:data|photos|questions|voice|words) (?:go|stored|kept|sent)`,
  ],
  abilities: [
    `what can ${you} do${me}`,
    `what (?:are|is) ${youAlone} (?:able to do|good at|good for|for)`,
    `how (?:can|could|do) (?:you help me|i use ${youAlone})`,
    `what (?:can|could) i ask (?:you|here)`,
    `what are your (?:abilities|skills|features|capabilities)`,
    `help(?: me)?`,
  ],
  name: [
    `what(?: is|s) your name(?: and (?:who|what) are you)?`,
    `who are you`,
    `what are you(?: called)?`,
    `who is tansy|what is tansy(?: app)?`,
    `(?:tell me|introduce) (?:about )?yourself`,
    `are you (?:a |an )?(?:human|robot|person|real person|machine|computer|chatbot|bot|ai)`,
    `(?:do|does) you have a name`,
  ],
  deed: [
    `(?:set|start|make) (?:me )?(?:a|an|the|my) (?:\\w+ ){0,3}(?:timer|alarm|reminder)(?: .*)?`,
    `remind me (?:to|in|at|tomorrow|tonight|later) .+`,
    `wake me(?: up)?(?: (?:at|in|tomorrow) .+)?`,
    `(?:call|phone|ring|text|message|e ?mail) my ${kin}(?: .*)?`,
    `play (?:me )?(?:some |a |the )?(?:\\w+ )?(?:music|songs?|radio|podcasts?)(?: .*)?`,
    `(?:turn|switch) (?:on|off) (?:the |my )?(?:\\w+ ){0,2}${device}`,
    `(?:turn|switch) (?:the |my )?(?:\\w+ ){0,2}${device} (?:on|off|up|down)`,
    `(?:add|put) .+ (?:to|on) (?:my|the|our) (?:shopping list|to ?do list|list|calendar|diary)`,
    `(?:order|book) (?:me |us )?(?:a|an|some) (?:\\w+ )?(?:pizza|food|taxi|cab|table|flight|hotel|room|ticket)s?(?: .*)?`,
    `(?:search|look|google) .+ (?:online|on the (?:web|internet))`,
  ],
};
const politely =
  '(?:(?:hey|hi|hello|ok|okay|and|so|please|tansy) )*(?:(?:can|could|will|would) you (?:please )?(?=set|start|make|remind|wake|call|phone|ring|text|message|e ?mail|play|turn|switch|add|put|order|book|search|look|google))?';
const politelyAfter = '(?: (?:please|tansy|exactly|then|now))*';
const kindOf = wholeQuestions(forms, politely, politelyAfter);
const greeting = /^(?:hey|hi|hello|ok|okay|please|so)?(?: ?tansy)?$/;

/** No longer question is only that. */
const mostLetters = 90;

export function selfAsked(question: string): readonly SelfAsked[] {
  if (question.length > mostLetters) return [];
  // “What is your name, and where do you run?” asks twice.
  const asked = question
    .split(/[,.?!;]+\s+(?:and\s+)?|\s+and\s+(?=where|who|what|how)/i)
    .map(wordsAlone)
    .filter((words) => words !== '' && !greeting.test(words))
    .map(kindOf);
  return asked.every((kind) => kind !== undefined) ? [...new Set(asked)] : [];
}

export const selfAnswer = (asked: readonly SelfAsked[], words: SelfWords): string =>
  asked.map((kind) => words[kind]).join(' ');
