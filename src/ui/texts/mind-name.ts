/** What minds are called: Tansy’s own by the language of the page, all others as their makers call them. */
import type { LanguageModel } from '../../domain/models/model';
import { capital } from './capital';
import { receipt } from './receipt';

/** As it stands within a sentence. */
export const mindName = ({ id, name }: Pick<LanguageModel, 'id' | 'name'>): string =>
  id === 'tansy-lite' ? receipt.ownMind : name;

/** As it stands by itself. */
export const mindTitle = (model: Pick<LanguageModel, 'id' | 'name'>): string =>
  capital(mindName(model));
