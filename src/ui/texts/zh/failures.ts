/** A failure's sentence says what happened, what was kept, and what to do. In Chinese. */
import type { ErrorCode } from '../../../domain/errors';
import { named } from './names';

const unknown = '出了点问题。说过的内容已保留。请重试。';

const failures: Record<ErrorCode, string> = {
  aborted: '已停止。说过的内容已保留。',
  internal: unknown,
  'bad-input': '这样的内容无法使用。说过的内容已保留。请换个方式再试。',
  'too-long': '这超出了大脑一次能读的量。问题已保留。请编辑它，只留下重要的部分，然后再问一次。',
  'wrong-answer':
    '这个浏览器对某个模型的计算有误，因此不使用该模型。对话没有受到影响。请更新浏览器，或换用其他浏览器。',
  'webgpu-unavailable': '显卡无法使用。说过的内容已保留。请再问一次，或在设置中选择处理器。',
  'device-lost': '显卡断开了。说过的内容已保留。请再问一次：显卡会重新启动。',
  'download-failed': '文件无法下载。已下载的部分已保留：你随时可以继续。',
  'checksum-mismatch': '有一个模型文件已损坏。对话没有受到影响。请重新下载：只会重下损坏的部分。',
  'model-missing': '有一个模型不在这里。对话没有受到影响。请重新下载它。',
  'quota-exceeded': '磁盘太满了。原有的内容都没有丢失。请腾出一些空间，然后继续。',
  'worker-crashed':
    'Tansy 的一个部分停止工作，已被结束。说过的内容已保留。再问一次即可重新启动它。',
  'out-of-memory': '内存不足。说过的内容已保留。请关闭其他标签页，然后再问一次。',
  'storage-unavailable': '这些内容无法保存。在关闭标签页之前，它们会留在屏幕上。',
  'microphone-denied':
    '此页面的麦克风已被阻止。你仍然可以打字，或者在地址栏中允许使用麦克风，然后再按一次。',
  'microphone-missing': '无法打开任何麦克风。你仍然可以打字，或者接上麦克风，然后再按一次。',
  'camera-denied': '此页面的摄像头已被阻止。问题已保留。请在地址栏中允许使用摄像头，然后重试。',
  'camera-missing':
    '无法打开任何摄像头。问题已保留。请接上摄像头，或关闭正在使用它的其他程序，然后重试。',
  'microphone-lost': '麦克风断开了。已听懂的内容已保留。请继续打字，或接上麦克风后再按一次。',
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: '没有网络：有网络后再下载。',
  ofAll: '没有网络。已下载的部分已保留，其余的等有网络后再来。',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(code: string, details: Readonly<Record<string, string>> = {}): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `服务器上的 ${damagedAtServer} 已损坏，未被使用。其余部分已保留，并会继续。请重试，或稍后再试。`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? `，此页面可用 ${freeMb} MB` : '';
    return `磁盘太满了：需要 ${neededMb} MB${free}。原有的内容都没有丢失。请腾出一些空间，然后继续。`;
  }
  return named(failures, code) ?? unknown;
}
