/**
 * How near the sentences of a given text are to its question, as far as the mind's worker can tell. It only helps: where it
 * cannot tell, the sentence is found by its words alone.
 */
import { AppError } from '../domain/errors';
import { endsWorker } from './engine';

/** A cosine, -1 to 1, by its sentence. Null where nobody tells. */
export type Nearness = ReadonlyMap<string, number> | null;

/** Whose worker was lost to it: each further question would cost a worker too. */
const tooMuchFor = new WeakSet<object>();

/**
 * Rejects `aborted` alone.
 * @param compare gives a number for each sentence, or none
 * @param asker is not asked to again once its worker did not survive it
 */
export async function nearTo(
  sentences: readonly string[],
  compare: () => Promise<readonly number[]>,
  asker: object,
): Promise<Nearness> {
  if (tooMuchFor.has(asker)) return null;
  try {
    const cosines = await compare();
    if (cosines.length === 0) return null;
    return new Map(sentences.map((sentence, index) => [sentence, cosines[index]!]));
  } catch (thrown) {
    const { code } = AppError.from(thrown);
    if (code === 'aborted') throw thrown;
    if (endsWorker.includes(code)) tooMuchFor.add(asker);
    return null;
  }
}
