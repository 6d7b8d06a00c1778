import { describe, expect, it } from 'vitest';
import type { Heard } from '../../../src/voice/ports';
import { Transcripts } from '../../../src/voice/transcripts';
import { AppError } from '../../../src/domain/errors';

const heard = (text: string, language: string): Heard => ({
  text,
  language,
  finalMs: 1,
  samples: new Float32Array(),
});
const { signal } = new AbortController();
const write = async (before: Heard, after: Heard | null) => {
  const written = [before, after];
  const transcripts = new Transcripts(async () => {
    const next = written.shift();
    if (!next) throw new AppError('aborted');
    return next;
  });
  await transcripts.write(1, signal, false, () => {});
  return transcripts.write(2, signal, true, () => {});
};

describe('the language of what is written down', () => {
  it('is that of most of its words, where it goes on with what was said before', async () => {
    const long = heard('Was ist die Hauptstadt von Frankreich', 'de');
    expect((await write(long, heard('und wo?', 'nl'))).language).toBe('de');
    expect((await write(heard('Und', 'nl'), long)).language).toBe('de');
  });

  it('stays where nothing is heard of what goes on', async () => {
    expect(await write(heard('Wo?', 'de'), null)).toMatchObject({ text: 'Wo?', language: 'de' });
  });

  it('is its own where it stands alone', async () => {
    const transcripts = new Transcripts(async () => heard('Wo?', 'de'));
    expect((await transcripts.write(1, signal, false, () => {})).language).toBe('de');
  });
});
