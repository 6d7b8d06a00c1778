/** What is said and shown of plants, in English. */
import type { PhotoProblem, Verdict } from '../../domain/plants/diagnosis';
import type { Place } from '../../domain/plants/evidence';
import type { NamedCondition } from '../../domain/plants/names';
import type { PlantCard } from '../../domain/plants/card';
import type { PlantSentences } from '../../domain/plants/speech';
import type { PlantWords, SureCause, SureOf } from '../../domain/plants/told';
import { translated } from './translation';
import { capital } from './capital';

const a = (word: string) => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
const either = new Intl.ListFormat('en', { type: 'disjunction' });
/** Some are called by their crop: nobody says it twice. */
const withCrop = ({ name, crop }: NamedCondition) =>
  name.includes(crop) ? name : `${name} on ${a(crop)} leaf`;

function possible(conditions: readonly NamedCondition[], hasMore: boolean): string {
  const ill = conditions.filter(({ isHealthy }) => !isHealthy);
  const crops = new Set(conditions.map(({ crop }) => crop));
  const names = ill.map(({ name, crop }) =>
    crops.size === 1 || name.includes(crop) ? name : `${name} of ${crop}`,
  );
  const listed = either.format(hasMore ? [...names, 'another'] : names);
  if (ill.length === conditions.length) return `It may be ${listed}.`;
  return ill.length === 0 ? 'It may be healthy.' : `It may be healthy, or ${listed}.`;
}

const problems: Readonly<Record<PhotoProblem, string>> = {
  dark: 'The photo is too dark.',
  // Also of a page: true of both.
  bright: 'Most of the photo is white.',
  blurred: 'The photo is not sharp.',
  small: 'The photo is too small.',
  drawn: 'This looks like a drawing or a screen.',
  colourless: 'The photo has no colours.',
};

const nextPhoto: Readonly<Record<PhotoProblem, string>> = {
  dark: 'Take one in daylight.',
  bright: 'Take one in the shade, without flash, in which the leaf fills the picture.',
  blurred:
    'Take another from a hand’s width away, and hold still while the camera focuses on the leaf.',
  small: 'Take a larger one, in which the leaf fills the picture.',
  drawn: 'Show me a photo of one leaf, close up, in daylight.',
  colourless: 'Take one in colour, in daylight.',
};

const sentences: PlantSentences = {
  likely: (condition) => `This looks like ${withCrop(condition)}.`,
  possible,
  healthy: ({ crop }) => `This ${crop} leaf looks healthy.`,
  unsure: (photos) => `I can’t tell from ${photos === 1 ? 'this photo' : 'these photos'}.`,
  noPlant: 'I see no leaf that I could judge.',
  unknownPlant: 'I don’t know this plant.',
  problems,
  betterPhoto: 'Show me one leaf by itself, close up, in daylight.',
  smallLeaf: 'I see a leaf best in a part of this photo.',
  judgePart: 'Have the framed part on the card judged, or show me the leaf from nearer.',
  nextPhoto,
  underside: ({ name }) => `Show me a leaf’s underside, where ${name} would show.`,
  wholePlant: 'Show me the whole plant, or tell me what it is, so that fewer causes are left.',
  nearer: 'Show me one leaf nearer, sharp and in daylight, so that its spots can be seen.',
  noMorePhotos: 'Show the plant to somebody who knows it, since more photos would hardly tell.',
  sayWhich: 'Tell me if it is a tomato or another crop on the card, else see its questions.',
  checkSigns: 'The signs on the card help to tell.',
  checkSignsOrUnderside: ({ name }) =>
    `Check the signs on the card, or show me a leaf’s underside, where ${name} would show.`,
  lookFor: (sign) => `To be sure, look for this: ${sign.slice(0, 1).toLowerCase()}${sign.slice(1)}`,
  offerTreatment: 'Shall I read the treatment?',
  offerTreatmentOf: ({ name }) => `Shall I read what to do for ${name}?`,
};

const percent = (share: number) => `${Math.round(100 * share)} %`;
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const dated = (date: string) => day.format(new Date(date));

/** How sure it is of one cause, in a word. */
const sureness = (verdict: Verdict['type'], rank: number) => {
  if (verdict === 'likely' && rank === 0) return 'Likely';
  return verdict === 'possible' && rank >= 0 ? 'Possibly' : 'Less likely';
};

const all = new Intl.ListFormat('en', { type: 'conjunction' });
/** Where one of them has a comma or an “and” of its own, nobody would see where the next begins. */
const apart = (publishers: readonly string[]) =>
  publishers.length > 1 && publishers.some((each) => /, | and /.test(each))
    ? `${publishers.slice(0, -1).join('; ')}; and ${publishers.at(-1)}`
    : all.format(publishers);

/** Of one that leaves out all others the photo still tells no certainty. */
const figure = (share: number) => {
  if (share < 0.01) return 'under 1 %';
  return share >= 0.995 ? 'over 99 %' : percent(share);
};
const withFigure = ({ isHealthy, crop, probability }: SureCause, name: string) =>
  `${isHealthy ? `a healthy ${crop} plant` : name} at ${figure(probability)}`;

/** How sure it is, in a sentence that can be heard. */
function sure(
  first: SureCause,
  then: SureCause | undefined,
  { type, hasSigns, photos, crop }: SureOf,
): string {
  const of = ({ name, crop }: SureCause) =>
    then && then.crop !== first.crop && !name.includes(crop) ? `${name} of ${crop}` : name;
  const all = photos === 1 ? 'the photo' : `the ${photos} photos`;
  const byPhoto = crop === undefined ? `By ${all} alone` : `By ${all}, taken as ${a(crop)} plant`;
  const by = hasSigns ? 'With the signs that you answered' : byPhoto;
  const how = {
    likely: 'it is likely',
    possible: 'it is possibly',
    unsure: 'I can’t tell; what comes closest is',
  }[type];
  const next = then ? `, and next comes ${withFigure(then, of(then))}` : '';
  return `${by}, ${how} ${withFigure(first, of(first))}${next}.`;
}

/** What is said of a condition where its card is asked. */
const answers: PlantWords = {
  failed: 'I could not judge this photo just now. Please ask once more.',
  absent:
    'The part that judges plants is not here yet, and I won’t guess: fetch it below, then ask again.',
  unfit:
    'This browser computes the part that judges plants wrongly, so I won’t guess: update it, or try another.',
  unread: 'My notes on this plant could not be read. Reload this tab, then ask again.',
  of: ({ name, crop, kind }, isCertain) => {
    const condition = kind === 'healthy' ? `a healthy ${crop} plant` : name;
    return isCertain ? `For ${condition}:` : `If it is ${condition}:`;
  },
  sources: (publishers) => `From ${apart(publishers)}.`,
  sure,
  crop: (crops, isSaid) =>
    isSaid
      ? `You said that it is ${either.format(crops.map((crop) => `${a(crop)} plant`))}.`
      : `By the photo, it ${crops.length > 1 ? 'may be' : 'looks like'} ${either.format(crops.map((crop) => `${a(crop)} plant`))}. If that is wrong, choose another on the card.`,
  nothingKnown: 'My notes do not say.',
  nothingOnSpread: (condition, plant) =>
    `My notes on ${condition} do not say whether it goes to ${plant}.`,
  nothingOnEating:
    'My notes do not say whether it can be eaten. If you are not sure, do not eat it, and ask somebody who can look at the plant.',
  photoless:
    'By words alone I can’t judge a plant. Show me one leaf by itself, close up, in daylight.',
  otherKind: (crops) => `I can’t judge this plant. I know the leaves of ${all.format(crops)}.`,
  declined: 'All right. It stays on the card.',
  followLabel: 'Follow the label and local rules.',
  ingredient: (name, text) => `${capital(name)}: ${text}`,
};

const places: Readonly<Record<Place, string>> = {
  upper: 'mostly in the upper half',
  lower: 'mostly in the lower half',
  left: 'mostly in the left half',
  right: 'mostly in the right half',
  'upper-left': 'mostly in the upper left',
  'upper-right': 'mostly in the upper right',
  'lower-left': 'mostly in the lower left',
  'lower-right': 'mostly in the lower right',
  middle: 'mostly in the middle',
  scattered: 'in no one place',
  everywhere: 'nearly everywhere',
};

/** Of a photo, what was judged. */
const looked = {
  all: (count: number) => (count === 1 ? 'all of the photo' : `all of the ${count} photos`),
  middle: (count: number) =>
    count === 1 ? 'only the middle of the photo' : `only the middle of each of the ${count} photos`,
  part: (count: number, at: number) =>
    count === 1 ? 'only a part of the photo' : `only a part of photo ${at} of ${count}`,
};

/** Of a plant that is not known: what anybody can check, and nothing that claims to know it. */
const anyPlant = {
  heading: 'What to look at on any plant:',
  questions: [
    'Light: does it get as much as its kind needs, and was it moved lately?',
    'Water: is the soil wet or dry a finger deep, and can water run off below?',
    'Undersides of the leaves: are there insects, eggs, webs or a sticky film?',
    'Where it began: at the old leaves, the young ones, or on one side?',
    'What is new: a pot, feed, a spray, heat, cold or a draught?',
  ],
};

/** A part of a photo that is judged by itself. */
const cutOut = {
  start: 'Judge a part of it',
  another: 'Judge another part',
  whole: 'Whole photo',
  heading: 'Judge a part of the photo',
  hint: 'Put the frame around one leaf.',
  frame: 'Frame',
  keys: 'Arrow keys move it. With Shift they make it larger or smaller.',
  stands: (left: number, top: number, side: number) =>
    `${percent(left)} from the left, ${percent(top)} from the top, ${percent(side)} wide`,
  photo: (at: number, of: number) => `Photo ${at} of ${of}`,
  next: 'Next photo',
  judge: 'Judge this part',
  found: 'A leaf is seen best in this part.',
  judging: 'Judging this part …',
  cancel: 'Cancel',
  gone: 'This photo is no longer on this device.',
  failed: 'This part could not be judged. What was found before is kept. Try once more.',
  missing: 'The plant specialist is not here. What was found before is kept. Fetch it first.',
};

const shown = translated('plants', {
  anyPlant,
  cutOut,
  looked: (what: keyof typeof looked, count: number, at: number) =>
    `Looked at: ${looked[what](count, at)}.`,
  evidence: 'Where it looked',
  weighed: ({ name, isHealthy }: NamedCondition, place: Place, isFramed: boolean) =>
    `${isFramed ? 'Within the frame, the' : 'The'} light places weighed most for ${isHealthy ? 'a healthy leaf' : name}: ${places[place]}.`,
  evidenceUnfetched: 'This could not be shown. Reload this tab to try again.',
  sureness,
  condition: ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'Healthy' : capital(name)),
  of: (crop: string, scientificName = '') =>
    [capital(crop), scientificName].filter(Boolean).join(' · '),
  causes: 'What it may be',
  /** Of a conversation. */
  title: ({ name, crop, isHealthy }: NamedCondition, isLikely: boolean) => {
    const disease = name.includes(crop) ? name : `${name} of ${crop}`;
    return `${capital(isHealthy ? `healthy ${crop}` : disease)}${isLikely ? '' : '?'}`;
  },
  known: (crops: readonly string[]) => `Plants that can be judged by a leaf: ${all.format(crops)}.`,
  onlyKnown: ({ name, crop, isHealthy }: NamedCondition) =>
    `${capital(crop)}: only ${isHealthy ? 'healthy leaves are' : `${name} is`} known.`,
  /** Above what the photo can still tell. */
  noClaim: 'No diagnosis',
  unlikeCrop: (crop: string) => `The leaf does not look like that of ${a(crop)} plant.`,
  crop: 'It is',
  cropSeen: (crop: string) => `${a(crop)} plant, by the photo`,
  cropChange: 'If not, choose.',
  cropNotSaid: 'which plant?',
  cropOption: (crop: string) => `${a(crop)} plant`,
  /** Where the page is not. */
  notesInEnglish: 'The notes are in English.',
  noNotes: 'I have no notes on this yet.',
  signs: (count: number) => (count === 1 ? '1 sign to check' : `${count} signs to check`),
  /** Of the condition that is shown. */
  signsAgainst: 'Your signs speak against it.',
  yes: 'Yes',
  no: 'No',
  today: 'Today',
  todayIf: ({ name, isHealthy }: NamedCondition) =>
    `Today, if it is ${isHealthy ? 'healthy' : name}`,
  later: 'This week and next season',
  thisWeek: 'This week',
  nextSeason: 'Next season',
  chemicals: 'Chemicals',
  labelRules: answers.followLabel,
  lookAlikes: 'What looks like it',
  about: ({ kind, harvest }: Pick<PlantCard, 'kind' | 'harvest'>) =>
    `About it: ${kind === 'healthy' ? '' : 'spread, '}${harvest ? 'harvest, ' : ''}advice`,
  spread: { low: 'Spreads slowly.', medium: 'Spreads.', high: 'Spreads fast.' },
  howSure: 'How sure',
  closest: 'What comes closest',
  /** @param crop named by a person, as which the photos were taken */
  figures: (hasSigns: boolean, photos: number, crop?: string) => {
    const all = photos === 1 ? 'the photo' : `the ${photos} photos`;
    const photo = crop === undefined ? all : `${all}, taken as ${a(crop)} plant`;
    const alone = crop === undefined ? ' alone' : '';
    const signs = crop === undefined ? ' and your signs' : ', and your signs';
    return `Among the conditions that I know, by ${photo}${hasSigns ? signs : alone}:`;
  },
  percent: (share: number) => (share < 0.01 ? 'under 1 %' : percent(share)),
  sources: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
  source: (number: number, title: string) => `Source ${number}: ${title}`,
  read: (date: string) => `read on ${dated(date)}`,
  /** Under what was told, which names what it is about. */
  since: (of: NamedCondition, now: NamedCondition | null) => {
    const called = ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'healthy' : name);
    return now
      ? `The card above now says: ${called(now)}.`
      : `The card above no longer says: ${called(of)}.`;
  },
  aboutSource:
    'The page may have changed since it was read. It learns that you came, and nothing of what is said here.',
  noLaboratory: 'This is not a laboratory diagnosis.',
  reviewed: (date: string) => `Notes of ${dated(date)}.`,
});
/** What is said as an answer is English. */
export const plants = { ...shown, answers, sentences };
