/** Which page of the journal the address names: Back then leads from one to the other, and out of it. */
import type { PlantId } from '../../domain/plants/journal';

export interface JournalPlace {
  /** Null for the list of all plants. */
  readonly plantId: PlantId | null;
  readonly compares: boolean;
  /** The one that is to be in sight. */
  readonly entryId: string | null;
}

export const plantAddress = (id: PlantId): string => `#journal/${encodeURIComponent(id)}`;
export const compareAddress = (id: PlantId): string => `${plantAddress(id)}/compare`;
export const entryAddress = (id: PlantId, entryId: string): string =>
  `${plantAddress(id)}/entry/${encodeURIComponent(entryId)}`;
export const listAddress = '#journal';

/** @param hash that of the address, of the journal */
export function placeOf(hash: string): JournalPlace {
  const [, id = '', view, entryId = ''] = hash.split('/');
  return {
    plantId: decoded(id) || null,
    compares: view === 'compare',
    entryId: view === 'entry' ? decoded(entryId) || null : null,
  };
}

/** An address can be written by hand. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
