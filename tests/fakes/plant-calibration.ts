import type { PlantCalibration } from '../../src/domain/plants/diagnosis';

/** Bounds of a specialist that knows tomatoes from fields. */
export const plantCalibration: PlantCalibration = {
  temperature: 1,
  notPlantFrom: 0.5,
  otherPlantFrom: 0.5,
  likelyFrom: 0.8,
  fieldCrops: ['tomato'],
  listUpTo: 0.95,
  mostCauses: 3,
};
