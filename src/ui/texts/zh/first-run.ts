/** The models on their way to this device, in Chinese. */
import type { PartName } from '../../../state/part.svelte';
import { about, allOf, goOn, hereOf, megabytes, whole, type Sizes } from './figures';

const timeLeft = (left: number | null) => {
  if (left === null) return '';
  return left < 90 ? ` · 还剩 ${whole.format(left)} 秒` : ` · 还剩 ${whole.format(left / 60)} 分钟`;
};

const partNames: Readonly<Partial<Record<PartName, string>>> = {
  mind: '回答',
  ears: '聆听',
  voice: '朗读',
  reading: '阅读',
  plants: '判断植物',
};

export const firstRun = {
  letter: 'Tansy 是在这个浏览器里运行的私人助手。你说的、写的都不会离开这台设备。',
  limits:
    '可以说话，也可以打字；它会写出回答并朗读。给它看一片病株的叶子，它会说出可能是什么病、怎样处理。起初它只懂英语，能说出照片中日常物品的名称，而且经常出错。',
  fetch: (parts: readonly Sizes[]) => `下载 ${allOf(parts)} MB 并开始`,
  again: '重新下载',
  incomplete: '有些模型文件缺失或损坏，正在重新下载。对话没有受到影响。',
  cut: '网络或服务器中断了。已下载的部分已保留，其余的会自动继续。',
  goOn,
  pause: '暂停',
  elsewhere: 'Tansy 已在另一个标签页中打开，模型也在那里。对话可以在这里阅读。',
  useHere: '在这里使用',
  heading: '模型',
  total: '总计',
  each: '各个部分',
  starting: (parts: readonly PartName[]) =>
    `正在启动：${parts.map((name) => partNames[name] ?? name).join('、')}…`,
  parts: {
    mind: '回答',
    ears: '聆听',
    voice: '朗读',
    reading: '照片中的文字',
    plants: '判断植物',
    natural: '自然语音',
    'other-mind': '你选择的大脑',
    'other-ears': '你选择的聆听方式',
  },
  phase: {
    looking: '正在查看',
    absent: (bytes: number, isAbout: boolean, stored: number) => {
      if (stored > 0) return `${about(bytes, isAbout)} 中已有 ${megabytes(stored)} MB`;
      return bytes === 0 ? '待下载' : `待下载：${about(bytes, isAbout)}`;
    },
    waiting: (bytes: number) => (bytes === 0 ? '下一个' : `${megabytes(bytes)} MB，下一个`),
    fetching: (parts: readonly Sizes[], rate: number | null, left: number | null) =>
      `${hereOf(parts)} / ${allOf(parts)} MB${
        rate === null ? '' : ` · ${(rate / 1e6).toFixed(1)} MB/s`
      }${timeLeft(left)}`,
    cut: (parts: readonly Sizes[]) => `在 ${hereOf(parts)} / ${allOf(parts)} MB 处中断，会自动继续`,
    paused: (parts: readonly Sizes[]) => `已暂停 · ${hereOf(parts)} / ${allOf(parts)} MB`,
    /** Of damaged files nobody knows yet how much has to come again. */
    stopped: (parts: readonly Sizes[]) =>
      hereOf(parts) === allOf(parts) ? '已停止' : `已停止 · ${hereOf(parts)} / ${allOf(parts)} MB`,
    stored: '在这台设备上，休息中',
    starting: '正在启动',
    ready: '就绪',
  },
} as const;
