/** What was asked and answered, in Chinese. */
import { whole } from '../figures';

export const welcome = {
  label: '这里可以做什么',
  speak: '说话',
  speakHow: '按住黄色按钮，或轻点它进行免提对话。',
  show: '展示',
  showHow: '添加一张照片，问它是什么、写了什么，或植物有什么毛病。',
  type: '打字',
  typeHow: '写一个问题，并附上可从中找答案的文字。',
  examples: '示例',
  ofPhotoShown: '这株植物怎么了？',
  questionsShown: ['植物怎样喝水？', '写一首关于雨的短诗。'],
} as const;

export const message = {
  journalUnread: '植物日志无法打开。这份诊断已随它的对话保留。',
  plantUnfetched: '关于这种植物的资料无法读取。请重新加载此标签页再试。',
  copy: '复制',
  copied: '已复制',
  notCopied: '无法复制：请选中文字后手动复制。',
  retry: '再问一次',
  edit: '编辑',
  remove: '删除',
  removed: (showsOther: boolean) =>
    `已删除这个问题和之后说的内容。${showsOther ? '现在显示这个问题的另一个版本。' : ''}`,
  editLabel: '换个方式提出的问题',
  askThis: '这样问',
  cancel: '取消',
  replay: '再读一遍',
  hearQuestion: '播放说过的话',
  stopRecording: '停止播放',
  previous: '较早的版本',
  next: '较晚的版本',
  version: (at: number, of: number) => `${at} / ${of}`,
} as const;

export const thread = {
  you: '你',
  spoken: '你（语音）',
  tansy: 'tansy',
  thinking: '正在思考…',
  readSoFar: (share: number) => `正在阅读对话… ${Math.floor(100 * share)}%`,
  interrupted: '已停止。写好的内容已保留。',
  interruptedHeard: '已停止。只保留听到的内容。',
  interruptedWhole: '在一个完整的句子之后停止，这可能已是最后一句。写好的内容已保留。',
  interruptedAtEnd: '已停止。没有更多要说的了。',
  interruptedEmpty: '已停止。还没有写下任何内容。',
  erased:
    '全部内容已清除：你的对话、照片、录音、植物日志和设置都没有了。已下载的模型仍在这台设备上。',
  notKept: {
    nowhere: '这个浏览器不为此应用保存任何内容：对话会随这个标签页一起结束。',
    blocked:
      '你的对话似乎被 Tansy 的另一个标签页占用。对话是安全的，但没有在这里显示；在这里说的内容会随这个标签页一起结束。请关闭 Tansy 的其他标签页，并重新加载此标签页。',
  },
  oneThread: '回答会慢一些：浏览器只给此页面一个处理器核心。重新加载页面常常就能解决。',
  newest: '到最新处',
  earlier: (next: number, all: number) =>
    next < all
      ? `显示较早的 ${whole.format(next)} 条消息，共 ${whole.format(all)} 条`
      : `显示较早的 ${whole.format(next)} 条消息`,

  spokenSoon: '语音启动后就会朗读。',
  unlaid: '回答按写下时的样子显示：Tansy 负责排版的部分无法下载。',
  layAgain: '重试',
  notAllSpoken: '没能全部朗读。“再读一遍”会重新尝试。',
  fromMemory: '来自小型大脑的记忆，经常出错：重要的事请核实。',
  mindsThatKnowMore: '知道得更多的大脑',
  cutShort: '中途截断：回答已达到最大长度。',
  sameAgain: '这次的回答和之前一样。',
  goOn: '继续',
  nothingAdded: '没有更多要说的了：回答本来就已结束。',
  noRoom: '大脑没有空间继续写了。',
} as const;
