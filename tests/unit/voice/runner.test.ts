import { describe, expect, it, vi } from 'vitest';
import type { LevelTrace } from '../../../src/domain/voice/own-sound';
import { AppError, type ErrorCode } from '../../../src/domain/errors';
import type {
  Heard,
  HeardEvent,
  OpenMicrophone,
  ReplyHooks,
  Said,
  Understood,
  VoicePorts,
} from '../../../src/voice/ports';
import * as challenge from '../../../src/voice/challenge';
import type { ChallengeRules } from '../../../src/voice/challengers';
import { VoiceRunner } from '../../../src/voice/runner';
import { deferred, type Deferred } from '../../fakes/deferred';

/** A voice that rises and falls. */
const levels = Array.from({ length: 24 }, (_, at) => 0.05 + 0.04 * Math.sin(at));
/** As it is played: the microphone hears it five frames later. */
const ownLevels = [...Array<number>(7).fill(0), ...levels, 0, 0, 0, 0, 0];
const otherLevels = Array.from({ length: 36 }, (_, at) => 0.5 + 0.4 * Math.sin(at * at));

/** Ears, mouth and mind that do what the test says, when it says so. */
function scripted() {
  const log: string[] = [];
  const transcripts = new Map<number, Deferred<Heard>>();
  const replies: (ReplyHooks & Pick<Heard, 'text' | 'decisionMs'> & { done: Deferred<void> })[] =
    [];
  const failures: ErrorCode[] = [];
  const phases: string[] = [];
  /** What is being said aloud, and how loud it was. */
  let said: Said = { words: '', goesOn: false, byDevice: false };
  let [lastSaid, silentSinceMs] = ['', -Infinity];
  let played: readonly number[] = [];
  let isCancelled = false;
  const trace = (): LevelTrace => ({ levels, played, isCancelled });
  let interrupts = 0;
  let hear: (event: HeardEvent) => void = () => {};
  let lose: (thrown: unknown) => void = () => {};
  let opening = deferred<void>();
  opening.resolve();
  const microphone: OpenMicrophone = {
    setMode: (mode) => void log.push(mode),
    hold: (held) => void log.push(held ? 'held' : 'let go'),
    close: () => void log.push('closed'),
  };
  let rules: () => Promise<ChallengeRules> = async () => challenge;
  let unfetched = 0;
  const ports: VoicePorts = {
    async openMicrophone(_mode, _signal, on) {
      log.push('opened');
      hear = on.event;
      lose = on.lost;
      await opening.promise;
      return microphone;
    },
    transcribe(utterance, signal, onPartial) {
      const transcript = deferred<Heard>();
      transcripts.set(utterance, transcript);
      partialTo.set(utterance, onPartial);
      if (said.words === '') {
        onPartial({ text: 'so far', atPause: false });
        onPartial({ text: 'so far, and on', atPause: true });
      }
      signals.set(utterance, signal);
      signal.addEventListener('abort', () => transcript.reject(new AppError('aborted')));
      return transcript.promise;
    },
    reply(heard, hooks) {
      const done = deferred<void>();
      const { text, decisionMs } = heard;
      replies.push({ ...hooks, text, decisionMs, done });
      hooks.signal.addEventListener('abort', () => {
        log.push(`reply ${String(hooks.signal.reason)}`);
        done.resolve();
      });
      return done.promise;
    },
    interrupt: () => void (interrupts += 1),
    said: (sinceMs = Infinity) =>
      sinceMs < silentSinceMs ? { ...said, words: lastSaid, goesOn: false } : said,
    duck: (ducked) => void log.push(ducked ? 'ducked' : 'loud'),
    readAhead: () => void aheads.push('read'),
    beginAhead: (question) => void aheads.push(question),
    dropAhead: () => void aheads.push('dropped'),
  };
  const signals = new Map<number, AbortSignal>();
  const partialTo = new Map<number, (partial: Understood) => void>();
  const partials: string[] = [];
  const aheads: string[] = [];
  const kept: string[] = [];
  let muted = false;
  let nothing = 0;
  const runner = new VoiceRunner(
    ports,
    {
      voice: ({ phase }) => {
        if (phases.at(-1) !== phase) phases.push(phase);
      },
      level: () => {},
      muted: (is) => void (muted = is),
      partial: (text) => void partials.push(text),
      keepWords: () => void kept.push(partials.at(-1) ?? ''),
      nothingHeard: () => void (nothing += 1),
      failure: (code) => void failures.push(code),
      unfetched: () => void (unfetched += 1),
    },
    () => rules(),
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    runner,
    log,
    replies,
    failures,
    phases,
    partials,
    aheads,
    kept,
    settled,
    nothing: () => nothing,
    unfetched: () => unfetched,
    withoutRules: () => (rules = () => Promise.reject(new Error('no network'))),
    withRules: () => (rules = async () => challenge),
    muted: () => muted,
    delayOpening: () => (opening = deferred<void>()),
    lose: (thrown: unknown) => lose(thrown),
    async speak(utterance: number, text: string) {
      this.say(utterance);
      await this.write(utterance, text);
    },
    say(utterance: number) {
      this.begin(utterance);
      hear({ type: 'speech-ended', utterance });
    },
    begin(utterance: number) {
      hear({ type: 'speech-started', utterance });
      hear({ type: 'speech-confirmed', utterance, trace: trace() });
    },
    /** One that is being spoken. */
    async answer(words: string) {
      await this.speak(1, 'One');
      replies[0]!.onAudioStarted();
      said = { ...said, words, goesOn: true };
    },
    sayAloud(words: string, levels: readonly number[] = []) {
      said = { ...said, words, goesOn: words !== '' };
      played = levels;
    },
    /** For long enough that nothing of it can be heard. */
    fallSilent() {
      [lastSaid, silentSinceMs] = [said.words, performance.now()];
      said = { ...said, words: '', goesOn: false };
    },
    understand(utterance: number, text: string, atPause = false) {
      partialTo.get(utterance)!({ text, atPause });
    },
    sustain: (utterance: number) => hear({ type: 'speech-sustained', utterance, trace: trace() }),
    /** What is played is taken out of the microphone from now on. */
    cancelEcho: () => void (isCancelled = true),
    speakByDevice: () => void (said = { ...said, byDevice: true }),
    interrupts: () => interrupts,
    aborted: (utterance: number) => signals.get(utterance)!.aborted,
    async write(utterance: number, text: string, decisionMs?: number) {
      const samples = Float32Array.of(utterance);
      transcripts.get(utterance)!.resolve({ text, finalMs: 100, decisionMs, samples });
      await settled();
    },
    fail: (utterance: number, thrown: unknown) => transcripts.get(utterance)!.reject(thrown),
    async letGo(utterance: number) {
      transcripts.get(utterance)!.reject(new AppError('aborted'));
      await settled();
    },
    hear: (event: HeardEvent) => hear(event),
  };
}

describe('a voice session', () => {
  it('hears, answers, speaks and listens again', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    await voice.speak(1, 'What is this?');
    expect(voice.partials).toContain('so far');
    // What is understood of it at a pause may be all of the question.
    expect(voice.aheads).toEqual(['read', 'read', 'dropped', 'so far, and on']);
    const [reply] = voice.replies;
    expect(reply!.text).toBe('What is this?');
    reply!.onAudioStarted();
    reply!.onWritten();
    reply!.done.resolve();
    await voice.settled();
    expect(voice.phases).toEqual([
      'opening',
      'listening',
      'transcribing',
      'thinking',
      'speaking',
      'listening',
    ]);
  });

  it('stops an answer that is talked over, and answers what was said instead', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    await voice.speak(1, 'One');
    voice.replies[0]!.onAudioStarted();
    voice.sayAloud('It is old.');
    await voice.speak(2, 'Two');
    expect(voice.log).toContain('ducked');
    expect(voice.log).toContain('reply barge-in');
    expect(voice.replies.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(voice.runner.voice.phase).toBe('thinking');
  });

  it('drops what was begun of an answer that will not be asked for', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    voice.say(1);
    expect(voice.aheads.at(-1)).toBe('so far, and on');
    voice.runner.send({ type: 'stop' });
    expect(voice.aheads.at(-1)).toBe('dropped');
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    voice.say(2);
    expect(voice.aheads.at(-1)).toBe('so far, and on');
    await voice.letGo(2);
    expect(voice.aheads.at(-1)).toBe('dropped');
    // What is asked takes it over.
    await voice.speak(3, 'What is this?');
    expect(voice.replies.length).toBe(1);
    expect(voice.aheads.at(-1)).toBe('so far, and on');
  });

  describe('while it speaks', () => {
    async function speaking(levels = otherLevels) {
      const voice = scripted();
      voice.runner.send({ type: 'start', mode: 'hands-free' });
      await voice.settled();
      await vi.dynamicImportSettled();
      await voice.answer('Water the soil in the morning.');
      voice.sayAloud('Water the soil in the morning.', levels);
      return voice;
    }

    it('goes on after a cough, a sign of listening, or its own words', async () => {
      for (const words of ['', 'Mm-hmm.', 'Water the soil in the']) {
        const voice = await speaking();
        await voice.speak(2, words);
        expect(voice.log.at(-1), words).toBe('loud');
        expect(voice.runner.voice).toMatchObject({ phase: 'speaking', challenger: null });
        expect(voice.replies).toHaveLength(1);
        expect([voice.nothing(), voice.partials.at(-1), voice.interrupts()]).toEqual([0, '', 1]);
      }
    });

    it('is loud again at a pause in which nothing was understood', async () => {
      const voice = await speaking();
      voice.begin(2);
      expect(voice.log.at(-1)).toBe('ducked');
      voice.understand(2, 'Mhm', true);
      expect(voice.log.at(-1)).toBe('loud');
      expect(voice.partials).not.toContain('Mhm');
      voice.understand(2, 'Mhm but what about');
      expect(voice.log).toContain('reply barge-in');
    });

    it('stops as soon as two words are understood, and they are heard to their end once', async () => {
      const voice = await speaking();
      voice.begin(2);
      voice.understand(2, 'What about the');
      expect(voice.log).toContain('reply barge-in');
      expect(voice.interrupts()).toBe(2);
      expect(voice.partials.at(-1)).toBe('What about the');
      voice.understand(2, 'What about the tomatoes', true);
      expect(voice.aheads.at(-1)).toBe('What about the tomatoes');
      voice.hear({ type: 'speech-ended', utterance: 2 });
      await voice.write(2, 'What about the tomatoes?');
      expect(voice.replies.map(({ text }) => text)).toEqual(['One', 'What about the tomatoes?']);
    });

    it('stops for half a second of a voice that is not its own, before any word', async () => {
      const voice = await speaking();
      voice.begin(2);
      voice.sustain(2);
      expect(voice.log).toContain('reply barge-in');
      expect(voice.runner.voice).toMatchObject({ phase: 'listening', utterance: 2 });
    });

    it('does not stop for its own voice, however long it is heard, but for who speaks over that', async () => {
      const voice = await speaking(ownLevels);
      voice.begin(2);
      voice.sustain(2);
      voice.understand(2, 'what are the spoil');
      voice.understand(2, 'Water the soil in the');
      expect(voice.log).not.toContain('reply barge-in');
      expect(voice.log.at(-1), 'its own words').toBe('loud');
      const over = 'Water the soil can I eat those tomatoes raw please';
      voice.understand(2, over);
      expect(voice.log).not.toContain('reply barge-in');
      voice.sayAloud('Water the soil in the morning.', otherLevels);
      voice.sustain(2);
      voice.understand(2, over);
      expect(voice.log).toContain('reply barge-in');
    });

    it('stops for another voice over its own, heard twice, before any word', async () => {
      const voice = await speaking(ownLevels);
      voice.begin(2);
      voice.sustain(2);
      expect(voice.log.at(-1), 'for its own voice it is as loud as ever').toBe('loud');
      voice.sayAloud('Water the soil in the morning.', otherLevels);
      voice.sustain(2);
      expect(voice.log).not.toContain('reply barge-in');
      voice.sustain(2);
      expect(voice.log).toContain('reply barge-in');
    });

    it('stops for half a second of another voice once its echo is cancelled, however much it was heard before', async () => {
      const voice = await speaking(ownLevels);
      voice.begin(2);
      voice.sustain(2);
      voice.hear({ type: 'speech-ended', utterance: 2 });
      await voice.write(2, 'Water the soil.');
      voice.cancelEcho();
      voice.sayAloud('Water the soil in the morning.', otherLevels);
      voice.begin(3);
      voice.sustain(3);
      expect(voice.log).toContain('reply barge-in');
    });

    it('goes on while its own voice, which was cancelled, is suddenly heard again', async () => {
      const voice = await speaking(ownLevels);
      voice.cancelEcho();
      voice.begin(2);
      voice.sustain(2);
      expect(voice.log).not.toContain('reply barge-in');
    });

    it('goes on in a voice of the device, whose sound nobody can take out, until words tell', async () => {
      const voice = await speaking();
      voice.cancelEcho();
      voice.speakByDevice();
      voice.begin(2);
      voice.sustain(2);
      expect(voice.log).not.toContain('reply barge-in');
      voice.understand(2, 'but what about the tall tomatoes', true);
      expect(voice.log).toContain('reply barge-in');
    });

    it('that a microphone is known to hear goes on where another sound is heard once', async () => {
      const voice = await speaking(ownLevels);
      voice.begin(2);
      voice.sustain(2);
      voice.hear({ type: 'speech-ended', utterance: 2 });
      await voice.write(2, 'Water the soil.');
      voice.sayAloud('Water the soil in the morning.', otherLevels);
      voice.begin(3);
      voice.sustain(3);
      expect(voice.log).not.toContain('reply barge-in');
      voice.sustain(3);
      expect(voice.log).toContain('reply barge-in');
    });

    it('takes the end of its own voice for no question once it is silent', async () => {
      const voice = await speaking(ownLevels);
      voice.replies[0]!.onWritten();
      voice.replies[0]!.done.resolve();
      await voice.settled();
      expect(voice.runner.voice.phase).toBe('listening');
      await voice.speak(2, 'in the morning');
      expect(voice.runner.voice).toMatchObject({ phase: 'listening', challenger: null });
      expect(voice.replies).toHaveLength(1);
    });

    it('asks what was said after its own voice, and not what that said', async () => {
      const voice = await speaking(ownLevels);
      voice.begin(2);
      voice.sustain(2);
      voice.sayAloud('Water the soil in the morning.', otherLevels);
      voice.sustain(2);
      voice.sustain(2);
      voice.understand(2, 'Water the soil in what about tomatoes', true);
      expect(voice.partials.at(-1)).toBe('What about tomatoes');
      expect(voice.aheads.at(-1)).toBe('What about tomatoes');
      voice.hear({ type: 'speech-ended', utterance: 2 });
      await voice.write(2, 'Water the soil in, what about tomatoes?');
      expect(voice.replies.map(({ text }) => text)).toEqual(['One', 'What about tomatoes?']);
      // Nor where that question goes on before its answer is heard.
      voice.begin(3);
      await voice.settled();
      voice.understand(3, 'in winter');
      expect(voice.partials.at(-1)).toBe('What about tomatoes in winter');
      voice.hear({ type: 'speech-ended', utterance: 3 });
      await voice.write(3, 'in winter?');
      expect(voice.replies.at(-1)!.text).toBe('What about tomatoes in winter?');
    });

    it('takes its own voice for no question where its words come long after it is silent', async () => {
      const voice = await speaking(ownLevels);
      voice.begin(2);
      voice.sustain(2);
      voice.replies[0]!.onWritten();
      voice.replies[0]!.done.resolve();
      await voice.settled();
      voice.hear({ type: 'speech-ended', utterance: 2 });
      voice.fallSilent();
      voice.understand(2, 'Water the soil in the morning.', true);
      await voice.write(2, 'Water the soil in the morning.');
      expect(voice.runner.voice).toMatchObject({ phase: 'listening', challenger: null });
      expect(voice.replies).toHaveLength(1);
    });

    it('hears two utterances as one where the first was not judged yet', async () => {
      const voice = await speaking();
      voice.say(2);
      voice.say(3);
      await voice.write(2, 'Mhm.');
      expect(voice.replies).toHaveLength(1);
      await voice.write(3, 'What about tomatoes?');
      expect(voice.replies.map(({ text }) => text)).toEqual(['One', 'Mhm. What about tomatoes?']);
    });

    it('stops also what was asked by typing', async () => {
      const voice = scripted();
      voice.runner.send({ type: 'start', mode: 'hands-free' });
      await voice.settled();
      await vi.dynamicImportSettled();
      voice.sayAloud('Water the soil in the morning.', otherLevels);
      voice.begin(1);
      expect([voice.log.at(-1), voice.interrupts()]).toEqual(['ducked', 0]);
      voice.understand(1, 'Stop');
      expect(voice.interrupts()).toBe(1);
      expect(voice.runner.voice).toMatchObject({ phase: 'listening', utterance: 1 });
    });

    it('lets go of who challenged it when it is stopped', async () => {
      const voice = await speaking();
      voice.begin(2);
      voice.runner.send({ type: 'stop' });
      await voice.settled();
      expect(voice.failures).toEqual([]);
      expect(voice.aborted(2)).toBe(true);
    });
  });

  it('goes on where the ears let an utterance go', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    voice.say(1);
    await voice.letGo(1);
    expect(voice.runner.voice.phase).toBe('listening');
    expect(voice.nothing()).toBe(1);
    // Also one of two: the words of the other are asked.
    voice.say(2);
    voice.say(3);
    await voice.letGo(2);
    await voice.write(3, 'And how tall?');
    expect(voice.replies.map(({ text }) => text)).toEqual(['And how tall?']);
  });

  it('asks as one question what was said before and after a pause', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    voice.say(1);
    voice.say(2);
    await voice.write(1, 'If it rains', 700);
    expect(voice.replies).toEqual([]);
    await voice.write(2, 'should I water it?', 640);
    expect(voice.replies[0]!.decisionMs, 'of its last part').toBe(640);
    expect(voice.replies.map(({ text }) => text)).toEqual(['If it rains should I water it?']);
    expect(voice.replies[0]!.signal.aborted).toBe(false);
  });

  it('asks anew, with all its words, a question that goes on before its answer is heard', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    await voice.speak(1, 'What is the weather like');
    expect(voice.runner.voice.phase).toBe('thinking');
    voice.begin(2);
    expect(voice.log).toContain('reply goes-on');
    await voice.settled();
    expect(voice.partials.at(-1)).toBe('What is the weather like so far, and on');
    voice.hear({ type: 'speech-ended', utterance: 2 });
    await voice.write(2, 'in New York?');
    // Nothing that was said to the question before it is of use.
    voice.replies[0]!.onAudioStarted();
    expect(voice.replies.map(({ text }) => text)).toEqual([
      'What is the weather like',
      'What is the weather like in New York?',
    ]);
    expect(voice.replies[1]!.signal.aborted).toBe(false);
    expect(voice.runner.voice.phase).toBe('thinking');
  });

  it('takes what is said once words of the answer are shown for another question', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    await voice.speak(1, 'One');
    voice.replies[0]!.onShown();
    await voice.speak(2, 'Two');
    expect(voice.log).toContain('reply barge-in');
    expect(voice.replies.map(({ text }) => text)).toEqual(['One', 'Two']);
  });

  it('closes the microphone once a held turn is over, and tells it about the press', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'push-to-talk' });
    await voice.settled();
    voice.runner.send({ type: 'release' });
    await voice.speak(1, 'Hello');
    expect(voice.log).toEqual(['opened', 'push-to-talk', 'held', 'let go', 'closed']);
  });

  it('closes a microphone that opens after it was stopped', async () => {
    const voice = scripted();
    const opening = voice.delayOpening();
    voice.runner.send({ type: 'start', mode: 'push-to-talk' });
    voice.runner.send({ type: 'stop' });
    opening.resolve();
    await voice.settled();
    expect(voice.log).toEqual(['opened', 'loud', 'closed']);
    expect(voice.runner.voice.phase).toBe('idle');
  });

  it('ends when the microphone is unplugged, and says so once', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    voice.lose(new AppError('microphone-lost'));
    voice.lose(new AppError('microphone-lost'));
    expect(voice.failures).toEqual(['microphone-lost']);
    expect(voice.runner.voice.phase).toBe('idle');
    expect(voice.log.at(-1)).toBe('closed');
    expect(voice.kept).toEqual(['']);
    voice.begin(9);
    expect(voice.runner.voice.phase).toBe('idle');
  });

  it('answers on while what hears is started afresh, and listens then', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    await voice.answer('Water the soil in the morning.');
    // Somebody speaks over it: their words are lost with the same worker.
    voice.begin(2);
    voice.lose(new AppError('worker-crashed'));
    voice.fail(2, new AppError('worker-crashed'));
    await voice.settled();
    expect(voice.failures).toEqual(['worker-crashed']);
    expect(voice.log).not.toContain('reply stop');
    expect(voice.log.filter((entry) => entry === 'opened')).toHaveLength(2);
    expect(voice.runner.voice.phase).toBe('speaking');
    voice.replies[0]!.done.resolve();
    await voice.settled();
    expect(voice.runner.voice.phase).toBe('listening');
    await voice.speak(3, 'And at noon?');
    expect(voice.replies.map(({ text }) => text)).toEqual(['One', 'And at noon?']);
  });

  it('ends a turn whose own words or answer fail, and listens again', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    await voice.speak(1, 'One');
    voice.replies[0]!.done.reject(new AppError('internal'));
    await voice.settled();
    expect(voice.failures).toEqual(['internal']);
    expect(voice.log).toContain('reply stop');
    expect(voice.runner.voice.phase).toBe('listening');
  });

  it('keeps what was understood of a question that the microphone cut short', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    voice.begin(1);
    voice.lose(new AppError('microphone-lost'));
    expect(voice.kept).toEqual(['so far, and on']);
    expect(voice.partials.at(-1)).toBe('');
    expect(voice.runner.voice.phase).toBe('idle');
  });

  it('says that the microphone is muted, until it is heard again or closed', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    voice.hear({ type: 'muted', muted: true });
    expect(voice.muted()).toBe(true);
    voice.hear({ type: 'muted', muted: false });
    expect(voice.muted()).toBe(false);
    await voice.speak(1, 'What is this?');
    expect(voice.replies.map(({ text }) => text)).toEqual(['What is this?']);
    voice.hear({ type: 'muted', muted: true });
    voice.runner.send({ type: 'stop' });
    expect(voice.muted()).toBe(false);
    voice.hear({ type: 'muted', muted: true });
    expect(voice.muted()).toBe(false);
  });

  it('says that it lacks the rules of who speaks over it, and asks for them with each microphone', async () => {
    const voice = scripted();
    voice.withoutRules();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    expect(voice.unfetched()).toBe(1);
    await voice.answer('It is red.');
    voice.say(2);
    await voice.write(2, 'Mhm');
    expect(voice.log, 'whoever makes a sound takes the turn').toContain('reply barge-in');
    voice.runner.send({ type: 'stop' });
    voice.withRules();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    expect(voice.unfetched()).toBe(1);
  });

  it('asks what was said around a pause as one sentence, without the marks of the pause', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    voice.say(1);
    voice.say(2);
    await voice.write(1, 'What is the?');
    await voice.write(2, 'Capital of France?');
    expect(voice.replies.map(({ text }) => text)).toEqual(['What is the capital of France?']);
  });

  it('says so when nothing was said', async () => {
    const voice = scripted();
    voice.runner.send({ type: 'start', mode: 'hands-free' });
    await voice.settled();
    await voice.speak(1, '');
    expect(voice.nothing()).toBe(1);
    expect(voice.replies).toEqual([]);
  });
});
