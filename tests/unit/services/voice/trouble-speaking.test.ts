import { describe, expect, it } from 'vitest';
import type { Player } from '../../../../src/audio/player';
import type { SystemVoices } from '../../../../src/audio/system-voice';
import { AppError } from '../../../../src/domain/errors';
import { heart, joe } from '../../../../src/domain/voice/voices';
import { SpokenAnswers } from '../../../../src/services/voice/spoken-answers';
import type { SpeakOptions, SpeechService } from '../../../../src/services/voice/speech';

const answer =
  'The old garden behind the house, which nobody had entered for years, was full of roses. They were red.';

/** Each piece is made as long as `made` says, and heard at once. */
function mouth(made: (words: string, options: SpeakOptions) => number) {
  const spoken: string[] = [];
  const play = async (_samples: unknown, _rate: number, onStart?: () => void) => onStart?.();
  const quiet = { mute() {}, duck() {}, flush() {} };
  const speech = {
    async speak(words: string, options: SpeakOptions, onAudio: (audio: object) => void) {
      const synthesisMs = made(words, options);
      onAudio({ samples: new Float32Array(1), sampleRateHz: 24_000 });
      spoken.push(words);
      return { audioMs: 1000, synthesisMs };
    },
  };
  const answers = new SpokenAnswers(
    speech as unknown as SpeechService,
    { ...quiet, play } as unknown as Player,
    quiet as unknown as SystemVoices,
  );
  let unspoken = 0;
  const say = async (text: string, voice = joe) => {
    spoken.length = 0;
    const { signal } = new AbortController();
    const onUnspoken = () => (unspoken += 1);
    const saying = answers.begin({ signal, voice, rate: 1, onPiece: () => {}, onUnspoken });
    // As a mind writes it.
    for (const word of text.split(/(?= )/)) saying.push(word);
    await saying.end();
    return [...spoken];
  };
  return { say, unspoken: () => unspoken };
}

describe('a voice that is slower than what is heard of it', () => {
  it('begins later, with its whole first sentence, instead of breaking off within it', async () => {
    let synthesisMs = 300;
    const { say } = mouth(() => synthesisMs);
    expect((await say(answer))[0]).toBe('The old garden behind the house,');
    synthesisMs = 1500;
    await say('Hello.');
    expect(await say(answer)).toEqual([
      'The old garden behind the house, which nobody had entered for years, was full of roses.',
      'They were red.',
    ]);
    // The device is not busy any more.
    synthesisMs = 300;
    await say('Hello.');
    expect((await say(answer))[0]).toBe('The old garden behind the house,');
  });

  it('says nothing of another voice', async () => {
    const { say } = mouth((_words, { voice }) => (voice === heart ? 1500 : 300));
    await say('Hello.', heart);
    expect((await say(answer, joe))[0]).toBe('The old garden behind the house,');
  });
});

describe('a voice whose worker is killed while it speaks', () => {
  it('says that sentence again with a fresh one, and all that follows', async () => {
    let kills = 1;
    const { say, unspoken } = mouth((words) => {
      if (words.startsWith('They') && kills-- > 0) throw new AppError('worker-crashed');
      return 300;
    });
    expect((await say('It was full. They were red. So it is.')).slice(-2)).toEqual([
      'They were red.',
      'So it is.',
    ]);
    expect(unspoken()).toBe(0);
  });

  it('leaves a sentence to be read that kills it twice, which is said', async () => {
    const { say, unspoken } = mouth((words) => {
      if (words.startsWith('They')) throw new AppError('worker-crashed');
      return 300;
    });
    expect(await say('It was full. They were red. So it is.')).toEqual([
      'It was full.',
      'So it is.',
    ]);
    expect(unspoken()).toBe(1);
  });
});
