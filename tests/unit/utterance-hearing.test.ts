import { describe, expect, it } from 'vitest';
import type { Context, Whisper } from '../../src/engine/speech/ears/attempt';
import { SoundBuffer } from '../../src/engine/speech/ears/sound-buffer';
import { UtteranceHearing } from '../../src/engine/speech/ears/utterance-hearing';
import { WhisperIds } from '../../src/engine/speech/ears/whisper-ids';

const vocabularySize = 80;
const [end, english, noSpeech] = [10, 12, 17];
const ids = new WhisperIds({
  eos_token_id: end,
  decoder_start_token_id: 11,
  no_timestamps_token_id: 18,
  suppress_tokens: [],
  begin_suppress_tokens: [],
  lang_to_id: { '<|en|>': english },
  task_to_id: { transcribe: 15 },
});
const never = new AbortController().signal;

interface Hearing {
  readonly words: readonly number[];
  /** How far each choice is ahead of some fifteen others: with 8 it is nearly certain, with 1 as likely as three of them. */
  readonly ahead: number;
  readonly noSpeech?: boolean;
}

/** Hears one thing in a short context and another in a longer one. */
function whisper(short: Hearing, longer: Hearing) {
  const heard: Context[] = [];
  const fake = {
    graph: {
      async hear(features: Float32Array) {
        const seconds = features.length / 80 / 100;
        const context = seconds === 30 ? 'full' : seconds === 16 ? 'wide' : 'short';
        heard.push(context);
        const hearing = context === 'short' ? short : longer;
        let read = 0;
        const row = () => {
          const logits = new Float32Array(vocabularySize).fill(-20, ids.firstTimestamp);
          // The prompt is four tokens long: the row of its last chooses the first word.
          logits[hearing.words[read - 4] ?? end] = hearing.ahead;
          // The row of the first one says how likely it is that nobody speaks.
          if (read === 1) logits[noSpeech] = hearing.noSpeech ? 20 : -20;
          return logits;
        };
        return {
          read: async (tokens: readonly number[]) =>
            tokens.map(() => {
              read += 1;
              return row();
            }),
          readAlone: async (length: number) => {
            read = length;
            return row();
          },
          keep: (length: number) => (read = length),
        };
      },
    },
    ids,
    text: { of: (tokens: readonly number[]) => tokens.filter((id) => id < 10).join(' ') },
  };
  return { whisper: fake as unknown as Whisper, heard };
}

async function hear(short: Hearing, longer: Hearing, seconds = 1) {
  const { hearing, heard } = begin(short, longer, seconds);
  const { text, attempts } = await hearing.final(16_000 * seconds, never);
  return { text, attempts, heard };
}

function begin(short: Hearing, longer: Hearing, seconds = 1) {
  const { whisper: ears, heard } = whisper(short, longer);
  const sound = new SoundBuffer();
  sound.push(Float32Array.from({ length: 16_000 * seconds }, (_, index) => Math.sin(index)));
  return { hearing: new UtteranceHearing(ears, english, sound), heard };
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

  it('are heard again, in a wider context, where they are not, and the likelier ones taken', async () => {
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

  it('that repeat themselves give way to what the whole context hears', async () => {
    expect(await hear(loop, likelier)).toEqual({
      text: '4 5',
      attempts: 2,
      heard: ['short', 'full'],
    });
  });
});
