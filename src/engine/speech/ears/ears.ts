/** The loaded ears: Whisper's graphs, its vocabulary and its rules. */
import { throwIfAborted } from '../../../domain/errors';
import type { ModelPlan, SpeechRecognitionModel } from '../../../domain/models/model';
import type { LoadProgress } from '../../../protocol/loading';
import { orRelease } from '../../or-release';
import type { ModelReader } from '../../weights/reader';
import { attempt, type Whisper } from './attempt';
import { testEars } from './known-answer';
import { LogMel } from './log-mel';
import { sampleRateHz } from './mel-filters';
import { openWhisper } from './open-whisper';
import { TokenText } from './text';
import type { WhisperShape } from './whisper-graph';
import { WhisperIds, type GenerationConfig } from './whisper-ids';

export async function loadEars(
  plan: ModelPlan<SpeechRecognitionModel>,
  reader: ModelReader,
  {
    selfTest,
    signal,
    onProgress,
  }: {
    readonly selfTest: boolean;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: LoadProgress) => void;
  },
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
  const whisper = {
    graph: await openWhisper(plan, shape as WhisperShape, reader, { signal }),
    ids: new WhisperIds(generation as GenerationConfig),
    text: new TokenText(tokenizer, tokenizerConfig),
  };
  const test = async () => {
    await warmUp(whisper, signal);
    if (selfTest) await testEars(whisper, plan, reader, signal);
  };
  await orRelease(test(), () => whisper.graph.dispose());
  return whisper;
}

/** The first run of a graph takes several times as long as any later one: nobody should wait for it. */
async function warmUp(whisper: Whisper, signal: AbortSignal): Promise<void> {
  const silence = new Float32Array(sampleRateHz);
  const request = { languageId: null, draft: null, context: 'short', signal } as const;
  await attempt(whisper, new LogMel(), silence, request);
}
