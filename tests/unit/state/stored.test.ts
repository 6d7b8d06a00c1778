import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { ModelDescription } from '../../../src/domain/models/model';
import { Stored } from '../../../src/state/stored.svelte';

const models = ['lite', 'large', 'voice'].map((id) => ({ id })) as unknown as ModelDescription[];
let sizes: Record<string, number>;
let used: string[];
let hasModels: boolean;
const remove = vi.fn(
  async ({ id }: ModelDescription, _keep: readonly ModelDescription[]) => void (sizes[id] = 0),
);
const onRemoved = vi.fn(async () => {});

const open = () =>
  new Stored({
    locker: {
      removableBytes: async (of) => of.map(({ id }) => sizes[id]!),
      remove,
    },
    models,
    inUse: () => used,
    hasModels: () => hasModels,
    onRemoved,
  });
const removable = (stored: Stored) => stored.removable.map(({ model }) => model.id);

beforeEach(() => {
  vi.clearAllMocks();
  sizes = { lite: 145, large: 179, voice: 0 };
  used = ['lite'];
  hasModels = true;
});

describe('what can be removed', () => {
  it('is what is stored and not in use', async () => {
    const stored = open();
    await stored.look();
    expect(stored.removable).toEqual([{ model: models[1], freesBytes: 179 }]);
    used = [];
    expect(removable(stored)).toEqual(['lite', 'large']);
  });

  it('is removed, with what every other model has kept', async () => {
    const stored = open();
    await stored.look();
    await stored.remove('large');
    expect(remove.mock.calls[0]![1]).toEqual([models[0], models[2]]);
    expect(onRemoved).toHaveBeenCalledWith('large');
    expect(removable(stored)).toEqual([]);
  });

  it('is never what is in use', async () => {
    const stored = open();
    await stored.look();
    await stored.remove('lite');
    expect(remove).not.toHaveBeenCalled();
  });

  it('is nothing where another tab has the models, of which it may use any', async () => {
    const stored = open();
    await stored.look();
    hasModels = false;
    expect(removable(stored)).toEqual([]);
    await stored.remove('large');
    expect(remove).not.toHaveBeenCalled();
  });

  it('stays, and says so, where it cannot be removed', async () => {
    remove.mockRejectedValueOnce(new AppError('internal'));
    const stored = open();
    await stored.look();
    await stored.remove('large');
    expect(stored.failure).toBe('internal');
    expect(removable(stored)).toEqual(['large']);
    expect(stored.removing).toBeNull();
  });
});
