import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { PhotoLine, PhotoText } from '../../../src/domain/photos/text';
import { Readings, type ReadingsParts } from '../../../src/state/readings.svelte';
import { deferred, type Deferred } from '../../fakes/deferred';

const never = new AbortController().signal;
const line = (text: string): PhotoLine => ({
  text,
  x: 0,
  y: 0,
  width: 1,
  height: 0.1,
  certainty: 1,
});
const text = (...lines: string[]): PhotoText => ({ lines: lines.map(line), isCut: false });
const photo = (id: string) => ({ id, blob: new Blob([id]) });

interface Reading extends Deferred<PhotoText> {
  readonly signal: AbortSignal;
  readonly onProgress: Parameters<ReadingsParts['read']>[2];
}

/** @param kept photos that the conversation holds */
function fixture(...kept: readonly string[]) {
  const begun: Reading[] = [];
  const readings = new Readings({
    read(_photo, signal, onProgress) {
      const reading = { signal, onProgress, ...deferred<PhotoText>() };
      signal.addEventListener('abort', () => reading.reject(new AppError('aborted')));
      begun.push(reading);
      return reading.promise;
    },
    find: async (id) => (kept.includes(id) ? new Blob([id]) : undefined),
  });
  const count = (wanted: number) => expect.poll(() => begun.length).toBe(wanted);
  return { readings, begun, count };
}

describe('the text of a photo', () => {
  it('is read once, from when the photo is attached, however often it is asked for', async () => {
    const { readings, begun, count } = fixture('a');
    readings.begin(photo('a'));
    await count(1);
    begun[0]!.onProgress({ done: 1, of: 2 });
    expect(readings.of('a')).toEqual({ type: 'reading', done: 1, of: 2 });
    readings.begin(photo('a'));
    const asked = [readings.textOf('a', never), readings.textOf('a', never)];
    begun[0]!.resolve(text('Rose'));
    expect(await Promise.all(asked)).toEqual([text('Rose'), text('Rose')]);
    expect(await readings.textOf('a', never)).toEqual(text('Rose'));
    expect(readings.of('a')).toEqual({ type: 'read', text: text('Rose') });
    expect(begun).toHaveLength(1);
  });

  it('is waited for only until there is enough of it; the rest is read on', async () => {
    const { readings, begun, count } = fixture();
    readings.begin(photo('a'));
    const beginning = readings.textOf('a', never, 10);
    const whole = readings.textOf('a', never);
    await count(1);
    const lines = ['seven l', 'and more', 'never waited for'];
    lines
      .slice(0, 2)
      .forEach((read, at) => begun[0]!.onProgress({ done: at + 1, of: 3, line: line(read) }));
    const told = { lines: lines.slice(0, 2).map(line), isCut: true };
    expect(await beginning).toEqual(told);
    expect(await readings.textOf('a', never, 10)).toEqual(told);
    expect(begun[0]!.signal.aborted).toBe(false);
    begun[0]!.resolve(text(...lines));
    expect(await whole).toEqual(text(...lines));
    expect(await readings.textOf('a', never, 10)).toEqual(text(...lines));
  });

  it('is read all the same when a question no longer waits for it', async () => {
    const { readings, begun, count } = fixture();
    readings.begin(photo('a'));
    await count(1);
    const stop = new AbortController();
    const asked = readings.textOf('a', stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'aborted' });
    begun[0]!.resolve(text('Rose'));
    expect(await readings.textOf('a', never)).toEqual(text('Rose'));
    expect(begun).toHaveLength(1);
  });

  it('is no longer read once the photo is removed', async () => {
    const { readings, begun, count } = fixture();
    readings.begin(photo('a'));
    await count(1);
    readings.forget('a');
    expect(begun[0]!.signal.aborted).toBe(true);
    await new Promise((resolve) => setTimeout(resolve));
    expect(readings.of('a')).toBeUndefined();
  });

  it('of a question from an earlier visit is read from the photo that was kept', async () => {
    const { readings, begun, count } = fixture('kept');
    const asked = readings.textOf('kept', never);
    await count(1);
    begun[0]!.resolve(text('Thyme'));
    expect(await asked).toEqual(text('Thyme'));
    expect(await readings.textOf('gone', never)).toBeNull();
    expect(readings.of('gone')).toEqual({ type: 'failed', code: 'bad-input' });
    expect(begun).toHaveLength(1);
  });
});

describe('a photo that cannot be read', () => {
  it('keeps no question waiting, and says why', async () => {
    const { readings, begun, count } = fixture('a');
    readings.begin(photo('a'));
    await count(1);
    const asked = readings.textOf('a', never, 10);
    begun[0]!.reject(new AppError('bad-input'));
    expect(await asked).toBeNull();
    expect(readings.of('a')).toEqual({ type: 'failed', code: 'bad-input' });
    expect(await readings.textOf('a', never)).toBeNull();
    expect(begun).toHaveLength(1);
  });

  it('is tried again with the question where the reader was not there or was lost', async () => {
    for (const code of ['model-missing', 'checksum-mismatch', 'worker-crashed'] as const) {
      const { readings, begun, count } = fixture('a');
      readings.begin(photo('a'));
      await count(1);
      begun[0]!.onProgress({ done: 1, of: 2, line: line('lost with its reader') });
      begun[0]!.reject(new AppError(code));
      await expect.poll(() => readings.of('a')?.type).toBe('failed');
      const asked = readings.textOf('a', never, 5);
      await count(2);
      begun[1]!.resolve(text('Sage'));
      expect(await asked, code).toEqual(text('Sage'));
    }
  });
});
