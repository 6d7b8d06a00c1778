/** The words by which a question is known to be of a plant, and how it is made comparable to them. */
import { wordsAlone } from '../words/words-alone';

/** Of a pasted text, its beginning and its end hold the question; no rule looks at more, however long it is. */
const mostAtEachEnd = 400;

const ends = (text: string): string =>
  text.length <= 2 * mostAtEachEnd
    ? text
    : `${text.slice(0, mostAtEachEnd)} ${text.slice(-mostAtEachEnd)}`;

/** Words alone, a space around each. */
export const comparable = (question: string): string => ` ${wordsAlone(ends(question))} `;

export const plantNouns = 'plants?|leaf|leaves|crops?|foliage|seedlings?|bush|tree|vine';

export const sickness =
  'disease[ds]?|diseases|sick|ill|unhealthy|infected|infection|blight|mildew|rust|mold|mould|fungus|pests?|virus|deficiency|dying|diagnos\\w*|scab|canker';

export const symptoms =
  'yellow\\w*|brown\\w*|black|white|pale|spots?|spotted|patch(es)?|holes?|rings?|curl\\w*|wilt\\w*|droop\\w*|dry|drying|dropping|falling|bumps?|powder\\w*|fuzz\\w*|crinkl\\w*|mottled';
