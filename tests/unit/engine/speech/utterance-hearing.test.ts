import { describe, expect, it } from 'vitest';
import { SoundBuffer } from '../../../../src/engine/speech/ears/sound-buffer';
import { UtteranceHearing } from '../../../../src/engine/speech/ears/utterance-hearing';
import { english, fakeWhisper, type Hearing } from '../../../fakes/whisper';

const never = new AbortController().signal;

/** With a pause at their end, which left time for doubts. */
async function hear(short: Hearing, longer: Hearing, seconds = 1) {
  const { hearing, heard } = begin(short, longer, seconds);
  await hearing.partial(16_000 * seconds, never);
  await hearing.again(never);
  const { text, attempts } = await hearing.final(16_000 * seconds, never);
  return { text, attempts, heard };
}

function begin(short: Hearing, longer: Hearing, seconds = 1) {
  const { whisper, heard, kept } = fakeWhisper(short, longer);
  const sound = new SoundBuffer();
  sound.push(Float32Array.from({ length: 16_000 * seconds }, (_, index) => Math.sin(index)));
  return { hearing: new UtteranceHearing(whisper, english, sound), heard, kept };
}

describe('the words of an utterance', () => {
  const sure = { words: [1, 2, 3], ahead: 8 };
  const likelier = { words: [4, 5], ahead: 2 };
  const doubtful = { words: [1, 2, 3], ahead: 1 };
  const loop = { words: Array.from({ length: 30 }, (_, index) => 1 + (index % 2)), ahead: 12 };
  const worse = { words: [4, 5], ahead: 0.5 };

  it('are heard once where they are likely', async () => {
    expect(await hear(sure, likelier)).toEqual({ text: '1 2 3', attempts: 1, heard: ['short'] });
  });

  it('are heard again at a pause, in a wider context, where they are not, and the likelier ones taken', async () => {
    const heard = ['short', 'wide'];
    expect(await hear(doubtful, likelier)).toEqual({ text: '4 5', attempts: 2, heard });
    expect(await hear(doubtful, worse)).toEqual({ text: '1 2 3', attempts: 2, heard });
  });

  it('are heard again in the whole context where the short one was nearly as wide', async () => {
    const heard = ['short', 'full'];
    expect(await hear(doubtful, likelier, 12)).toEqual({ text: '4 5', attempts: 2, heard });
  });

  it('are heard again while a pause lasts, so that they are there at the end', async () => {
    const { hearing, heard } = begin(doubtful, likelier);
    expect(await hearing.partial(16_000, never)).toBe('1 2 3');
    expect(await hearing.again(never)).toBe('4 5');
    expect(await hearing.again(never)).toBe('4 5');
    expect(heard).toEqual(['short', 'wide']);
    expect(await hearing.final(16_000, never)).toMatchObject({ text: '4 5', attempts: 2 });
    expect(heard).toEqual(['short', 'wide']);
  });

  it('are taken as they are where no pause left time for doubts', async () => {
    const { hearing, heard } = begin(doubtful, likelier);
    expect(await hearing.final(16_000, never)).toMatchObject({ text: '1 2 3', attempts: 1 });
    expect(heard).toEqual(['short']);
  });

  it('that repeat themselves are never taken as they are', async () => {
    const { hearing } = begin(loop, likelier);
    expect(await hearing.final(16_000, never)).toMatchObject({ text: '4 5', attempts: 2 });
  });

  it('are not taken away by a second hearing of nothing', async () => {
    const nothing = { ...likelier, noSpeech: true };
    expect(await hear(doubtful, nothing)).toMatchObject({ text: '1 2 3', attempts: 2 });
  });

  it('are not taken away by a second hearing that repeats itself, however likely', async () => {
    expect(await hear(doubtful, loop)).toMatchObject({ text: '1 2 3', attempts: 2 });
  });

  it('are not made up where nobody speaks: nothing is heard once', async () => {
    expect(await hear({ ...doubtful, noSpeech: true }, likelier)).toMatchObject({
      text: '',
      attempts: 1,
    });
  });

  it('that were there a moment ago are listened for once more, in all of the sound', async () => {
    let heardSoFar: readonly unknown[] = [];
    const hiddenOnce = {
      ...sure,
      get noSpeech() {
        return heardSoFar.length === 2;
      },
    };
    const { hearing, heard, kept } = begin(hiddenOnce, likelier, 2);
    heardSoFar = heard;
    expect(await hearing.partial(24_000, never, true)).toBe('1 2 3');
    expect(await hearing.partial(32_000, never)).toBe('1 2 3');
    expect(heard).toEqual(['short', 'short', 'short']);
    expect(kept[1]).toBe(kept[0]);
    expect(kept[2]).not.toBe(kept[0]);
    expect(await hearing.final(32_000, never)).toMatchObject({ attempts: 2 });
  });

  it('that repeat themselves give way to what the whole context hears', async () => {
    expect(await hear(loop, likelier)).toEqual({
      text: '4 5',
      attempts: 2,
      heard: ['short', 'full'],
    });
  });
});
