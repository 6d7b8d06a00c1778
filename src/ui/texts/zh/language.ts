/** The language of the interface, in Chinese. */
export const language = {
  heading: '语言（Language）',
  automatic: (name: string) => `跟随浏览器：${name}`,
  use: (name: string) => `使用${name}`,
  loadsAnew: '选择别的语言会重新加载页面。你写下的内容会保留。',
  afterAnswer: '正在书写或朗读的回答结束后，页面会重新加载。',
  notKept:
    '这个浏览器不为 Tansy 保存任何内容，所以记不住别的语言。什么都没有改变：请在浏览器里设置语言。',
  onlyEnglish: '目前 Tansy 只听得懂英语，也只用英语回答。',
  minds: (name: string) => `懂${name}的大脑`,
} as const;
