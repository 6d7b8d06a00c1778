/** An answer's own parts, and the way out that a link in it is. */
import type { ClockWords } from '../../domain/clock-question';
import type { SelfWords } from '../../domain/self-question';
import { translated } from './translation';

/** The texts of an answer's own parts. */
export const answerTexts = translated('answerTexts', {
  table: 'Table',
  /** The quote that an answer from a text ends with. */
  source: 'From your text',
  code: 'code',
  codeLabel: (language: string) => (language === '' ? 'Code' : `Code, ${language}`),
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'This could not be copied. The code is still here: select it and copy it by hand.',
});

/** Around a sentence of a text that came with the question. Part of an answer, and so English. */
export const evidenceTexts = {
  says: (sentence: string) => `It says: “${sentence}”`,
  nearest: (sentences: readonly string[]) =>
    `I’m not sure that it says. The nearest is: ${sentences.map((each) => `“${each}”`).join(' Then: ')}`,
} as const;

const timeOfDay = new Intl.DateTimeFormat('en', { timeStyle: 'short' });
const wholeDate = new Intl.DateTimeFormat('en', { dateStyle: 'full' });
/** What no mind knows. */
export const clockTexts = {
  time: (now: Date) => `It is ${timeOfDay.format(now)}, by the clock of this device.`,
  date: (now: Date) => `It is ${wholeDate.format(now)}, by the clock of this device.`,
  weather:
    'I cannot know the weather: I am not connected to anything that could tell me. Look outside, or ask a weather service.',
} satisfies ClockWords;

/** What is true of Tansy whichever mind it has. */
export const selfTexts = {
  name: 'I am Tansy, an assistant that runs in this browser: a program, not a person.',
  abilities:
    'Ask me something, aloud or by typing. I answer from a text that you paste, say what is in a photo, read the words in it, and judge sick leaves of the crops that I know, with their treatment. My own knowledge is small: check what matters.',
  place:
    'I run on this device, in this browser. What you say, type and show me stays here, and once my parts are fetched I need no network.',
  memory:
    'In each conversation I know only what was said in it. Earlier ones are kept on this device, in the list of conversations, for you to read again.',
} satisfies SelfWords;

export const leavingTexts = translated('leavingTexts', {
  heading: (host: string) => (host === '' ? 'Leave Tansy?' : `Leave Tansy for ${host}?`),
  about:
    'A mind wrote this address: it may be wrong or not exist, and all of it is sent there. What else was said stays here.',
  stay: 'Stay here',
  copy: 'Copy the address',
  copied: 'Copied',
  notCopied: 'It could not be copied: select the address and copy it by hand.',
  open: 'Open',
});
