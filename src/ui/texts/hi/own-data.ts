/** What a person said, saved, brought in and erased, in Hindi. */
import type { OwnDataFailure, OwnDataOutcome } from '../../../state/own-data.svelte';
import { whole } from '../figures';

const conversationsOf = (count: number) => `${whole.format(count)} बातचीत`;

const plantsOf = (count: number) => (count === 1 ? '1 पौधा' : `${whole.format(count)} पौधे`);

const ownDataOutcome = (outcome: OwnDataOutcome) => {
  if (outcome.type === 'saved') return `${outcome.name} नाम से वहाँ सेव हुआ, जहाँ आपके डाउनलोड जाते हैं।`;
  const settings = outcome.settings > 0 ? ' इसकी सेटिंग यह टैब फिर से लोड होने पर लागू होंगी।' : '';
  const plants = outcome.plants > 0 ? ` और ${plantsOf(outcome.plants)}` : '';
  return `फ़ाइल में यह था: ${conversationsOf(outcome.conversations)}${plants}। अब यह सब यहाँ है।${settings}`;
};

const refusedFiles: Readonly<Record<string, string>> = {
  'not-an-export': 'यह Tansy की सेव की हुई फ़ाइल नहीं है।',
  'cut-off': 'यह फ़ाइल खराब या अधूरी है।',
  newer: 'यह फ़ाइल Tansy के ज़्यादा नए वर्शन की है।',
};

const ownDataFailure = ({ task, code, reason }: OwnDataFailure) => {
  if (task === 'saving') return 'यह फ़ाइल में सेव नहीं हो सका। कुछ नहीं खोया। फिर से कोशिश करें।';
  if (task === 'erasing') return 'यह मिटाया नहीं जा सका। यह टैब फिर से लोड करें और फिर कोशिश करें।';
  const why =
    code === 'quota-exceeded'
      ? 'इस फ़ाइल के लिए डिस्क में जगह कम है।'
      : (refusedFiles[reason ?? ''] ?? 'यह फ़ाइल पढ़ी नहीं जा सकी।');
  const next =
    code === 'quota-exceeded' ? 'थोड़ी जगह खाली करें और फिर से कोशिश करें।' : 'कोई दूसरी फ़ाइल चुनें।';
  return `${why} इसमें से कुछ नहीं लाया गया, और जो यहाँ है वह सब सुरक्षित है। ${next}`;
};

export const ownData = {
  heading: 'आपका डेटा',
  about:
    'बातचीत और उनकी फ़ोटो और रिकॉर्डिंग, पौधों की डायरी और आपकी सेटिंग सिर्फ़ इसी ब्राउज़र में हैं। इनकी फ़ाइल यहाँ या किसी दूसरे ब्राउज़र में फिर से लाई जा सकती है।',
  save: 'फ़ाइल में सेव करें',
  bring: 'फ़ाइल लाएँ',
  erase: 'सब कुछ मिटाएँ…',
  eraseQuestion:
    'सारी बातचीत, फ़ोटो, रिकॉर्डिंग, पौधों की डायरी और सेटिंग मिटाएँ? इसे वापस नहीं लाया जा सकता। मॉडल इस डिवाइस पर रहेंगे।',
  eraseAll: 'सब कुछ मिटाएँ',
  keepAll: 'सब कुछ रहने दें',
  stop: 'रोकें',
  busy: {
    saving: 'फ़ाइल में सेव हो रहा है…',
    bringing: 'फ़ाइल लाई जा रही है…',
    erasing: 'मिटाया जा रहा है…',
  },
  outcome: ownDataOutcome,
  failure: ownDataFailure,
} as const;
