/**
 * How near the sentences of a given text are to its question, as far as the mind's worker can tell. It only helps: where it
 * cannot tell, the sentence is found by its words alone.
 */
import { AppError } from '../../domain/errors';
import type { Nearness } from '../../domain/given/evidence';
import { endsWorker } from '../engine';

export interface Comparing {
  /** A cosine for each sentence, in their order, or none at all. */
  readonly compare: (request: {
    readonly question: string;
    readonly sentences: readonly string[];
  }) => Promise<readonly number[]>;
  /** Whose worker compares. Where that did not survive it, it is not asked to again. */
  readonly asker: object;
}

/** Each further question would cost them a worker too. */
const tooMuchFor = new WeakSet<object>();

/** Null where nobody tells. Rejects `aborted` alone. */
export async function nearTo(
  question: string,
  sentences: readonly string[],
  { compare, asker }: Comparing,
): Promise<Nearness | null> {
  if (tooMuchFor.has(asker)) return null;
  try {
    const cosines = await compare({ question, sentences });
    if (cosines.length === 0) return null;
    return new Map(sentences.map((sentence, index) => [sentence, cosines[index]!]));
  } catch (thrown) {
    const { code } = AppError.from(thrown);
    if (code === 'aborted') throw thrown;
    if (endsWorker.includes(code)) tooMuchFor.add(asker);
    return null;
  }
}
