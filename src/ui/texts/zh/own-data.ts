/** What a person said, saved, brought in and erased, in Chinese. */
import type { OwnDataFailure, OwnDataOutcome } from '../../../state/own-data.svelte';
import { whole } from '../figures';

const conversationsOf = (count: number) => `${whole.format(count)} 个对话`;

const plantsOf = (count: number) => `${whole.format(count)} 株植物`;

const ownDataOutcome = (outcome: OwnDataOutcome) => {
  if (outcome.type === 'saved') return `已存为 ${outcome.name}，在你的下载位置。`;
  const settings = outcome.settings > 0 ? '其中的设置在重新加载此标签页后生效。' : '';
  const plants = outcome.plants > 0 ? `和 ${plantsOf(outcome.plants)}` : '';
  return `文件中有 ${conversationsOf(outcome.conversations)}${plants}；现在全都在这里。${settings}`;
};

const refusedFiles: Readonly<Record<string, string>> = {
  'not-an-export': '这不是 Tansy 保存的文件。',
  'cut-off': '这个文件已损坏或不完整。',
  newer: '这个文件来自较新版本的 Tansy。',
};

const ownDataFailure = ({ task, code, reason }: OwnDataFailure) => {
  if (task === 'saving') return '无法保存到文件。没有丢失任何内容。请重试。';
  if (task === 'erasing') return '无法清除。请重新加载此标签页，然后重试。';
  const why =
    code === 'quota-exceeded'
      ? '磁盘太满，放不下这个文件。'
      : (refusedFiles[reason ?? ''] ?? '这个文件无法读取。');
  const next = code === 'quota-exceeded' ? '请腾出一些空间，然后重试。' : '请另选一个。';
  return `${why}其中的内容都没有导入，这里原有的一切都已保留。${next}`;
};

export const ownData = {
  heading: '你的数据',
  about:
    '对话及其中的照片和录音、植物日志和你的设置，都只在这个浏览器里。存有它们的文件可以重新导入这里，也可以导入另一个浏览器。',
  save: '保存到文件',
  bring: '导入文件',
  erase: '全部清除…',
  eraseQuestion: '清除所有对话、照片、录音、植物日志和设置？此操作无法撤销。模型会留在这台设备上。',
  eraseAll: '全部清除',
  keepAll: '全部保留',
  stop: '停止',
  busy: {
    saving: '正在保存到文件…',
    bringing: '正在导入文件…',
    erasing: '正在清除…',
  },
  outcome: ownDataOutcome,
  failure: ownDataFailure,
} as const;
