/** Photos, and the camera that takes them, in Hindi. */
import type { PhotoFailure } from '../../../state/photos.svelte';

export const photos = {
  add: 'फ़ोटो जोड़ें',
  choose: 'फ़ोटो या पाठ चुनें',
  camera: 'फ़ोटो लें',
  drop: 'अपने सवाल में जोड़ने के लिए फ़ोटो या पाठ यहाँ छोड़ें',
  pending: 'आपके सवाल की फ़ोटो',
  remove: (name: string, at: number) => `${name === '' ? `फ़ोटो ${at}` : name} हटाएँ`,
  preparing: (at: number, of: number) =>
    of === 1 ? 'फ़ोटो तैयार की जा रही है…' : `${of} में से फ़ोटो ${at} तैयार की जा रही है…`,
  stop: 'जोड़ना रोकें',
  needsWords: 'भेजने के लिए इसके बारे में एक सवाल लिखें।',
  guess:
    'फ़ोटो से एक छोटे दिमाग का अंदाज़ा, जो अक्सर गलत होता है: यह रोग की पहचान नहीं है। इसके भरोसे न कुछ खाएँ, न इलाज करें, न कोई फ़ैसला करें।',
  unseen: 'यह दिमाग अभी फ़ोटो नहीं देख सकता: यह सिर्फ़ उनमें लिखे शब्द पढ़ता है।',
  quickAsks: 'फ़ोटो के बारे में पूछें',
  /** Names, and what is asked by them: the mind that is asked knows only English. */
  quick: [
    ['इसमें क्या है?', 'What is in this picture?'],
    ['रोग पहचानें', 'What is wrong with this plant?'],
    ['इसे पढ़ें', 'Read the text.'],
  ],
  samePlant: 'वही पौधा',
  mindsThatSeeMore: 'ज़्यादा देखने वाले दिमाग',
  mindsThatSee: 'देखने वाले दिमाग',
  dismiss: 'बंद करें',
  alt: (name: string) => (name === '' ? 'फ़ोटो' : `फ़ोटो: ${name}`),
  enlarge: (name: string) => (name === '' ? 'फ़ोटो बड़ी दिखाएँ' : `${name} को बड़ा दिखाएँ`),
  close: 'फ़ोटो बंद करें',
  gone: 'यह फ़ोटो अब इस डिवाइस पर नहीं है।',
} as const;

export const camera = {
  heading: 'फ़ोटो लें',
  opening: 'कैमरा खुल रहा है। ब्राउज़र पूछे तो अनुमति दें…',
  shoot: 'फ़ोटो लें',
  turn: 'दूसरा कैमरा इस्तेमाल करें',
  close: 'कैमरा बंद करें',
  again: 'फिर से कोशिश करें',
} as const;

const largest = (limit: PhotoFailure['limit']) => {
  if (limit?.megapixels) return `: इसमें ${limit.megapixels} मेगापिक्सल से ज़्यादा हैं`;
  return limit?.megabytes ? `: इसमें ${limit.megabytes} MB से ज़्यादा है` : '';
};

const notPhotos: Record<
  NonNullable<PhotoFailure['reason']>,
  (file: string, limit: PhotoFailure['limit']) => string
> = {
  'too-many': (_file, limit) =>
    `एक सवाल में ज़्यादा से ज़्यादा ${limit?.photos} फ़ोटो आ सकती हैं। जो यहाँ हैं, वे रखी गई हैं; बाकी छोड़ दी गईं। पहले इनके बारे में पूछें।`,
  'not-kept': () =>
    'आपकी फ़ोटो सेव नहीं हो सकीं: शायद डिस्क में जगह कम है। यह टैब फिर से लोड या बंद होने तक वे यहाँ हैं, और उनके बारे में पूछा जा सकता है।',
  empty: (file) => `${file} खाली है। आपका सवाल और उसकी बाकी फ़ोटो सुरक्षित हैं। कोई दूसरी फ़ाइल चुनें।`,
  'too-large': (file, limit) =>
    `${file} का आकार बहुत ज़्यादा है${largest(limit)}। आपका सवाल और उसकी बाकी फ़ोटो सुरक्षित हैं। कोई छोटी फ़ोटो चुनें।`,
  'too-small': (file) =>
    `${file} बहुत छोटी है: उसमें कुछ पहचाना नहीं जा सकता। आपका सवाल और उसकी बाकी फ़ोटो सुरक्षित हैं। कोई बड़ी फ़ोटो चुनें।`,
  'not-an-image': (file) =>
    `${file} कोई फ़ोटो नहीं है। आपका सवाल और उसकी बाकी फ़ोटो सुरक्षित हैं। JPEG, PNG या WebP फ़ाइल चुनें, या 20,000 अक्षरों तक का पाठ।`,
  heic: (file) =>
    `${file} Apple के ऐसे फ़ॉर्मैट में है जिसे यह ब्राउज़र नहीं पढ़ सकता। आपका सवाल और उसकी बाकी फ़ोटो सुरक्षित हैं। उसे JPEG में सेव करके चुनें।`,
  damaged: (file) =>
    `${file} में खराबी है या यह अधूरी है। आपका सवाल और उसकी बाकी फ़ोटो सुरक्षित हैं। इसकी कोई दूसरी कॉपी चुनें।`,
};

export function photoFailureText({ reason, name, limit }: PhotoFailure): string {
  const file = name === '' ? 'फ़ोटो' : `“${name}”`;
  if (reason) return notPhotos[reason](file, limit);
  return `${file} तैयार नहीं हो सकी। आपका सवाल और उसकी बाकी फ़ोटो सुरक्षित हैं। इसे एक बार और जोड़ें।`;
}
