/** The sum of squares: of samples, or of the levels of frames. */
export function energyOf(values: ArrayLike<number>): number {
  let energy = 0;
  for (let at = 0; at < values.length; at += 1) energy += values[at]! ** 2;
  return energy;
}
