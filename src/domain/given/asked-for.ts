/** What kind of thing a question asks for (a price, a time, a name), and whether a sentence holds one. English. */
import { dayName } from '../words/calendar-words';

interface Kind {
  readonly asked: RegExp;
  readonly held: RegExp;
  /** How much it says that a sentence holds one. The rarer such things are, the more. */
  readonly weight: number;
}

const numberWords =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|once|twice|twenty|thirty|forty|fifty|hundred|dozen|quarter|third|noon|midnight|free';
const dayWords = `${dayName}|mon|tue|wed|thu|fri|sat|sun|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|morning|evening|noon|night|weekends?|daily|today|tomorrow`;

/** The first that fits is meant. */
const kinds: readonly Kind[] = [
  {
    asked:
      /\bhow much\b.*\b(pay|cost|charge|owe|earn|want|price)\b|\b(costs?|price|fee|rent|charge|deposit|fare)\b|\bhow expensive\b/i,
    held: /[£€$¥]|\b(euros?|pounds?|dollars?|cents?|crowns?|free)\b|\b\d+[.,]\d\d\b/i,
    weight: 0.2,
  },
  {
    asked:
      /\b(what|which) time\b|\bhow (early|late)\b|\bwhen\b.*\b(open|close|start|begin|leave|arrive|depart|serve|land)/i,
    held: /\b\d{1,2}[.:]\d\d\b|\b\d{1,2} ?([ap]\.?m|o.clock)\b|\b(noon|midnight|dawn|dusk|evening|morning|afternoon)\b/i,
    weight: 0.15,
  },
  {
    asked:
      /\bhow long\b|\bhow many (minutes|hours|days|weeks|months|years)\b|\bhow much (longer|time)\b/i,
    held: /\b(second|minute|hour|day|night|week|month|year|fortnight|h|min)s?\b/i,
    weight: 0.15,
  },
  {
    asked: /\bhow often\b/i,
    held: /\b(every|each|daily|weekly|monthly|yearly|once|twice|times|fortnight)/i,
    weight: 0.2,
  },
  {
    asked: /\bhow (far|wide|tall|high|deep|thick)\b/i,
    held: /\b\d[\d.,]*\s?(mm|cm|m|km|metres?|meters?|miles?|feet|inch\w*|kilomet\w+)\b/i,
    weight: 0.15,
  },
  {
    asked: /\bhow (warm|hot|cold)\b|\btemperature\b/i,
    held: /\d\s?(°|degrees?)|\b(minus|low of|high of)\b/i,
    weight: 0.2,
  },
  {
    asked: /\bhow heavy\b|\bhow much does .* weigh\b/i,
    held: /\b\d[\d.,]*\s?(kg|g|kilos?|grams?|tonnes?|pounds?)\b/i,
    weight: 0.2,
  },
  {
    asked:
      /\bhow (many|much|old|big|large|fast|strong)\b|\b(what|which) (number|size|age|year|percentage|room|floor|page)\b|\b(age|phone)\b/i,
    held: new RegExp(`\\d|\\b(${numberWords})\\b`, 'i'),
    weight: 0.1,
  },
  {
    asked:
      /\bwhen\b|\b(what|which|that) (day|month|date|evening|morning|year)\b|\bby what date\b|\blatest\b/i,
    held: new RegExp(`\\d|\\b(${dayWords})\\b`, 'i'),
    weight: 0.15,
  },
  {
    asked: /\bwho(se|m)?\b/i,
    // Not the first word, which every sentence writes large.
    held: /(?<=[\p{L}\p{N},;:]\s)\p{Lu}\p{Ll}+|\b(Mr|Mrs|Ms|Dr)\b/u,
    weight: 0.15,
  },
];

/** Adds for a sentence that holds what is asked for, and takes away for one that does not. */
export function scoreOfKind(question: string): (sentence: string) => number {
  const kind = kinds.find(({ asked }) => asked.test(question));
  return (sentence) => (kind ? (kind.held.test(sentence) ? kind.weight : -kind.weight) : 0);
}
