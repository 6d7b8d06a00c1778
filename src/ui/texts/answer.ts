/** An answer's own parts, and the way out that a link in it is. */
import { caution } from '../../domain/given/caution';
import type { TableCut } from '../chat/table-size';
import { whole } from './figures';
import { translated } from './translation';

/** The texts of an answer's own parts. */
export const answerTexts = translated('answerTexts', {
  table: 'Table',
  /** Under one of which only the beginning is shown. */
  tableCut: ({ rows, ofRows, columns, ofColumns }: TableCut) =>
    `This table is too large to be shown whole: here are ${whole.format(rows)} of ${whole.format(ofRows)} rows${
      columns < ofColumns ? ` and ${columns} of ${whole.format(ofColumns)} columns` : ''
    }. “Copy” takes all of it.`,
  /** The quote that an answer from a text ends with. */
  source: 'From your text',
  code: 'code',
  codeLabel: (language: string) => (language === '' ? 'Code' : `Code, ${language}`),
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'This could not be copied. The code is still here: select it and copy it by hand.',
});

/** Around a sentence of a text that came with the question. Part of an answer, and so English. */
export const evidenceTexts = {
  says: (sentence: string) => `It says: “${sentence}”`,
  nearest: (sentences: readonly string[]) =>
    `I’m not sure that it says. The nearest is: ${sentences.map((each) => `“${each}”`).join(' Then: ')}`,
  caution,
} as const;

export const leavingTexts = translated('leavingTexts', {
  heading: (host: string) => (host === '' ? 'Leave Tansy?' : `Leave Tansy for ${host}?`),
  about:
    'A mind wrote this address: it may be wrong or not exist, and all of it is sent there. What else was said stays here.',
  stay: 'Stay here',
  copy: 'Copy the address',
  copied: 'Copied',
  notCopied: 'It could not be copied: select the address and copy it by hand.',
  open: 'Open',
});
