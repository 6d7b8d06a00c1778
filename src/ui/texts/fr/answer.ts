/** An answer's own parts, and the way out that a link in it is, in French. */
import type { TableCut } from '../../chat/table-size';
import { whole } from './figures';

export const answerTexts = {
  table: 'Tableau',
  tableCut: ({ rows, ofRows, columns, ofColumns }: TableCut) =>
    `Ce tableau est trop grand pour être affiché en entier\u00a0: voici ${whole.format(rows)} lignes sur ${whole.format(ofRows)}${
      columns < ofColumns ? ` et ${columns} colonnes sur ${whole.format(ofColumns)}` : ''
    }. «\u202fCopier\u202f» le copie en entier.`,
  /** The quote that an answer from a text ends with. */
  source: 'Tiré de votre texte',
  code: 'code',
  codeLabel: (language: string) => (language === '' ? 'Code' : `Code, ${language}`),
  copy: 'Copier',
  copied: 'Copié',
  notCopied:
    'La copie n’a pas été possible. Le code est toujours là\u00a0: sélectionnez-le et copiez-le à la main.',
} as const;

export const leavingTexts = {
  heading: (host: string) =>
    host === '' ? 'Quitter Tansy\u202f?' : `Quitter Tansy pour ${host}\u202f?`,
  about:
    'Cette adresse a été écrite par un modèle de langage\u00a0: elle peut être fausse ou ne pas exister, et elle est envoyée là-bas en entier. Ce qui a été dit par ailleurs reste ici.',
  stay: 'Rester ici',
  copy: 'Copier l’adresse',
  copied: 'Copié',
  notCopied: 'La copie n’a pas été possible\u00a0: sélectionnez l’adresse et copiez-la à la main.',
  open: 'Ouvrir',
} as const;
