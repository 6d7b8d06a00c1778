/** Whether a voice sounds as it is known to. How long and how loud it is gives noise and silence away. */
import type { ModelPlan, SpeechSynthesisModel } from '../../../domain/models/model';
import { wrongAnswer } from '../../wrong-answer';
import type { Voice } from './voice';

export async function testVoice(
  voice: Voice,
  plan: ModelPlan<SpeechSynthesisModel>,
  voiceId: string,
): Promise<void> {
  const { selfTest } = plan.model;
  if (selfTest?.voiceId !== voiceId) return;
  let samples = 0;
  let energy = 0;
  for await (const piece of voice.speak(selfTest.text, 1, { chance: false })) {
    samples += piece.samples.length;
    for (const sample of piece.samples) energy += sample * sample;
  }
  const rms = Math.sqrt(energy / Math.max(1, samples));
  const isRight =
    Math.abs(samples - selfTest.samples) <= selfTest.samplesTolerance &&
    // Not a number is never right.
    Math.abs(rms - selfTest.rms) <= selfTest.rmsTolerance;
  if (isRight) return;
  const said = (length: number, loudness: number) => `${length} samples of ${loudness.toFixed(5)}`;
  throw wrongAnswer(plan, said(samples, rms), said(selfTest.samples, selfTest.rms));
}
