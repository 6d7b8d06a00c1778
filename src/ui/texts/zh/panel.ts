/** The conversations, in Chinese. */
export const panel = {
  open: '对话',
  close: '关闭',
  heading: '对话',
  newOne: '新对话',
  journal: '植物日志',
  find: '按标题查找',
  none: '这里还没有内容。',
  noneFound: '没有标题包含这些字词。',
  rename: (title: string) => `重命名 ${title}`,
  remove: (title: string) => `删除 ${title}`,
  name: '对话名称',
  save: '保存',
  cancel: '取消',
  // A title that ends its own sentence ends this one too.
  removed: (title: string) => `已删除“${title}”${/[.!?…。！？]$/.test(title.trim()) ? '' : '。'}`,
  undo: '撤销',
  notUndone: '暂时无法恢复。在关闭此标签页之前它会保留：请腾出一些空间，然后重试。',
} as const;
