/** The loaded ears: Whisper's graphs, its vocabulary and its rules. */
import { throwIfAborted } from '../../../domain/errors';
import type { ModelPlan, SpeechRecognitionModel } from '../../../domain/models';
import type { LoadProgress } from '../../../protocol/loading';
import type { ModelReader } from '../../weights/reader';
import type { Whisper } from './attempt';
import { TokenText } from './text';
import { openGraph, type WhisperShape } from './whisper-graph';
import { WhisperIds, type GenerationConfig } from './whisper-ids';

export async function loadEars(
  plan: ModelPlan<SpeechRecognitionModel>,
  reader: ModelReader,
  signal: AbortSignal,
  onProgress: (progress: LoadProgress) => void,
): Promise<Whisper> {
  const json = async (path: string) =>
    JSON.parse(new TextDecoder().decode(await reader.bytes(path, { signal }))) as object;
  const [shape, generation, tokenizer, tokenizerConfig] = await Promise.all([
    json('config.json'),
    json('generation_config.json'),
    json('tokenizer.json'),
    json('tokenizer_config.json'),
  ]);
  throwIfAborted(signal);
  onProgress({ type: 'starting' });
  return {
    graph: await openGraph(plan, shape as WhisperShape, reader, { signal }),
    ids: new WhisperIds(generation as GenerationConfig),
    text: new TokenText(tokenizer, tokenizerConfig),
  };
}
