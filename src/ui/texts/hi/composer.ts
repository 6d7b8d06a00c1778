/** The question that is being written, and what it waits for, in Hindi. */
import type { Part } from '../../../state/part.svelte';

/** How far a part is that is not ready. */
const stages: Readonly<Record<Part['phase']['type'], string>> = {
  absent: 'अभी यहाँ नहीं है: पहले इसे डाउनलोड करें',
  failed: 'यहाँ नहीं है: ऊपर देखें',
  waiting: 'अभी आ रहा है',
  fetching: 'अभी आ रहा है',
  cut: 'अभी आ रहा है',
  looking: 'अभी शुरू हो रहा है',
  stored: 'अभी शुरू हो रहा है',
  starting: 'अभी शुरू हो रहा है',
  ready: 'तैयार है',
};

const afterwards = {
  ask: 'आपका सवाल यहीं रहेगा।',
  wait: 'इसके तैयार होते ही आपका सवाल पूछा जाएगा।',
  talk: 'तब तक आप लिख सकते हैं।',
};

/** Why what was pressed cannot be done yet. */
const awaited = ({ name, phase }: Part, wanted: keyof typeof afterwards, isElsewhere: boolean) => {
  const subject = name === 'ears' ? 'सुनने वाला हिस्सा' : 'दिमाग';
  const stage = isElsewhere ? 'दूसरे टैब में है: पहले इसे यहाँ इस्तेमाल करें' : stages[phase.type];
  return `${subject} ${stage}। ${afterwards[wanted]}`;
};

export const composer = {
  ask: 'पूछें, या दबाकर बोलें',
  askOrSpeak: 'बोलें, या लिखें',
  askBeforeEars: 'पूछें',
  askAboutPhoto: 'इसके बारे में पूछें',
  askWaiting: 'आ जाने पर पूछें',
  askElsewhere: 'दूसरे टैब में खुला है',
  askLabel: 'आपका सवाल',
  awaited,
  unasked: 'आपका सवाल पूछे जाने से पहले पेज दोबारा लोड हुआ। सवाल अब भी यहीं है।',
  awaitedAnswer: 'पिछला जवाब अभी पूरा नहीं हुआ है। आपका सवाल यहीं रहेगा।',
  send: 'भेजें',
  stop: 'रोकें',
} as const;
