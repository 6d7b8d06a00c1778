import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpokenAudio } from '../../../../src/protocol/speech';
import { createMouthHandlers } from '../../../../src/engine/speech/mouth/handlers';

/** Three pieces of what is said, each as soon as it is asked for. */
vi.mock('../../../../src/engine/speech/mouth/mouth', () => ({
  Mouth: class {
    voice = () => ({
      async *speak() {
        for (let piece = 0; piece < 3; piece += 1)
          yield { samples: new Float32Array(10), sampleRateHz: 1000 };
      },
    });
  },
}));

const mouth = createMouthHandlers(async () => {
  throw new Error('no weights here');
});

function speak(waits: boolean) {
  const pieces: SpokenAudio[] = [];
  const stopping = new AbortController();
  const said = mouth.speak(
    { text: 'Two metres.', modelId: 'joe', voiceId: 'joe', rate: 1, waits },
    { signal: stopping.signal, emit: (audio) => pieces.push(audio), transfer: () => {} },
  );
  return { pieces, said, stop: () => stopping.abort() };
}
const never = { signal: new AbortController().signal, emit: () => {}, transfer: () => {} };
/** Turns of the event loop in which all that waits for none of it is done. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('a sound that waits', () => {
  it('is made no further than its first piece until it is asked for', async () => {
    const { pieces, said } = speak(true);
    await settled();
    expect(pieces.length).toBe(1);
    const other = speak(false);
    expect(await other.said).toMatchObject({ audioMs: 30 });
    expect(pieces.length).toBe(1);
    await mouth.goOn(undefined, never);
    expect(await said).toMatchObject({ audioMs: 30 });
    expect(pieces.length).toBe(3);
  });

  it('is made whole where it was forgotten', async () => {
    const { pieces, said } = speak(true);
    await settled();
    vi.advanceTimersByTime(5000);
    await said;
    expect(pieces.length).toBe(3);
  });

  it('is let go of, and what waits next waits as long', async () => {
    const first = speak(true);
    await settled();
    vi.advanceTimersByTime(1000);
    first.stop();
    await expect(first.said).rejects.toMatchObject({ code: 'aborted' });
    vi.advanceTimersByTime(3500);
    const next = speak(true);
    await settled();
    vi.advanceTimersByTime(1000);
    await settled();
    expect([first.pieces.length, next.pieces.length]).toEqual([1, 1]);
    await mouth.goOn(undefined, never);
    await next.said;
    expect(next.pieces.length).toBe(3);
  });
});
