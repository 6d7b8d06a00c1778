/**
 * Where a photo spoke for each condition. A class's logit is the mean over the places of the square (the net ends in a mean
 * and a linear layer, which can change places), so what a place adds to it is known without a gradient.
 */
import { isCondition, type Evidence } from '../../domain/plants/diagnosis';
import type { Output } from '../graph';

/**
 * @param evidence [1, classes, rows, columns]
 * @param classes in their order
 */
export function mapsOf({ data, dims }: Output, classes: readonly string[]): Evidence {
  const [, , rows, columns] = dims as [number, number, number, number];
  const places = rows * columns;
  const maps = classes.flatMap((id, index) => {
    if (!isCondition(id)) return [];
    const map = data.subarray(index * places, (index + 1) * places);
    const most = Math.max(...map);
    // Where no place spoke for it, none is shown.
    if (!(most > 0)) return [];
    const shares = Array.from(map, (weight) => Math.round((100 * Math.max(weight, 0)) / most));
    return [[id, shares] as const];
  });
  return { columns, maps: Object.fromEntries(maps) };
}
