/** The sound of a spoken question, as a file that is kept with it. */
import { toWav } from '../domain/voice/wav';

/** Of what the ears are given. */
const recordingRateHz = 16_000;

export function recording(samples: Float32Array) {
  const blob = toWav(samples, recordingRateHz);
  return {
    id: crypto.randomUUID(),
    kind: 'audio' as const,
    name: 'question.wav',
    mime: blob.type,
    sizeBytes: blob.size,
    durationMs: (1000 * samples.length) / recordingRateHz,
    blob,
  };
}
