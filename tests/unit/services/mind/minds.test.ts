import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readCatalogue } from '../../../../scripts/lib/catalogue.js';
import { AppError } from '../../../../src/domain/errors';
import type { LanguageModel, ModelPlan } from '../../../../src/domain/models/model';
import type { Graphics } from '../../../../src/domain/models/plans';
import type { MindService, UseOptions } from '../../../../src/services/mind/mind';
import { MindsService } from '../../../../src/services/mind/minds';

const models = (readCatalogue() as LanguageModel[]).filter(({ task }) => task === 'language');
const smol = models.find(({ id }) => id === 'smolvlm-256m')!;
const never = new AbortController().signal;

let facts: Map<string, unknown>;
let graphics: Graphics | null;
const use = vi.fn((_plan: ModelPlan, _options: UseOptions): Promise<void> => Promise.resolve());
const findGraphics = vi.fn(async () => graphics);

function service() {
  const standard = { model: models.find(({ id }) => id === 'tansy-lite')! };
  const keeper = {
    fact: async (name: string) => facts.get(name),
    setFact: async (name: string, value: unknown) => void facts.set(name, value),
  };
  const device = { cores: 4, memoryGb: 8, isolated: true };
  const mind = { standard, use } as unknown as MindService;
  return new MindsService(models, mind, keeper, device, findGraphics);
}
const variants = async (of: MindsService) =>
  (await of.options(smol, 'auto')).plans.map(({ variant }) => variant.id);
const first = async (of: MindsService) => (await of.options(smol, 'auto')).plans[0]!;
const code = (wanted: string) => expect.objectContaining({ code: wanted }) as unknown;

beforeEach(() => {
  vi.clearAllMocks();
  use.mockImplementation(() => Promise.resolve());
  facts = new Map();
  graphics = { name: 'acme one', isSoftware: false, hasF16: true };
});

describe('a variant that is started', () => {
  it('is asked for its known answer the first time only', async () => {
    const minds = service();
    await minds.start(await first(minds), never);
    await minds.start(await first(minds), never);
    expect(use.mock.calls.map(([, { selfTest }]) => selfTest)).toEqual([true, false]);
  });

  it('and refused is not tried again, and the next one is; nor at the next visit', async () => {
    use.mockRejectedValueOnce(new AppError('webgpu-unavailable'));
    const minds = service();
    await expect(minds.start(await first(minds), never)).rejects.toEqual(
      code('webgpu-unavailable'),
    );
    expect(await variants(minds)).toEqual(['wasm-mixed']);
    expect(await variants(service())).toEqual(['wasm-mixed']);
  });

  it('and refused has another chance on another adapter, and once it is asked for', async () => {
    use.mockRejectedValueOnce(new AppError('webgpu-unavailable'));
    const minds = service();
    await minds.start(await first(minds), never).catch(() => {});
    graphics = { ...graphics!, name: 'acme two' };
    expect(await variants(service())).toEqual(['webgpu-mixed', 'wasm-mixed']);
    await minds.forget(smol);
    expect(await variants(minds)).toEqual(['webgpu-mixed', 'wasm-mixed']);
  });

  it('and stopped is as if it had not been begun', async () => {
    const minds = service();
    use.mockRejectedValue(new AppError('aborted'));
    for (let times = 0; times < 3; times += 1) {
      await minds.start(await first(minds), never).catch(() => {});
    }
    expect(await variants(minds)).toEqual(['webgpu-mixed', 'wasm-mixed']);
  });

  it('and twice took the page with it is not tried again', async () => {
    use.mockReturnValue(new Promise(() => {}));
    for (let visit = 0; visit < 2; visit += 1) {
      const minds = service();
      void minds.start(await first(minds), never);
      await vi.waitFor(() => expect(use).toHaveBeenCalledTimes(visit + 1));
    }
    expect(await variants(service())).toEqual(['wasm-mixed']);
  });

  it('is no worse off where nothing can be remembered', async () => {
    const minds = service();
    facts = {
      get: () => undefined,
      set: () => {
        throw new Error('no storage');
      },
    } as unknown as typeof facts;
    await minds.start(await first(minds), never);
    expect(use).toHaveBeenCalledOnce();
  });
});

describe('what there is to try', () => {
  it('says why there is nothing', async () => {
    use.mockRejectedValue(new AppError('internal'));
    const minds = service();
    await minds.start(await first(minds), never).catch(() => {});
    await minds.start(await first(minds), never).catch(() => {});
    expect(await minds.options(smol, 'auto')).toEqual({ plans: [], obstacle: 'refused' });
    graphics = null;
    const lfm = models.find(({ id }) => id === 'lfm2.5-vl-450m')!;
    expect((await service().options(lfm, 'auto')).obstacle).toBe('no-webgpu');
  });

  it('asks for the graphics card once, and not before it is needed', async () => {
    const minds = service();
    expect(findGraphics).not.toHaveBeenCalled();
    await variants(minds);
    await variants(minds);
    expect(findGraphics).toHaveBeenCalledOnce();
  });
});
