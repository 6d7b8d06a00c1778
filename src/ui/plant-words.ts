/** What Tansy itself says of plants, in English. Written to be heard as well as read. */
import type { PlantWords } from '../services/plant-answers';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

export const plantWords: Omit<PlantWords, 'verdict'> = {
  failed: 'I could not judge this photo just now. Please ask once more.',
  ifItIs: ({ name }) => `If it is ${name}:`,
  sources: (publishers) => `From ${listed.format(publishers)}.`,
  nothingKnown: 'My notes do not say.',
  followLabel: 'Follow the label and local rules.',
  ingredient: (name, text) => `${name[0]!.toUpperCase()}${name.slice(1)}: ${text}`,
};
