/** What is said of a photo before it is taken, in Chinese. */
export const photoHints = {
  dark: '太暗：请转向光亮处。',
  bright: '大部分是白色：请避开强光，或靠近一些。',
  blurred: '模糊：请拿稳，或稍微退后。',
  far: '在画面中太小：请靠近一些。',
  good: '亮度和清晰度都够了。',
} as const;
