/** A failure's sentence says what happened, what was kept, and what to do. In Chinese. */
import type { ErrorCode } from '../../../domain/errors';
import type { Situation } from '../failures';
import { named } from './names';

/** Where something failed: what it leaves, and the one thing to do there. */
const situations: Readonly<Record<Situation, readonly [kept: string, todo: string]>> = {
  /** Nothing was being said or asked. */
  alone: ['', '请重试。'],
  asked: ['问题已保留。', '请再问一次。'],
  written: ['写好的内容已保留。', '请再问一次。'],
  /** The command by voice is understood in English only. */
  'can-go-on': ['写好的内容已保留。', '请按“继续”，或说“Go on”。'],
  understood: ['已听懂的内容已保留。', '请发送，或再说一遍。'],
  /** Nobody has said anything yet, and a microphone is open again. */
  listening: ['', '请继续说。'],
  answering: ['回答会继续。', ''],
  talking: ['', '再按一次即可说话。'],
  unready: ['', ''],
};

/** The whole sentence, of where it failed. Most say what was kept between what happened and what to do. */
type Sentence = (kept: string, todo: string) => readonly string[];

const failures: Record<ErrorCode, Sentence> = {
  aborted: (kept) => ['已停止。', kept],
  internal: (kept, todo) => ['出了点问题。', kept, todo],
  'bad-input': (kept) => ['这样的内容无法使用。', kept, '请换个方式再试。'],
  'too-long': (kept) => [
    '这超出了大脑一次能读的量。',
    kept,
    '请编辑它，只留下重要的部分，然后再问一次。',
  ],
  'wrong-answer': () => [
    '这个浏览器对某个模型的计算有误，因此不使用该模型。对话没有受到影响。请更新浏览器，或换用其他浏览器。',
  ],
  'webgpu-unavailable': (kept, todo) => ['显卡无法使用：可以在设置中选择处理器。', kept, todo],
  'device-lost': (kept, todo) => ['显卡断开了。', kept, todo],
  'download-failed': () => ['文件无法下载。已下载的部分已保留：你随时可以继续。'],
  'checksum-mismatch': () => [
    '有一个模型文件已损坏。对话没有受到影响。请重新下载：只会重下损坏的部分。',
  ],
  'model-missing': () => ['有一个模型不在这里。对话没有受到影响。请重新下载它。'],
  'quota-exceeded': () => ['磁盘太满了。原有的内容都没有丢失。请腾出一些空间，然后继续。'],
  'worker-crashed': (kept, todo) => ['Tansy 的一个部分停止工作了。', kept, todo],
  'out-of-memory': (kept, todo) => ['内存不足：请关闭其他标签页。', kept, todo],
  'storage-unavailable': () => ['这些内容无法保存。屏幕上的内容会保留到关闭标签页为止。'],
  'microphone-denied': () => [
    '此页面的麦克风已被阻止。你仍然可以打字，或者在地址栏中允许使用麦克风，然后再按一次。',
  ],
  'microphone-missing': () => [
    '无法打开任何麦克风。你仍然可以打字，或者接上麦克风，然后再按一次。',
  ],
  'microphone-lost': (kept) => ['麦克风断开了。', kept, '请继续打字，或接上麦克风后再按一次。'],
  'camera-denied': () => ['此页面的摄像头已被阻止。请在地址栏中允许使用摄像头，然后重试。'],
  'camera-missing': () => [
    '无法打开任何摄像头。请接上摄像头，或关闭正在使用它的其他程序，然后重试。',
  ],
  'text-unheld': (kept) => [
    'Tansy 中让回答不偏离你那段文字的部分无法下载，没有它就不会给出回答。',
    kept,
    '请在能连上服务器后再问一次，或重新加载此标签页。',
  ],
};

/** Why a part did not arrive, where that is no fault of anybody's. */
export const noNetwork = {
  ofPart: '没有网络：有网络后再下载。',
  ofAll: '没有网络。已下载的部分已保留，其余的等有网络后再来。',
} as const;

/** @param details figures of the error, where it came with any */
export function failureText(
  code: string,
  details: Readonly<Record<string, string>> = {},
  situation: Situation = 'alone',
): string {
  const { neededMb, freeMb, damagedAtServer } = details;
  if (code === 'checksum-mismatch' && damagedAtServer) {
    return `服务器上的 ${damagedAtServer} 副本已损坏，不会使用。其余部分都已保留，并会继续。请重试，或稍后再试。`;
  }
  if (code === 'quota-exceeded' && neededMb) {
    const free = freeMb ? `，此页面可用 ${freeMb} MB` : '';
    return `磁盘太满了：需要 ${neededMb} MB${free}。原有的内容都没有丢失。请腾出一些空间，然后继续。`;
  }
  const [kept, todo] = situations[situation];
  const sentence = named(failures, code) ?? failures.internal;
  return sentence(kept, todo).filter(Boolean).join('');
}
