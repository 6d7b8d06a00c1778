/** Computes what was asked, by mathjs. Of that only what sums and units need is bundled. */
import {
  addDependencies,
  create,
  divideDependencies,
  evaluateDependencies,
  multiplyDependencies,
  powDependencies,
  sqrtDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unitDependencies,
  type FactoryFunctionMap,
} from 'mathjs';
import type { SumAsked } from '../../domain/questions/sum';

// Its types say of each that it may not be there.
const math = create({
  addDependencies,
  divideDependencies,
  evaluateDependencies,
  multiplyDependencies,
  powDependencies,
  sqrtDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unitDependencies,
} as FactoryFunctionMap);

/** Infinite where something was divided by zero; NaN where nothing is the result, or no real number. */
export function compute(asked: SumAsked): number {
  if (asked.type === 'conversion') {
    return math.unit(asked.amount, asked.from.symbol).toNumber(asked.to.symbol);
  }
  const result: unknown = math.evaluate(asked.expression);
  return typeof result === 'number' ? result : NaN;
}
