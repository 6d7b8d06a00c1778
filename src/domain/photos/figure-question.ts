/**
 * Whether a question about a photo asks for a figure that its text may give: how much to take, until when it is good, what it
 * costs, what a clock shows. A small mind makes such figures up beside those that it is told, so that the text itself is quoted.
 */
import { wordsAlone } from '../words/words-alone';

export type FigureAsked = 'dose' | 'expiry' | 'price' | 'clock';

const clock = '(?:(?:the|this|that|my) )?(?:\\w+ )?(?:clock|watch|stopwatch)';
const forms: Readonly<Record<FigureAsked, RegExp>> = {
  dose: new RegExp(
    [
      '\\b(dose|doses|dosage|overdose)\\b',
      '\\bhow (much|many|often)\\b(?! (time|water|light|sun)\\b).*\\b(take|taken|taking|give|swallow|drink|use|apply|daily|day|at once|hours|mg|milligrams?|ml|tablets?|pills?|capsules?|drops?|(tea)?spoon(ful)?s?|puffs?)\\b',
      '\\b(can|may|should|must|do) (i|we|he|she|they|my \\w+|a \\w+) (take|give|have|swallow|use)\\b.*\\b(another|more|again|twice|double|two|three|four|half|both|\\d+)\\b',
      '\\b(max|maximum|most)\\b.*\\b(take|give|day|daily)\\b',
      '\\bwhen (can|may|should|must|do) (i|we|he|she|they|my \\w+) take\\b',
    ].join('|'),
  ),
  expiry: new RegExp(
    [
      '\\bexpir(e|es|ed|y|ing|ation)\\b',
      '\\b(best before|use by|sell by|best by|shelf life|out of date|in date)\\b',
      '\\b(how long|until when|till when)\\b.*\\b(good|keep|keeps|last|lasts|valid|fresh)\\b',
      '\\bstill (good|ok|okay|fine|safe|valid|usable)\\b',
      '\\b(what|which|whats)( is)? (the )?date\\b(?!.*\\btoday\\b)',
    ].join('|'),
  ),
  clock: new RegExp(
    [
      `\\btime (?:does|do|is) (?:it|this|that|${clock}) (?:show|say|display|read)s?\\b`,
      `\\btime (?:is )?(?:it |shown )?(?:on|by|off|from) (?:it|this|that|${clock})(?: please)?$`,
      `\\bwhat does ${clock} (?:show|say|display|read)\\b`,
    ].join('|'),
  ),
  price: new RegExp(
    [
      '\\bhow much (is|are|was|were|for)( (it|this|that|they|these|those|a|an|the|one|each|two|\\d+)( \\w+){0,2})?$',
      '\\bhow much\\b.*\\b(cost|costs|pay|owe|charge)\\b',
      '\\b(what|whats|tell me|show me|which)\\b.*\\b(price|prices|cost|costs|total)\\b',
    ].join('|'),
  ),
};

/** Words of a question that comes after its photo, and may else be about anything. */
const pointing =
  /\b(it|its|this|that|these|those|they|them|photos?|pictures?|labels?|pack(et|age)?|box|bottle|receipt|clock|watch|stopwatch)\b/;

/** Much else is counted or had again: after its photo, a dose is of a medicine, or of what somebody takes. */
const ofMedicine =
  /\b(dose|doses|dosage|overdose|medicines?|tablets?|pills?|capsules?|drops?|puffs?|mg|ml|milligrams?|(i|we|he|she|they|my \w+) (take|give|swallow))\b/;

/** No longer question is only that. */
const mostLetters = 90;

/** @param isWithPhoto whether it came with the photo */
export function figureAsked(question: string, isWithPhoto: boolean): FigureAsked | null {
  if (question.length > mostLetters) return null;
  const words = wordsAlone(question);
  const kinds = Object.keys(forms) as FigureAsked[];
  const kind = kinds.find((kind) => forms[kind].test(words)) ?? null;
  const isOfPhoto = isWithPhoto || (kind === 'dose' ? ofMedicine : pointing).test(words);
  return isOfPhoto ? kind : null;
}
