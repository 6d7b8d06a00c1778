import { describe, expect, it } from 'vitest';
import { Listener } from '../../../../src/engine/vad/listener';
import type { Reads } from '../../../../src/domain/voice/reads-as-finished';
import { Segmenter, type Decision } from '../../../../src/engine/vad/segmenter';
import type {
  ListeningMode,
  UtteranceFeed,
  VadSettings,
  VoiceActivityEvent,
} from '../../../../src/protocol/vad';
import { vadSettings } from '../../../../src/services/voice/hearing';

// Durations in whole frames of 32 ms.
const settings: VadSettings = {
  startProbability: 0.5,
  endProbability: 0.35,
  confirmMs: 8 * 32,
  // Where it is not tested: never.
  sustainMs: Infinity,
  endSilenceMs: 20 * 32,
  judgedSilenceMs: { finished: 10 * 32, unsure: 20 * 32, unfinished: 40 * 32 },
  prerollMs: 10 * 32,
  longestUtteranceMs: 200 * 32,
};

function decide(probabilities: readonly number[], mode: ListeningMode = 'hands-free') {
  const segmenter = new Segmenter(settings, mode);
  return probabilities.flatMap((probability, frame) =>
    segmenter.step(probability).map((decision) => ({ frame, ...decision })),
  );
}

const frames = (count: number, probability: number) =>
  Array.from({ length: count }, () => probability);
const types = (decisions: readonly Decision[]) => decisions.map(({ type }) => type);

describe('hands-free', () => {
  it('begins with speech, is confirmed, pauses, and ends after silence', () => {
    const decisions = decide([...frames(30, 0), ...frames(40, 0.9), ...frames(30, 0.1)]);
    expect(types(decisions)).toEqual(['start', 'confirm', 'pause', 'end']);
    expect(decisions[0]).toMatchObject({ frame: 30, prerollFrames: 10 });
    expect(decisions[1]).toMatchObject({ frame: 37 });
    // 10 before it, 40 spoken, 3 for the last sound to fade.
    expect(decisions[2]).toMatchObject({ frame: 72, soundFrames: 53 });
    expect(decisions[3]).toMatchObject({ frame: 89, soundFrames: 53, silentFrames: 20 });
  });

  it('goes on over a pause for breath', () => {
    const decisions = decide([
      ...frames(20, 0.9),
      ...frames(12, 0.1),
      ...frames(20, 0.9),
      ...frames(25, 0.1),
    ]);
    expect(types(decisions)).toEqual(['start', 'confirm', 'pause', 'resume', 'pause', 'end']);
  });

  describe('once the words up to a pause are judged', () => {
    /** @param at how long nobody has spoken by then, in frames */
    function judged(reads: Reads, at: number, more: readonly number[] = []) {
      const segmenter = new Segmenter(settings, 'hands-free');
      const probabilities = [...frames(20, 0.9), ...frames(at, 0.1), ...more, ...frames(60, 0.1)];
      return probabilities.flatMap((probability, frame) => {
        if (frame === 20 + at) segmenter.judge(23, reads);
        return segmenter.step(probability).map((decision) => ({ frame, ...decision }));
      });
    }
    const silence = (decisions: readonly Decision[]) =>
      (decisions.find(({ type }) => type === 'end') as { frame: number } | undefined)!.frame - 19;

    it('ends sooner after words that read as finished, and later after others', () => {
      expect(silence(judged('finished', 5))).toBe(10);
      expect(silence(judged('unsure', 5))).toBe(20);
      expect(silence(judged('unfinished', 5))).toBe(40);
    });

    it('ends at the next frame where that is known late', () => {
      expect(silence(judged('finished', 15))).toBe(16);
      expect(silence(judged('unfinished', 25)), 'it was over').toBe(20);
    });

    it('forgets what was judged where somebody speaks on', () => {
      const on = [...frames(5, 0.9)];
      const decisions = judged('finished', 5, on);
      expect(types(decisions)).toEqual(['start', 'confirm', 'pause', 'resume', 'pause', 'end']);
      expect(decisions.at(-1)!.frame - 29).toBe(20);
      const late = new Segmenter(settings, 'hands-free');
      const said = [...frames(20, 0.9), ...frames(5, 0.1), ...on, ...frames(60, 0.1)];
      const end = said.findIndex((probability, frame) => {
        // Of the pause before this one.
        if (frame === 35) late.judge(23, 'finished');
        return late.step(probability).some(({ type }) => type === 'end');
      });
      expect(end - 29).toBe(20);
    });
  });

  it('waits within the bounds that people bear', () => {
    const waits = [vadSettings.endSilenceMs, ...Object.values(vadSettings.judgedSilenceMs)];
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1500);
  });

  it('takes a cough for nothing', () => {
    expect(types(decide([...frames(5, 0.9), ...frames(30, 0.1)]))).toEqual([
      'start',
      'pause',
      'drop',
    ]);
  });

  it('says so each time that somebody has spoken for so long, with breaths between', () => {
    const segmenter = new Segmenter({ ...settings, sustainMs: 16 * 32 }, 'hands-free');
    const voice = [...frames(10, 0.9), ...frames(4, 0.1), ...frames(30, 0.9)];
    const decisions = voice.flatMap((probability, frame) =>
      segmenter.step(probability).map(({ type }) => `${type} ${frame}`),
    );
    expect(decisions).toEqual([
      'start 0',
      'confirm 7',
      'pause 12',
      'resume 14',
      'sustain 19',
      'sustain 35',
    ]);
  });

  it('keeps a word that sinks below the threshold at which speech begins', () => {
    expect(types(decide([...frames(10, 0.9), ...frames(100, 0.4)]))).toEqual(['start', 'confirm']);
  });

  it('never lets two utterances share a frame', () => {
    const decisions = decide([...frames(20, 0.9), ...frames(20, 0), ...frames(20, 0.9)]);
    expect(decisions.at(-2)).toMatchObject({ type: 'start', frame: 40, prerollFrames: 0 });
  });

  it('ends a monologue at the limit and goes on with the next', () => {
    const decisions = decide(frames(250, 0.9));
    expect(types(decisions)).toEqual(['start', 'confirm', 'end', 'start', 'confirm']);
    expect(decisions[2]).toMatchObject({ frame: 200 });
  });
});

describe('push to talk', () => {
  function held(press: number, release: number, probabilities: readonly number[]) {
    const segmenter = new Segmenter(settings, 'push-to-talk');
    return probabilities.flatMap((probability, frame) => {
      if (frame === press) segmenter.hold(true);
      if (frame === release) segmenter.hold(false);
      return segmenter.step(probability).map((decision) => ({ frame, ...decision }));
    });
  }

  it('begins with the press and ends with the release, whatever the silence between', () => {
    const decisions = held(15, 100, [...frames(20, 0), ...frames(10, 0.9), ...frames(90, 0)]);
    expect(types(decisions)).toEqual(['start', 'confirm', 'pause', 'end']);
    expect(decisions[0]).toMatchObject({ frame: 15, prerollFrames: 10 });
    expect(decisions[3]).toMatchObject({ frame: 100, soundFrames: 28 });
    // However long it was held: nobody had to guess.
    expect(decisions[3]).not.toHaveProperty('silentFrames');
  });

  it('waits for the end of a word that is spoken at the release, but not for ever', () => {
    const word = held(0, 20, [...frames(23, 0.9), ...frames(20, 0)]);
    expect(word.at(-1)).toMatchObject({ type: 'end', frame: 25 });
    const talker = held(0, 20, frames(60, 0.9));
    expect(talker.at(-1)).toMatchObject({ type: 'end', frame: 27 });
  });

  it('is dropped where nothing was said', () => {
    expect(types(held(5, 40, frames(60, 0.1)))).toEqual(['start', 'drop']);
  });

  it('takes a press that was let go before the next frame for one', () => {
    expect(types(held(5, 5, frames(60, 0.1)))).toEqual(['start', 'drop']);
  });

  it('hears nothing without a press', () => {
    expect(decide(frames(50, 0.9), 'push-to-talk')).toEqual([]);
  });
});

/** @param value of each sample */
const soundFrame = (value: number, played = 0) => ({
  samples: new Float32Array(512).fill(value),
  played: new Float32Array(512).fill(played),
});

describe('the listener', () => {
  it('sends the ears every sample of the utterance once, in order', async () => {
    const probabilities = [...frames(12, 0), ...frames(20, 0.9), ...frames(30, 0)];
    const feed: UtteranceFeed[] = [];
    const events: VoiceActivityEvent[] = [];
    let next = 0;
    const listener = new Listener(
      { probability: async () => probabilities[next++]! },
      new Segmenter(settings, 'hands-free'),
      7,
      (message) => feed.push(message),
      (event) => events.push(event),
    );
    for (let frame = 0; frame < probabilities.length; frame++) {
      await listener.take(soundFrame(frame));
    }
    const heard = feed.flatMap((message) =>
      message.type === 'utterance-started' || message.type === 'utterance-audio'
        ? Array.from({ length: message.samples.length / 512 }, (_, at) => message.samples[at * 512])
        : [],
    );
    expect(heard).toEqual(Array.from({ length: heard.length }, (_, at) => 2 + at));
    const voiced = feed.flatMap((message) =>
      message.type === 'utterance-audio' ? [message.isVoiced] : [],
    );
    // The first of the twenty began it.
    expect([voiced.indexOf(false), voiced.lastIndexOf(true)]).toEqual([19, 18]);
    const end = feed.find(({ type }) => type === 'utterance-ended');
    expect(end).toMatchObject({ utterance: 7, soundSamples: 33 * 512, decisionMs: 20 * 32 });
    // On a clock that the ears' worker has, too.
    expect(end).toHaveProperty('endedAtMs', expect.closeTo(Date.now(), -3));
    expect(events.filter(({ type }) => type !== 'level').map(({ type }) => type)).toEqual([
      'speech-started',
      'speech-confirmed',
      'speech-ended',
    ]);
    expect(events.filter(({ type }) => type === 'level').length).toBe(31);
  });

  it('counts what the ears say of its own utterance alone, in its own samples', async () => {
    const events: string[] = [];
    const listener = new Listener(
      { probability: async () => (next++ < 20 ? 0.9 : 0) },
      new Segmenter(settings, 'hands-free'),
      7,
      () => {},
      ({ type }) => void events.push(type),
    );
    let next = 0;
    const frame = () => listener.take(soundFrame(0));
    for (let count = 0; count < 26; count++) await frame();
    const judged = { type: 'pause-judged', soundSamples: 23 * 512, reads: 'finished' } as const;
    listener.judge({ ...judged, utterance: 6 });
    for (let count = 0; count < 6; count++) await frame();
    expect(events).not.toContain('speech-ended');
    listener.judge({ ...judged, utterance: 7 });
    await frame();
    expect(events).toContain('speech-ended');
  });

  it('tells how loud it was up to then, and what was played meanwhile and a little before, once it is confirmed and once it is long', async () => {
    const events: VoiceActivityEvent[] = [];
    const listener = new Listener(
      { probability: async () => 0.9 },
      new Segmenter({ ...settings, sustainMs: 30 * 32 }, 'hands-free'),
      1,
      () => {},
      (event) => events.push(event),
    );
    for (let frame = 1; frame <= 40; frame++) {
      await listener.take(soundFrame(frame, frame === 2 ? 0.5 : 0));
    }
    const traces = events.flatMap((event) => ('trace' in event ? [event.trace] : []));
    const upTo = (last: number, count: number) =>
      Array.from({ length: count }, (_, at) => last - count + 1 + at);
    expect(traces.map(({ levels }) => levels)).toEqual([upTo(8, 8), upTo(30, 24)]);
    const playedUpTo = (last: number, count: number) =>
      Array.from({ length: count }, (_, at) => (last - count + 1 + at === 2 ? 0.5 : 0));
    expect(traces.map(({ played }) => played)).toEqual([playedUpTo(8, 8), playedUpTo(30, 30)]);
    expect(traces.map(({ isCancelled }) => isCancelled)).toEqual([false, false]);
  });
});
