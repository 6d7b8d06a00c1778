/** Whether a question asks, for a yes or a no, if a thing is in a photo that was shown before: “Is there a cat?” English. */
import { wordsAlone } from '../words/words-alone';

const opening = '(?:(?:and|but|so|ok|okay|hey|tansy|please) )*';
/** Things, and not “a way” or “a reason”, which no photo shows. */
const notSeen =
  '(?!(?:\\w+ )*(?:way|ways|reason|reasons|chance|difference|cure|treatment|remedy|problem|point|limit|rule|law|name|word|god|doubt|need|risk|danger|more)\\b)';
const thing = `${notSeen}(?:\\w+ ){0,2}?\\w+`;
const picture =
  '(?:(?:the|this|that|my) )?(?:photo|photograph|picture|image|background|foreground)';
const there = `(?: (?:(?:in|on) (?:${picture}|it|this|that)|there|here|too|as well|visible|anywhere|to be seen))*`;
const some = '(?:an?|any|some|another)';
const forms = [
  `(?:is|are|was|were) there ${some} ${thing}${there}`,
  `(?:do|can) you (?:also )?see ${some} ${thing}${there}`,
  `(?:is|are) (?:it|this|that|these|those|they) (?:really |maybe |perhaps )?an? ${thing}`,
];
const asking = new RegExp(`^${opening}(?:${forms.join('|')})$`);

/** No longer question is only that. */
const mostLetters = 80;

export const asksIfThere = (question: string): boolean =>
  question.length <= mostLetters && asking.test(wordsAlone(question));
