/** The choice of minds and ears, and what is stored of them, in Hindi. */
import type { ErrorCode } from '../../../domain/errors';
import type { LanguageModel } from '../../../domain/models/model';
import type { Obstacle } from '../../../domain/models/plans';
import { about, fetchLeft, goOn, megabytes } from './figures';
import { earsNames } from './names';

const languageNames = new Intl.DisplayNames(['hi'], { type: 'language' });
const mostLanguages = 3;
const languagesOf = (tags: readonly string[]) => {
  if (tags.includes('*')) return 'कई भाषाएँ';
  const names = tags.slice(0, mostLanguages).map((tag) => languageNames.of(tag));
  const more = tags.length - names.length;
  return names.join(', ') + (more > 0 ? ` और ${more} अन्य` : '');
};

/** Why a mind is not in use. What follows says what answers instead. */
const mindFailures: Partial<Record<ErrorCode, string>> = {
  'webgpu-unavailable': 'ग्राफ़िक्स कार्ड इसे ठीक से नहीं चलाता',
  internal: 'यहाँ यह एक परीक्षण सवाल का गलत जवाब देता है',
  'worker-crashed': 'इसे यहाँ चलाया नहीं जा सका',
  'out-of-memory': 'मेमोरी कम पड़ गई',
  'device-lost': 'ग्राफ़िक्स कार्ड से संपर्क टूट गया',
  'quota-exceeded': 'डिस्क में जगह कम है',
  'model-missing': 'इसकी एक फ़ाइल गायब है',
  'checksum-mismatch': 'इसकी एक फ़ाइल खराब है',
};

const mindFailure = (name: string, code: ErrorCode, instead: string) =>
  `${name} इस्तेमाल में नहीं है: ${mindFailures[code] ?? 'इसे शुरू नहीं किया जा सका'}। जवाब ${instead} देता है।`;

export const minds = {
  heading: 'जवाब देने वाला दिमाग',
  inUse: 'अभी जवाब देता है',
  unable: 'यहाँ नहीं चल सकता',
  facts: ({ sight, languages, licence }: LanguageModel, size: string) =>
    [
      sight === 'trained' ? 'फ़ोटो देखता है' : 'फ़ोटो नहीं देखता',
      languagesOf(languages),
      size,
      licence.spdx.replace('LicenseRef-', ''),
    ]
      .filter((fact) => fact !== '')
      .join(' · '),
  size: (bytes: number, isAbout: boolean) => (bytes === 0 ? '' : about(bytes, isAbout)),
  obstacles: {
    'no-webgpu':
      'इसे ऐसा ग्राफ़िक्स कार्ड चाहिए जिससे वेब पेज गणना कर सकें (WebGPU): इस ब्राउज़र या डिवाइस में ऐसा कोई नहीं है।',
    'software-webgpu': 'इसे ग्राफ़िक्स कार्ड चाहिए, और इस ब्राउज़र में उसकी सिर्फ़ नकल है।',
    'no-f16': 'इसे ऐसा ग्राफ़िक्स कार्ड चाहिए जो 16-बिट संख्याओं से गणना करता हो।',
    'no-threads': 'इसे प्रोसेसर के एक से ज़्यादा कोर चाहिए, और इस पेज के पास एक है।',
    'little-memory': 'इसे उससे ज़्यादा मेमोरी चाहिए जितनी यह डिवाइस दे सकता है।',
    'processor-chosen': 'इसे ग्राफ़िक्स कार्ड चाहिए, और नीचे प्रोसेसर चुना हुआ है।',
    refused: 'इसे यहाँ आज़माया गया और यह नहीं चला।',
  } satisfies Record<Obstacle, string>,
  source:
    'इसकी फ़ाइलें huggingface.co से आती हैं। सिर्फ़ तभी किसी दूसरे सर्वर से कुछ माँगा जाता है: वह आपका इंटरनेट पता देखता है और यह कि कौन-सी फ़ाइलें ली जा रही हैं, पर वह कभी नहीं जो आप कहते, लिखते या दिखाते हैं।',
  meanwhile: (name: string) => `नया दिमाग तैयार होने तक ${name} जवाब देता रहेगा।`,
  slow: 'यहाँ यह प्रोसेसर पर चलता है: इंतज़ार करना पड़ेगा, फ़ोटो के लिए कई सेकंड।',
  fetch: (bytes: number, isAbout: boolean) =>
    bytes === 0
      ? 'huggingface.co से डाउनलोड करें'
      : `huggingface.co से ${about(bytes, isAbout)} डाउनलोड करें`,
  goOn,
  cancel: 'रद्द करें',
  retry: 'फिर से कोशिश करें',
  device: 'किस पर चले',
  devices: {
    auto: 'जो इस डिवाइस के लिए ठीक हो',
    wasm: 'प्रोसेसर',
    webgpu: 'कोई भी ग्राफ़िक्स कार्ड',
  },
  failure: mindFailure,
  notice: (name: string, code: ErrorCode, instead: string) =>
    `${mindFailure(name, code, instead)} आपकी बातचीत सुरक्षित है। सेटिंग से इसे फिर आज़माया जा सकता है।`,
  dismiss: 'बंद करें',
} as const;

export const ears = {
  heading: 'किससे सुने',
  choices: (automatic: string) => ({
    auto: `जो ठीक हो: ${automatic}`,
    'whisper-base': 'Whisper base: कम गलतियाँ',
    'whisper-tiny': 'Whisper tiny: ज़्यादा तेज़',
  }),
  short: earsNames,
  fetch: fetchLeft,
  cancel: 'रद्द करें',
} as const;

export const stored = {
  heading: 'रखे हुए, पर इस्तेमाल में नहीं',
  frees: (bytes: number) => `${megabytes(bytes)} MB खाली होगा`,
  ask: 'हटाएँ…',
  question: (name: string) => `${name} हटाएँ? इसे फिर से डाउनलोड किया जा सकता है।`,
  keep: 'रहने दें',
  remove: 'हटाएँ',
  removeLabel: (name: string, bytes: number) => `${name} हटाएँ, ${megabytes(bytes)} MB खाली होगा`,
  removing: 'हटाया जा रहा है',
  failed: 'यह हटाया नहीं जा सका। और कुछ नहीं बदला है। फिर से कोशिश करें।',
} as const;
