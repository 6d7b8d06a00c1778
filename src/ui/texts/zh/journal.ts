/** The plant journal, in Chinese. */
import { AppError } from '../../../domain/errors';
import {
  dayAfter,
  mostNameLetters,
  type Day,
  type JournalContent,
  type JournalPlant,
  type NameProblem,
} from '../../../domain/plants/journal';
import type { NamedCondition } from '../../../domain/plants/names';
import { panel } from './panel';

const date = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' });
const weekday = new Intl.DateTimeFormat('zh-CN', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const onDay = (day: Day) => weekday.format(new Date(day));

const nameProblems: Readonly<Record<NameProblem, string>> = {
  empty: '请起个名字。',
  'too-long': `每一栏最多 ${mostNameLetters} 个字符。`,
  taken: '那里已有一株同名的植物。请选择它，或换个名字。',
};

const reasons: Readonly<Record<string, string>> = {
  gone: '这株植物已在另一个标签页中删除。没有添加任何内容。',
  empty: '这个文件是空的。请另选一个。',
  'too-large': '这张照片太大。请选一张小一些的。',
  'too-small': '这张照片太小，什么也看不清。请选一张大一些的。',
  'not-an-image': '这个文件不是照片。请选择 JPEG、PNG 或 WebP 文件。',
  heic: '这个浏览器无法读取 Apple 的这种格式。请将照片存为 JPEG，再选择它。',
  damaged: '这张照片已损坏或不完整。请选择它的另一份副本。',
};

/** What happened, what was kept, what to do. */
function failure(thrown: unknown): string {
  const { code, details } = AppError.from(thrown);
  if (code === 'quota-exceeded') {
    return '磁盘太满了。没有丢失任何内容：请腾出一些空间，然后重试。';
  }
  return reasons[details.reason ?? ''] ?? '无法保存。没有丢失任何内容：请重试。';
}

function due(day: Day): string {
  const today = dayAfter(Date.now(), 0);
  if (day === today) return '今天再看看';
  return day < today ? `再看看：原定于${onDay(day)}` : `${onDay(day)}再看看`;
}

const inPlace = ({ name, place }: Pick<JournalPlant, 'name' | 'place'>) =>
  place === '' ? name : `${name}，${place}`;

/** Unless its name says it. */
const about = ({ name, place, crop }: JournalPlant) =>
  [name.toLowerCase().includes(crop.toLowerCase()) ? '' : crop, place].filter(Boolean).join(' · ');

const kinds = {
  photo: '照片',
  note: '笔记',
  treatment: '处理记录',
  'look-again': '再看的日子',
} as const;
const deleted: Readonly<Record<keyof typeof kinds, string>> = {
  photo: '已删除一张照片。',
  note: '已删除一条笔记。',
  treatment: '已删除一条处理记录。',
  'look-again': '已删除一个再看的日子。',
};

function removed({ plants: [plant], entries: [entry] }: JournalContent): string {
  if (plant) return panel.removed(plant.name);
  return entry ? deleted[entry.type] : '';
}

export const journal = {
  heading: panel.journal,
  close: '关闭日志',
  empty: '你可以在这里逐日记下每株植物的情况，以及你为它做了什么。',
  howToBegin: '给一株植物起个名字，或保存一份诊断：诊断卡片上有这个按钮。',
  notKept: '这个浏览器现在不为 Tansy 保存任何内容：你在这里写的，会随这个标签页一起消失。',
  unread: '日志无法读取。没有丢失任何内容：请关闭后再打开。',
  all: '所有植物',
  yours: '你的植物',
  about,
  inPlace,
  date: (at: number) => date.format(at),
  failure,
  nameProblem: (problem: NameProblem) => nameProblems[problem],
  removed,

  keep: '存入日志',
  keptWith: '在日志中：',
  keepVerdict: '保留判断结果',
  toConversation: '前往对话',
  toEntry: '前往该条记录',
  with: '存到',
  newPlant: '一株新植物',
  name: '名字',
  place: '长在哪里',
  crop: '是什么植物',
  save: '保存',
  keepIt: '存入',
  cancel: '取消',

  addPlant: '新植物',
  edit: '改名或换地方',
  removePlant: '删除这株植物',
  addPhoto: '添加照片',
  preparing: '正在准备照片…',
  addNote: '添加笔记',
  note: '你的笔记',
  treated: '今天处理了',
  treatment: '做了什么',
  steps: ({ name, isHealthy }: NamedCondition) => (isHealthy ? '来自资料' : `来自${name}的资料`),
  done: (step: string) => `已做：${step}`,
  ownWords: '用你自己的话',
  nothingWritten: '请先写点什么。',

  days: 7,
  lookAgain: '7 天后再看看',
  due,
  wasDue: (day: Day) => `应于${onDay(day)}再看看`,
  removeDue: '不需要',
  toCalendar: '存到日历',
  event: (plant: JournalPlant) => `再看看 ${plant.name}`,

  entry: { treatment: '已处理', note: '笔记', photo: '照片', 'look-again': '再看看' },
  removeEntry: (type: keyof typeof kinds, at: number) => `删除${date.format(at)}的${kinds[type]}`,
  nothingYet: '还没有为它保存任何内容。',
  photoOf: (at: number) => `${date.format(at)}的照片`,
  enlarge: (at: number) => `放大${date.format(at)}的照片`,
  closePhoto: '关闭照片',

  compare: '比较两张照片',
  ofDay: (at: number, number: number) => `${date.format(at)}，照片 ${number}`,
  earlier: '第一张照片',
  later: '第二张照片',
} as const;
