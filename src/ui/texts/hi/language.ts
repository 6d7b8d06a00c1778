/** The language of the interface, in Hindi. */
export const language = {
  heading: 'भाषा (Language)',
  automatic: (name: string) => `ब्राउज़र जैसी: ${name}`,
  use: (name: string) => `${name} इस्तेमाल करें`,
  loadsAnew: 'दूसरी भाषा चुनने पर पेज फिर से लोड होता है। आपने जो लिखा है, वह रहता है।',
  afterAnswer: 'जो जवाब अभी लिखा या बोला जा रहा है, उसके पूरा होते ही पेज फिर से लोड होगा।',
  notKept:
    'यह ब्राउज़र Tansy के लिए कुछ नहीं रखता, इसलिए दूसरी भाषा याद नहीं रखी जा सकती। कुछ नहीं बदला: भाषा ब्राउज़र में चुनें।',
  onlyEnglish: 'अभी Tansy सिर्फ़ अंग्रेज़ी समझता है और अंग्रेज़ी में ही जवाब देता है।',
  minds: (name: string) => `${name} जानने वाले दिमाग`,
} as const;
