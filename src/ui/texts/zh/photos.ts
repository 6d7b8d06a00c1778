/** Photos, and the camera that takes them, in Chinese. */
import type { PhotoFailure } from '../../../state/photos.svelte';

export const photos = {
  add: '添加照片',
  choose: '选择照片或文本',
  camera: '拍照',
  drop: '将照片或文本拖放到这里，加到你的问题中',
  pending: '你问题中的照片',
  remove: (name: string, at: number) => (name === '' ? `移除照片 ${at}` : `移除 ${name}`),
  preparing: (at: number, of: number) =>
    of === 1 ? '正在准备照片…' : `正在准备第 ${at} 张照片，共 ${of} 张…`,
  stop: '停止添加',
  needsWords: '写一个关于它的问题，才能发送。',
  guess: '这是小型大脑根据照片做出的猜测，经常出错：不是诊断。不要据此食用、治疗或做决定。',
  unseen: '这个大脑还看不了照片：它只读其中的文字。',
  quickAsks: '就照片提问',
  /** Names, and what is asked by them: the mind that is asked knows only English. */
  quick: [
    ['里面有什么？', 'What is in this picture?'],
    ['诊断', 'What is wrong with this plant?'],
    ['读一读', 'Read the text.'],
  ],
  samePlant: '同一株植物',
  mindsThatSeeMore: '能看到更多的大脑',
  mindsThatSee: '能看照片的大脑',
  dismiss: '关闭',
  alt: (name: string) => (name === '' ? '照片' : `照片：${name}`),
  enlarge: (name: string) => (name === '' ? '放大照片' : `放大 ${name}`),
  close: '关闭照片',
  gone: '这张照片已不在这台设备上。',
} as const;

export const camera = {
  heading: '拍照',
  opening: '正在打开摄像头。如果浏览器询问，请允许…',
  shoot: '拍照',
  turn: '使用另一个摄像头',
  close: '关闭摄像头',
  again: '重试',
} as const;

const largest = (limit: PhotoFailure['limit']) => {
  if (limit?.megapixels) return `：超过 ${100 * Number(limit.megapixels)} 万像素`;
  return limit?.megabytes ? `：超过 ${limit.megabytes} MB` : '';
};

const notPhotos: Record<
  NonNullable<PhotoFailure['reason']>,
  (file: string, limit: PhotoFailure['limit']) => string
> = {
  'too-many': (_file, limit) =>
    `一个问题最多带 ${limit?.photos} 张照片。已在这里的照片保留，其余的没有加入。请先就这些提问。`,
  'not-kept': () =>
    '你的照片无法保存：磁盘可能太满。在重新加载或关闭此标签页之前，照片会留在这里，可以就它们提问。',
  empty: (file) => `${file}是空的。你的问题和其中的其他照片已保留。请另选一个文件。`,
  'too-large': (file, limit) =>
    `${file}太大${largest(limit)}。你的问题和其中的其他照片已保留。请选一张小一些的。`,
  'too-small': (file) =>
    `${file}太小，什么也看不清。你的问题和其中的其他照片已保留。请选一张大一些的。`,
  'not-an-image': (file) =>
    `${file}不是照片。你的问题和其中的其他照片已保留。请选择 JPEG、PNG 或 WebP 文件，或不超过 20,000 个字符的文本。`,
  heic: (file) =>
    `${file}用的是 Apple 的格式，这个浏览器无法读取。你的问题和其中的其他照片已保留。请将它存为 JPEG，再选择它。`,
  damaged: (file) =>
    `${file}已损坏或不完整。你的问题和其中的其他照片已保留。请选择它的另一份副本。`,
};

export function photoFailureText({ reason, name, limit }: PhotoFailure): string {
  const file = name === '' ? '照片' : `“${name}”`;
  if (reason) return notPhotos[reason](file, limit);
  return `${file}无法准备好。你的问题和其中的其他照片已保留。请再添加一次。`;
}
