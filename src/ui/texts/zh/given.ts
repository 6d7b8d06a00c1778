/** Texts that a person gives, to be asked about, in Chinese. */
export const given = {
  read: '你的文字我读过了。请就它提问，我会根据它回答。',
} as const;
