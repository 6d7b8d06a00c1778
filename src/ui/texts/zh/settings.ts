/** Settings, but for minds, ears and what is a person's own, in Chinese. */
import { fetchLeft } from './figures';
import { voiceLabel } from './names';

export const settings = {
  heading: '设置',
  close: '关闭',
  speaking: '朗读',
  listening: '聆听',
  theme: '外观',
  themes: { system: '与设备相同', light: '浅色', dark: '深色' },
  speakAnswers: '朗读回答',
  voice: '语音',
  voices: {
    auto: '适合这台设备的',
    joe: 'Joe：快，美式',
    heart: 'Heart：自然，美式',
    george: 'George：自然，英式',
    system: '这台设备的语音',
    systemVoice: (name: string, language: string) => `${name}（${language}）`,
    gone: '现在不在这里的语音',
  },
  naturalVoice: (voice: string) => `${voiceLabel(voice)}，自然语音`,
  fetchVoice: fetchLeft,
  cancelFetch: '取消',
  voiceStarts: '语音正在启动。',
  speaks: (voice: string | null, muted: boolean) =>
    voice === null
      ? '这里还没有语音。'
      : `${muted ? '若未静音会朗读的' : '现在朗读的'}：${voiceLabel(voice)}`,
  notHere: (missing: string, voice: string | null, muted: boolean) => {
    const first = `这台设备上还没有这个语音：${voiceLabel(missing)}。`;
    if (voice === null) return `${first}在此之前，没有语音朗读。`;
    return `${first}在此之前，${muted ? '若未静音会朗读的' : '朗读的'}是：${voiceLabel(voice)}。`;
  },
  tryVoice: (voice: string) => `试听：${voiceLabel(voice)}`,
  stopTrying: '停止',
  pace: (factor: number) => `自然语音在这里每说一秒需要 ${factor.toFixed(1)} 秒`,
  tooSlow: '太慢，不会被自动选用，回答可能会有停顿。',
  keepsUp: '够快，回答不会有停顿。',
  systemNote: '这台设备的语音不属于 Tansy。这里只列出浏览器称为本地的语音。',
  rate: '语速',
  rateValue: (rate: number) => `${rate.toFixed(2).replace(/0$/, '')}\u00a0×`,
  loudness: '语音音量',
  loudnessValue: (loudness: number) => `${Math.round(100 * loudness)}%`,
  sounds: '免提时的短提示音',
  language: '你说的语言',
  languages: {
    en: '英语',
    auto: '自动识别',
    de: '德语',
    fr: '法语',
    es: '西班牙语',
    it: '意大利语',
    pt: '葡萄牙语',
    nl: '荷兰语',
    pl: '波兰语',
    ru: '俄语',
    tr: '土耳其语',
    ja: '日语',
    ko: '韩语',
    hi: '印地语',
    zh: '中文',
  },
  languageNote:
    '许多语言都可以记成文字。Tansy 自己的大脑和语音只懂英语；其他大脑用别的语言写的回答，由这台设备上的语音朗读（如果有的话）。',
  keepRecordings: '在这台设备上保留口头提问的录音',
  models: '这台设备上的模型',
  privacy: '不发送任何内容：你说的、写的和听到的都留在这台设备上。没有账户，也不统计访问次数。',
} as const;

export const keys = {
  heading: '按键',
  list: {
    Space: '按住说话',
    Enter: '发送问题',
    'Shift Enter': '换行',
    'Ctrl Enter, ⌘ Enter': '发送问题，平板上也一样',
    '/': '转到问题',
    '↑': '编辑上一个问题',
    Esc: '停止',
    'Ctrl K, ⌘ K': '查找对话',
    '?': '显示这些按键',
  },
} as const;
