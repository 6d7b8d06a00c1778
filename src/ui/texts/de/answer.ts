/** An answer's own parts, and the way out that a link in it is, in German. */
import type { TableCut } from '../../chat/table-size';
import { whole } from './figures';

export const answerTexts = {
  table: 'Tabelle',
  tableCut: ({ rows, ofRows, columns, ofColumns }: TableCut) =>
    `Diese Tabelle ist zu groß, um sie ganz zu zeigen: Hier sind ${whole.format(rows)} von ${whole.format(ofRows)} Zeilen${
      columns < ofColumns ? ` und ${columns} von ${whole.format(ofColumns)} Spalten` : ''
    }. „Kopieren“ kopiert sie ganz.`,
  /** The quote that an answer from a text ends with. */
  source: 'Aus Ihrem Text',
  code: 'Code',
  codeLabel: (language: string) => (language === '' ? 'Code' : `Code, ${language}`),
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied:
    'Das konnte nicht kopiert werden. Der Code ist noch hier: Markieren Sie ihn und kopieren Sie ihn von Hand.',
} as const;

export const leavingTexts = {
  heading: (host: string) =>
    host === '' ? 'Tansy verlassen?' : `Tansy verlassen und ${host} öffnen?`,
  about:
    'Ein Sprachmodell hat diese Adresse geschrieben: Sie kann falsch sein oder gar nicht existieren, und sie wird ganz dorthin gesendet. Was sonst gesagt wurde, bleibt hier.',
  stay: 'Hier bleiben',
  copy: 'Adresse kopieren',
  copied: 'Kopiert',
  notCopied:
    'Sie konnte nicht kopiert werden: Markieren Sie die Adresse und kopieren Sie sie von Hand.',
  open: 'Öffnen',
} as const;
