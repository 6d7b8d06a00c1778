/** What a run of `npm run eval:ears` comes to. */
import { median } from './median.js';
import { comparableWords, wordErrorRate } from './word-error-rate.js';

/** @typedef {{ language: string | null, said: string, condition?: string | null, own: { text: string, finalMs: number }, plain: { text: string, ms: number } }} HeardPair */

const rounded = (number) => Number(number.toFixed(3));

/** Null where nothing was said, so that no clip of a language does not look like no error in it. */
function rate(clips, whose) {
  const words = clips.flatMap(({ said }) => comparableWords(said));
  if (words.length === 0) return null;
  return rounded(
    wordErrorRate(clips.map((clip) => ({ said: clip.said, written: clip[whose].text }))),
  );
}

/** @param {readonly HeardPair[]} results */
export const medianMs = (results) => {
  const spoken = results.filter(({ said }) => said !== '');
  return {
    own: median(spoken.map(({ own }) => own.finalMs)),
    plain: median(spoken.map(({ plain }) => plain.ms)),
  };
};

const ratio = ({ own, plain }) => (plain === 0 ? null : rounded(own / plain));

/** What the ears make of each, English alone: the clips of other languages are too few to be told apart. */
export function byCondition(results) {
  const english = results.filter(({ said, language }) => said !== '' && language === 'en');
  const conditions = [...new Set(english.map(({ condition }) => condition ?? 'unknown'))];
  return Object.fromEntries(
    conditions.map((condition) => {
      const clips = english.filter((clip) => (clip.condition ?? 'unknown') === condition);
      const wer = rate(clips, 'own');
      const werPlain = rate(clips, 'plain');
      return [
        condition,
        { clips: clips.length, wer, werPlain, ratioToPlain: ratio(medianMs(clips)) },
      ];
    }),
  );
}

/** @param {readonly HeardPair[]} results */
export function earsFigures(results) {
  const spoken = results.filter(({ said }) => said !== '');
  const silent = results.filter(({ said }) => said === '');
  const english = spoken.filter(({ language }) => language === 'en');
  const inserted = (whose) =>
    silent.reduce((sum, { [whose]: { text } }) => sum + comparableWords(text).length, 0);
  const ms = medianMs(results);
  return {
    clips: results.length,
    wer: { en: rate(english, 'own'), all: rate(spoken, 'own') },
    werPlain: { en: rate(english, 'plain'), all: rate(spoken, 'plain') },
    insertedWords: inserted('own'),
    insertedWordsPlain: inserted('plain'),
    ratioToPlain: ratio(ms),
  };
}
