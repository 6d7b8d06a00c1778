/**
 * Whether an utterance is a command to Tansy itself, which no mind need be asked for. Only a whole one counts: what says
 * anything besides is a question.
 */
import { english, type CommandWords, type VoiceCommand } from './command-words';
import { wordsAlone } from '../words/words-alone';

export type { VoiceCommand };

/** No longer utterance is only that. */
const mostLetters = 80;

export function voiceCommand(text: string, words: CommandWords = english): VoiceCommand | null {
  if (text.length > mostLetters) return null;
  const { degrees, gap } = ready(words);
  const said = comparable(text, words);
  const bare = degrees.reduce((left, degree) => without(left, degree, gap), said);
  // Said twice, as who wants silence does.
  const once = bare.replace(new RegExp(`^(.+?)(?:${gap}\\1)+$`, 'u'), '$1');
  return commandOf(said, words) ?? commandOf(once, words);
}

/** One manner less at a time: “again” alone is a command, and “say that again” is one with it. */
function commandOf(said: string, words: CommandWords): VoiceCommand | null {
  const { named, before, after, gap } = ready(words);
  const command = named.get(said);
  if (command) return command;
  const rests = [
    ...before.filter((each) => said.startsWith(each + gap)).map((each) => [each.length, Infinity]),
    ...after.filter((each) => said.endsWith(gap + each)).map((each) => [0, -each.length]),
  ];
  for (const [from, to] of rests) {
    const found = commandOf(said.slice(from, to).trim(), words);
    if (found) return found;
  }
  return null;
}

const without = (said: string, word: string, gap: string): string =>
  `${gap}${said}${gap}`.replace(gap + word + gap, gap).trim();

/** Whatever accents, dots (of Devanagari) and characters of another standard ears write. */
function comparable(text: string, { isSpaced, letters = {} }: CommandWords): string {
  const plain = wordsAlone(text)
    .normalize('NFD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+|\u093c/gu, '')
    .normalize('NFC');
  const written = [...plain].map((letter) => letters[letter] ?? letter).join('');
  return isSpaced === false ? written.replaceAll(' ', '') : written;
}

interface Ready {
  readonly named: ReadonlyMap<string, VoiceCommand>;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly degrees: readonly string[];
  /** Between words. */
  readonly gap: string;
}
const known = new WeakMap<CommandWords, Ready>();

function ready(words: CommandWords): Ready {
  const found = known.get(words);
  if (found) return found;
  const all = (phrases: readonly string[]) => phrases.map((phrase) => comparable(phrase, words));
  const commands = Object.entries(words.commands) as [VoiceCommand, readonly string[]][];
  const made = {
    named: new Map(
      commands.flatMap(([command, phrases]) =>
        all(phrases).map((each) => [each, command] as const),
      ),
    ),
    before: all(words.before),
    after: all(words.after),
    degrees: all(words.degrees),
    gap: words.isSpaced === false ? '' : ' ',
  };
  known.set(words, made);
  return made;
}
