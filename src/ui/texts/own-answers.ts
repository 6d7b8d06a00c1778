/** What Tansy itself answers. Part of an answer, and so English; but for what is said of a text, which asks for the next step. */
import type { BeyondWords } from '../../domain/questions/beyond-photos';
import type { ClockWords } from '../../domain/questions/clock';
import type { HazardWords } from '../../domain/questions/hazard';
import type { SelfWords } from '../../domain/questions/self';
import { asWritten } from '../../domain/given/source-quote';
import type { SumWords } from '../../domain/questions/sum-answer';
import type { FactWords } from '../../domain/questions/told-fact';
import type { NameWords } from '../../domain/questions/told-name';
import { capital } from './capital';
import { given } from './given';

const timeOfDay = new Intl.DateTimeFormat('en', { timeStyle: 'short' });
const wholeDate = new Intl.DateTimeFormat('en', { dateStyle: 'full' });
/** What no mind knows. */
const clockTexts = {
  time: (now: Date) => `It is ${timeOfDay.format(now)}, by the clock of this device.`,
  date: (now: Date) => `It is ${wholeDate.format(now)}, by the clock of this device.`,
  weather:
    'I cannot know the weather: I am not connected to anything that could tell me. Look outside, or ask a weather service.',
} satisfies ClockWords;

/** What is true of Tansy whichever mind it has. */
const selfTexts = {
  name: 'I am Tansy, an assistant that runs in this browser: a program, not a person.',
  abilities:
    'Ask me something, aloud or by typing. I answer from a text that you paste, say what is in a photo, read the words in it, and judge sick leaves of the crops that I know, with their treatment. My own knowledge is small: check what matters.',
  place:
    'I run on this device, in this browser. What you say, type and show me stays here, and once my parts are fetched I need no network.',
  memory:
    'In each conversation I know only what was said in it. Earlier ones are kept on this device, in the list of conversations, for you to read again.',
  deed: 'I cannot do that. I set no timers or reminders, and I call, play, order, look up or switch nothing: I see, hear and answer, here in this browser.',
} satisfies SelfWords;

/** Of whoever speaks, as far as they said it in this conversation. */
const nameTexts = {
  told: (name) => `Nice to meet you, ${name}.`,
  known: (name) => `You told me that your name is ${name}.`,
  unknown: 'You have not told me your name in this conversation.',
} satisfies NameWords;

/** What they said of themselves, in their own words. */
const factTexts = {
  told: 'That is kept in this conversation. Ask me for it when you need it.',
  known: (said) => `You told me: ${said.map((each) => `“${asWritten(each)}”`).join(' Then: ')}`,
  unknown: 'You have not told me that in this conversation.',
} satisfies FactWords;

/** What a sum comes to. */
const sumTexts = {
  is: (said, value, isAbout) => `${capital(said)} is ${isAbout ? 'about ' : ''}${value}.`,
  byZero: 'Nothing can be divided by zero.',
  tooLarge: 'That is a larger number than I can compute with.',
  none: 'That has no result among the real numbers.',
  unfetched:
    'The part of me that calculates could not be fetched, and a mind would guess. Load the page again, and ask once more.',
} satisfies SumWords;

/** In place of a mind's answer that could do harm. */
const hazardTexts = {
  emergency:
    'Call your emergency number now: 112 or 911 in many countries. If it is about something swallowed or breathed in, the poison centre helps too. Get away from gas or smoke first. I am a small program and must not be relied on here.',
  despair:
    'I am sorry that it is so hard. I am only a small program, so please talk to a person now: somebody you trust, a crisis line, or your emergency number, 112 or 911 in many countries.',
  mixing:
    'Do not mix cleaning products or other chemicals. Some make poisonous gas together, bleach with vinegar, other acids or ammonia among them. Use one at a time, rinse it away, and follow its label. If you have breathed in fumes, go into fresh air and call a poison centre.',
  medicine:
    'I cannot be trusted with health: I am a small program, and a wrong answer could do harm. Ask a doctor or a pharmacist, for an animal a vet, and if it is urgent your emergency number. If you paste a leaflet or a page that you trust, I can find in it what it says.',
  foraging:
    'Do not eat it because of anything I say, nor because of a photo: I cannot tell which wild mushrooms, berries or plants are safe. Ask somebody who knows them and holds them in the hand.',
} satisfies HazardWords;

/** What no mind tells from a photo, or no small one. */
const beyondTexts = {
  eating:
    'I cannot tell from a photo whether it can be eaten, and a guess could do harm. Go by its label, or ask somebody who knows it and holds it in the hand.',
  counting: 'I cannot count what is in a photo: I only see the main thing.',
  unseen: 'I cannot tell that from the photo: I only see what the main thing is.',
} satisfies BeyondWords;

/** Where a question points at what nobody has shown. */
const nothingShownText =
  'No photo is here, so I cannot see what you mean. Add one with the plus sign, or show it with the camera while you speak, and ask again.';

export const ownAnswers = {
  clock: clockTexts,
  self: selfTexts,
  name: nameTexts,
  facts: factTexts,
  sums: sumTexts,
  hazards: hazardTexts,
  beyond: beyondTexts,
  textRead: () => given().read,
  nothingShown: nothingShownText,
} as const;

/** What a voice says after an answer that has reached its longest. */
export const spokenCutShort =
  'The answer is cut short here: it has reached its longest. Press or say “Go on”.';
