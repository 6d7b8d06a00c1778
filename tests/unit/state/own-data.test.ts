import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { Brought, OwnDataKeeper } from '../../../src/services/kept/library';
import { OwnData } from '../../../src/state/own-data.svelte';
import { ownData as words } from '../../../src/ui/texts/own-data';
import { deferred } from '../../fakes/deferred';

const file = new Blob(['everything']);
const keeper = {
  save: vi.fn(async (_signal: AbortSignal) => file),
  bring: vi.fn(async (_file: Blob, _signal: AbortSignal): Promise<Brought> => {
    return { conversations: 2, plants: 0, settings: 0 };
  }),
  erase: vi.fn(async () => {}),
};
const saveFile = vi.fn(() => 'tansy.tansy');
const onBrought = vi.fn(async () => {});
const onErased = vi.fn();
const reload = vi.fn();
const open = (of: OwnDataKeeper | null = keeper) =>
  new OwnData({ keeper: of, saveFile, onBrought, onErased, reload, wasErased: false });

beforeEach(() => vi.clearAllMocks());

describe('a person’s own data', () => {
  it('is saved to a file, whose name is said', async () => {
    const ownData = open();
    await ownData.save();
    expect(saveFile).toHaveBeenCalledExactlyOnceWith(file);
    expect(ownData.outcome).toEqual({ type: 'saved', name: 'tansy.tansy' });
    expect(ownData.task).toBeNull();
  });

  it('is brought in from a file, one at a time', async () => {
    const brought = deferred<Brought>();
    keeper.bring.mockReturnValueOnce(brought.promise);
    const ownData = open();
    const bringing = ownData.bring(file);
    expect(ownData.task).toBe('bringing');
    await ownData.save();
    expect(keeper.save).not.toHaveBeenCalled();
    brought.resolve({ conversations: 3, plants: 0, settings: 1 });
    await bringing;
    expect(onBrought).toHaveBeenCalledOnce();
    expect(ownData.outcome).toEqual({ type: 'brought', conversations: 3, plants: 0, settings: 1 });
  });

  it('says what a file held, its journal too where it has one', async () => {
    const ownData = open();
    const said = async (brought: Brought) => {
      keeper.bring.mockResolvedValueOnce(brought);
      await ownData.bring(file);
      return words.outcome(ownData.outcome!);
    };
    expect(await said({ conversations: 1, plants: 0, settings: 0 })).toBe(
      'The file held 1 conversation; all of it is here now.',
    );
    expect(await said({ conversations: 0, plants: 2, settings: 0 })).toBe(
      'The file held 0 conversations and 2 plants; all of it is here now.',
    );
  });

  it('says why a file is refused, until something else is tried', async () => {
    const ownData = open();
    for (const [reason, sentence] of [
      ['not-an-export', 'This is not a file that Tansy saved.'],
      ['cut-off', 'This file is damaged or cut off.'],
      ['newer', 'This file is of a newer version of Tansy.'],
    ] as const) {
      keeper.bring.mockRejectedValueOnce(
        new AppError('bad-input', 'refused', { details: { reason } }),
      );
      await ownData.bring(file);
      expect(ownData.failure).toEqual({ task: 'bringing', code: 'bad-input', reason });
      const said = words.failure(ownData.failure!);
      expect(said).toContain(sentence);
      expect(said).toContain('all that is here is kept');
    }
    expect(onBrought).not.toHaveBeenCalled();
    expect(ownData.outcome).toBeNull();
    await ownData.bring(file);
    expect(ownData.failure).toBeNull();
  });

  it('says that it is here where only the list could not be shown anew', async () => {
    onBrought.mockRejectedValueOnce(new AppError('storage-unavailable'));
    const ownData = open();
    await ownData.bring(file);
    expect(ownData.outcome?.type).toBe('brought');
  });

  it('is let be when a person stops', async () => {
    keeper.bring.mockImplementationOnce(
      (_file, signal) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new AppError('aborted'))),
        ),
    );
    const ownData = open();
    const bringing = ownData.bring(file);
    ownData.stop();
    await bringing;
    expect([ownData.task, ownData.outcome, ownData.failure]).toEqual([null, null, null]);
  });

  it('is erased, and the page loaded anew with nothing begun before', async () => {
    const ownData = open();
    void ownData.erase();
    await vi.waitFor(() => expect(onErased).toHaveBeenCalledOnce());
    expect(ownData.task).toBe('erasing');
    await ownData.bring(file);
    expect(keeper.bring).not.toHaveBeenCalled();
  });

  it('is not said to be erased where it could not be', async () => {
    keeper.erase.mockRejectedValueOnce(new AppError('storage-unavailable'));
    const ownData = open();
    await ownData.erase();
    expect(onErased).not.toHaveBeenCalled();
    expect(words.failure(ownData.failure!)).toContain('could not be erased');
  });

  it('is nothing where the browser keeps nothing', async () => {
    const ownData = open(null);
    expect(ownData.kept).toBe(false);
    await ownData.save();
    expect(saveFile).not.toHaveBeenCalled();
  });
});
