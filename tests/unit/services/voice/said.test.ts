import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Player } from '../../../../src/audio/player';
import type { SystemVoices } from '../../../../src/audio/system-voice';
import { joe, systemName } from '../../../../src/domain/voice/voices';
import { SpokenAnswers } from '../../../../src/services/voice/spoken-answers';
import type { SpeechService } from '../../../../src/services/voice/speech';

/** Each piece is heard at once, and to its end when the test says so. */
function mouth() {
  let end = () => {};
  const player = {
    mute: vi.fn(),
    duck: vi.fn(),
    flush: () => end(),
    play(_samples: Float32Array, _rate: number, onStart?: () => void) {
      onStart?.();
      return new Promise<void>((resolve) => (end = resolve));
    },
  };
  const system = { mute() {}, duck() {}, flush() {}, say: async () => {} };
  const speech = {
    async speak(_text: string, _options: object, onAudio: (audio: object) => void) {
      onAudio({ samples: new Float32Array(1), sampleRateHz: 24_000 });
      return { audioMs: 1000, synthesisMs: 100 };
    },
  };
  const spoken = new SpokenAnswers(
    speech as unknown as SpeechService,
    player as unknown as Player,
    system as unknown as SystemVoices,
  );
  const begin = (voice = joe, stop = new AbortController(), more: { follows?: true } = {}) => ({
    stop,
    answer: spoken.begin({ signal: stop.signal, voice, rate: 1, onPiece: () => {}, ...more }),
  });
  return { spoken, player, begin, heard: () => end() };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('what is being said', () => {
  it('are the words as they are pronounced, from their first sound until a moment after the last', async () => {
    const { spoken, begin, heard } = mouth();
    expect(spoken.said()).toMatchObject({ words: '', goesOn: false });
    const { answer } = begin();
    expect(spoken.said().words, 'before its first sound').toBe('');
    answer.push('It is **red**. It is');
    await settle();
    expect(spoken.said()).toMatchObject({ words: ' It is red.', goesOn: true });
    answer.push(' ripe.');
    const over = answer.end();
    await settle();
    heard();
    await over;
    expect(spoken.said()).toMatchObject({ words: ' It is red. It is ripe.', goesOn: false });
    const metAtMs = performance.now();
    vi.advanceTimersByTime(1000);
    expect(spoken.said()).toMatchObject({ words: '', goesOn: false });
    // Whoever began to speak before that may have been its echo.
    expect(spoken.said(metAtMs).words).toBe(' It is red. It is ripe.');
  });

  it('is over where it was stopped, however long its mind takes to end', async () => {
    const { spoken, begin } = mouth();
    const { answer, stop } = begin();
    answer.push('It is red. It');
    await settle();
    stop.abort('stop');
    vi.advanceTimersByTime(1000);
    expect(spoken.said().words).toBe('');
    const { answer: next } = begin();
    await answer.end();
    next.push('It is ripe. It');
    await settle();
    expect(spoken.said()).toMatchObject({ words: ' It is ripe.', goesOn: true });
  });

  it('is nothing that could be heard where it is muted', async () => {
    const { spoken, begin } = mouth();
    begin().answer.push('It is red. It');
    await settle();
    spoken.mute(true);
    expect(spoken.said()).toMatchObject({ words: '', goesOn: false });
  });

  it('is the newest few sentences of a long answer', async () => {
    const { spoken, begin, heard } = mouth();
    const { answer } = begin();
    for (let sentence = 0; sentence < 30; sentence += 1) {
      answer.push(`This is the sentence number ${sentence}. `);
      await settle();
      heard();
      await settle();
    }
    expect(spoken.said().words.length).toBeLessThanOrEqual(300);
    expect(spoken.said().words).toContain('number 28');
  });

  it('tells which voices are the device’s own', () => {
    const { spoken, begin } = mouth();
    begin();
    expect(spoken.said().byDevice).toBe(false);
    begin(systemName('sam'));
    expect(spoken.said().byDevice).toBe(true);
  });

  it('begins as loud as ever, whatever was heard over the end of the answer before', () => {
    const { player, begin } = mouth();
    begin();
    expect(player.duck.mock.calls).toEqual([[false]]);
  });

  it('stays as quiet as it was where words about it follow, and may be heard meanwhile', async () => {
    const { spoken, player, begin, heard } = mouth();
    const { answer } = begin();
    answer.push('It is red.');
    const over = answer.end();
    await settle();
    spoken.mute(true);
    spoken.duck(true);
    heard();
    await over;
    begin(joe, new AbortController(), { follows: true });
    expect([player.mute.mock.lastCall, player.duck.mock.lastCall]).toEqual([[true], [true]]);
    expect(spoken.said().words, 'nobody hears it').toBe('');
    spoken.mute(false);
    expect(spoken.said().words).toBe(' It is red.');
    begin();
    expect(player.duck.mock.lastCall).toEqual([false]);
    expect(spoken.said().words).toBe('');
  });
});
