/** What is shown of plants, in Hindi. What is known of them is in English. */
import type { Verdict } from '../../../domain/plants/diagnosis';
import type { PlantCard } from '../../../domain/plants/card';
import type { Place } from '../../../domain/plants/evidence';
import type { NamedCondition } from '../../../domain/plants/names';
import { capital } from '../capital';

const percent = (share: number) => `${Math.round(100 * share)}%`;
const day = new Intl.DateTimeFormat('hi', { dateStyle: 'long', timeZone: 'UTC' });
const dated = (date: string) => day.format(new Date(date));

/** How sure it is of one cause, in a word. */
const sureness = (verdict: Verdict['type'], rank: number) => {
  if (verdict === 'likely' && rank === 0) return 'काफ़ी संभव';
  return verdict === 'possible' && rank >= 0 ? 'संभव' : 'कम संभव';
};

const all = new Intl.ListFormat('hi', { type: 'conjunction' });

const places: Readonly<Record<Place, string>> = {
  upper: 'ज़्यादातर ऊपर के आधे हिस्से में',
  lower: 'ज़्यादातर नीचे के आधे हिस्से में',
  left: 'ज़्यादातर बाएँ आधे हिस्से में',
  right: 'ज़्यादातर दाएँ आधे हिस्से में',
  'upper-left': 'ज़्यादातर ऊपर बाईं ओर',
  'upper-right': 'ज़्यादातर ऊपर दाईं ओर',
  'lower-left': 'ज़्यादातर नीचे बाईं ओर',
  'lower-right': 'ज़्यादातर नीचे दाईं ओर',
  middle: 'ज़्यादातर बीच में',
  scattered: 'किसी एक जगह नहीं',
  everywhere: 'लगभग हर जगह',
};

/** Of a photo, what was judged. */
const looked = {
  all: (count: number) => (count === 1 ? 'पूरी फ़ोटो' : `सभी ${count} पूरी फ़ोटो`),
  middle: (count: number) =>
    count === 1 ? 'फ़ोटो का सिर्फ़ बीच' : `${count} में से हर फ़ोटो का सिर्फ़ बीच`,
  part: (count: number, at: number) =>
    count === 1 ? 'फ़ोटो का सिर्फ़ एक हिस्सा' : `${count} में से फ़ोटो ${at} का सिर्फ़ एक हिस्सा`,
};

/** Of a plant that is not known: what anybody can check, and nothing that claims to know it. */
const anyPlant = {
  heading: 'किसी भी पौधे में क्या देखें:',
  questions: [
    'रोशनी: क्या उसे उतनी मिलती है जितनी उसकी किस्म को चाहिए, और क्या उसकी जगह हाल में बदली गई?',
    'पानी: एक उँगली गहराई पर मिट्टी गीली है या सूखी, और क्या नीचे से पानी निकल पाता है?',
    'पत्तियों के नीचे: क्या वहाँ कीड़े, अंडे, जाले या चिपचिपी परत है?',
    'शुरुआत: पुरानी पत्तियों से हुई, नई पत्तियों से, या एक ही तरफ़ से?',
    'नया क्या है: गमला, खाद, कोई छिड़काव, गर्मी, ठंड या हवा का झोंका?',
  ],
};

/** A part of a photo that is judged by itself. */
const cutOut = {
  start: 'एक हिस्सा जाँचें',
  another: 'दूसरा हिस्सा जाँचें',
  whole: 'पूरी फ़ोटो',
  heading: 'फ़ोटो का एक हिस्सा जाँचें',
  hint: 'फ़्रेम को एक पत्ती पर रखें।',
  frame: 'फ़्रेम',
  keys: 'तीर वाली कुंजियाँ इसे खिसकाती हैं। Shift के साथ वे इसे बड़ा या छोटा करती हैं।',
  stands: (left: number, top: number, side: number) =>
    `बाएँ से ${percent(left)}, ऊपर से ${percent(top)}, चौड़ाई ${percent(side)}`,
  photo: (at: number, of: number) => `${of} में से फ़ोटो ${at}`,
  next: 'अगली फ़ोटो',
  judge: 'यह हिस्सा जाँचें',
  found: 'इस हिस्से में पत्ती सबसे साफ़ दिख रही है।',
  judging: 'यह हिस्सा जाँचा जा रहा है…',
  cancel: 'रद्द करें',
  gone: 'यह फ़ोटो अब इस डिवाइस पर नहीं है।',
  failed: 'यह हिस्सा जाँचा नहीं जा सका। पहले जो मिला था, वह सुरक्षित है। एक बार और कोशिश करें।',
  missing: 'पौधों का विशेषज्ञ यहाँ नहीं है। पहले जो मिला था, वह सुरक्षित है। पहले उसे डाउनलोड करें।',
};

export const plants = {
  anyPlant,
  cutOut,
  looked: (what: keyof typeof looked, count: number, at: number) =>
    `देखा गया: ${looked[what](count, at)}।`,
  evidence: 'कहाँ देखा',
  weighed: ({ name, isHealthy }: NamedCondition, place: Place, isFramed: boolean) =>
    `${isFramed ? 'फ़्रेम के अंदर, ' : ''}${isHealthy ? 'स्वस्थ पत्ती' : name} मानने में सबसे ज़्यादा असर उजली जगहों का रहा: ${places[place]}।`,
  evidenceUnfetched: 'यह दिखाया नहीं जा सका। फिर से कोशिश करने के लिए यह टैब फिर से लोड करें।',
  sureness,
  condition: ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'स्वस्थ' : capital(name)),
  of: (crop: string, scientificName = '') =>
    [capital(crop), scientificName].filter(Boolean).join(' · '),
  causes: 'यह क्या हो सकता है',
  /** Of a conversation. */
  title: ({ name, crop, isHealthy }: NamedCondition, isLikely: boolean) => {
    const disease = name.includes(crop) ? name : `${name} (${crop})`;
    return `${isHealthy ? `स्वस्थ ${crop}` : capital(disease)}${isLikely ? '' : '?'}`;
  },
  known: (crops: readonly string[]) => `जिन पौधों को पत्ती से जाँचा जा सकता है: ${all.format(crops)}।`,
  onlyKnown: ({ name, crop, isHealthy }: NamedCondition) =>
    `${crop}: सिर्फ़ ${isHealthy ? 'स्वस्थ पत्तियों' : name} की पहचान है।`,
  /** Above what the photo can still tell. */
  noClaim: 'रोग की पहचान नहीं हुई',
  unlikeCrop: (crop: string) => `पत्ती ${crop} के पौधे की पत्ती जैसी नहीं दिखती।`,
  crop: 'यह है',
  cropSeen: (crop: string) => `${crop} का पौधा, फ़ोटो के हिसाब से`,
  cropChange: 'अगर नहीं, तो चुनें।',
  cropNotSaid: 'कौन-सा पौधा?',
  cropOption: (crop: string) => `${crop} का पौधा`,
  /** Where the page is not. */
  notesInEnglish: 'जानकारी अंग्रेज़ी में है।',
  noNotes: 'इस पर अभी कोई जानकारी नहीं है।',
  signs: (count: number) => `देखने के लिए ${count} लक्षण`,
  signsAgainst: 'आपके लक्षण इसके ख़िलाफ़ हैं।',
  yes: 'हाँ',
  no: 'नहीं',
  today: 'आज',
  todayIf: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? 'आज, अगर यह स्वस्थ है' : `आज, अगर यह ${name} है`,
  later: 'इस हफ़्ते और अगले मौसम में',
  thisWeek: 'इस हफ़्ते',
  nextSeason: 'अगले मौसम में',
  chemicals: 'रसायन',
  labelRules: 'लेबल पर लिखी बातें और स्थानीय नियम मानें।',
  lookAlikes: 'इसके जैसा क्या दिखता है',
  about: ({ kind, harvest }: Pick<PlantCard, 'kind' | 'harvest'>) =>
    `इसके बारे में: ${kind === 'healthy' ? '' : 'फैलाव, '}${harvest ? 'फ़सल, ' : ''}सलाह`,
  spread: { low: 'धीरे फैलता है।', medium: 'फैलता है।', high: 'तेज़ी से फैलता है।' },
  howSure: 'कितना पक्का',
  closest: 'सबसे करीब क्या है',
  figures: (hasSigns: boolean, photos: number, crop?: string) => {
    const all = photos === 1 ? 'फ़ोटो' : `${photos} फ़ोटो`;
    const photo = crop === undefined ? all : `${crop} का पौधा मानी गई ${all}`;
    const signs = `${photo} और आपके बताए लक्षणों के हिसाब से`;
    const alone = `${crop === undefined ? 'सिर्फ़ ' : ''}${photo} के हिसाब से`;
    return `जिन स्थितियों की मुझे जानकारी है, उनमें ${hasSigns ? signs : alone}:`;
  },
  percent: (share: number) => (share < 0.01 ? '1% से कम' : percent(share)),
  sources: (count: number) => `${count} स्रोत`,
  source: (number: number, title: string) => `स्रोत ${number}: ${title}`,
  read: (date: string) => `${dated(date)} को पढ़ा गया`,
  /** Under what was told, which names what it is about. */
  since: (of: NamedCondition, now: NamedCondition | null) => {
    const called = ({ name, isHealthy }: NamedCondition) => (isHealthy ? 'स्वस्थ' : name);
    return now
      ? `ऊपर का कार्ड अब कहता है: ${called(now)}।`
      : `ऊपर का कार्ड अब यह नहीं कहता: ${called(of)}।`;
  },
  aboutSource:
    'हो सकता है कि पढ़े जाने के बाद यह पेज बदल गया हो। इसे पता चलता है कि आप आए, पर यहाँ जो कहा जाता है उसका कुछ भी नहीं।',
  noLaboratory: 'यह लैब में की गई रोग की पहचान नहीं है।',
  reviewed: (date: string) => `जानकारी ${dated(date)} की है।`,
} as const;
