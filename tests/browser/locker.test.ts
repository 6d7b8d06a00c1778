/** The model locker where things go wrong: on the network, on the disk, and between two who want the same file. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ModelDescription } from '../../src/domain/models/model';
import { connect, type Client } from '../../src/protocol/client';
import type { WeightsContract } from '../../src/protocol/weights';
import { alter, asked, faulty, resize } from './support/faulty';
import type { ReaderContract } from './support/reader-contract';
import { bringTiny, tinyVlm } from './support/tiny-vlm';

const pieceBytes = 8 * 1024 * 1024;
const allPieces = ['own 0', 'own 1', 'own 2'];

const workers: Worker[] = [];
const kept = <W extends Worker>(worker: W): W => {
  workers.push(worker);
  return worker;
};
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

function startLocker(): { locker: Client<WeightsContract>; worker: Worker } {
  const worker = kept(
    new Worker(new URL('./support/hub-locker.worker.ts', import.meta.url), { type: 'module' }),
  );
  return { locker: connect<WeightsContract>(worker), worker };
}

function startFailing(
  name:
    | 'flush'
    | 'write-record'
    | 'no-files'
    | 'no-handles'
    | 'nothing'
    | 'full'
    | `room for ${number} bytes`
    | `takes ${number} bytes`,
): Client<WeightsContract> {
  const url = new URL('./support/failing-disk.worker.ts', import.meta.url);
  return connect<WeightsContract>(kept(new Worker(url, { type: 'module', name })));
}

const refOf = (model: ModelDescription) => ({ model, variantId: model.variants[0]!.id });
const keyOf = (model: ModelDescription) => model.files[0]!.sha256!;

async function presenceOf(model: ModelDescription) {
  const [presence] = await startLocker().locker.call('inspect', { models: [refOf(model)] });
  return presence;
}

/** What an engine's load meets. */
async function load(model: ModelDescription, name = ''): Promise<number> {
  const url = new URL('./support/reader.worker.ts', import.meta.url);
  const reader = connect<ReaderContract>(kept(new Worker(url, { type: 'module', name })));
  const plan = { model, variant: model.variants[0]!, threads: 1 };
  return reader.call('sizeOf', { plan, path: model.files[0]!.path });
}

describe('what is stored', () => {
  it('is present although the hub has no optional file', async () => {
    await bringTiny();
    const presence = await presenceOf(tinyVlm);
    expect(presence).toMatchObject({ state: 'present', totalBytes: presence?.storedBytes });
  });

  it('runs where only what helps it is missing', async () => {
    const needed = await faulty('none', 'needed');
    const helper = await faulty('none', 'helps', { path: 'sentence_encoder/weights.bin' });
    const files = [...needed.files, ...helper.files];
    const variant = { ...needed.variants[0]!, files: files.map(({ path }) => path) };
    const both = { ...needed, files, variants: [variant] };
    const { locker } = startLocker();
    expect(await presenceOf(both)).toMatchObject({ state: 'absent', runs: false });
    await locker.call('download', refOf(needed));
    expect(await presenceOf(both)).toMatchObject({ state: 'partial', runs: true });
    await locker.call('download', refOf(helper));
    expect(await presenceOf(both)).toMatchObject({ state: 'present', runs: true });
  });

  it('still counts when its record is written again and shorter', async () => {
    const long = await faulty('none', 'shorter', { path: `${'deep/'.repeat(40)}weights.bin` });
    const short = await faulty('none', 'shorter');
    const { locker } = startLocker();
    await locker.call('download', refOf(long));
    await alter(keyOf(long), 5);
    await expect(load(long)).rejects.toMatchObject({ code: 'checksum-mismatch' });
    await locker.call('download', refOf(short));
    expect(await presenceOf(short)).toMatchObject({ state: 'present' });
  });
});

describe('a wrong piece on the disk', () => {
  it('needs no more room than there is', async () => {
    const model = await faulty('none', 'full');
    await startLocker().locker.call('download', refOf(model));
    await alter(keyOf(model), 5);
    await expect(load(model)).rejects.toMatchObject({ code: 'checksum-mismatch' });
    const locker = startFailing('full');
    await locker.call('download', refOf(model));
    expect(await presenceOf(model)).toMatchObject({ state: 'present' });
  });

  it('alone is fetched again where only the hub knows the hash', async () => {
    const model = await faulty('none', 'hubrepair', { hashFrom: 'hub' });
    const { locker } = startLocker();
    await locker.call('download', refOf(model));
    await alter(`hub_faulty_${model.id}_resolve_main_weights.bin`, pieceBytes + 5);
    await expect(load(model)).rejects.toMatchObject({ code: 'checksum-mismatch' });
    expect(await presenceOf(model)).toMatchObject({ state: 'partial' });
    await locker.call('download', refOf(model));
    expect(await asked(model)).toEqual(['hub 0', 'hub 1', 'hub 2', 'hub 1']);
    expect(await load(model)).toBeGreaterThan(0);
  });

  it.each([
    ['has no private files', 'no-files', 'cached'],
    ['cannot write private files in place', 'no-handles', 'unhandled'],
  ] as const)('alone is fetched again where the browser %s', async (_, name, content) => {
    const model = await faulty('none', content);
    const locker = startFailing(name);
    await locker.call('download', refOf(model));
    const cache = await caches.open('tansy-weights');
    await cache.put(`/weights-cache/${keyOf(model)}/0`, new Response(new Uint8Array(pieceBytes)));
    await expect(load(model, name)).rejects.toMatchObject({ code: 'checksum-mismatch' });
    await locker.call('download', refOf(model));
    expect(await asked(model)).toEqual([...allPieces, 'own 0']);
    expect(await load(model, name)).toBe(model.files[0]!.sizeBytes);
  });

  it('is found by a load, and mended by the next download', async () => {
    const model = await faulty('none', 'altered');
    const { locker } = startLocker();
    await locker.call('download', refOf(model));
    await alter(keyOf(model), pieceBytes + 5);
    await expect(load(model)).rejects.toMatchObject({ code: 'checksum-mismatch' });
    expect(await presenceOf(model)).toMatchObject({ state: 'partial' });
    await locker.call('download', refOf(model));
    expect(await asked(model)).toEqual([...allPieces, 'own 1']);
    expect(await load(model)).toBe(model.files[0]!.sizeBytes);
  });

  it('is found in every file of a model at once, so that one download mends them', async () => {
    const first = await faulty('none', 'manyone');
    const second = await faulty('none', 'manytwo');
    const third = await faulty('none', 'manythree');
    const { locker } = startLocker();
    for (const each of [first, second, third]) await locker.call('download', refOf(each));
    const files = [first, second, third].map(({ id, files: [file] }) => ({ ...file!, path: id }));
    const [variant] = first.variants;
    const paths = files.map(({ path }) => path);
    const model = { ...first, files, variants: [{ ...variant!, files: paths }] };
    await alter(keyOf(first), 5);
    await alter(keyOf(third), pieceBytes + 5);
    await expect(load(model)).rejects.toMatchObject({ code: 'checksum-mismatch' });
    expect(await presenceOf(first)).toMatchObject({ state: 'partial' });
    expect(await presenceOf(second)).toMatchObject({ state: 'present' });
    expect(await presenceOf(third)).toMatchObject({ state: 'partial' });
  });

  it.each([
    ['cut off', 'short', 2 * pieceBytes + 1, ['own 2']],
    ['longer', 'long', 3 * pieceBytes, []],
  ])('is found by a load and mended where the file is %s', async (_, content, sizeBytes, again) => {
    const model = await faulty('none', content);
    const { locker } = startLocker();
    await locker.call('download', refOf(model));
    await resize(keyOf(model), sizeBytes);
    await expect(load(model)).rejects.toMatchObject({ code: 'checksum-mismatch' });
    expect(await presenceOf(model)).toMatchObject({ state: 'partial' });
    await locker.call('download', refOf(model));
    expect(await asked(model)).toEqual([...allPieces, ...again]);
    expect(await load(model)).toBe(model.files[0]!.sizeBytes);
  });

  it('makes the hub be asked again where it is in what the hub said', async () => {
    const model = await faulty('none', 'facts', { hashFrom: 'hub' });
    const { locker } = startLocker();
    await locker.call('download', refOf(model));
    await alter(`facts_faulty_${model.id}`, 0);
    expect(await presenceOf(model)).toMatchObject({ state: 'present' });
    await locker.call('download', refOf(model));
    expect(await load(model)).toBeGreaterThan(0);
  });
});

describe('a browser that keeps nothing', () => {
  it('counts what the app’s own server has as stored, and fetches nothing ahead of a load', async () => {
    const model = await faulty('none', 'nowhere');
    const locker = startFailing('nothing');
    const inspect = () => locker.call('inspect', { models: [refOf(model)] });
    expect(await inspect()).toMatchObject([{ state: 'present' }]);
    await locker.call('download', refOf(model));
    expect(await asked(model)).toEqual([]);
    expect(await load(model, 'no-storage')).toBe(model.files[0]!.sizeBytes);
  });

  it('has no model that only the hub has', async () => {
    const model = await faulty('none', 'nowherehub', { hashFrom: 'hub' });
    const locker = startFailing('nothing');
    const [presence] = await locker.call('inspect', { models: [refOf(model)] });
    expect(presence).toMatchObject({ state: 'absent', totalBytes: null });
    await expect(locker.call('download', refOf(model))).rejects.toMatchObject({
      code: 'storage-unavailable',
    });
  });
});

describe('the app’s own server', () => {
  it('sends the file once where it knows no ranges', async () => {
    const model = await faulty('no-ranges', 'whole');
    await startLocker().locker.call('download', refOf(model));
    expect(await asked(model)).toEqual(['own 0']);
    expect(await load(model)).toBe(model.files[0]!.sizeBytes);
  });

  it('sends the file once to an engine too, where nothing can be kept', async () => {
    const model = await faulty('no-ranges', 'unkept');
    expect(await load(model, 'no-storage')).toBe(model.files[0]!.sizeBytes);
    expect(await asked(model)).toEqual(['own 0']);
  });

  it.each([
    ['drops a connection', 'drops-once', 'again'],
    ['sends a wrong piece', 'spoils-once', 'spoilt'],
  ] as const)('is asked again when it %s', async (_, fault, content) => {
    const model = await faulty(fault, content);
    await startLocker().locker.call('download', refOf(model));
    expect(await asked(model)).toEqual(['own 0', 'own 1', 'own 1', 'own 2']);
    expect(await presenceOf(model)).toMatchObject({ state: 'present' });
  });

  it('fails without a word to the hub when it keeps dropping', async () => {
    const model = await faulty('drops', 'silent');
    const download = startLocker().locker.call('download', refOf(model));
    await expect(download).rejects.toMatchObject({ code: 'download-failed' });
    const requests = await asked(model);
    expect(requests.filter((request) => request.startsWith('hub'))).toEqual([]);
    expect(requests.filter((request) => request === 'own 1').length).toBeGreaterThan(1);
  });

  it('says of a file that is nowhere that it will not come, which of a dropped one nobody knows', async () => {
    const { files, ...model } = await faulty('absent', 'lost');
    const lost = { ...model, files: files.map((file) => ({ ...file, sources: [] })) };
    await expect(startLocker().locker.call('download', refOf(lost))).rejects.toMatchObject({
      code: 'download-failed',
      details: { reason: 'nowhere' },
    });
    const dropped = await faulty('drops', 'dropped');
    await expect(startLocker().locker.call('download', refOf(dropped))).rejects.not.toHaveProperty(
      'details.reason',
    );
  });

  it('leaves to the hub what it does not have', async () => {
    const model = await faulty('absent', 'elsewhere');
    await startLocker().locker.call('download', refOf(model));
    expect(await asked(model)).toEqual(['own 0', 'hub 0', 'hub 1', 'hub 2']);
    expect(await presenceOf(model)).toMatchObject({ state: 'present' });
  });
});

describe('two that share a file', () => {
  it.each([
    ['one locker', 'together'],
    ['two tabs', 'apart'],
  ])('fetch it once, in %s', async (where, content) => {
    const first = await faulty('late', content);
    const second = await faulty('none', content);
    const { locker } = startLocker();
    const other = where === 'one locker' ? locker : startLocker().locker;
    await Promise.all([
      locker.call('download', refOf(first)),
      other.call('download', refOf(second)),
    ]);
    const requests = [...(await asked(first)), ...(await asked(second))];
    expect(requests.sort()).toEqual(allPieces);
    expect(await presenceOf(second)).toMatchObject({ state: 'present' });
  });
});

describe('a disk without room for all that is to be fetched', () => {
  it('is said to be so before any of it is, with what all of it needs', async () => {
    const [first, second] = [await faulty('none', 'first'), await faulty('none', 'second')];
    const sizeBytes = first.files[0]!.sizeBytes! + second.files[0]!.sizeBytes!;
    const locker = startFailing(`room for ${sizeBytes} bytes`);
    const next = [refOf(second)];
    const details = {
      neededMb: String(Math.ceil((1.2 * sizeBytes) / 1e6)),
      freeMb: String(Math.floor(sizeBytes / 1e6)),
    };
    await expect(locker.call('download', { ...refOf(first), next })).rejects.toMatchObject({
      code: 'quota-exceeded',
      details,
    });
    expect(await asked(first)).toEqual([]);
    // There is room for one; and for what is here none is needed.
    await locker.call('download', refOf(second));
    await locker.call('download', { ...refOf(first), next });
    expect(await presenceOf(first)).toMatchObject({ state: 'present' });
  });
});

describe('a disk that tells no page how much room it has', () => {
  const mebibyte = 2 ** 20;
  const filesTried = async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle('room').catch(() => null);
  };

  it('is tried before anything is fetched, and nothing of that is left', async () => {
    const model = await faulty('none', 'untold');
    const sizeBytes = model.files[0]!.sizeBytes!;
    const locker = startFailing(`takes ${13 * mebibyte} bytes`);
    await expect(locker.call('download', refOf(model))).rejects.toMatchObject({
      code: 'quota-exceeded',
      details: {
        neededMb: String(Math.ceil((1.2 * sizeBytes) / 1e6)),
        freeMb: String(Math.floor((12 * mebibyte) / 1e6)),
      },
    });
    expect(await asked(model)).toEqual([]);
    expect(await filesTried()).toBeNull();
  });

  it('is fetched to where it has as much as is needed', async () => {
    const model = await faulty('none', 'fits');
    const locker = startFailing(`takes ${32 * mebibyte} bytes`);
    await locker.call('download', refOf(model));
    expect(await presenceOf(model)).toMatchObject({ state: 'present' });
    expect(await filesTried()).toBeNull();
  });
});

describe('a file left open', () => {
  it.each([
    ['flush', 'flushed'],
    ['write-record', 'recorded'],
  ] as const)('is closed when the disk fails (%s)', async (step, content) => {
    const model = await faulty('none', content);
    const locker = startFailing(step);
    await expect(locker.call('download', refOf(model))).rejects.toMatchObject({
      code: expect.stringMatching(/quota-exceeded|storage-unavailable/) as string,
    });
    await locker.call('download', refOf(model));
    expect(await presenceOf(model)).toMatchObject({ state: 'present' });
  });

  it('by a worker that is gone is waited for', async () => {
    const model = await faulty('none', 'held');
    const url = new URL('./support/holder.worker.ts', import.meta.url);
    const holder = kept(new Worker(url, { type: 'module', name: keyOf(model) }));
    await new Promise((resolve) => (holder.onmessage = resolve));
    const download = startLocker().locker.call('download', refOf(model));
    setTimeout(() => holder.terminate(), 500);
    await expect(download).resolves.toBeUndefined();
  });

  it('by a stopped download does not stop the next one, which goes on from there', async () => {
    const model = await faulty('late', 'stopped');
    const { locker } = startLocker();
    const controller = new AbortController();
    const download = locker.call('download', refOf(model), {
      signal: controller.signal,
      onChunk: ({ loadedBytes }) => loadedBytes > pieceBytes && controller.abort(),
    });
    await expect(download).rejects.toMatchObject({ code: 'aborted' });
    await locker.call('download', refOf(model));
    expect((await asked(model)).filter((request) => request === 'own 0')).toHaveLength(1);
    expect(await presenceOf(model)).toMatchObject({ state: 'present' });
  });

  it('by a locker that was ended midway does not stop the next one', async () => {
    const model = await faulty('late', 'ended');
    const ended = startLocker();
    await new Promise<void>((resolve) => {
      void ended.locker.call('download', refOf(model), { onChunk: () => resolve() });
    });
    ended.worker.terminate();
    await startLocker().locker.call('download', refOf(model));
    expect(await presenceOf(model)).toMatchObject({ state: 'present' });
  });
});
