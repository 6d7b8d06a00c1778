import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SystemVoices } from '../../../src/audio/system-voice';
import type { Player } from '../../../src/audio/player';
import { AppError } from '../../../src/domain/errors';
import { heart, joe, systemName } from '../../../src/domain/voice/voices';
import { SpokenAnswers } from '../../../src/services/voice/spoken-answers';
import type { SpeakOptions, SpeechService } from '../../../src/services/voice/speech';
import { FakeSynthesis, voice } from '../../fakes/speech-synthesis';

let engine: FakeSynthesis;
let system: SystemVoices;
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  engine = FakeSynthesis.install();
  engine.voices = [
    voice('anna', 'de_DE'),
    voice('sam', 'en-US', { isDefault: true }),
    voice('cloud', 'en-GB', { local: false }),
  ];
  system = new SystemVoices(engine.asEngine);
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the device's own voices", () => {
  it('are only those that speak on the device', async () => {
    expect(system.all.map(({ uri, language }) => [uri, language])).toEqual([
      ['anna', 'de-DE'],
      ['sam', 'en-US'],
    ]);
    await system.say('cloud', 'This must not leave.', 1);
    expect(engine.given).toEqual([]);
  });

  it('are none where the browser has no engine', () => {
    expect(new SystemVoices(undefined).all).toEqual([]);
  });

  it('are told again when the browser has found them', () => {
    const changed = vi.fn();
    system.onChange(changed);
    engine.dispatchEvent(new Event('voiceschanged'));
    expect(changed).toHaveBeenCalledOnce();
  });

  it('say pieces one after another, at the rate asked for', async () => {
    const begun: string[] = [];
    const first = system.say('sam', 'One.', 1.2, () => begun.push('one'));
    const second = system.say('sam', 'Two.', 1.2, () => begun.push('two'));
    expect(engine.queue.map(({ text, rate, lang }) => [text, rate, lang])).toEqual([
      ['One.', 1.2, 'en-US'],
    ]);
    engine.start();
    await engine.finish();
    await first;
    engine.start();
    await engine.finish();
    await second;
    expect(begun).toEqual(['one', 'two']);
  });

  it('are told their language as the web writes it, whatever that of the page is', () => {
    void system.say('anna', 'Eins.', 1);
    expect(engine.queue.map(({ voice, lang }) => [voice?.voiceURI, lang])).toEqual([
      ['anna', 'de-DE'],
    ]);
  });

  it('stop at once, and nothing that was dropped is ever begun', async () => {
    const begun = vi.fn();
    const pieces = [system.say('sam', 'One.', 1, begun), system.say('sam', 'Two.', 1, begun)];
    const late = engine.queue[0]!;
    system.flush();
    await Promise.all(pieces);
    late.onstart?.();
    expect(begun).not.toHaveBeenCalled();
    expect(engine.queue).toEqual([]);
    void system.say('sam', 'Three.', 1);
    await settle();
    expect(engine.queue.map(({ text }) => text)).toEqual(['Three.']);
  });

  it('are muted from the word they are at, and take their time all the same', async () => {
    const begun = vi.fn();
    let isOver = false;
    const piece = system.say('sam', 'One two three.', 1, begun).then(() => (isOver = true));
    engine.start();
    engine.reach(4);
    system.mute(true);
    await settle();
    expect(engine.queue.map(({ text, volume }) => [text, volume])).toEqual([['two three.', 0]]);
    expect(isOver).toBe(false);
    engine.start();
    engine.reach(4);
    system.mute(false);
    await settle();
    expect(engine.queue.map(({ text, volume }) => [text, volume])).toEqual([['three.', 1]]);
    engine.start();
    await engine.finish();
    await piece;
    expect(begun).toHaveBeenCalledOnce();
  });

  it('are quieter while somebody may speak, unless the sentence would begin again', async () => {
    void system.say('sam', 'One two three.', 1);
    engine.start();
    system.duck(true);
    expect(engine.given).toHaveLength(1);
    system.duck(false);
    engine.reach(4);
    system.duck(true);
    await settle();
    expect(engine.queue.map(({ text, volume }) => [text, volume])).toEqual([['two three.', 0.25]]);
  });

  it('are as loud as was chosen from the next piece on, and never louder than by themselves', async () => {
    for (const [loudness, volume] of [
      [0.5, 0.5],
      [2, 1],
    ] as const) {
      system.amplify(loudness);
      const piece = system.say('sam', 'One.', 1);
      expect(engine.queue.map((queued) => queued.volume)).toEqual([volume]);
      engine.start();
      await engine.finish();
      await piece;
    }
  });

  it('that never begin do not hold up the turn', async () => {
    vi.useFakeTimers();
    const piece = system.say('sam', 'Hello?', 1);
    await vi.advanceTimersByTimeAsync(10_000);
    await piece;
    expect(engine.queue).toEqual([]);
  });

  it('that never tell their end are over once the engine is silent, not before', async () => {
    vi.useFakeTimers();
    const over = vi.fn();
    void system.say('sam', 'Hello?', 1).then(over);
    engine.start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(over).not.toHaveBeenCalled();
    engine.queue.length = 0;
    await vi.advanceTimersByTimeAsync(1000);
    expect(over).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });
});

/**
 * Each piece is one sample long.
 * @param broken voices that cannot speak
 * @param losses how many times the worker is lost after the first sound of the second sentence
 */
function answers(broken: string[] = [], losses = 0) {
  const said: string[] = [];
  const player = {
    unlock() {},
    duck() {},
    mute: vi.fn(),
    flush: vi.fn(),
    play: async (_samples: unknown, _rate: number, onStart: () => void = () => {}) => onStart(),
  };
  const speech = {
    async speak(text: string, { voice }: SpeakOptions, onAudio: (audio: unknown) => void) {
      if (broken.includes(voice)) throw new AppError('model-missing');
      said.push(`${voice}: ${text}`);
      onAudio({ samples: new Float32Array(1), sampleRateHz: 24_000 });
      if (text.includes('ripe') && losses-- > 0) throw new AppError('worker-crashed');
      return { audioMs: 1, synthesisMs: 1 };
    },
  };
  const spoken = new SpokenAnswers(
    speech as unknown as SpeechService,
    player as unknown as Player,
    system,
  );
  return { spoken, said, player };
}

describe('an answer', () => {
  it('tells when its first piece is being made, and only of that', async () => {
    const { spoken } = answers();
    const told: boolean[] = [];
    const signal = new AbortController().signal;
    const onFirst = (making: boolean) => void told.push(making);
    const answer = spoken.begin({ signal, voice: joe, rate: 1, onPiece: () => {}, onFirst });
    answer.push('It is red. It is ripe. It is sweet.');
    await answer.end();
    expect(told).toEqual([true, false]);
  });

  it('is heard where the one before was muted', () => {
    const { spoken, player } = answers();
    spoken.mute(true);
    const signal = new AbortController().signal;
    spoken.begin({ signal, voice: joe, rate: 1, onPiece: () => {} });
    expect(player.mute.mock.calls).toEqual([[true], [false]]);
  });

  const begin = (spoken: SpokenAnswers, voice: string, signal = new AbortController().signal) => {
    const marked: (string | null)[] = [];
    const onPiece = (piece: { text: string } | null) => void marked.push(piece?.text ?? null);
    return { answer: spoken.begin({ signal, voice, rate: 1, onPiece }), marked };
  };

  it('is marked sentence by sentence, whoever speaks', async () => {
    const { spoken } = answers();
    for (const name of [joe, heart, systemName('sam')]) {
      const { answer, marked } = begin(spoken, name);
      answer.push('It is red. It is ');
      answer.push('**ripe**.');
      const over = answer.end();
      if (name.startsWith('system/')) {
        await settle();
        engine.start();
        expect(answer.heardUpTo).toBe(10);
        await engine.finish();
        engine.start();
        await engine.finish();
      }
      await over;
      expect(marked, name).toEqual(['It is red.', 'It is **ripe**.', null]);
      expect(answer.heardUpTo).toBe(26);
    }
    expect(engine.given.map(({ text }) => text)).toEqual(['It is red.', 'It is ripe.']);
  });

  it('is said by the voice of each piece, one after the other', async () => {
    const { spoken, said } = answers();
    const voiceOf = (words: string) => (words.includes('rot') ? systemName('anna') : undefined);
    const marked: (string | null)[] = [];
    const answer = spoken.begin({
      signal: new AbortController().signal,
      voice: joe,
      voiceOf,
      rate: 1,
      onPiece: (piece) => void marked.push(piece?.text ?? null),
    });
    expect(answer.voice).toBe(joe);
    answer.push('It is red. Das ist rot. Das ist **rot**. It is ripe. ');
    const over = answer.end();
    await settle();
    expect(said).toEqual(['joe/joe: It is red.']);
    expect(engine.queue.map(({ text, lang }) => [text, lang])).toEqual([['Das ist rot.', 'de-DE']]);
    expect([answer.voice, spoken.said().byDevice]).toEqual(['system/anna', true]);
    engine.start();
    await engine.finish();
    await settle();
    engine.start();
    expect(said, 'before the device has said its own').toHaveLength(1);
    await engine.finish();
    await over;
    expect(said).toEqual(['joe/joe: It is red.', 'joe/joe: It is ripe.']);
    expect([answer.voice, spoken.said().byDevice]).toEqual([joe, false]);
    expect(marked).toEqual(['It is red.', 'Das ist rot.', 'Das ist **rot**.', 'It is ripe.', null]);
  });

  it('that is stopped between two voices says no more', async () => {
    const { spoken, said } = answers();
    const stop = new AbortController();
    const answer = spoken.begin({
      signal: stop.signal,
      voice: joe,
      voiceOf: (words) => (words.includes('rot') ? systemName('anna') : undefined),
      rate: 1,
      onPiece: () => {},
    });
    answer.push('Das ist rot. It is ripe. ');
    const over = answer.end();
    await settle();
    engine.start();
    stop.abort('stop');
    await over;
    expect(said).toEqual([]);
  });

  it('that is stopped is silent at once and resolves', async () => {
    const { spoken, player } = answers();
    const stop = new AbortController();
    const { answer, marked } = begin(spoken, systemName('sam'), stop.signal);
    answer.push('It is red. It is ripe. ');
    const over = answer.end();
    await settle();
    engine.start();
    stop.abort('stop');
    await over;
    expect(engine.queue).toEqual([]);
    expect(player.flush).toHaveBeenCalled();
    expect(answer.heardUpTo).toBe(10);
    expect(marked).toEqual(['It is red.', null]);
  });

  it('goes on from the sentence in which its worker was lost, and says so where that does not help', async () => {
    const sentences = ['It is red.', 'It is ripe.', 'It is sweet.'];
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    for (const [losses, unspoken] of [
      [1, 0],
      [2, 1],
    ] as const) {
      const { spoken, said } = answers([], losses);
      const onUnspoken = vi.fn<() => void>();
      const signal = new AbortController().signal;
      const hooks = { signal, voice: joe, rate: 1, onPiece: () => {}, onUnspoken };
      const answer = spoken.begin(hooks);
      answer.push(sentences.join(' '));
      await answer.end();
      const [red, ripe, sweet] = sentences.map((sentence) => `joe/joe: ${sentence}`);
      expect(said).toEqual([red, ripe, ripe, sweet]);
      expect(onUnspoken).toHaveBeenCalledTimes(unspoken);
    }
    warn.mockRestore();
  });

  it('is spoken by joe where the larger voice cannot', async () => {
    const { spoken, said } = answers([heart]);
    const { answer } = begin(spoken, heart);
    answer.push('It is red.');
    await answer.end();
    expect(said).toEqual(['joe/joe: It is red.']);
  });
});
