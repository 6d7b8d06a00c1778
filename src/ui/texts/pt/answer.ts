/** An answer's own parts, and the way out that a link in it is, in Brazilian Portuguese. */
import type { TableCut } from '../../chat/table-size';
import { whole } from './figures';

export const answerTexts = {
  table: 'Tabela',
  tableCut: ({ rows, ofRows, columns, ofColumns }: TableCut) =>
    `Esta tabela é grande demais para ser mostrada inteira: aqui estão ${whole.format(rows)} de ${whole.format(ofRows)} linhas${
      columns < ofColumns ? ` e ${columns} de ${whole.format(ofColumns)} colunas` : ''
    }. “Copiar” copia a tabela inteira.`,
  /** The quote that an answer from a text ends with. */
  source: 'Do seu texto',
  code: 'código',
  codeLabel: (language: string) => (language === '' ? 'Código' : `Código, ${language}`),
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied: 'Não foi possível copiar. O código continua aqui: selecione e copie à mão.',
} as const;

export const leavingTexts = {
  heading: (host: string) => (host === '' ? 'Sair do Tansy?' : `Sair do Tansy para ${host}?`),
  about:
    'Este endereço foi escrito por uma mente: pode estar errado ou não existir, e é enviado inteiro para lá. O resto do que foi dito fica aqui.',
  stay: 'Ficar aqui',
  copy: 'Copiar o endereço',
  copied: 'Copiado',
  notCopied: 'Não foi possível copiar: selecione o endereço e copie à mão.',
  open: 'Abrir',
} as const;
