/**
 * What a small mind says where it cannot tell what is asked of a photo: taught refusals that it mixes up, until they are no
 * English, or no answer to the question. Those that it says whole ("I can't count …") are left as they are.
 */
import { wordsAlone } from '../words/words-alone';

const refusals = [
  ...['', ' you', ' that', ' it', ' this', ' yourself', ' myself', ' for sure'].flatMap((end) => [
    `i cant tell${end}`,
    `i cannot tell${end}`,
    `i cant say${end}`,
    `i cant see${end}`,
    `i cant judge${end}`,
    `i cant be sure${end}`,
  ]),
  ...[
    'a photo',
    'the photo',
    'this photo',
    'a picture',
    'the picture',
    'what i have',
    'it',
  ].flatMap((place) => [`that isnt in ${place}`, `that is not in ${place}`, `it isnt in ${place}`]),
  'i dont know',
  'i dont have that',
];

export type Refused = 'no' | 'maybe' | 'yes';

/** @param begun what is written of an answer; its last word may be half a one, unless it `isOver` */
export function isHalfRefusal(begun: string, isOver: boolean): Refused {
  const words = wordsAlone(begun);
  if (isOver) return refusals.includes(words) ? 'yes' : 'no';
  return refusals.some((refusal) => refusal.startsWith(words)) ? 'maybe' : 'no';
}
