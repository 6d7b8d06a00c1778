/** Whether voice activity finds the speech in a clip where it is known to. */
import type { ModelPlan, VoiceActivityModel } from '../../domain/models/model';
import { readWav } from '../read-wav';
import type { ModelReader } from '../weights/reader';
import { wrongAnswer } from '../wrong-answer';
import { frameSamples, type Silero } from './silero';

/** Runtimes differ in the last bits, and the state carries that on from frame to frame. */
const tolerance = 0.02;

export async function testSilero(
  silero: Silero,
  plan: ModelPlan<VoiceActivityModel>,
  reader: ModelReader,
  signal: AbortSignal,
): Promise<void> {
  const { selfTest } = plan.model;
  if (!selfTest) return;
  const samples = readWav(await reader.bytes(selfTest.audio, { signal }));
  const given: number[] = [];
  for (let start = 0; start + frameSamples <= samples.length; start += frameSamples) {
    given.push(await silero.probability(samples.subarray(start, start + frameSamples)));
  }
  silero.reset();
  const { probabilities } = selfTest;
  const isRight =
    given.length === probabilities.length &&
    probabilities.every((expected, index) => Math.abs(given[index]! - expected) <= tolerance);
  if (isRight) return;
  const rounded = given.map((probability) => probability.toFixed(3));
  throw wrongAnswer(plan, rounded.join(' '), probabilities.join(' '));
}
