import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError, type ErrorCode } from '../../../src/domain/errors';
import type { LanguageModel, ModelPlan } from '../../../src/domain/models/model';
import { defaultSettings, type Settings } from '../../../src/domain/settings';
import type { LockerService } from '../../../src/services/models/locker';
import type { MindsService } from '../../../src/services/mind/minds';
import { Minds } from '../../../src/state/minds.svelte';
import type { SettingsState } from '../../../src/state/settings.svelte';
import type { Setup } from '../../../src/state/setup.svelte';
import { deferred, type Deferred } from '../../fakes/deferred';

const variant = (id: string) => ({ id, device: id.split('-')[0], files: ['a'], aboutBytes: 90 });
const model = (id: string, sight: LanguageModel['sight'], ...variants: string[]) =>
  ({
    id,
    name: id,
    sight,
    files: [{ path: 'a', sizeBytes: null, sha256: null, sources: [] }],
    variants: variants.map(variant),
  }) as unknown as LanguageModel;
const lite = model('tansy-lite', 'untrained', 'wasm-int8');
const seer = model('seer', 'trained', 'webgpu-q4', 'wasm-q4');
const other = model('other', 'trained', 'wasm-q4');

let chosen: Settings;
let elsewhere: boolean;
let stored: Set<string>;
let refused: Set<string>;
let download: Deferred<void>;
let progress: (loadedBytes: number, totalBytes: number) => void;
let lose: (error: AppError) => void;
const keyOf = (plan: ModelPlan) => `${plan.model.id}/${plan.variant.id}`;
const start = vi.fn((_plan: ModelPlan, _signal: AbortSignal): Promise<void> => Promise.resolve());
const startStandard = vi.fn(async () => {});
const forget = vi.fn(async () => refused.clear());
const started = () => start.mock.calls.map(([plan]) => keyOf(plan));
const failStart = (code: ErrorCode) => start.mockRejectedValueOnce(new AppError(code));

function open() {
  const minds = {
    models: [lite, seer, other],
    standard: lite,
    onLost: (lost: typeof lose) => (lose = lost),
    options: async (of: LanguageModel, device: Settings['device']) => {
      const plans = of.variants
        .filter(({ device: own }) => device !== 'wasm' || own === 'wasm')
        .map((each) => ({ model: of, variant: each, threads: 1 }))
        .filter((plan) => !refused.has(keyOf(plan)));
      return { plans, obstacle: plans.length > 0 ? null : 'refused' };
    },
    start,
    startStandard,
    forget,
  };
  const locker = {
    presence: async (plan: ModelPlan) => ({
      state: stored.has(keyOf(plan)) ? 'present' : 'absent',
      storedBytes: stored.has(keyOf(plan)) ? 100 : 0,
      totalBytes: stored.has(keyOf(plan)) ? 100 : null,
    }),
    fetch: async (plan: ModelPlan, signal: AbortSignal, onProgress: (value: object) => void) => {
      progress = (loadedBytes, totalBytes) => onProgress({ loadedBytes, totalBytes });
      signal.addEventListener('abort', () => download.reject(new AppError('aborted')));
      await download.promise;
      stored.add(keyOf(plan));
    },
  };
  const settings = {
    get all() {
      return chosen;
    },
    set: (name: string, value: unknown) => (chosen = { ...chosen, [name]: value }),
  };
  const setup = {
    get elsewhere() {
      return elsewhere;
    },
    follow() {},
  };
  return new Minds({
    minds: minds as unknown as MindsService,
    locker: locker as unknown as LockerService,
    setup: setup as unknown as Setup,
    settings: settings as unknown as SettingsState,
  });
}
const choiceOf = (minds: Minds, id: string) => minds.others.find((each) => each.model.id === id)!;
const phaseOf = (minds: Minds, id: string) => choiceOf(minds, id).part?.phase;

beforeEach(() => {
  vi.clearAllMocks();
  start.mockImplementation(() => Promise.resolve());
  chosen = defaultSettings;
  elsewhere = false;
  stored = new Set();
  refused = new Set();
  download = deferred<void>();
});

describe('a mind that is chosen', () => {
  it('is fetched when asked for, while the small one answers, then started and used', async () => {
    const minds = open();
    await minds.open();
    await minds.choose('seer');
    expect(phaseOf(minds, 'seer')).toEqual({ type: 'absent' });
    expect(choiceOf(minds, 'seer').part).toMatchObject({ totalBytes: 90, isAbout: true });
    expect(minds.sees).toBe(false);
    const fetched = minds.fetch();
    await vi.waitFor(() => expect(progress).toBeDefined());
    progress(40, 100);
    expect(phaseOf(minds, 'seer')).toMatchObject({ type: 'fetching', loadedBytes: 40 });
    expect(choiceOf(minds, 'seer').part).toMatchObject({ totalBytes: 100, isAbout: false });
    expect([minds.inUse.id, minds.fetching]).toEqual(['tansy-lite', true]);
    download.resolve();
    await fetched;
    expect([minds.inUse.id, minds.sees, minds.fetching]).toEqual(['seer', true, false]);
    expect(started()).toEqual(['seer/webgpu-q4']);
  });

  it('can be cancelled on its way, and goes on from there', async () => {
    const minds = open();
    await minds.open();
    await minds.choose('seer');
    const fetched = minds.fetch();
    await vi.waitFor(() => expect(progress).toBeDefined());
    progress(40, 100);
    minds.cancel();
    await fetched;
    expect(phaseOf(minds, 'seer')).toEqual({ type: 'absent' });
    expect(choiceOf(minds, 'seer').part!.storedBytes).toBe(40);
    expect(start).not.toHaveBeenCalled();
    download = deferred<void>();
    download.resolve();
    await minds.fetch();
    expect(minds.inUse.id).toBe('seer');
  });

  it('that cannot be fetched says why, and the small one answers', async () => {
    const minds = open();
    await minds.open();
    await minds.choose('seer');
    download.reject(new AppError('checksum-mismatch'));
    await minds.fetch();
    expect(phaseOf(minds, 'seer')).toMatchObject({ type: 'failed', code: 'checksum-mismatch' });
    expect(minds.inUse.id).toBe('tansy-lite');
  });

  it('whose fetch breaks off goes on by itself, and is still on its way meanwhile', async () => {
    vi.useFakeTimers();
    try {
      const minds = open();
      await minds.open();
      await minds.choose('seer');
      download.reject(new AppError('download-failed'));
      const fetched = minds.fetch();
      await vi.waitFor(() => expect(phaseOf(minds, 'seer')).toEqual({ type: 'cut' }));
      // Nothing comes at the moment.
      expect(minds.fetching).toBe(false);
      expect(minds.used).toContain('seer');
      download = deferred<void>();
      download.resolve();
      await vi.advanceTimersByTimeAsync(5000);
      await fetched;
      expect(minds.inUse.id).toBe('seer');
    } finally {
      vi.useRealTimers();
    }
  });

  it('and stored is started at the next visit', async () => {
    stored.add('seer/webgpu-q4');
    chosen = { ...chosen, mindModel: 'seer' };
    const minds = open();
    await minds.open();
    expect(minds.inUse.id).toBe('seer');
    expect(minds.notice).toBeNull();
  });

  it('gives its place back once the small one is chosen and loaded', async () => {
    stored.add('seer/webgpu-q4');
    const minds = open();
    await minds.open();
    await minds.choose('seer');
    expect(minds.used).toEqual(['tansy-lite', 'seer']);
    await minds.choose('tansy-lite');
    expect(startStandard).toHaveBeenCalledOnce();
    expect(minds.inUse.id).toBe('tansy-lite');
    expect(minds.used).not.toContain('seer');
    expect(phaseOf(minds, 'seer')).toEqual({ type: 'stored' });
  });

  it('that the catalogue no longer has is the small one', async () => {
    chosen = { ...chosen, mindModel: 'gone' };
    const minds = open();
    await minds.open();
    expect(minds.wanted).toBe('tansy-lite');
    expect(start).not.toHaveBeenCalled();
  });

  it('while another was starting ends the start of that one', async () => {
    stored.add('seer/webgpu-q4').add('other/wasm-q4');
    const minds = open();
    await minds.open();
    start.mockImplementationOnce(
      (_plan, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new AppError('aborted')));
        }),
    );
    const first = minds.choose('seer');
    await vi.waitFor(() => expect(phaseOf(minds, 'seer')?.type).toBe('starting'));
    await minds.choose('other');
    await first;
    expect(minds.inUse.id).toBe('other');
    expect(phaseOf(minds, 'seer')).toEqual({ type: 'stored' });
    expect(minds.notice).toBeNull();
  });
});

describe('a mind that cannot be started', () => {
  it('on the graphics card is tried on the processor', async () => {
    stored.add('seer/webgpu-q4').add('seer/wasm-q4');
    failStart('webgpu-unavailable');
    const minds = open();
    await minds.open();
    await minds.choose('seer');
    expect(started()).toEqual(['seer/webgpu-q4', 'seer/wasm-q4']);
    expect([minds.inUse.id, minds.notice]).toEqual(['seer', null]);
  });

  it('fetches what the next variant lacks where a person has just asked for the mind', async () => {
    failStart('device-lost');
    const minds = open();
    await minds.open();
    await minds.choose('seer');
    download.resolve();
    await minds.fetch();
    expect(stored).toEqual(new Set(['seer/webgpu-q4', 'seer/wasm-q4']));
    expect(minds.inUse.id).toBe('seer');
  });

  it('fetches nothing of its own accord', async () => {
    stored.add('seer/webgpu-q4');
    chosen = { ...chosen, mindModel: 'seer' };
    failStart('device-lost');
    const minds = open();
    await minds.open();
    expect(stored.size).toBe(1);
    expect(phaseOf(minds, 'seer')).toEqual({ type: 'absent' });
    expect(minds.notice).toEqual({ name: 'seer', code: 'device-lost' });
  });

  it('says so, leaves the small one to answer, and can be tried again', async () => {
    stored.add('other/wasm-q4');
    failStart('out-of-memory');
    const minds = open();
    await minds.open();
    await minds.choose('other');
    expect(minds.inUse.id).toBe('tansy-lite');
    expect(minds.notice).toEqual({ name: 'other', code: 'out-of-memory' });
    expect(choiceOf(minds, 'other').failure).toBe('out-of-memory');
    await minds.retry();
    expect(minds.inUse.id).toBe('other');
    expect(minds.notice).toBeNull();
    expect(forget).toHaveBeenCalledWith(other);
  });

  it('for a damaged file is fetched again, not tried in another way', async () => {
    stored.add('seer/webgpu-q4').add('seer/wasm-q4');
    start.mockImplementationOnce(async (plan) => {
      stored.delete(keyOf(plan));
      throw new AppError('checksum-mismatch');
    });
    const minds = open();
    await minds.open();
    await minds.choose('seer');
    expect(started()).toEqual(['seer/webgpu-q4']);
    expect(phaseOf(minds, 'seer')).toEqual({ type: 'absent' });
    expect(minds.notice?.code).toBe('checksum-mismatch');
  });

  it('and was refused at an earlier visit is not tried, and can be asked for', async () => {
    stored.add('other/wasm-q4');
    refused.add('other/wasm-q4');
    chosen = { ...chosen, mindModel: 'other' };
    const minds = open();
    await minds.open();
    expect(start).not.toHaveBeenCalled();
    expect(choiceOf(minds, 'other').obstacle).toBe('refused');
    await minds.retry();
    expect(minds.inUse.id).toBe('other');
  });
});

describe('a mind that is lost while it answers', () => {
  it('leaves its place to the small one, which is said', async () => {
    stored.add('seer/webgpu-q4');
    const minds = open();
    await minds.open();
    await minds.choose('seer');
    lose(new AppError('device-lost'));
    expect([minds.inUse.id, minds.sees]).toEqual(['tansy-lite', false]);
    expect(minds.notice).toEqual({ name: 'seer', code: 'device-lost' });
    minds.forgetNotice();
    expect(minds.notice).toBeNull();
    await minds.retry();
    expect(minds.inUse.id).toBe('seer');
  });
});

describe('another device to compute with', () => {
  it('starts the variant for it', async () => {
    stored.add('seer/webgpu-q4').add('seer/wasm-q4');
    const minds = open();
    await minds.open();
    await minds.choose('seer');
    await minds.setDevice('wasm');
    expect(started()).toEqual(['seer/webgpu-q4', 'seer/wasm-q4']);
    expect(phaseOf(minds, 'seer')).toEqual({ type: 'ready' });
  });

  it('ends what is being fetched for the one of before', async () => {
    const minds = open();
    await minds.open();
    await minds.choose('seer');
    const fetched = minds.fetch();
    await new Promise((resolve) => setTimeout(resolve));
    progress(40, 100);
    expect(minds.fetching).toBe(true);
    await minds.setDevice('wasm');
    await fetched;
    expect(choiceOf(minds, 'seer').plan?.variant.id).toBe('wasm-q4');
    expect(phaseOf(minds, 'seer')).toEqual({ type: 'absent' });
    download = deferred<void>();
    download.resolve();
    await minds.fetch();
    expect(started()).toEqual(['seer/wasm-q4']);
  });

  it('ends what is being started for the one of before', async () => {
    stored.add('seer/webgpu-q4').add('seer/wasm-q4');
    start.mockImplementationOnce(
      (_plan, signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new AppError('aborted'))),
        ),
    );
    const minds = open();
    await minds.open();
    const choosing = minds.choose('seer');
    await vi.waitFor(() => expect(start).toHaveBeenCalledOnce());
    await minds.setDevice('wasm');
    await choosing;
    expect(started()).toEqual(['seer/webgpu-q4', 'seer/wasm-q4']);
    expect(phaseOf(minds, 'seer')).toEqual({ type: 'ready' });
  });

  it('changes nothing where the variant is the same', async () => {
    stored.add('other/wasm-q4');
    const minds = open();
    await minds.open();
    await minds.choose('other');
    await minds.setDevice('wasm');
    expect(start).toHaveBeenCalledOnce();
    expect(phaseOf(minds, 'other')).toEqual({ type: 'ready' });
  });
});

describe('another tab that takes the models', () => {
  it('ends fetch and start, and what was chosen is there again once they are back', async () => {
    stored.add('seer/webgpu-q4');
    chosen = { ...chosen, mindModel: 'seer' };
    const minds = open();
    await minds.open();
    minds.leave();
    expect(minds.inUse.id).toBe('tansy-lite');
    expect(phaseOf(minds, 'seer')).toEqual({ type: 'looking' });
    elsewhere = true;
    await minds.fetch();
    expect(start).toHaveBeenCalledOnce();
    elsewhere = false;
    await minds.open();
    expect(minds.inUse.id).toBe('seer');
  });

  it('has them alone: nothing is started here, whatever is chosen', async () => {
    stored.add('seer/webgpu-q4').add('seer/wasm-q4');
    const minds = open();
    await minds.open();
    minds.leave();
    elsewhere = true;
    await minds.choose('seer');
    await minds.setDevice('wasm');
    expect(start).not.toHaveBeenCalled();
    expect(chosen).toMatchObject({ mindModel: 'seer', device: 'wasm' });
  });
});
