/** Whether an offer to tell more of a plant is taken up or declined, in whatever ordinary words. */
import { comparable } from './words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const yes = {
  says: set(
    'yes yeah yep yup sure ok okay please read continue ahead on do tell absolutely definitely certainly course alright',
  ),
  alsoSays: set(
    'go it me to the treatment that them this more all of right i id would like love want you can could will lets hear out loud aloud for now then just so thanks thank a great good fine',
  ),
};
const no = {
  says: set('no nope nah not dont later never nevermind stop skip'),
  alsoSays: set(
    'thanks thank you thx please its it thats that is ok okay fine alright im i am good all now yet really today right maybe another time mind do need to read tell me more the treatment this for enough',
  ),
};
/** More than that is more than an answer. */
const mostWords = 9;

function saysOnly(said: string, { says, alsoSays }: typeof yes): boolean {
  const words = comparable(said).replace(' why not ', ' sure ').trim().split(' ');
  return (
    words.length <= mostWords &&
    words.some((word) => says.has(word)) &&
    words.every((word) => says.has(word) || alsoSays.has(word))
  );
}

/** A way to end, which takes nothing up. */
const isThanked = (said: string): boolean =>
  /^ (ok|okay|alright|right|great|good|fine) (thanks|thank you)( so much| a lot)? $/.test(
    comparable(said),
  );
/** These ask for what a no would decline. */
const goesOn = (said: string): boolean => /\b(skip to|dont stop)\b/.test(comparable(said));

export const isYes = (said: string): boolean => saysOnly(said, yes) && !isThanked(said);

export const isNo = (said: string): boolean => saysOnly(said, no) && !goesOn(said);
