/** Talking, in Chinese. The commands by voice are understood in English only. */
export const voice = {
  talk: '按住说话，轻点免提',
  stop: '停止',
  notYet: '听觉部分还不在这里',
  phase: {
    idle: '就绪',
    opening: '正在打开',
    listening: '聆听中',
    transcribing: '记录中',
    thinking: '思考中',
    voicing: '即将朗读',
    speaking: '朗读中',
    muted: '语音已关',
  },
  handsFree: '停顿即发送，说话可打断。可以说：stop、repeat、slower… 全部命令见设置。',
  holding: '松开即发送。滑开则取消。',
  holdingWithKeys: '松开即发送。滑开或按 Esc 则取消。',
  letGoToCancel: '松开即取消。',
  mute: '语音静音',
  unmute: '朗读回答',
  nothingHeard: '没有听到话语。说话时请按住按钮，或靠近一些。',
  notKept: '负责聆听的部分停止了，已重新启动。刚才说的话没有听到：请再说一遍。',
  microphoneMuted: '设备或浏览器已将麦克风静音：请在那里取消静音，就又能听到你了。',
  lacking:
    '语音对话的一部分无法下载：命令会被当作问题，噪声也可能让回答中断。请稍后再说，或重新加载此标签页。',
  speakNow: '请说…',
  writingDown: '正在写下你说的话…',
} as const;
