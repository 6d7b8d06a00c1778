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
  // Said twice, as who wants silence does.
  let said = withoutDegrees(wordsAlone(text), words).replace(/^(.+?)(?: \1)+$/, '$1');
  for (;;) {
    const command = named(said, words);
    if (command) return command;
    const bare = withoutManners(said, words);
    if (bare === said) return null;
    said = bare;
  }
}

const withoutDegrees = (said: string, { degrees }: CommandWords): string =>
  degrees.reduce((left, degree) => ` ${left} `.replace(` ${degree} `, ' ').trim(), said);

function named(said: string, { commands }: CommandWords): VoiceCommand | null {
  const entries = Object.entries(commands) as [VoiceCommand, readonly string[]][];
  return entries.find(([, phrases]) => phrases.includes(said))?.[0] ?? null;
}

/** One of them at a time: “again” alone is a command, and “say that again” is one with it. */
function withoutManners(said: string, { before, after }: CommandWords): string {
  const first = before.find((manner) => said.startsWith(`${manner} `));
  if (first !== undefined) return said.slice(first.length + 1);
  const last = after.find((manner) => said.endsWith(` ${manner}`));
  return last === undefined ? said : said.slice(0, -last.length - 1);
}
