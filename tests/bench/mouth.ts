/** Joe's first sound of a sentence, over the sentence's duration. */
import { median } from '../../scripts/lib/median.js';
import { connect } from '../../src/protocol/client';
import type { MouthContract } from '../../src/protocol/speech';
import { bring, model, plan } from '../browser/support/models';

export interface MouthFigures {
  readonly firstAudioMs: number;
  readonly durationMs: number;
  readonly ratio: number;
}

const rounds = 7;
const text = 'The lower leaves show brown rings.';

export async function benchMouth(): Promise<MouthFigures> {
  const joe = plan(model('joe', 'speech-synthesis'));
  await bring(joe);
  const worker = new Worker(new URL('../../src/engine/speech/worker.ts', import.meta.url), {
    type: 'module',
  });
  const mouth = connect<MouthContract>(worker);
  await mouth.call('loadVoice', { plan: joe, voiceId: 'joe', selfTest: false });
  const first: number[] = [];
  const durations: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const askedAt = performance.now();
    let firstAt = 0;
    const { audioMs } = await mouth.call(
      'speak',
      { text, modelId: 'joe', voiceId: 'joe', rate: 1 },
      { onChunk: () => (firstAt ||= performance.now()) },
    );
    // The first round warms up.
    if (round === 0) continue;
    first.push(firstAt - askedAt);
    durations.push(audioMs);
  }
  worker.terminate();
  const [firstAudioMs, durationMs] = [median(first), median(durations)];
  return { firstAudioMs, durationMs, ratio: firstAudioMs / durationMs };
}
