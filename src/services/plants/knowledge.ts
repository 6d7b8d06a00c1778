/** All that is known of plants, in one part that is fetched with the first diagnosis. */
import type { PlantCard } from '../../domain/plants/card';

export const knowledge = import.meta.glob<PlantCard>(
  ['../../../models/plants/knowledge/*.json', '!../../../models/plants/knowledge/schema.json'],
  { eager: true, import: 'default' },
);
