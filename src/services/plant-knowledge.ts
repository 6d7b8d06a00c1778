/** Every card of models/plants/knowledge. Imported only when one is needed: it is as large as the app's shell. */
import type { PlantCard } from '../domain/plant-card';

const files = import.meta.glob<PlantCard>(
  ['../../models/plants/knowledge/*.json', '!../../models/plants/knowledge/schema.json'],
  { eager: true, import: 'default' },
);

export const knowledge: readonly PlantCard[] = Object.values(files);
