/** What each mind is good at, and terms that few expect, in Chinese. */
export const mindNotes = {
  summaries: {
    'tansy-lite':
      '随 Tansy 一起提供，在任何设备上都很快。能说出照片里的日常物品和常见作物。知道的不多，经常出错。',
    'smolvlm-256m': '能说出照片里有什么；不擅长对话。',
    'smolvlm-500m': '能说出照片里有什么，也能读出其中一些文字。',
    'lfm2.5-vl-450m': '就其大小而言，看照片看得不错。需要显卡。',
    'qwen3.5-0.8b': '能看照片，能读其中的文字，懂多种语言。需要显卡。',
  },
  licences: {
    'lfm2.5-vl-450m': '不是开源许可：年收入超过 1000 万美元的不得用于商业用途。',
  },
} as const;
