/**
 * Whether a question points at something that nobody has shown: "What is this?", asked before any photo. A mind would make
 * up what it is. Only a whole question counts, in English.
 */
import { wholeQuestions } from '../words/whole-question';
import { wordsAlone } from '../words/words-alone';

const picture = '(?:this|the|my) (?:picture|photo|photograph|image)';
const thing =
  '(?:thing|object|plant|flower|tree|leaf|animal|bird|insect|bug|fruit|mushroom|building|car)';
const here = '(?: (?:here|now|right now|in my hand|on my \\w+|called))*';
const forms = {
  view: [
    `(?:what(?: is|s)|whats) this(?: ${thing})?${here}`,
    `what (?:kind|sort|type|colou?r|breed|species)(?: of \\w+)? is this(?: ${thing})?${here}`,
    `what (?:do|can) you see${here}`,
    `(?:can|do) you see (?:me|this|these)${here}`,
    `what am i (?:holding|wearing|showing you|pointing at)${here}`,
    `(?:what(?: is|s)|who is|whos) (?:in|on) ${picture}`,
    `(?:describe|look at|what do you think of) (?:${picture}|this(?: ${thing})?)`,
    `what does ${picture} show`,
  ],
} as const;
const kindOf = wholeQuestions(
  forms,
  '(?:(?:hey|hi|hello|ok|okay|and|so|please|tansy) )*(?:(?:can|could) you (?:please )?(?:tell me )?)?',
  '(?: please)?',
);

export const pointsAtNothing = (question: string): boolean =>
  kindOf(wordsAlone(question)) === 'view';
