/** The question that is being written, and what it waits for, in Chinese. */
import type { Part } from '../../../state/part.svelte';

/** How far a part is that is not ready. */
const stages: Readonly<Record<Part['phase']['type'], string>> = {
  absent: '还不在这里：请先下载',
  failed: '不在这里：请看上方',
  waiting: '还在路上',
  fetching: '还在路上',
  cut: '还在路上',
  looking: '还在启动',
  stored: '还在启动',
  starting: '还在启动',
  ready: '已就绪',
};

const afterwards = {
  ask: '你的问题留在这里。',
  wait: '一旦就绪，就会提出你的问题。',
  talk: '在此之前你可以打字。',
};

/** Why what was pressed cannot be done yet. */
const awaited = ({ name, phase }: Part, wanted: keyof typeof afterwards, isElsewhere: boolean) => {
  const subject = name === 'ears' ? '听觉部分' : '大脑';
  const stage = isElsewhere ? '在另一个标签页中：请先改在这里使用' : stages[phase.type];
  return `${subject}${stage}。${afterwards[wanted]}`;
};

export const composer = {
  ask: '提问，或按住说话',
  askOrSpeak: '说话，或打字',
  askBeforeEars: '提问',
  askAboutPhoto: '就此提问',
  askWaiting: '等它到了再提问',
  askElsewhere: '已在别的标签页打开',
  askLabel: '你的问题',
  awaited,
  unasked: '你的问题还没提出，页面就重新加载了。问题还在这里。',
  awaitedAnswer: '上一个回答还没结束。你的问题留在这里。',
  send: '发送',
  stop: '停止',
} as const;
