import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { step } from '../../../src/voice/machine';
import { idleVoice, type Voice, type VoiceEvent } from '../../../src/voice/voice';

function play(events: readonly VoiceEvent[], from: Voice = idleVoice) {
  const effects: string[] = [];
  let voice = from;
  for (const event of events) {
    const [next, todo] = step(voice, event);
    voice = next;
    effects.push(
      ...todo.map((effect) =>
        'reason' in effect ? `${effect.type}:${effect.reason}` : effect.type,
      ),
    );
  }
  return { voice, effects };
}

const handsFree: VoiceEvent[] = [{ type: 'start', mode: 'hands-free' }, { type: 'mic-opened' }];
const started = (utterance: number) =>
  ({ type: 'speech-started', utterance, isOver: false }) satisfies VoiceEvent;
const confirmed = (utterance: number) =>
  ({ type: 'speech-confirmed', utterance, isOver: false }) satisfies VoiceEvent;
const spoken = (utterance: number): VoiceEvent[] => [
  started(utterance),
  confirmed(utterance),
  { type: 'speech-ended', utterance },
];
const listening = play(handsFree).voice;
const transcribing = play(spoken(1), listening).voice;
const { turn } = transcribing;
const thinking = play([{ type: 'transcribed', turn, text: 'Hello' }], transcribing).voice;
const speaking = play([{ type: 'audio-started', turn }], thinking).voice;

describe('a hands-free turn', () => {
  it('goes from speech over words and answer back to listening', () => {
    const { voice, effects } = play([
      ...handsFree,
      ...spoken(1),
      { type: 'transcribed', turn: 2, text: 'What is this?' },
      { type: 'audio-started', turn: 2 },
      { type: 'reply-ended', turn: 2 },
      { type: 'playback-drained', turn: 2 },
    ]);
    expect(voice.phase).toBe('listening');
    expect(effects).toEqual([
      'open-mic',
      'read-ahead',
      'read-ahead',
      'transcribe',
      'reply',
      'read-ahead',
    ]);
  });

  it('speaks until the answer is both written and heard', () => {
    expect(speaking.phase).toBe('speaking');
    expect(play([{ type: 'reply-ended', turn }], speaking).voice.phase).toBe('speaking');
    expect(play([{ type: 'playback-drained', turn }], speaking).voice.phase).toBe('speaking');
  });

  it('takes nothing for a question where nothing was said', () => {
    const { voice, effects } = play([{ type: 'transcribed', turn, text: '' }], transcribing);
    expect(voice.phase).toBe('listening');
    expect(effects).toEqual(['report-nothing-heard']);
  });

  it('ignores what belongs to an older turn', () => {
    for (const event of [
      { type: 'transcribed', turn: turn - 1, text: 'old' },
      { type: 'audio-started', turn: turn - 1 },
      { type: 'reply-ended', turn: turn - 1 },
      { type: 'failed', turn: turn - 1, code: 'internal' },
    ] satisfies VoiceEvent[]) {
      for (const voice of [transcribing, thinking, speaking]) {
        expect(step(voice, event)).toEqual([voice, []]);
      }
    }
  });
});

describe('speaking over the answer', () => {
  it('makes it quieter at once, and as loud again if it was nothing', () => {
    const { voice, effects } = play(
      [
        { type: 'speech-started', utterance: 2, isOver: true },
        { type: 'speech-misfired', utterance: 2 },
      ],
      speaking,
    );
    expect(voice).toEqual(speaking);
    expect(effects).toEqual(['duck', 'duck']);
  });

  it('stops it before its first sound once it is sure, and listens to what is being said', () => {
    const shown = play([{ type: 'reply-shown', turn }], thinking).voice;
    const { voice, effects } = play([confirmed(2)], shown);
    expect(voice).toMatchObject({ phase: 'listening', utterance: 2, turn: turn + 1 });
    expect(effects).toEqual(['cancel:barge-in', 'transcribe']);
  });

  it('lets it go on until it is known that somebody takes the turn', () => {
    const challenged = play([started(2), confirmed(2)], speaking);
    expect(challenged.voice).toEqual({ ...speaking, challenger: { utterance: 2, ended: false } });
    expect(challenged.effects).toEqual(['duck', 'challenge']);
    const { voice, effects } = play([{ type: 'challenge-won', utterance: 2 }], challenged.voice);
    expect(voice).toMatchObject({ phase: 'listening', utterance: 2, turn: turn + 1 });
    expect(voice.challenger).toBe(null);
    expect(effects).toEqual(['cancel:barge-in', 'transcribe']);
    const after = play(
      [
        { type: 'speech-ended', utterance: 2 },
        { type: 'transcribed', turn: turn + 1, text: 'Stop' },
      ],
      voice,
    );
    expect(after.voice.phase).toBe('thinking');
  });

  it('is as loud as before once what was said is over, or says nothing, and still may take the turn', () => {
    const challenged = play([started(2), confirmed(2)], speaking).voice;
    for (const event of [
      { type: 'challenge-doubted', utterance: 2 },
      { type: 'speech-ended', utterance: 2 },
    ] satisfies VoiceEvent[]) {
      const [voice, effects] = step(challenged, event);
      expect(voice.phase).toBe('speaking');
      expect(effects).toEqual([{ type: 'duck', ducked: false }]);
      expect(play([{ type: 'challenge-won', utterance: 2 }], voice).effects[0]).toBe(
        'cancel:barge-in',
      );
    }
  });

  it('takes what has ended for a question that is being written down, so that one who speaks on loses no words', () => {
    const { voice } = play(
      [started(2), confirmed(2), { type: 'speech-ended', utterance: 2 }],
      speaking,
    );
    const won = play([{ type: 'challenge-won', utterance: 2 }], voice).voice;
    expect(won.phase).toBe('transcribing');
    const [, effects] = step(won, confirmed(3));
    expect(effects).toMatchObject([{ type: 'transcribe', utterance: 3, continues: true }]);
  });

  it('forgets what was nothing, and is as loud as before', () => {
    const challenged = play([started(2), confirmed(2)], speaking).voice;
    const [voice, effects] = step(challenged, { type: 'challenge-lost', utterance: 2 });
    expect(voice).toEqual(speaking);
    expect(effects).toEqual([{ type: 'duck', ducked: false }]);
    const late: VoiceEvent = { type: 'challenge-won', utterance: 2 };
    expect(step(voice, late)).toEqual([voice, []]);
  });

  it('hears what is said before the last words are judged together with them', () => {
    const ended: VoiceEvent = { type: 'speech-ended', utterance: 2 };
    const challenged = play([started(2), confirmed(2), ended], speaking).voice;
    const [voice, effects] = step(challenged, confirmed(3));
    expect(voice.challenger).toEqual({ utterance: 3, ended: false });
    expect(effects).toEqual([{ type: 'challenge', utterance: 3, continues: true }]);
  });

  it('is judged to its end where the answer is over first', () => {
    const over: VoiceEvent[] = [
      { type: 'reply-ended', turn },
      { type: 'playback-drained', turn },
    ];
    const { voice } = play([started(2), confirmed(2), ...over], speaking);
    expect(voice).toMatchObject({ phase: 'listening', challenger: { utterance: 2 } });
    const ended = play([{ type: 'speech-ended', utterance: 2 }], voice);
    expect(ended.effects, 'not asked before that').toEqual(['duck']);
    const won = play([{ type: 'challenge-won', utterance: 2 }], ended.voice);
    expect(won.effects).toEqual(['cancel:barge-in', 'transcribe']);
    expect(won.voice.phase).toBe('transcribing');
    const lost = play([{ type: 'challenge-lost', utterance: 2 }], ended.voice);
    expect(lost.voice).toMatchObject({ phase: 'listening', challenger: null });
  });

  it('is the same while a typed question is answered aloud', () => {
    const over = { isOver: true };
    const { voice, effects } = play(
      [
        { ...started(2), ...over },
        { ...confirmed(2), ...over },
      ],
      listening,
    );
    expect(voice).toMatchObject({ phase: 'listening', challenger: { utterance: 2 } });
    expect(effects).toEqual(['duck', 'challenge']);
    expect(play([{ type: 'challenge-won', utterance: 2 }], voice).effects).toEqual([
      'cancel:barge-in',
      'transcribe',
    ]);
    const misfired: VoiceEvent = { type: 'speech-misfired', utterance: 2 };
    expect(step(listening, misfired)[1]).toEqual([{ type: 'duck', ducked: false }]);
  });

  it('challenges nothing where a question is being asked already, or a button is held', () => {
    const asking = play([started(1), confirmed(1)], listening).voice;
    const next = { ...confirmed(2), isOver: true };
    expect(step(asking, next)[1]).toMatchObject([{ type: 'transcribe', utterance: 2 }]);
    const held = play([{ type: 'start', mode: 'push-to-talk' }, { type: 'mic-opened' }]).voice;
    expect(step(held, next)[1]).toMatchObject([{ type: 'transcribe', utterance: 2 }]);
  });

  it('is forgotten with the microphone, and the answer goes on', () => {
    const challenged = play([started(2), confirmed(2)], speaking).voice;
    const lost: VoiceEvent = { type: 'hearing-failed', turn, code: 'microphone-lost' };
    expect(step(challenged, lost)[0]).toMatchObject({ phase: 'speaking', challenger: null });
  });

  it('loses no words where somebody speaks on while they are written down', () => {
    const [voice, effects] = step(transcribing, confirmed(2));
    expect(voice).toMatchObject({ phase: 'listening', utterance: 2, turn: turn + 1 });
    expect(effects).toEqual([
      { type: 'transcribe', turn: turn + 1, utterance: 2, continues: true },
    ]);
  });
});

describe('a question that goes on before anything of its answer', () => {
  const started: VoiceEvent = { type: 'speech-started', utterance: 2, isOver: false };
  const confirmed: VoiceEvent = { type: 'speech-confirmed', utterance: 2, isOver: false };
  const sound: VoiceEvent = { type: 'audio-started', turn };

  it('is one question, and what was begun of the answer is dropped', () => {
    const [voice, effects] = step(play([started], thinking).voice, confirmed);
    expect(voice).toMatchObject({ phase: 'listening', turn: turn + 1, goesOn: false });
    expect(effects).toEqual([
      { type: 'cancel', reason: 'goes-on' },
      { type: 'transcribe', turn: turn + 1, utterance: 2, continues: true },
    ]);
  });

  it('leaves its words where it is stopped before it is asked again: what was asked is gone by then', () => {
    const [going] = step(play([started], thinking).voice, confirmed);
    const ended = play([{ type: 'speech-ended', utterance: 2 }], going).voice;
    for (const voice of [going, ended]) {
      const { effects } = play([{ type: 'stop' }], voice);
      expect(effects).toEqual(['keep-words', 'cancel:stop', 'close-mic']);
    }
    const asked = play([{ type: 'transcribed', turn: turn + 1, text: 'All of it' }], ended).voice;
    expect(play([{ type: 'stop' }], asked).effects).toEqual(['cancel:stop', 'close-mic']);
  });

  it('is one too where the first sound comes before it is sure that somebody speaks', () => {
    const { voice, effects } = play([started, sound, confirmed], thinking);
    expect(voice).toMatchObject({ phase: 'listening', turn: turn + 1 });
    expect(effects).toEqual(['duck', 'cancel:goes-on', 'transcribe']);
    const early = play([started, { type: 'transcribed', turn, text: 'Hello' }], transcribing);
    expect(play([confirmed], early.voice).effects).toEqual(['cancel:goes-on', 'transcribe']);
  });

  it('is none where it was a cough, or words of the answer are there to be read', () => {
    const cough = play([started, { type: 'speech-misfired', utterance: 2 }], thinking);
    expect(cough).toEqual({ voice: thinking, effects: [] });
    const shown = play([{ type: 'reply-shown', turn }, started, confirmed], thinking);
    expect(shown.effects).toEqual(['cancel:barge-in', 'transcribe']);
    const heard = play([started, confirmed], speaking);
    expect(heard.effects).toEqual(['duck', 'challenge']);
  });

  it('leaves an answer as loud as it was where the microphone is lost meanwhile', () => {
    const lost: VoiceEvent = { type: 'hearing-failed', turn, code: 'microphone-lost' };
    const { effects } = play([started, lost, sound], thinking);
    expect(effects.filter((effect) => effect === 'duck')).toHaveLength(1);
  });
});

describe('push to talk', () => {
  const held: VoiceEvent[] = [{ type: 'start', mode: 'push-to-talk' }, { type: 'mic-opened' }];

  it('is one turn, with the microphone open only while it is held', () => {
    const { voice, effects } = play([
      ...held,
      started(1),
      { type: 'release' },
      { type: 'speech-ended', utterance: 1 },
      { type: 'transcribed', turn: 2, text: 'Hello' },
      { type: 'reply-ended', turn: 2 },
      { type: 'playback-drained', turn: 2 },
    ]);
    expect(voice.phase).toBe('idle');
    expect(effects).toEqual([
      'open-mic',
      'hold',
      'read-ahead',
      'read-ahead',
      'hold',
      'transcribe',
      'close-mic',
      'reply',
      'read-ahead',
    ]);
  });

  it('takes words that come before the news that the speech has ended', () => {
    const { voice, effects } = play([
      ...held,
      confirmed(1),
      { type: 'release' },
      { type: 'transcribed', turn: 2, text: 'Hello' },
      { type: 'speech-ended', utterance: 1 },
    ]);
    expect(voice.phase).toBe('thinking');
    expect(effects.slice(-2)).toEqual(['close-mic', 'reply']);
  });

  it('says so when nothing was heard, and when it was let go too soon', () => {
    const silent = play([...held, { type: 'release' }, { type: 'speech-misfired', utterance: 1 }]);
    expect(silent.voice.phase).toBe('idle');
    expect(silent.effects.slice(-2)).toEqual(['close-mic', 'report-nothing-heard']);
    const quick = play([{ type: 'start', mode: 'push-to-talk' }, { type: 'release' }]);
    expect(quick.voice.phase).toBe('idle');
    expect(quick.effects.slice(-2)).toEqual(['close-mic', 'report-nothing-heard']);
  });

  it('becomes hands-free where the press was but a tap', () => {
    const { voice, effects } = play([...held, { type: 'start', mode: 'hands-free' }]);
    expect(voice).toMatchObject({ phase: 'listening', mode: 'hands-free' });
    expect(effects.slice(-2)).toEqual(['set-mode', 'hold']);
  });

  it('stops the answer before it listens', () => {
    const { effects } = play([{ type: 'start', mode: 'push-to-talk' }], {
      ...speaking,
      mode: 'push-to-talk',
    });
    expect(effects).toEqual(['cancel:barge-in', 'open-mic', 'hold', 'read-ahead']);
  });
});

describe('trouble', () => {
  it('with the microphone ends the session, and what was understood is kept', () => {
    const { voice, effects } = play(
      [{ type: 'hearing-failed', turn: listening.turn, code: 'microphone-lost' }],
      listening,
    );
    expect(voice.phase).toBe('idle');
    expect(effects).toEqual(['keep-words', 'cancel:stop', 'close-mic', 'report-failure']);
  });

  it('with the microphone does not end the answer to a question that was heard whole', () => {
    for (const busy of [transcribing, thinking, speaking]) {
      const lost: VoiceEvent = { type: 'hearing-failed', turn, code: 'microphone-lost' };
      const { voice, effects } = play([lost], busy);
      expect(voice.phase).toBe(busy.phase);
      expect(effects).toEqual(['drop-challenger', 'duck', 'close-mic', 'report-failure']);
      const rest: VoiceEvent[] = [
        { type: 'transcribed', turn, text: 'Hello' },
        { type: 'reply-ended', turn },
        { type: 'playback-drained', turn },
      ];
      expect(play(rest, voice).voice.phase).toBe('idle');
    }
  });

  const crashed = (type: 'failed' | 'hearing-failed', { turn }: Voice): VoiceEvent => ({
    type,
    turn,
    code: 'worker-crashed',
  });

  it('with a worker opens the microphone anew once, hands-free, and then gives up', () => {
    const cases = [
      ['failed', [listening, transcribing, thinking, speaking]],
      ['hearing-failed', [listening, transcribing]],
    ] as const;
    for (const [type, voice] of cases.flatMap(([type, all]) =>
      all.map((one) => [type, one] as const),
    )) {
      const fail = (now: Voice) => crashed(type, now);
      const after = play([fail(voice)], voice);
      expect(after.voice.phase).toBe('opening');
      const words = voice === listening || voice === transcribing ? ['keep-words'] : [];
      expect(after.effects).toEqual([...words, 'cancel:stop', 'open-mic', 'report-failure']);
      const open = play([{ type: 'mic-opened' }], after.voice).voice;
      expect(play([fail(open)], open).voice.phase).toBe('idle');
    }
  });

  describe('of what hears, while an answer is thought of or spoken', () => {
    const reopening = ['drop-challenger', 'duck', 'open-mic', 'report-failure'];
    const over: VoiceEvent[] = [
      { type: 'reply-ended', turn },
      { type: 'playback-drained', turn },
    ];

    it('opens the microphone anew, and the answer goes on', () => {
      for (const busy of [thinking, speaking]) {
        const { voice, effects } = play([crashed('hearing-failed', busy)], busy);
        expect(effects).toEqual(reopening);
        expect(voice).toMatchObject({ phase: busy.phase, turn, challenger: null });
        const listens = play([{ type: 'mic-opened' }, ...over], voice).voice;
        expect(listens).toMatchObject({ phase: 'listening', mode: 'hands-free' });
      }
    });

    it('is not said to listen before it does, where the answer is over sooner', () => {
      const { voice } = play([crashed('hearing-failed', speaking), ...over], speaking);
      expect(voice.phase).toBe('opening');
      expect(play([{ type: 'mic-opened' }], voice).voice.phase).toBe('listening');
      // It could not be opened.
      const failed = play([crashed('hearing-failed', voice)], voice);
      expect(failed.voice.phase).toBe('idle');
      expect(failed.effects).toEqual(['cancel:stop', 'close-mic', 'report-failure']);
    });

    it('is the last answer where it fails again', () => {
      const once = play([crashed('hearing-failed', thinking)], thinking).voice;
      const twice = play([crashed('hearing-failed', once)], once);
      expect(twice.voice.phase).toBe('thinking');
      expect(twice.effects).toEqual(['drop-challenger', 'duck', 'close-mic', 'report-failure']);
      expect(play(over, twice.voice).voice.phase).toBe('idle');
    });
  });

  it('never leaves the microphone open in idle, nor closed while listening, in any order of events', () => {
    const utterance = fc.integer({ min: 1, max: 3 });
    const number = fc.integer({ min: 0, max: 6 });
    const anyEvent = fc.oneof(
      fc.constantFrom<VoiceEvent>(
        { type: 'start', mode: 'hands-free' },
        { type: 'start', mode: 'push-to-talk' },
        { type: 'release' },
        { type: 'stop' },
        { type: 'mic-opened' },
      ),
      fc.record({
        type: fc.constantFrom('speech-started', 'speech-confirmed', 'speech-misfired'),
        utterance,
        isOver: fc.boolean(),
      }),
      fc.record({
        type: fc.constantFrom('challenge-won', 'challenge-doubted', 'challenge-lost'),
        utterance,
      }),
      fc.record({ type: fc.constant('speech-ended'), utterance }),
      fc.record({
        type: fc.constant('transcribed'),
        turn: number,
        text: fc.constantFrom('', 'words'),
      }),
      fc.record({
        type: fc.constantFrom('audio-started', 'reply-shown', 'reply-ended', 'playback-drained'),
        turn: number,
      }),
      fc.record({
        type: fc.constantFrom('failed', 'hearing-failed'),
        turn: number,
        code: fc.constantFrom('microphone-lost', 'worker-crashed'),
      }),
    ) as fc.Arbitrary<VoiceEvent>;
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let voice = idleVoice;
        let isOpen = false;
        for (const event of events) {
          const [next, effects] = step(voice, event);
          expect(next.turn).toBeGreaterThanOrEqual(voice.turn);
          for (const { type } of effects) {
            if (type === 'open-mic') isOpen = true;
            if (type === 'close-mic') isOpen = false;
          }
          voice = next;
          if (voice.phase === 'idle') expect(isOpen).toBe(false);
          if (voice.phase === 'opening' || voice.phase === 'listening') expect(isOpen).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
