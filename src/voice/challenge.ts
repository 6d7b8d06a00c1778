/**
 * Who speaks while Tansy speaks: somebody who takes the turn, somebody who only shows that they listen, or Tansy itself in
 * the microphone. Fetched with the first microphone: until then, nobody can speak over anything.
 */
import { isEcho, strangeWords, wordsOf } from '../domain/voice/echo';
import {
  comparedLevels,
  ownSound,
  longestLag,
  type LevelTrace,
  type Own,
} from '../domain/voice/own-sound';
import { comparedAgain } from '../domain/voice/sound-looks';
import type { Said } from './ports';

export { afterEcho } from '../domain/voice/echo';

export type Verdict = 'won' | 'doubted' | 'lost';

/** Of what goes on for long, the rest is older than what is being said. */
const newestWords = 6;
/** Said alone, while the answer goes on, they ask for nothing; the last are what ears make of a cough. */
const backchannels = new Set(
  'mhm mm hmm hm mmm uh huh um er ah oh wow yeah yes yep ok okay right sure i see thank you thanks'.split(
    ' ',
  ),
);
/** Among so few words, one of these is meant for the voice. */
const fewWords = 3;
/** Of a short noise over our own voice, ears make three words. */
const leastStrange = 3;
const stopWords = new Set('stop wait quiet enough no pause halt shush silence'.split(' '));

/** What is known of the words. */
export interface HeardWords {
  readonly text: string;
  /** `open`: the last may be half a word. `pause`: all, if nothing follows. */
  readonly upTo: 'open' | 'pause' | 'end';
  /** As they sounded: of our own, ears that mistook some of them are likelier than a speaker. */
  readonly own: Own;
}

/** Null: not known yet. */
export function judgeWords({ text, upTo, own }: HeardWords, said: Said): Verdict | null {
  const isOwn = own !== 'no';
  const all = wordsOf(text);
  const words = (upTo === 'open' ? all.slice(0, -1) : all).slice(-newestWords);
  const saying = wordsOf(said.words);
  const echoes = isEcho(words, saying);
  const isListening = said.goesOn && words.every((word) => backchannels.has(word));
  const isStop =
    all.length <= fewWords && all.some((word) => stopWords.has(word) && !saying.includes(word));
  if (isStop && !(isOwn && upTo === 'open')) return 'won';
  const strange = strangeWords(words, saying);
  const isSpeech = strange > (isOwn ? Math.max(leastStrange, words.length / 2) : 1);
  if (isSpeech && !echoes && !isListening && own !== 'surely') return 'won';
  if (upTo === 'open') return echoes && words.length > 1 ? 'doubted' : null;
  const isWord = words.length > 0 && !echoes && !isListening && !isOwn;
  if (upTo === 'pause') return isWord ? null : 'doubted';
  return isWord ? 'won' : 'lost';
}

/** @param again only what was heard since the last look half a second ago: what was strange then is not judged twice */
export function soundsOwn({ levels, played }: LevelTrace, again: boolean): Own {
  const heard = levels.slice(again ? -comparedAgain : -comparedLevels);
  return ownSound(heard, played.slice(-heard.length - longestLag));
}
