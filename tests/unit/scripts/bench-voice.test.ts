import { describe, expect, it } from 'vitest';
import { rank, RoomRecord, voiceIn } from '../../../scripts/lib/room-figures.js';
import { measureTurn, talkOver, voiceFigures } from '../../../scripts/lib/voice-trials.js';

const sampleRateHz = 16_000;
const noise = (seconds: number, level: number) =>
  Array.from({ length: seconds * sampleRateHz }, (_, at) => level * Math.sin(at * at));
const clip = (...parts: number[][]) => ({ samples: Float32Array.from(parts.flat()), sampleRateHz });

describe('the voice in a clip', () => {
  it('is from its first loud moment to its last, whatever breath is around it', () => {
    const voice = voiceIn(clip(noise(0.5, 0.001), noise(1, 0.3), noise(0.7, 0.001)));
    expect(voice?.fromSeconds).toBeCloseTo(0.5);
    expect(voice?.toSeconds).toBeCloseTo(1.5);
  });

  it('begins after a click and the noise of the room, where somebody speaks', () => {
    const room = [...noise(0.2, 0.02), ...noise(0.02, 0.25), ...noise(0.28, 0.02)];
    const voice = voiceIn(clip(room, noise(1, 0.3), noise(0.7, 0.001)));
    expect(voice?.fromSeconds).toBeCloseTo(0.5);
  });

  it('has no end that could be told where it is noisy all along, or nobody speaks', () => {
    expect(voiceIn(clip(noise(1, 0.1), noise(1, 0.3), noise(1, 0.1)))).toBeNull();
    expect(voiceIn(clip(noise(1, 0)))).toBeNull();
  });
});

/** In tenths of a second: how loud the app is before its own loudness and after it. */
function record(before: number[], after = before) {
  const made = new RoomRecord(0.1);
  made.add({ block: 0, before, after });
  return made;
}

describe('the record of a room', () => {
  it('tells when the app is heard, and when it is silent for good', () => {
    const heard = record([0, 0, 1, 1, 0, 1, 0, 0, 0, 0]);
    expect(heard.soundFrom(0)).toBeCloseTo(0.2);
    expect(heard.soundFrom(0.45)).toBeCloseTo(0.5);
    expect(heard.soundFrom(0.6)).toBeNull();
    expect(heard.silenceFrom(0.2, 0.3), 'not between two words').toBeCloseTo(0.6);
    expect(heard.silenceFrom(0.2, 0.5)).toBeNull();
  });

  it('tells when it is quieter than it would be, not when its words are', () => {
    const words = [1, 0.2, 1, 0.2, 1, 1];
    expect(record(words).duckFrom(0)).toBeNull();
    const ducked = record(words, [1, 0.2, 1, 0.2, 0.4, 0.25]);
    expect(ducked.duckFrom(0)).toBeCloseTo(0.4);
    expect(ducked.duckFrom(0, 0.3)).toBeNull();
  });

  it('keeps its time over what was not rendered', () => {
    const heard = record([0, 0]);
    heard.add({ block: 7, before: [1], after: [1] });
    expect(heard.soundFrom(0)).toBeCloseTo(0.7);
    expect(heard.endSeconds).toBeCloseTo(0.8);
  });
});

describe('figures', () => {
  const turn = { isCutOff: false, firstAudioMs: 900 };
  const cut = { isCutOff: true, firstAudioMs: null };
  const over = { isHonoured: true, duckMs: 40, silenceMs: 300 };

  it('are medians and counts', () => {
    const turns = [turn, cut, { ...turn, firstAudioMs: 1200 }, turn];
    const deaf = { isHonoured: false, duckMs: null, silenceMs: null };
    const late = { ...over, duckMs: 390, silenceMs: 800 };
    const interruptions = [over, deaf, over, late];
    expect(voiceFigures({ turns, paused: [], selfInterrupts: 2, interruptions })).toEqual({
      turns: 4,
      firstAudioMedianMs: 900,
      firstAudioP90Ms: 1200,
      duckMs: 40,
      duckP90Ms: 390,
      silenceMs: 300,
      silenceP90Ms: 800,
      selfInterrupts: 2,
      honoured: 3,
      cutOffs: 0.25,
    });
  });

  it('tell turns with a pause apart, where there were any', () => {
    const paused = [cut, turn, turn, turn];
    const figures = voiceFigures({
      turns: [turn],
      paused,
      selfInterrupts: 0,
      interruptions: [over],
    });
    expect(figures).toMatchObject({ cutOffs: 0, pausedTurns: 4, pausedCutOffs: 0.25 });
  });

  it('are none where a stage never happened', () => {
    expect(() => rank([], 0.5, 'rain')).toThrow('rain');
    const figures = (turns: object[], interruptions: object[]) => () =>
      voiceFigures({ turns, paused: [], selfInterrupts: 0, interruptions } as never);
    expect(figures([cut], [over])).toThrow('a first sound');
    expect(figures([turn], [{ ...over, duckMs: null }])).toThrow('quieter');
    expect(figures([turn], [{ ...over, silenceMs: null }])).toThrow('silent');
  });
});

/** A room in which all has happened as soon as it is asked. Voices last from 1 s to 2 s. */
function roomWith(heard: RoomRecord, stored: object[]) {
  let asked = false;
  return {
    loop: async () => {},
    startAnew: async () => {},
    phase: async () => 'speaking',
    isCalm: async () => true,
    record: async () => heard,
    messagesFromNow: async () => async () => (asked ? stored : []),
    say: async () => ((asked = true), { fromSeconds: 1, toSeconds: 2, toMs: 5000 }),
    until: (look: () => Promise<unknown>) => look(),
  };
}
const question = { id: 'q', role: 'user', createdAt: 5700 };
const answer = { id: 'a', role: 'assistant', status: 'complete' };
const seconds = (...levels: number[]) => levels.flatMap((level) => Array(10).fill(level));

describe('a turn', () => {
  it('counts from the end of the voice to the first sound', async () => {
    const room = roomWith(record(seconds(0, 0, 0, 1)), [question, answer]);
    const turn = await measureTurn(room, { file: 'x' }, 1);
    expect(turn.isCutOff).toBe(false);
    expect(turn.firstAudioMs).toBeCloseTo(1000);
  });

  it('is cut off where it was asked before it was said, or came as two', async () => {
    const heard = record(seconds(0, 0, 0, 1));
    const early = [{ ...question, createdAt: 4900 }, answer];
    const split = [question, answer, { ...question, id: 'r' }];
    for (const stored of [early, split]) {
      const turn = await measureTurn(roomWith(heard, stored), { file: 'x' }, 1);
      expect(turn).toEqual({ isCutOff: true, firstAudioMs: null });
    }
  });

  it('is cut off where its answer was heard before it was said', async () => {
    const heard = record(seconds(0, 1, 0, 1));
    const turn = await measureTurn(roomWith(heard, [question, answer]), { file: 'x' }, 1);
    expect(turn).toEqual({ isCutOff: true, firstAudioMs: null });
  });
});

describe('an answer that is talked over', () => {
  const cut = { ...answer, status: 'interrupted' };
  const talk = (heard: RoomRecord, stored: object[]) =>
    talkOver(roomWith(heard, stored), { clip: {}, other: {}, index: 1, afterSeconds: 0.1 });

  it('grows quieter and falls silent, from the first word on', async () => {
    const loud = seconds(1).concat([1, 1, 1, 1], seconds(0));
    const after = seconds(1).concat([1, 1, 0.25, 0.25], seconds(0));
    const over = await talk(record(loud, after), [question, cut]);
    expect(over?.isHonoured).toBe(true);
    expect(over?.duckMs).toBeCloseTo(200);
    expect(over?.silenceMs).toBeCloseTo(400);
  });

  it('that goes on did not honour it, and one that was over is none', async () => {
    const over = await talk(record(seconds(1, 1, 1, 0)), [question, answer]);
    expect(over).toEqual({ isHonoured: false, duckMs: null, silenceMs: null });
    expect(await talk(record(seconds(1, 0, 0, 1)), [question, cut])).toBeNull();
    const nearlyOver = record(seconds(1).concat([1, 1], seconds(0)));
    expect(await talk(nearlyOver, [question, answer]), 'with a word left').toBeNull();
    expect((await talk(nearlyOver, [question, cut]))?.isHonoured).toBe(true);
  });
});
