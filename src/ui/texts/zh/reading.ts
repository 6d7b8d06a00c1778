/** The text in photos, in Chinese. */
import type { ErrorCode } from '../../../domain/errors';

const inPhoto = (at: number | null) => (at === null ? '照片中' : `照片 ${at} 中`);

export const reading = {
  busy: (at: number | null) => `正在阅读${inPhoto(at)}的文字…`,
  busyWithAll: (done: number, of: number) =>
    `正在阅读这些照片中的文字… 已完成 ${done} 张，共 ${of} 张`,
  headingOfAll: '这些照片中的文字',
  noneOfAll: '这些照片中没有找到文字。',
  someFailed: '这些照片中的文字 · 未能全部读出',
  progress: (done: number, of: number) => `已读 ${done} 行，共 ${of} 行`,
  heading: (at: number | null) => `${inPhoto(at)}的文字`,
  none: (at: number | null) => `${inPhoto(at)}没有找到文字。`,
  hard: '难以辨认',
  unsure:
    '其中有些部分难以辨认，可能有误：最难辨认的部分不会告诉大脑。拍得更近、更清晰的照片会有帮助。',
  cut: '照片中的文字超出了一张照片所读的量。',
  copy: '复制文字',
  copied: '已复制',
  notCopied: '无法复制。文字还在这里：请选中后手动复制。',
} as const;

/** @param name of the photo's file; empty where it had none */
export function readingFailureText(code: ErrorCode, name: string): string {
  const photo = name === '' ? '照片' : `“${name}”`;
  return code === 'model-missing' || code === 'checksum-mismatch'
    ? `${photo}中的文字没有读：负责阅读的部分还不在这里。照片和问题已保留。你仍然可以提问，或等它下载后再问。`
    : `${photo}中的文字无法读取。照片和问题已保留。你仍然可以提问，或重新添加照片。`;
}
