/** The choice of minds and ears, and what is stored of them, in Chinese. */
import type { ErrorCode } from '../../../domain/errors';
import type { LanguageModel } from '../../../domain/models/model';
import type { Obstacle } from '../../../domain/models/plans';
import { about, fetchLeft, goOn, megabytes } from './figures';
import { earsNames } from './names';

const languageNames = new Intl.DisplayNames(['zh-CN'], { type: 'language' });
const mostLanguages = 3;
const languagesOf = (tags: readonly string[]) => {
  if (tags.includes('*')) return '多种语言';
  const names = tags.slice(0, mostLanguages).map((tag) => languageNames.of(tag));
  const more = tags.length - names.length;
  return names.join('、') + (more > 0 ? `和另外 ${more} 种` : '');
};

/** Why a mind is not in use. What follows says what answers instead. */
const mindFailures: Partial<Record<ErrorCode, string>> = {
  'webgpu-unavailable': '显卡不能正确运行它',
  internal: '它在这里答错了一道测试题',
  'worker-crashed': '它无法在这里运行',
  'out-of-memory': '内存不足',
  'device-lost': '显卡断开了',
  'quota-exceeded': '磁盘太满了',
  'model-missing': '它缺少一个文件',
  'checksum-mismatch': '它有一个文件已损坏',
};

const mindFailure = (name: string, code: ErrorCode, instead: string) =>
  `${name} 未在使用：${mindFailures[code] ?? '它无法启动'}。现由 ${instead} 回答。`;

export const minds = {
  heading: '负责回答的大脑',
  inUse: '正在回答',
  unable: '无法在这里运行',
  facts: ({ sight, languages, licence }: LanguageModel, size: string) =>
    [
      sight === 'trained' ? '能看照片' : '不能看照片',
      languagesOf(languages),
      size,
      licence.spdx.replace('LicenseRef-', ''),
    ]
      .filter((fact) => fact !== '')
      .join(' · '),
  size: (bytes: number, isAbout: boolean) => (bytes === 0 ? '' : about(bytes, isAbout)),
  obstacles: {
    'no-webgpu': '它需要网页可用来计算的显卡（WebGPU）：这个浏览器或设备没有。',
    'software-webgpu': '它需要显卡，而这个浏览器只有模拟的显卡。',
    'no-f16': '它需要能用 16 位数字计算的显卡。',
    'no-threads': '它需要不止一个处理器核心，而此页面只有一个。',
    'little-memory': '它需要的内存超出这台设备能腾出的量。',
    'processor-chosen': '它需要显卡，而下方选择了处理器。',
    refused: '已在这里试过，没有成功。',
  } satisfies Record<Obstacle, string>,
  source:
    '它的文件来自 huggingface.co。只有这时才会向另一台服务器请求：它能看到你的网络地址和下载了哪些文件，但绝不会看到你说的、写的或展示的内容。',
  meanwhile: (name: string) => `在新的大脑就绪之前，${name} 会继续回答。`,
  slow: '它在这里用处理器运行：会需要等待，看照片时要等很多秒。',
  fetch: (bytes: number, isAbout: boolean) =>
    bytes === 0 ? '从 huggingface.co 下载' : `从 huggingface.co 下载（${about(bytes, isAbout)}）`,
  goOn,
  cancel: '取消',
  retry: '重试',
  device: '运行于',
  devices: {
    auto: '适合这台设备的',
    wasm: '处理器',
    webgpu: '任意显卡',
  },
  failure: mindFailure,
  notice: (name: string, code: ErrorCode, instead: string) =>
    `${mindFailure(name, code, instead)}你的对话已保留。可以在设置中再试一次。`,
  dismiss: '关闭',
} as const;

export const ears = {
  heading: '聆听使用',
  choices: (automatic: string) => ({
    auto: `合适的：${automatic}`,
    'whisper-base': 'Whisper base：错误较少',
    'whisper-tiny': 'Whisper tiny：较快',
  }),
  short: earsNames,
  fetch: fetchLeft,
  cancel: '取消',
} as const;

export const stored = {
  heading: '已存储但未使用',
  frees: (bytes: number) => `可腾出 ${megabytes(bytes)} MB`,
  ask: '移除…',
  question: (name: string) => `移除 ${name}？之后可以重新下载。`,
  keep: '保留',
  remove: '移除',
  removeLabel: (name: string, bytes: number) => `移除 ${name}，可腾出 ${megabytes(bytes)} MB`,
  removing: '正在移除',
  failed: '无法移除。其他一切未变。请重试。',
} as const;
