/** Texts that a person gives, to be asked about. */
import { translated } from './translation';

/** Taken when it is said: its translation may come after the rules that say it. */
export const given = () =>
  translated('given', {
    /** In the place of an answer, where nothing was asked. */
    read: 'I have read your text. Ask me about it, and I answer from it.',
  });
