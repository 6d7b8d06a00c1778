/**
 * Where a photo spoke for each condition. A class's logit is the mean over the places of the square (the net ends in a mean
 * and a linear layer, which can change places), so what a place adds to it is known without a gradient.
 */
import { isCondition, type Evidence } from '../../domain/diagnosis';
import type { Output } from '../graph';

/**
 * @param evidence [views, classes, rows, columns]; the second view is the first one mirrored
 * @param classes in their order
 */
export function joined({ data, dims }: Output, classes: readonly string[]): Evidence {
  const [, count, rows, columns] = dims as [number, number, number, number];
  const places = rows * columns;
  const maps = classes.flatMap((id, index) => {
    if (!isCondition(id)) return [];
    const map = Array.from({ length: places }, (_, place) => {
      const row = Math.floor(place / columns);
      const mirrored = row * columns + columns - 1 - (place % columns);
      return data[index * places + place]! + data[(count + index) * places + mirrored]!;
    });
    const most = Math.max(...map);
    // Where no place spoke for it, none is shown.
    if (!(most > 0)) return [];
    return [[id, map.map((weight) => Math.round((100 * Math.max(weight, 0)) / most))] as const];
  });
  return { columns, maps: Object.fromEntries(maps) };
}
