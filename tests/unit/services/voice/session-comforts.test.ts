import { beforeEach, describe, expect, it } from 'vitest';
import { earcon, type Earcon } from '../../../../src/audio/earcons';
import { SessionComforts } from '../../../../src/services/voice/session-comforts';
import type { TalkMode, VoicePhase } from '../../../../src/voice/voice';

let done: string[];
let hasSounds: boolean;
let isSpeaking: boolean;
let comforts: SessionComforts;

const names: readonly Earcon[] = ['listening', 'thinking', 'over'];
const nameOf = (samples: Float32Array) =>
  names.find((name) => String(earcon(name)) === String(samples));

beforeEach(() => {
  done = [];
  hasSounds = true;
  isSpeaking = false;
  comforts = new SessionComforts({
    player: { play: async (samples) => void done.push(`sound ${nameOf(samples)}`) },
    hasSounds: () => hasSounds,
    isSpeaking: () => isSpeaking,
    title: 'Tansy',
    controls: { play() {}, pause() {}, stop() {} },
    screen: { hold: () => void done.push('hold'), release: () => void done.push('release') },
    buttons: {
      begin: (title) => void done.push(`buttons of ${title}`),
      speaking: (is) => void (is && done.push('playing')),
      end: () => void done.push('no buttons'),
    },
    feel: (kind) => void done.push(`feel ${kind}`),
  });
});

function follow(mode: TalkMode, ...phases: VoicePhase[]): string[] {
  for (const phase of phases) comforts.follow({ phase, mode, utterance: null });
  return done.splice(0);
}
const sounds = (all: readonly string[]) => all.filter((each) => each.startsWith('sound'));

describe('the tones of hands-free', () => {
  it('say that it listens, that it heard, and that it is over', () => {
    const turn = ['opening', 'listening', 'transcribing', 'thinking', 'speaking'] as const;
    expect(sounds(follow('hands-free', ...turn))).toEqual(['sound listening', 'sound thinking']);
    expect(sounds(follow('hands-free', 'listening', 'idle'))).toEqual([
      'sound listening',
      'sound over',
    ]);
  });

  it('say that nothing was heard, in the place of that it listens again', () => {
    follow('hands-free', 'listening', 'transcribing');
    comforts.nothingHeard();
    expect(sounds(follow('hands-free', 'listening', 'transcribing', 'listening'))).toEqual([
      'sound over',
      'sound listening',
    ]);
  });

  it('are silent while somebody speaks over an answer, and while Tansy does', () => {
    follow('hands-free', 'listening', 'thinking', 'speaking');
    comforts.follow({ phase: 'listening', mode: 'hands-free', utterance: 7 });
    expect(sounds(done)).toEqual([]);
    isSpeaking = true;
    expect(sounds(follow('hands-free', 'transcribing', 'thinking', 'listening'))).toEqual([]);
  });

  it('are none where a person wants none, and none while the button is held', () => {
    const turn = ['opening', 'listening', 'transcribing', 'thinking', 'idle'] as const;
    expect(sounds(follow('push-to-talk', ...turn))).toEqual([]);
    hasSounds = false;
    expect(sounds(follow('hands-free', ...turn))).toEqual([]);
  });

  it('follow a tap, which begins as a press that is held', () => {
    expect(sounds(follow('push-to-talk', 'opening', 'listening'))).toEqual([]);
    expect(sounds(follow('hands-free', 'listening'))).toEqual(['sound listening']);
  });
});

describe('the screen', () => {
  const holds = (all: readonly string[]) => all.filter((each) => /^(hold|release)$/.test(each));

  it('stays on while hands-free is, and only then', () => {
    expect(holds(follow('push-to-talk', 'opening', 'listening', 'idle'))).toEqual([]);
    expect(holds(follow('hands-free', 'opening', 'listening', 'speaking'))).toEqual(['hold']);
    expect(holds(follow('hands-free', 'listening', 'idle'))).toEqual(['release']);
  });
});

describe('a thumb on the button', () => {
  const felt = (all: readonly string[]) => all.filter((each) => each.startsWith('feel'));

  it('feels that it is heard and that it is taken, and nothing hands-free', () => {
    const turn = ['opening', 'listening', 'transcribing', 'thinking', 'idle'] as const;
    expect(felt(follow('push-to-talk', ...turn))).toEqual(['feel begin', 'feel end']);
    expect(felt(follow('hands-free', ...turn))).toEqual([]);
  });
});

describe('the device’s buttons', () => {
  const buttons = (all: readonly string[]) => all.filter((each) => /button|playing/.test(each));

  it('are those of the session while there is one, and know when it speaks', () => {
    expect(buttons(follow('hands-free', 'opening', 'listening', 'speaking', 'idle'))).toEqual([
      'buttons of Tansy',
      'playing',
      'no buttons',
    ]);
  });
});
