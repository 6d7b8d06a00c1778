/** Whether these ears write down what they are known to: a kernel that computes wrongly shows nowhere else. */
import type { ModelPlan, SpeechRecognitionModel } from '../../../domain/models/model';
import { readWav } from '../../read-wav';
import type { ModelReader } from '../../weights/reader';
import { wrongAnswer } from '../../wrong-answer';
import { attempt, type Whisper } from './attempt';
import { LogMel } from './log-mel';

/** Runtimes differ in the last bits, which may move a capital or a comma but not a word. */
const wordsOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

export async function testEars(
  whisper: Whisper,
  plan: ModelPlan<SpeechRecognitionModel>,
  reader: ModelReader,
  signal: AbortSignal,
): Promise<void> {
  const { selfTest } = plan.model;
  if (!selfTest) return;
  const samples = readWav(await reader.bytes(selfTest.audio, { signal }));
  const languageId = whisper.ids.languageId('en');
  const request = { languageId, draft: null, context: 'short', signal } as const;
  const { text } = await attempt(whisper, new LogMel(), samples, request);
  if (wordsOf(text) === wordsOf(selfTest.text)) return;
  throw wrongAnswer(plan, `"${text}"`, `"${selfTest.text}"`);
}
