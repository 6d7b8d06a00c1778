/** The plant journal, in Hindi. */
import { AppError } from '../../../domain/errors';
import {
  dayAfter,
  mostNameLetters,
  type Day,
  type JournalContent,
  type JournalPlant,
  type NameProblem,
} from '../../../domain/plants/journal';
import type { NamedCondition } from '../../../domain/plants/names';
import { panel } from './panel';

const date = new Intl.DateTimeFormat('hi', { dateStyle: 'long' });
const weekday = new Intl.DateTimeFormat('hi', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const onDay = (day: Day) => weekday.format(new Date(day));

const nameProblems: Readonly<Record<NameProblem, string>> = {
  empty: 'इसे एक नाम दें।',
  'too-long': `हर खाने में ज़्यादा से ज़्यादा ${mostNameLetters} अक्षर लिखें।`,
  taken: 'वहाँ इस नाम का एक पौधा पहले से है। उसे चुनें, या दूसरा नाम दें।',
};

const reasons: Readonly<Record<string, string>> = {
  gone: 'यह पौधा दूसरे टैब में मिटा दिया गया। इसमें कुछ नहीं जोड़ा गया।',
  empty: 'यह फ़ाइल खाली है। कोई दूसरी चुनें।',
  'too-large': 'यह फ़ोटो बहुत बड़ी है। कोई छोटी चुनें।',
  'too-small': 'यह फ़ोटो बहुत छोटी है: इसमें कुछ पहचाना नहीं जा सकता। कोई बड़ी चुनें।',
  'not-an-image': 'यह फ़ाइल फ़ोटो नहीं है। JPEG, PNG या WebP फ़ाइल चुनें।',
  heic: 'यह ब्राउज़र Apple का यह फ़ॉर्मैट नहीं पढ़ सकता। फ़ोटो को JPEG में सेव करके उसे चुनें।',
  damaged: 'यह फ़ोटो खराब या अधूरी है। इसकी कोई दूसरी कॉपी चुनें।',
};

/** What happened, what was kept, what to do. */
function failure(thrown: unknown): string {
  const { code, details } = AppError.from(thrown);
  if (code === 'quota-exceeded') {
    return 'डिस्क में जगह कम है। कुछ नहीं खोया: थोड़ी जगह खाली करें और फिर से कोशिश करें।';
  }
  return reasons[details.reason ?? ''] ?? 'यह सेव नहीं हो सका। कुछ नहीं खोया: फिर से कोशिश करें।';
}

function due(day: Day): string {
  const today = dayAfter(Date.now(), 0);
  if (day === today) return 'आज फिर देखें';
  return day < today ? `फिर देखें: ${onDay(day)} को देखना था` : `${onDay(day)} को फिर देखें`;
}

const inPlace = ({ name, place }: Pick<JournalPlant, 'name' | 'place'>) =>
  place === '' ? name : `${name}, ${place}`;

/** Unless its name says it. */
const about = ({ name, place, crop }: JournalPlant) =>
  [name.toLowerCase().includes(crop.toLowerCase()) ? '' : crop, place].filter(Boolean).join(' · ');

const kinds = {
  photo: 'फ़ोटो',
  note: 'नोट',
  treatment: 'इलाज',
  'look-again': 'फिर देखने का दिन',
} as const;
const deleted: Readonly<Record<keyof typeof kinds, string>> = {
  photo: 'एक फ़ोटो मिटाई गई।',
  note: 'एक नोट मिटाया गया।',
  treatment: 'एक इलाज मिटाया गया।',
  'look-again': 'फिर देखने का एक दिन मिटाया गया।',
};

function removed({ plants: [plant], entries: [entry] }: JournalContent): string {
  if (plant) return panel.removed(plant.name);
  return entry ? deleted[entry.type] : '';
}

export const journal = {
  heading: panel.journal,
  close: 'डायरी बंद करें',
  empty: 'अपने हर पौधे में आप जो देखते हैं और उसके लिए जो करते हैं, वह यहाँ दिन-ब-दिन रख सकते हैं।',
  howToBegin: 'किसी पौधे को नाम दें, या रोग की कोई पहचान रखें: उसके कार्ड में इसके लिए एक बटन है।',
  notKept: 'यह ब्राउज़र अभी Tansy के लिए कुछ नहीं रखता: यहाँ आप जो लिखेंगे, वह इस टैब के साथ खत्म हो जाएगा।',
  unread: 'डायरी पढ़ी नहीं जा सकी। कुछ नहीं खोया: इसे बंद करके फिर से खोलें।',
  all: 'सभी पौधे',
  yours: 'आपके पौधे',
  about,
  inPlace,
  date: (at: number) => date.format(at),
  failure,
  nameProblem: (problem: NameProblem) => nameProblems[problem],
  removed,

  keep: 'डायरी में रखें',
  keptWith: 'डायरी में:',
  keepVerdict: 'जो मिला, उसे रखें',
  toConversation: 'बातचीत पर जाएँ',
  toEntry: 'इसकी प्रविष्टि पर जाएँ',
  with: 'किस पौधे के साथ रखें',
  newPlant: 'एक नया पौधा',
  name: 'नाम',
  place: 'कहाँ उगता है',
  crop: 'यह क्या है',
  save: 'सेव करें',
  keepIt: 'रखें',
  cancel: 'रद्द करें',

  addPlant: 'नया पौधा',
  edit: 'नाम या जगह बदलें',
  removePlant: 'पौधा मिटाएँ',
  addPhoto: 'फ़ोटो जोड़ें',
  preparing: 'फ़ोटो तैयार की जा रही है…',
  addNote: 'नोट जोड़ें',
  note: 'आपका नोट',
  treated: 'आज इलाज किया',
  treatment: 'क्या किया गया',
  steps: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'जानकारी से' : `${name} की जानकारी से`,
  done: (step: string) => `किया गया: ${step}`,
  ownWords: 'आपके अपने शब्दों में',
  nothingWritten: 'पहले कुछ लिखें।',

  days: 7,
  lookAgain: '7 दिन बाद फिर देखें',
  due,
  wasDue: (day: Day) => `${onDay(day)} को फिर देखना है`,
  removeDue: 'ज़रूरत नहीं',
  toCalendar: 'कैलेंडर में सेव करें',
  event: (plant: JournalPlant) => `${plant.name} को फिर देखें`,

  entry: { treatment: 'इलाज किया', note: 'नोट', photo: 'फ़ोटो', 'look-again': 'फिर देखें' },
  removeEntry: (type: keyof typeof kinds, at: number) =>
    `मिटाएँ: ${kinds[type]}, ${date.format(at)}`,
  nothingYet: 'इसका अभी कुछ नहीं रखा गया है।',
  photoOf: (at: number) => `${date.format(at)} की फ़ोटो`,
  enlarge: (at: number) => `${date.format(at)} की फ़ोटो बड़ी दिखाएँ`,
  closePhoto: 'फ़ोटो बंद करें',

  compare: 'दो फ़ोटो की तुलना करें',
  ofDay: (at: number, number: number) => `${date.format(at)}, फ़ोटो ${number}`,
  earlier: 'पहली फ़ोटो',
  later: 'दूसरी फ़ोटो',
} as const;
