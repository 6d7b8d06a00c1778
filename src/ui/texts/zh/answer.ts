/** An answer's own parts, and the way out that a link in it is, in Chinese. */
import type { TableCut } from '../../chat/table-size';
import { whole } from './figures';

export const answerTexts = {
  table: '表格',
  tableCut: ({ rows, ofRows, columns, ofColumns }: TableCut) =>
    `这个表格太大，无法全部显示：这里是 ${whole.format(ofRows)} 行中的 ${whole.format(rows)} 行${
      columns < ofColumns ? `、${whole.format(ofColumns)} 列中的 ${columns} 列` : ''
    }。“复制”会复制整个表格。`,
  /** The quote that an answer from a text ends with. */
  source: '来自你的文字',
  code: '代码',
  codeLabel: (language: string) => (language === '' ? '代码' : `代码，${language}`),
  copy: '复制',
  copied: '已复制',
  notCopied: '无法复制。代码还在这里：请选中后手动复制。',
} as const;

export const leavingTexts = {
  heading: (host: string) => (host === '' ? '离开 Tansy？' : `离开 Tansy，前往 ${host}？`),
  about:
    '这个地址是大脑写的：可能有误，也可能并不存在，而且整个地址都会发送到那里。其余说过的内容都留在这里。',
  stay: '留在这里',
  copy: '复制地址',
  copied: '已复制',
  notCopied: '无法复制：请选中地址后手动复制。',
  open: '打开',
} as const;
