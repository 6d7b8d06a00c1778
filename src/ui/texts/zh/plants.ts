/** What is shown of plants, in Chinese. What is known of them is in English. */
import type { Verdict } from '../../../domain/plants/diagnosis';
import type { PlantCard } from '../../../domain/plants/card';
import type { Place } from '../../../domain/plants/evidence';
import type { NamedCondition } from '../../../domain/plants/names';
import { capital } from '../capital';

const percent = (share: number) => `${Math.round(100 * share)}%`;
const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' });
const dated = (date: string) => day.format(new Date(date));

/** How sure it is of one cause, in a word. */
const sureness = (verdict: Verdict['type'], rank: number) => {
  if (verdict === 'likely' && rank === 0) return '很可能';
  return verdict === 'possible' && rank >= 0 ? '有可能' : '可能性较小';
};

const all = (names: readonly string[]) => names.join('、');

const places: Readonly<Record<Place, string>> = {
  upper: '多在上半部',
  lower: '多在下半部',
  left: '多在左半部',
  right: '多在右半部',
  'upper-left': '多在左上方',
  'upper-right': '多在右上方',
  'lower-left': '多在左下方',
  'lower-right': '多在右下方',
  middle: '多在中间',
  scattered: '不集中在一处',
  everywhere: '几乎各处都有',
};

/** Of a photo, what was judged. */
const looked = {
  all: (count: number) => (count === 1 ? '整张照片' : `${count} 张照片的全部`),
  middle: (count: number) => (count === 1 ? '只有照片的中间' : `只有 ${count} 张照片各自的中间`),
  part: (count: number, at: number) =>
    count === 1 ? '只有照片的一部分' : `只有 ${count} 张照片中第 ${at} 张的一部分`,
};

/** Of a plant that is not known: what anybody can check, and nothing that claims to know it. */
const anyPlant = {
  heading: '任何植物都可以看看：',
  questions: [
    '光照：够不够这种植物的需要？最近有没有移动过？',
    '浇水：一指深处的土是湿还是干？盆底能不能排水？',
    '叶子背面：有没有虫、虫卵、蛛网或黏黏的一层？',
    '从哪里开始：老叶、新叶，还是只有一侧？',
    '最近有什么变化：换盆、施肥、喷药、高温、低温或冷风？',
  ],
};

/** A part of a photo that is judged by itself. */
const cutOut = {
  start: '判断其中一部分',
  another: '判断另一部分',
  whole: '整张照片',
  heading: '判断照片的一部分',
  hint: '用框圈住一片叶子。',
  frame: '框',
  keys: '方向键移动它。按住 Shift 时，方向键放大或缩小它。',
  stands: (left: number, top: number, side: number) =>
    `距左侧 ${percent(left)}，距顶部 ${percent(top)}，宽 ${percent(side)}`,
  photo: (at: number, of: number) => `第 ${at} 张照片，共 ${of} 张`,
  next: '下一张照片',
  judge: '判断这一部分',
  found: '这一部分的叶子看得最清楚。',
  judging: '正在判断这一部分…',
  cancel: '取消',
  gone: '这张照片已不在这台设备上。',
  failed: '这一部分无法判断。之前的结果已保留。请再试一次。',
  missing: '植物专家不在这里。之前的结果已保留。请先下载它。',
};

export const plants = {
  anyPlant,
  cutOut,
  looked: (what: keyof typeof looked, count: number, at: number) =>
    `查看范围：${looked[what](count, at)}。`,
  evidence: '看了哪里',
  weighed: ({ name, isHealthy }: NamedCondition, place: Place, isFramed: boolean) =>
    `${isFramed ? '在框内，' : ''}对判断为${isHealthy ? '健康叶片' : name}影响最大的是明亮的地方：${places[place]}。`,
  evidenceUnfetched: '这里无法显示。请重新加载此标签页再试。',
  sureness,
  condition: ({ name, isHealthy }: NamedCondition) => (isHealthy ? '健康' : capital(name)),
  of: (crop: string, scientificName = '') =>
    [capital(crop), scientificName].filter(Boolean).join(' · '),
  causes: '可能是什么',
  /** Of a conversation. */
  title: ({ name, crop, isHealthy }: NamedCondition, isLikely: boolean) => {
    const disease = name.includes(crop) ? name : `${name}（${crop}）`;
    return `${isHealthy ? `健康的${crop}` : capital(disease)}${isLikely ? '' : '？'}`;
  },
  known: (crops: readonly string[]) => `可凭一片叶子判断的植物：${all(crops)}。`,
  onlyKnown: ({ name, crop, isHealthy }: NamedCondition) =>
    `${crop}：只认识${isHealthy ? '健康的叶子' : name}。`,
  /** Above what the photo can still tell. */
  noClaim: '未作诊断',
  unlikeCrop: (crop: string) => `这片叶子看起来不像${crop}的叶子。`,
  crop: '这是',
  cropSeen: (crop: string) => `${crop}植株（据照片）`,
  cropChange: '如果不是，请选择。',
  cropNotSaid: '哪种植物？',
  cropOption: (crop: string) => `${crop}植株`,
  /** Where the page is not. */
  notesInEnglish: '资料是英文的。',
  noNotes: '还没有这方面的资料。',
  signs: (count: number) => `${count} 个要查看的症状`,
  signsAgainst: '你指出的症状与此不符。',
  yes: '是',
  no: '否',
  today: '今天',
  todayIf: ({ name, isHealthy }: NamedCondition) =>
    isHealthy ? '今天，如果是健康的' : `今天，如果是${name}`,
  later: '本周和下一季',
  thisWeek: '本周',
  nextSeason: '下一季',
  chemicals: '药剂',
  labelRules: '请遵守标签说明和当地规定。',
  lookAlikes: '与它相似的',
  about: ({ kind, harvest }: Pick<PlantCard, 'kind' | 'harvest'>) =>
    `关于它：${kind === 'healthy' ? '' : '传播、'}${harvest ? '收获、' : ''}建议`,
  spread: { low: '传播慢。', medium: '会传播。', high: '传播快。' },
  howSure: '有多确定',
  closest: '最接近的是什么',
  figures: (hasSigns: boolean, photos: number, crop?: string) => {
    const all = photos === 1 ? '照片' : ` ${photos} 张照片`;
    const photo = crop === undefined ? all : `${all}（当作${crop}植株）`;
    const signs = `根据${photo}和你指出的症状`;
    const alone = `${crop === undefined ? '只' : ''}根据${photo}`;
    return `在我了解的情况中，${hasSigns ? signs : alone}：`;
  },
  percent: (share: number) => (share < 0.01 ? '不到 1%' : percent(share)),
  sources: (count: number) => `${count} 个来源`,
  source: (number: number, title: string) => `来源 ${number}：${title}`,
  read: (date: string) => `阅读于${dated(date)}`,
  /** Under what was told, which names what it is about. */
  since: (of: NamedCondition, now: NamedCondition | null) => {
    const called = ({ name, isHealthy }: NamedCondition) => (isHealthy ? '健康' : name);
    return now ? `上方的卡片现在显示：${called(now)}。` : `上方的卡片不再显示：${called(of)}。`;
  },
  aboutSource: '这个页面在阅读之后可能有改动。它会知道你来过，但不会知道这里说的任何内容。',
  noLaboratory: '这不是实验室诊断。',
  reviewed: (date: string) => `资料日期：${dated(date)}。`,
} as const;
