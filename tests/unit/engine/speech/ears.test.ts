import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, type DecodeRequest } from '../../../../src/engine/speech/ears/decode';
import { LogMel } from '../../../../src/engine/speech/ears/log-mel';
import { chooseNext } from '../../../../src/engine/speech/ears/next-token';
import { quietestPoint } from '../../../../src/engine/speech/ears/quietest';
import {
  cutLoop,
  repeats,
  repeatsBeyondSpeech,
} from '../../../../src/engine/speech/ears/repetition';
import { WhisperIds } from '../../../../src/engine/speech/ears/whisper-ids';

const vocabularySize = 80;
/** Words 0-9, end 10, start 11, en 12, de 13, translate 14, transcribe 15, no speech 17, timestamps from 19. */
const ids = new WhisperIds({
  eos_token_id: 10,
  decoder_start_token_id: 11,
  no_timestamps_token_id: 18,
  suppress_tokens: [3],
  begin_suppress_tokens: [0, 10],
  lang_to_id: { '<|en|>': 12, '<|de|>': 13 },
  task_to_id: { transcribe: 15 },
});

/** A decoder whose logits depend on everything read so far, and on nothing else. */
function fakeRun(seed: number) {
  let read: number[] = [];
  const logits = (tokens: readonly number[]) => {
    let state = tokens.reduce((sum, id) => (sum * 31 + id + seed) >>> 0, seed);
    return Float32Array.from({ length: vocabularySize }, (_, id) => {
      state = (state * 1664525 + 1013904223) >>> 0;
      // Words are likelier than times, so that transcripts are of some length.
      return state / 2 ** 29 + (id < 10 ? 4 : 0);
    });
  };
  return {
    reads: 0,
    async read(tokens: readonly number[]) {
      this.reads += 1;
      return tokens.map((token, index) => {
        read.push(token);
        const exact = logits(read);
        const isPrompt = read.length <= 4;
        if (tokens.length === 1 || isPrompt) return exact;
        // Read together, rows are a little off, each in its own way; which of two times it is, matters to no word.
        return exact.map((value, id) =>
          id < 19 ? value + 0.1 * Math.sin(id * (index + 1) + seed) : value,
        );
      });
    },
    alone: 0,
    async readAlone(length: number) {
      this.alone += 1;
      return logits(read.slice(0, length));
    },
    keep(length: number) {
      read = read.slice(0, length);
    },
  };
}

/** Reads a wrong draft as a decoder does: only the rows up to the first difference mean anything. */
function oneByOne(run: { read(tokens: readonly number[]): Promise<Float32Array[]> }) {
  let isFirst = true;
  return async (tokens: readonly number[]) => {
    const real = isFirst ? 4 : 1;
    isFirst = false;
    const rows = await run.read(tokens.slice(0, real));
    return tokens.map((_, index) => rows[index] ?? new Float32Array(vocabularySize));
  };
}

const request: DecodeRequest = {
  languageId: 12,
  draft: null,
  soundSeconds: 1,
  maxTokens: 30,
  quick: false,
};

describe('decoding', () => {
  it('writes the same words with any draft as without one, or goes on where the draft has more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1000),
        fc.array(fc.nat(9), { maxLength: 30 }),
        fc.nat(30),
        fc.constantFrom(null, 12, 13),
        async (seed, noise, cut, languageId) => {
          const plain = await decode(fakeRun(seed), ids, { ...request, languageId });
          const tokens = [...plain.tokens.slice(0, cut), ...noise, ...plain.tokens.slice(cut + 1)];
          const draft = { languageId: 12, tokens };
          const drafted = await decode(fakeRun(seed), ids, { ...request, languageId, draft });
          const length = plain.tokens.length;
          expect(drafted.tokens.slice(0, length)).toEqual(plain.tokens);
          if (plain.tokens.length >= tokens.length) expect(drafted.tokens.length).toBe(length);
          expect(drafted.languageId).toBe(plain.languageId);
        },
      ),
    );
  });

  it('takes a right draft in one call, and one with a wrong word in few', async () => {
    const seed = 7;
    const plainRun = fakeRun(seed);
    const plain = await decode(plainRun, ids, request);
    expect(plain.tokens.length).toBeGreaterThan(12);
    const right = fakeRun(seed);
    const all = await decode(right, ids, {
      ...request,
      draft: { languageId: 12, tokens: plain.tokens },
    });
    expect(right.reads).toBe(1);
    expect(all.verifiedTokens).toBe(plain.tokens.length);
    const tokens = plain.tokens.map((id, index) => (index === 3 ? (id + 1) % 10 : id));
    const wrong = fakeRun(seed);
    await decode(wrong, ids, { ...request, draft: { languageId: 12, tokens } });
    expect(wrong.reads).toBeLessThan(plainRun.reads / 2);
  });

  it('makes close choices of a draft again from exact logits, unless the words soon give way to others', async () => {
    const choices = async (quick: boolean) => {
      let alone = 0;
      for (let seed = 0; seed < 40; seed += 1) {
        const { tokens } = await decode(fakeRun(seed), ids, request);
        const run = fakeRun(seed);
        const draft = { languageId: 12, tokens };
        await decode(run, ids, { ...request, draft, quick });
        alone += run.alone;
      }
      return alone;
    };
    expect(await choices(false)).toBeGreaterThan(0);
    expect(await choices(true)).toBe(0);
  });

  it('does not take a timestamp for the end where the draft has more words', async () => {
    // Says 5, a time near the end, that time again, 6, and then the end.
    const [close, end] = [ids.firstTimestamp + 45, 10];
    const script = [5, close, close, 6, end];
    const run = () => {
      let at = 0;
      return {
        async read(tokens: readonly number[]) {
          const first = at === 0 ? 3 : 0;
          return tokens.map((_, index) => {
            const row = new Float32Array(vocabularySize);
            if (index >= first) row[script[at++]!] = 50;
            return row;
          });
        },
        async readAlone(): Promise<Float32Array> {
          throw new Error('there is no doubt');
        },
        keep() {},
      };
    };
    expect((await decode(run(), ids, request)).tokens).toEqual([5]);
    const draft = { languageId: 12, tokens: [7, 8, 9, 9] };
    const one = { ...run(), read: oneByOne(run()) };
    expect((await decode(one, ids, { ...request, draft })).tokens).toEqual([5, close, close, 6]);
  });

  it('says so when it found no end', async () => {
    const { complete, tokens } = await decode(fakeRun(7), ids, { ...request, maxTokens: 5 });
    expect({ complete, tokens: tokens.length }).toEqual({ complete: false, tokens: 5 });
  });
});

describe('the next token', () => {
  const flat = () => new Float32Array(vocabularySize);

  it('is never a suppressed one, and no blank at the start', () => {
    const logits = flat();
    logits[3] = 50;
    logits[0] = 40;
    logits[5] = 30;
    expect(chooseNext(logits, [], ids.firstTimestamp, ids).id).toBe(5);
  });

  it('is a time where all times together are likelier than any word', () => {
    const logits = flat();
    logits[5] = 1;
    expect(ids.isTimestamp(chooseNext(logits, [5], ids.firstTimestamp, ids).id)).toBe(true);
  });

  it('never goes back in time', () => {
    const logits = flat();
    logits[25] = 50;
    const { id } = chooseNext(logits, [5, 30, 30, 6], ids.firstTimestamp, ids);
    expect(id).toBeGreaterThan(30);
  });
});

describe('loops', () => {
  it('are told from what people say', () => {
    expect(repeats('No, no, no.')).toBe(false);
    expect(repeats('a large leaf. a large leaf. a large')).toBe(true);
    expect(repeats('Can you hear me? Can you hear me?')).toBe(true);
    expect(repeatsBeyondSpeech('Can you hear me? Can you hear me?')).toBe(false);
    expect(repeatsBeyondSpeech('it is red it is red it is red it is red')).toBe(true);
  });

  it('are cut before the first repeat', () => {
    expect(cutLoop('I see brown rings. I see brown rings. I see')).toBe('I see brown rings.');
    expect(cutLoop('Nothing to cut here.')).toBe('Nothing to cut here.');
    expect(cutLoop(`好${'的'.repeat(40)}`)).toBe('好的');
  });
});

describe('features of a growing sound', () => {
  const sound = Float32Array.from({ length: 16_000 }, (_, index) => Math.sin(index * index * 1e-4));

  it('are the same as of the whole at once, after it grew and after it was cut shorter', () => {
    const growing = new LogMel();
    for (const length of [3000, 7001, 16_000, 9000]) {
      const part = sound.subarray(0, length);
      expect(growing.features(part, 200)).toEqual(new LogMel().features(part, 200));
    }
  });
});

describe('the place to cut a long sound', () => {
  it('is where nobody speaks', () => {
    const sound = Float32Array.from({ length: 64_000 }, (_, index) =>
      index > 40_000 && index < 48_000 ? 0 : Math.sin(index),
    );
    const cut = quietestPoint(sound, 16_000);
    expect(cut).toBeGreaterThan(40_000);
    expect(cut).toBeLessThan(48_000);
  });
});
