/** What `npm run eval:ears` takes, and what it writes down. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { byCondition, earsFigures } from '../../../scripts/lib/ears-figures.js';
import { conditionOf, primaryLanguage, readClips } from '../../../scripts/lib/read-clips.js';
import { readWav } from '../../../scripts/lib/read-wav.js';
import { toWav } from '../../../scripts/lib/write-wav.js';
import { atRate } from '../../bench/whole-sound';

const scratch = mkdtempSync(join(tmpdir(), 'tansy-clips-'));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Form {
  readonly format: number;
  readonly bits: number;
  readonly channels?: number;
  readonly rateHz?: number;
  /** Of a file with the long header, whose own format says only that it is long. */
  readonly extended?: boolean;
}

function part(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function header({ format, bits, channels = 1, rateHz = 16_000, extended = false }: Form): Buffer {
  const body = Buffer.alloc(extended ? 40 : 16);
  const step = (channels * bits) / 8;
  body.writeUInt16LE(extended ? 0xfffe : format, 0);
  body.writeUInt16LE(channels, 2);
  body.writeUInt32LE(rateHz, 4);
  body.writeUInt32LE(rateHz * step, 8);
  body.writeUInt16LE(step, 12);
  body.writeUInt16LE(bits, 14);
  if (extended) body.writeUInt16LE(format, 24);
  return part('fmt ', body);
}

function sample(value: number, { format, bits }: Form): Buffer {
  const bytes = Buffer.alloc(bits / 8);
  if (format === 3) {
    if (bits === 32) bytes.writeFloatLE(value);
    else bytes.writeDoubleLE(value);
  } else if (bits === 8) bytes.writeUInt8(Math.round(value * 127) + 128);
  else bytes.writeIntLE(Math.round(value * (2 ** (bits - 1) - 1)), 0, bits / 8);
  return bytes;
}

function wav(name: string, form: Form, values: readonly number[], before: Buffer[] = []): string {
  const data = part('data', Buffer.concat(values.map((value) => sample(value, form))));
  const parts = Buffer.concat([Buffer.from('WAVE'), header(form), ...before, data]);
  const path = join(scratch, name);
  writeFileSync(path, part('RIFF', parts));
  return path;
}

const close = (path: string, values: readonly number[], places = 2) => {
  const { samples } = readWav(path);
  expect(samples).toHaveLength(values.length);
  samples.forEach((value, index) => expect(value).toBeCloseTo(values[index]!, places));
};

describe('a WAV file', () => {
  const shape = [0, 0.5, -0.5, 1, -1, 0.25];

  it.each([
    [1, 8, 2],
    [1, 16, 4],
    [1, 24, 6],
    [1, 32, 8],
    [3, 32, 6],
    [3, 64, 12],
  ])(
    'of format %i with %i bits is read, with the short header and the long',
    (format, bits, places) => {
      for (const extended of [false, true]) {
        close(wav('form.wav', { format, bits, extended }, shape), shape, places - 1);
      }
    },
  );

  it('of several channels is their mean', () => {
    close(wav('stereo.wav', { format: 1, bits: 16, channels: 2 }, [1, 0, -0.5, -0.5]), [0.5, -0.5]);
    close(wav('three.wav', { format: 3, bits: 32, channels: 3 }, [0.3, 0.6, 0]), [0.3]);
  });

  it('says its own rate', () => {
    const path = wav('rate.wav', { format: 1, bits: 16, rateHz: 44_100 }, shape);
    expect(readWav(path).sampleRateHz).toBe(44_100);
  });

  it('may have other parts before its sound, of an odd length too', () => {
    const notes = part('LIST', Buffer.from('odd'));
    close(wav('notes.wav', { format: 1, bits: 16 }, shape, [notes]), shape);
  });

  it('may be cut, or say that it is longer than it is', () => {
    const bytes = Buffer.from(toWav([Float32Array.from(shape)], 16_000));
    bytes.writeUInt32LE(0xffffffff, 40);
    const path = join(scratch, 'streamed.wav');
    writeFileSync(path, bytes.subarray(0, bytes.length - 1));
    close(path, shape.slice(0, -1));
  });

  it('is what was written', () => {
    const path = join(scratch, 'own.wav');
    writeFileSync(path, toWav([Float32Array.from(shape)], 8000));
    close(path, shape, 3);
    expect(readWav(path).sampleRateHz).toBe(8000);
  });

  it('is refused by name where it is of another kind, or none', () => {
    const law = wav('law.wav', { format: 7, bits: 8 }, [0, 0]);
    expect(() => readWav(law)).toThrow(/law\.wav is of a kind .*format 7, 8 bits/);
    const other = join(scratch, 'song.wav');
    writeFileSync(other, 'ID3 and so on');
    expect(() => readWav(other)).toThrow(/song\.wav is not a WAV file/);
    writeFileSync(other, part('RIFF', Buffer.from('WAVE')));
    expect(() => readWav(other)).toThrow(/song\.wav holds no sound/);
  });
});

describe('a whole sound at another rate', () => {
  const tone = (rateHz: number) =>
    Float32Array.from({ length: rateHz }, (_, at) => Math.sin((2 * Math.PI * 440 * at) / rateHz));

  it.each([8000, 11_025, 22_050, 44_100, 48_000])(
    'is the same sound, to its end, from %i Hz',
    (rateHz) => {
      const brought = atRate(tone(rateHz), rateHz, 16_000);
      const wanted = tone(16_000);
      expect(brought).toHaveLength(16_000);
      // But for the ends, where the sound begins and stops at once.
      const furthest = brought
        .subarray(200, 15_800)
        .reduce((most, value, at) => Math.max(most, Math.abs(value - wanted[at + 200]!)), 0);
      expect(furthest).toBeLessThan(0.01);
      expect(Math.max(...brought.subarray(15_900))).toBeGreaterThan(0.8);
    },
  );

  it('is left as it is at the rate it has', () => {
    const sound = tone(16_000);
    expect(atRate(sound, 16_000, 16_000)).toBe(sound);
  });
});

const folder = mkdtempSync(join(scratch, 'clips-'));
const table = (text: string) => writeFileSync(join(folder, 'transcripts.tsv'), text);
writeFileSync(join(folder, 'a.wav'), toWav([new Float32Array(8)], 16_000));
writeFileSync(join(folder, 'b.wav'), toWav([new Float32Array(8)], 16_000));

describe('a folder of clips', () => {
  it('is read by the names of its columns, in whatever order', () => {
    table(
      '\uFEFFTranscript\tlicence\tfile\tlanguage\r\nGuten Tag\tCC0\ta.wav\tde-DE\r\n\tCC0\tb.wav\r\n\r\n',
    );
    expect(readClips(folder)).toEqual([
      {
        ...{ file: 'a.wav', path: join(folder, 'a.wav') },
        ...{ language: 'de', said: 'Guten Tag', condition: null },
      },
      {
        ...{ file: 'b.wav', path: join(folder, 'b.wav') },
        ...{ language: null, said: '', condition: null },
      },
    ]);
    table('file\ttranscript\na.wav\tHello');
    expect(readClips(folder)).toMatchObject([{ file: 'a.wav', language: null, said: 'Hello' }]);
  });

  it('says which file is missing, and in which line', () => {
    table('file\tlanguage\ttranscript\na.wav\ten\tHello\ngone.wav\ten\tHello\n');
    expect(() => readClips(folder)).toThrow(
      /^Line 3 of .*transcripts\.tsv names gone\.wav, which is not in /,
    );
    table('file\tlanguage\ttranscript\n\ten\tHello\n');
    expect(() => readClips(folder)).toThrow(/^Line 2 .* names no file\.$/);
  });

  it('says what its table lacks', () => {
    table('name\tlanguage\ttranscript\na.wav\ten\tHello');
    expect(() => readClips(folder)).toThrow(/no column “file”/);
    expect(() => readClips(scratch)).toThrow(/has no transcripts\.tsv/);
  });

  it('knows a language by its first part', () => {
    const tags = ['de-DE', 'EN', 'pt_BR', 'zh-Hant-TW', 'yue', '', ' ', 'und', 'unknown', '??'];
    expect(tags.map(primaryLanguage)).toEqual([
      ...['de', 'en', 'pt', 'zh', 'yue'],
      ...[null, null, null, null, null],
    ]);
  });
});

describe('the condition of a clip', () => {
  it('is what its table says of it', () => {
    table('file\ttranscript\tspeaker_or_condition\na.wav\tHello\tstudio; kitchen noise, SNR 5 dB');
    expect(readClips(folder)).toMatchObject([{ condition: 'noisy' }]);
    const told = ['', 'read speech, studio', 'far/noisy mic', 'Scottish accent', 'VCTK p226'];
    expect(told.map(conditionOf)).toEqual([null, 'clean', 'noisy', 'accented', 'accented']);
  });
});

describe('the figures', () => {
  const clip = (
    language: string | null,
    said: string,
    own: readonly [string, number],
    plain: readonly [string, number],
  ) => ({
    language,
    said,
    own: { text: own[0], finalMs: own[1] },
    plain: { text: plain[0], ms: plain[1] },
  });

  it('are these and no others', () => {
    const results = [
      clip('en', 'one two three four', ['one two three four', 100], ['one two three', 400]),
      clip('de', 'eins zwei drei vier', ['eins zwei', 300], ['eins zwei drei vier', 600]),
      clip(null, 'un deux', ['un deux', 200], ['un', 500]),
      clip('en', '', ['', 50], ['thank you', 900]),
    ];
    expect(earsFigures(results)).toEqual({
      clips: 4,
      wer: { en: 0, all: 0.2 },
      werPlain: { en: 0.25, all: 0.2 },
      insertedWords: 0,
      insertedWordsPlain: 2,
      ratioToPlain: 0.4,
    });
  });

  it('are told by condition, of the English clips', () => {
    const noisy = clip('en', 'one two', ['one', 100], ['one too', 400]);
    const clean = clip('en', 'one two', ['one two', 100], ['one two', 1000]);
    const results = [
      { ...noisy, condition: 'noisy' },
      { ...clean, condition: 'clean' },
      clip('de', 'eins', ['', 1], ['', 1]),
      clip('en', '', ['', 1], ['', 1]),
    ];
    expect(byCondition(results)).toEqual({
      noisy: { clips: 1, wer: 0.5, werPlain: 0.5, ratioToPlain: 0.25 },
      clean: { clips: 1, wer: 0, werPlain: 0, ratioToPlain: 0.1 },
    });
  });

  it('are null where nothing was measured, not a perfect score', () => {
    const figures = earsFigures([clip('de', 'eins', ['eins', 1], ['zwei', 2])]);
    expect(figures.wer).toEqual({ en: null, all: 0 });
    expect(figures.werPlain).toEqual({ en: null, all: 1 });
    expect(earsFigures([]).ratioToPlain).toBeNull();
  });
});
