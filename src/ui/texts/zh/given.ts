/** What is said of what an answer rests on, in Chinese. */
export const given = {
  read: '你的文字我读过了。请就它提问，我会根据它回答。',
  dropped: (count: number) =>
    `写这个回答时没有用到最早的 ${count} 条消息，大脑已容不下它们。它们仍在这段对话里。`,
  noVoice: (name: string) =>
    `这里没有会说${name}的语音，所以由其他语言的语音朗读。在设备上添加后就会使用。`,
} as const;
