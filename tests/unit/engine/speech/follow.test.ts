import { describe, expect, it } from 'vitest';
import { throwIfAborted } from '../../../../src/domain/errors';
import { follow, type Pause } from '../../../../src/engine/speech/ears/follow';
import { UtteranceInbox } from '../../../../src/engine/speech/ears/inbox';
import type { UtteranceFeed } from '../../../../src/protocol/vad';
import { deferred } from '../../../fakes/deferred';
import { english, fakeWhisper } from '../../../fakes/whisper';

const never = new AbortController().signal;
const second = 16_000;
const doubtful = { words: [1, 2, 3], ahead: 1 };
const likelier = { words: [4, 5], ahead: 2 };
const certain = { words: [1, 2, 3], ahead: 12 };

/**
 * Somebody says doubtful words and pauses; hearing them again takes until `heardAgain` is settled.
 * @param meanwhile happens while they are heard
 */
function fixture(meanwhile: () => void = () => {}, first = doubtful, onceMore = likelier) {
  const heardAgain = deferred<void>();
  const signals: AbortSignal[] = [];
  const { whisper, heard } = fakeWhisper(first, onceMore, async (signal) => {
    signals.push(signal);
    await heardAgain.promise;
    throwIfAborted(signal);
  });
  const { graph } = whisper;
  const hear = graph.hear.bind(graph);
  graph.hear = (...heardOf) => {
    meanwhile();
    return hear(...heardOf);
  };
  const inbox = new UtteranceInbox();
  const receive = (message: UtteranceFeed) => inbox.receive(message);
  const samples = () => Float32Array.from({ length: second }, (_, index) => Math.sin(index));
  receive({ type: 'utterance-started', utterance: 1, samples: samples() });
  const partials: string[] = [];
  const atPauses: string[] = [];
  const pauses: Pause[] = [];
  const words = follow(whisper, inbox, inbox.get(1), {
    languageId: english,
    signal: never,
    onPartial: ({ text, atPause }) => {
      partials.push(text);
      if (atPause) atPauses.push(text);
    },
    onPause: (pause) => void pauses.push(pause),
  });
  return { heardAgain, signals, heard, receive, samples, partials, atPauses, pauses, words };
}
const spoken = (samples: Float32Array, isVoiced = true) =>
  ({ type: 'utterance-audio', utterance: 1, samples, isVoiced }) as const;
const paused = { type: 'utterance-paused', utterance: 1, soundSamples: second } as const;
const ended = { type: 'utterance-ended', utterance: 1, endedAtMs: 0 } as const;

describe('what is said while the ears are being loaded and hear no call', () => {
  const inbox = new UtteranceInbox();
  const say = (utterance: number) => {
    inbox.receive({ type: 'utterance-started', utterance, samples: new Float32Array(second) });
    inbox.receive({ ...ended, utterance, soundSamples: second });
  };
  const cough = (utterance: number) => {
    inbox.receive({ type: 'utterance-started', utterance, samples: new Float32Array(second) });
    inbox.receive({ type: 'utterance-dropped', utterance });
  };

  it('is still there once it is asked for, whatever noise came after it', () => {
    for (let utterance = 1; utterance <= 8; utterance += 1) say(utterance);
    for (let utterance = 9; utterance <= 40; utterance += 1) cough(utterance);
    expect(inbox.get(1).state).toBe('ended');
    expect(inbox.get(8).sound.length).toBe(second);
  });

  it('is not waited for where it was let go, so that what comes after it is heard', async () => {
    cough(41);
    for (let utterance = 42; utterance <= 60; utterance += 1) say(utterance);
    const { whisper } = fakeWhisper(doubtful, likelier, async () => {});
    const options = { languageId: english, signal: never, onPartial: () => {}, onPause: () => {} };
    for (const gone of [41, 42]) {
      const words = follow(whisper, inbox, inbox.get(gone), options);
      await expect(words).rejects.toMatchObject({ code: 'aborted' });
    }
    // Asked for before it began.
    expect(inbox.get(61).state).toBe('open');
    say(61);
    expect(inbox.get(61).state).toBe('ended');
  });

  it('is heard under the number of one whose feed ended before its page knew of it', () => {
    inbox.receive({ type: 'utterance-started', utterance: 62, samples: new Float32Array(second) });
    inbox.attach(new MessageChannel().port1);
    inbox.receive({ type: 'utterance-started', utterance: 62, samples: new Float32Array(10) });
    expect(inbox.get(62)).toMatchObject({ state: 'open' });
    expect(inbox.get(62).sound.length).toBe(10);
  });
});

describe('of who speaks for long', () => {
  it('the words of a full window are not given up for a pause', async () => {
    const { heardAgain, signals, receive, words } = fixture();
    const long = Float32Array.from({ length: 30 * second }, (_, index) => Math.sin(index));
    receive(spoken(long));
    await expect.poll(() => signals.length).toBe(1);
    receive({ ...paused, soundSamples: 30 * second });
    await new Promise((resolve) => setTimeout(resolve));
    expect(signals[0]!.aborted).toBe(false);
    heardAgain.resolve();
    receive({ ...ended, soundSamples: 30 * second });
    // Those of the window, heard once more, and of what is left of the sound.
    expect((await words).text).toBe('4 5 1 2 3');
  });
});

describe('while nothing is voiced', () => {
  it('no words are written down until it is a pause, whose words are then not waited for', async () => {
    const { heardAgain, heard, receive, samples, partials, atPauses, words } = fixture();
    heardAgain.resolve();
    await expect.poll(() => partials).toEqual(['1 2 3']);
    receive(spoken(samples(), false));
    // More turns of the event loop than a partial takes.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toHaveLength(1);
    receive({ ...paused, soundSamples: 2 * second });
    await expect.poll(() => atPauses).toContain('4 5');
    receive({ ...ended, soundSamples: 2 * second });
    await words;
  });

  it('for a moment, what is being written down quickly is given up, before that is a pause', async () => {
    const { whisper } = fakeWhisper(certain, likelier, async () => {});
    const { graph } = whisper;
    const hear = graph.hear.bind(graph);
    const passes: AbortSignal[] = [];
    graph.hear = async (features, signal = never, known) => {
      passes.push(signal);
      if (passes.length === 1) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        throwIfAborted(signal);
      }
      return hear(features, signal, known);
    };
    const inbox = new UtteranceInbox();
    const partials: string[] = [];
    const onPartial = ({ text }: { text: string }) => void partials.push(text);
    const samples = Float32Array.from({ length: second }, (_, index) => Math.sin(index));
    const frame = samples.subarray(0, 512);
    inbox.receive({ type: 'utterance-started', utterance: 1, samples });
    const options = { languageId: english, signal: never, onPartial, onPause: () => {} };
    const words = follow(whisper, inbox, inbox.get(1), options);
    await expect.poll(() => passes.length).toBe(1);
    inbox.receive(spoken(frame, false));
    inbox.receive(spoken(frame));
    inbox.receive(spoken(frame, false));
    await new Promise((resolve) => setTimeout(resolve));
    expect(passes[0]!.aborted).toBe(false);
    inbox.receive(spoken(frame, false));
    await expect.poll(() => passes[0]!.aborted).toBe(true);
    expect(partials).toEqual([]);
    inbox.receive(spoken(samples));
    await expect.poll(() => partials).toEqual(['1 2 3']);
    inbox.receive({ type: 'utterance-dropped', utterance: 1 });
    await expect(words).rejects.toMatchObject({ code: 'aborted' });
  });

  it('they wait for the next voice', async () => {
    const { heard, receive, samples, partials, words } = fixture();
    await expect.poll(() => partials).toEqual(['1 2 3']);
    receive(spoken(samples(), false));
    receive(spoken(samples()));
    await expect.poll(() => heard.length).toBe(2);
    receive({ type: 'utterance-dropped', utterance: 1 });
    await expect(words).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('doubtful words at a pause', () => {
  it('are shown before they are heard again, and are a question only then', async () => {
    const { heardAgain, signals, heard, receive, partials, atPauses, words } = fixture();
    await expect.poll(() => partials).toEqual(['1 2 3']);
    expect(atPauses).toEqual([]);
    receive(paused);
    await expect.poll(() => signals.length).toBe(1);
    expect([partials, atPauses]).toEqual([['1 2 3', '1 2 3'], []]);
    receive({ ...ended, soundSamples: second });
    heardAgain.resolve();
    expect(await words).toMatchObject({ text: '4 5', attempts: 2 });
    expect(atPauses).toEqual(['4 5']);
    expect(heard.filter((context) => context === 'wide')).toHaveLength(1);
  });

  it('are not taken for all of them where the person spoke on while they were heard', async () => {
    const resumed = { type: 'utterance-resumed', utterance: 1 } as const;
    let heardTimes = 0;
    const { receive, samples, partials, atPauses, words } = fixture(() => {
      heardTimes += 1;
      if (heardTimes === 2) receive(resumed);
    }, certain);
    await expect.poll(() => partials).toEqual(['1 2 3']);
    receive(paused);
    await expect.poll(() => partials).toEqual(['1 2 3', '1 2 3']);
    expect(atPauses).toEqual([]);
    receive(spoken(samples()));
    receive({ ...ended, soundSamples: 2 * second });
    await words;
  });

  it('that are heard as they were before are a question too, and others at once', async () => {
    const same = fixture(undefined, doubtful, doubtful);
    same.heardAgain.resolve();
    same.receive(paused);
    await expect.poll(() => same.atPauses.at(-1)).toBe('1 2 3');
    const clear = fixture(undefined, certain);
    clear.receive(paused);
    await expect.poll(() => clear.atPauses.at(-1)).toBe('1 2 3');
    expect(clear.signals).toEqual([]);
    for (const { receive, words } of [same, clear]) {
      receive({ ...ended, soundSamples: second });
      await words;
    }
  });

  it('are told with the pause that they were said before, each time', async () => {
    const { heardAgain, receive, pauses, words } = fixture();
    receive(paused);
    await expect.poll(() => pauses.length).toBe(2);
    const first = { text: '1 2 3', languageId: english };
    expect(pauses).toEqual([
      { soundSamples: second, words: null },
      { soundSamples: second, words: expect.objectContaining(first) as object },
    ]);
    expect(pauses[1]!.words!.lastProbability).toBeGreaterThan(0);
    expect(pauses[1]!.words!.lastProbability).toBeLessThan(0.5);
    heardAgain.resolve();
    await expect.poll(() => pauses.at(-1)?.words?.text).toBe('4 5');
    receive({ ...ended, soundSamples: second });
    await words;
  });

  it('are let be where the person speaks on', async () => {
    const { heardAgain, signals, receive, samples, partials, words } = fixture();
    receive(paused);
    await expect.poll(() => signals.length).toBe(1);
    receive({ type: 'utterance-resumed', utterance: 1 });
    await expect.poll(() => signals[0]!.aborted).toBe(true);
    heardAgain.resolve();
    receive(spoken(samples()));
    receive({ ...ended, soundSamples: 2 * second });
    expect(await words).toMatchObject({ endSamples: 2 * second });
    expect(partials).not.toContain('4 5');
  });
});
