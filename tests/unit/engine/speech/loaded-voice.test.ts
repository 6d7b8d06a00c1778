import { describe, expect, it } from 'vitest';
import { LoadedVoice } from '../../../../src/engine/speech/mouth/loaded-voice';
import type { Voice } from '../../../../src/engine/speech/mouth/voice';

const piece = { samples: new Float32Array(1), sampleRateHz: 1 };

/** Says three pieces, unless its sessions are gone. */
function voice() {
  let releases = 0;
  const inner: Voice = {
    async *speak() {
      for (let index = 0; index < 3; index += 1) {
        if (releases > 0) throw new Error('the session was released');
        yield piece;
      }
    },
    async release() {
      releases += 1;
    },
  };
  return { loaded: new LoadedVoice(inner), releases: () => releases };
}

const next = (speech: AsyncIterator<unknown>) => speech.next();

describe('a voice that is let go of', () => {
  it('ends what it says first', async () => {
    const { loaded, releases } = voice();
    const speech = loaded.speak('One, two, three.', 1);
    await next(speech);
    const released = loaded.release();
    expect(await next(speech)).toMatchObject({ done: false });
    expect(await next(speech)).toMatchObject({ done: false });
    expect(releases()).toBe(0);
    expect(await next(speech)).toMatchObject({ done: true });
    await released;
    expect(releases()).toBe(1);
  });

  it('does not wait for what nobody waits for any more', async () => {
    const { loaded, releases } = voice();
    for await (const _ of loaded.speak('One, two, three.', 1)) break;
    await loaded.release();
    expect(releases()).toBe(1);
  });

  it('begins nothing more, and is let go of once', async () => {
    const { loaded, releases } = voice();
    const speech = loaded.speak('One.', 1);
    await Promise.all([loaded.release(), loaded.release()]);
    await expect(next(speech)).rejects.toMatchObject({ code: 'model-missing' });
    expect(releases()).toBe(1);
  });
});
