/** What Tansy itself says of plants, in English. What is spoken is short, as a person would say it. */
import type { Cause, PhotoProblem, Verdict } from '../../domain/diagnosis';
import type { PlantCard, PlantCards } from '../../domain/plant-card';
import { cropName, named } from '../../domain/plant-names';
import type { PlantWords } from '../../domain/plant-told';

const all = new Intl.ListFormat('en', { type: 'conjunction' });
const either = new Intl.ListFormat('en', { type: 'disjunction' });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
const withArticle = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

const problems: Readonly<Record<PhotoProblem, string>> = {
  dark: 'This photo is too dark to judge. Please take one in daylight, in the shade of your body.',
  bright: 'This photo is too bright to judge. Please take one out of the sun.',
  blurred:
    'This photo is too blurred to judge. Please hold still, a hand’s breadth away, and tap the leaf to focus.',
  small: 'This photo is too small to judge. Please send a larger one of a single leaf.',
};
const oneMore =
  'Please take one more: a single leaf that fills the picture, in daylight, with what worries you in the middle.';

/** `early blight on a tomato leaf`, `a healthy tomato leaf`. */
function said({ id }: Cause, cards: PlantCards): string {
  const { name, crop, isHealthy } = named(id, cards);
  return isHealthy ? `a healthy ${crop} leaf` : `${name} on ${withArticle(crop)} leaf`;
}

function short(verdict: Verdict, cards: PlantCards): string {
  switch (verdict.type) {
    case 'unclear':
      return problems[verdict.problem];
    case 'no-plant':
      return 'I see no plant in this photo.';
    case 'unknown-plant':
      return 'This is none of the crops that I know, so I will not guess. If it is one of them, say which on the card.';
    case 'unsure':
      return `I can’t tell from this photo. ${oneMore}`;
    case 'likely': {
      const [first] = verdict.causes;
      const { isHealthy } = named(first!.id, cards);
      const today = cards.get(first!.id)?.today[0]?.text;
      const then = isHealthy || !today ? '' : ` ${today} Shall I read the treatment?`;
      return `This looks like ${said(first!, cards)}.${then}`;
    }
    case 'possible': {
      const causes = verdict.causes.map((cause) => said(cause, cards));
      const narrow = causes.length > 1 ? ' Look for the signs on the card to tell them apart.' : '';
      return `This may be ${either.format(causes)}.${narrow}`;
    }
  }
}

export const plantWords: PlantWords = {
  verdict: short,
  failed: 'I could not judge this photo just now. Please ask once more.',
  ifItIs: ({ name }) => `If it is ${name}:`,
  sources: (publishers) => `From ${all.format(publishers)}.`,
  nothingKnown: 'My notes do not say.',
  followLabel: 'Follow the label and local rules.',
  ingredient: (name, text) => `${capital(name)}: ${text}`,
};

export const cardWords = {
  label: 'Judged by the photo',
  heading: {
    likely: 'Likely',
    possible: 'Possibly',
    unsure: 'Can’t tell; first of all it may be',
  },
  cause: ({ id }: Cause, cards: PlantCards) => {
    const { name, crop, isHealthy } = named(id, cards);
    return isHealthy ? `${capital(crop)}: healthy` : `${capital(crop)}: ${name}`;
  },
  howSure: 'How sure',
  sure: (probability: number) => percent.format(probability),
  sureNote:
    'Shares fitted on field photos. Of the causes listed, one is right about 95 times in 100.',
  crop: 'It is',
  cropUnsaid: 'not said',
  cropName: (crop: string) => capital(cropName(crop)),
  signs: 'What do you see? Answer to narrow it down',
  yes: 'Yes',
  no: 'No',
  notes: (card: PlantCard) => capital(card.name),
  noNotes: 'I have no notes on this yet.',
  today: 'Today',
  about: 'What it is',
  thisWeek: 'This week',
  nextSeason: 'Next season',
  lookAlikes: 'What it is mistaken for',
  chemicals: 'Chemicals',
  more: 'Spread, harvest, when to ask',
  sources: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
  source: (number: number) => `Source ${number}`,
  reviewed: (day: string) => `Notes of ${day}. A photo is no laboratory test.`,
};
