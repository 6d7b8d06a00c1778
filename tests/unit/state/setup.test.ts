import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import { defaultSettings } from '../../../src/domain/settings';
import type { ModelPlan } from '../../../src/domain/models/model';
import type { LockerService } from '../../../src/services/models/locker';
import type { TabLock } from '../../../src/services/models/tab-lock';
import type { PartName } from '../../../src/state/part.svelte';
import type { SettingsState } from '../../../src/state/settings.svelte';
import { Setup } from '../../../src/state/setup.svelte';
import { deferred } from '../../fakes/deferred';

let accepted: boolean;
let whole: boolean;
let chosen: Record<string, boolean>;
let stored: Set<string>;
/** Without what only helps them. */
let running: Set<string>;
let start: (name: string) => Promise<void>;
let bring: (
  name: string,
  onLoaded: (bytes: number) => void,
  next: readonly string[],
) => Promise<void>;

const planOf = (name: string) =>
  ({
    model: {
      id: name,
      name: `The ${name}`,
      files: [{ path: 'a', sizeBytes: 100, sha256: name, sources: [] }],
    },
    variant: { id: 'wasm', files: ['a'] },
    threads: 1,
  }) as unknown as ModelPlan;

const alone = { claim: async () => true } as unknown as TabLock;
let tab = alone;

function open(...names: PartName[]) {
  const locker = {
    presence: async ({ model }: ModelPlan) => ({
      state: stored.has(model.id) ? 'present' : 'absent',
      runs: stored.has(model.id) || running.has(model.id),
      storedBytes: stored.has(model.id) ? 100 : 0,
      totalBytes: 100,
    }),
    fetch: async (
      { model }: ModelPlan,
      _signal: AbortSignal,
      onProgress: (progress: object) => void,
      next: readonly ModelPlan[],
    ) => {
      const onLoaded = (loadedBytes: number) => onProgress({ loadedBytes });
      await bring(
        model.id,
        onLoaded,
        next.map((plan) => plan.model.id),
      );
      stored.add(model.id);
    },
  };
  const settings = {
    all: { ...defaultSettings, setUpAccepted: accepted, setUpWhole: whole },
    set: (name: string, value: boolean) => void (chosen[name] = value),
  };
  return new Setup(
    locker as unknown as LockerService,
    settings as unknown as SettingsState,
    tab,
    names.map((name) => ({
      name,
      plans: [planOf(name)],
      start: () => start(name),
      end: () => {},
    })),
  );
}
const phases = (setup: Setup) => setup.parts.map(({ phase }) => phase.type);

beforeEach(() => {
  // Node 20 has none, and its storage is not what is tested here.
  vi.stubGlobal('navigator', {});
  accepted = true;
  whole = true;
  chosen = {};
  tab = alone;
  stored = new Set(['mind', 'ears']);
  running = new Set();
  start = async () => {};
  bring = async () => {};
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what is not all there any more', () => {
  it('is brought unasked, and said to be until it runs', async () => {
    stored.delete('ears');
    const started = deferred<void>();
    start = (name) => (name === 'ears' ? started.promise : Promise.resolve());
    const setup = open('mind', 'ears');
    const opened = setup.open();
    await vi.waitFor(() => expect(phases(setup)).toEqual(['ready', 'starting']));
    expect(setup.incomplete).toBe(true);
    started.resolve();
    await opened;
    expect(setup.incomplete).toBe(false);
    expect(setup.complete).toBe(true);
  });

  it('is not said where all is there, nor where nothing was ever asked for', async () => {
    const all = open('mind', 'ears');
    const opened = all.open();
    expect(all.incomplete).toBe(false);
    await opened;
    accepted = false;
    stored.clear();
    const first = open('mind', 'ears');
    await first.open();
    expect(first.incomplete).toBe(false);
    expect(phases(first)).toEqual(['absent', 'absent']);
  });

  it('is not said of a first fetch that was never over', async () => {
    whole = false;
    stored.delete('ears');
    const arriving = deferred<void>();
    bring = () => arriving.promise;
    const setup = open('mind', 'ears');
    const opened = setup.open();
    await vi.waitFor(() => expect(setup.fetching).toBe(true));
    expect(setup.incomplete).toBe(false);
    arriving.resolve();
    await opened;
    expect(chosen.setUpWhole).toBe(true);
  });

  it('is known again where all is here and nobody remembers it, since all else was erased', async () => {
    accepted = whole = false;
    const setup = open('mind', 'ears');
    await setup.open();
    expect(setup.complete).toBe(true);
    expect(chosen).toEqual({ setUpWhole: true });
  });

  it('can be fetched with one press where a fresh worker finds it out', async () => {
    const setup = open('mind', 'ears');
    await setup.open();
    setup.notReady('mind', new AppError('worker-crashed'));
    expect(phases(setup)).toEqual(['ready', 'ready']);
    setup.notReady('mind', new AppError('checksum-mismatch'));
    expect(phases(setup)).toEqual(['failed', 'ready']);
    await setup.fetch();
    expect(setup.complete).toBe(true);
  });

  it('does not count as here any more, whenever that is found out', async () => {
    start = async (name) => {
      if (name === 'mind') return;
      stored.clear();
      throw new AppError('model-missing');
    };
    const setup = open('mind', 'ears');
    await setup.open();
    expect(phases(setup)).toEqual(['ready', 'failed']);
    await vi.waitFor(() => expect(setup.progress.loadedBytes).toBe(100));
    setup.notReady('mind', new AppError('model-missing'));
    await vi.waitFor(() => expect(setup.progress.loadedBytes).toBe(0));
  });
});

describe('a part that is gone with its worker', () => {
  it('is started again at once, and said to be', async () => {
    const setup = open('mind', 'ears');
    await setup.open();
    const started = deferred<void>();
    start = () => started.promise;
    setup.lost('ears');
    expect(phases(setup)).toEqual(['ready', 'starting']);
    expect(setup.restarting).toBe(true);
    started.resolve();
    await vi.waitFor(() => expect(phases(setup)).toEqual(['ready', 'ready']));
  });

  it('is only started, also soon after all was fetched', async () => {
    stored.delete('ears');
    bring = async () => {};
    const setup = open('mind', 'ears');
    await setup.open();
    expect(phases(setup)).toEqual(['ready', 'ready']);
    setup.lost('ears');
    expect(setup.restarting).toBe(true);
    await setup.started('ears');
  });

  it('is not where it is being started, and not over and over where that fails', async () => {
    const setup = open('mind', 'ears');
    await setup.open();
    const starts: string[] = [];
    start = async (name) => {
      starts.push(name);
      setup.lost('ears');
      throw new AppError('worker-crashed');
    };
    setup.lost('ears');
    await vi.waitFor(() => expect(phases(setup)).toEqual(['ready', 'failed']));
    expect(starts).toEqual(['ears', 'ears']);
  });
});

describe('what only has to be started', () => {
  it('is told from what is still to be fetched', async () => {
    const started = deferred<void>();
    start = () => started.promise;
    const setup = open('mind', 'ears');
    expect(setup.restarting, 'before it is looked at').toBe(true);
    const opened = setup.open();
    await vi.waitFor(() => expect(phases(setup)).toEqual(['starting', 'starting']));
    expect(setup.restarting).toBe(true);
    started.resolve();
    await opened;
    expect(setup.restarting).toBe(false);
  });

  it('is not what was lost, until all of it runs again', async () => {
    stored.delete('ears');
    const [arriving, started] = [deferred<void>(), deferred<void>()];
    bring = (name) => (name === 'ears' ? arriving.promise : Promise.resolve());
    start = (name) => (name === 'ears' ? started.promise : Promise.resolve());
    const setup = open('mind', 'ears');
    const opened = setup.open();
    await vi.waitFor(() => expect(phases(setup)).toEqual(['ready', 'waiting']));
    expect(setup.restarting).toBe(false);
    arriving.resolve();
    await vi.waitFor(() => expect(phases(setup)).toEqual(['ready', 'starting']));
    expect(setup.restarting).toBe(false);
    started.resolve();
    await opened;
  });

  it('is tried once more where its worker was ended meanwhile', async () => {
    const tried: string[] = [];
    start = async (name) => {
      tried.push(name);
      if (name === 'mind' && tried.length === 1) throw new AppError('worker-crashed');
      if (name === 'ears') throw new AppError('worker-crashed');
    };
    const setup = open('mind', 'ears');
    await setup.open();
    expect(phases(setup)).toEqual(['ready', 'failed']);
    expect(tried).toEqual(['mind', 'mind', 'ears', 'ears']);
  });

  it('is not a first fetch, nor what could not be started', async () => {
    whole = false;
    expect(open('mind').restarting).toBe(false);
    whole = true;
    start = async () => Promise.reject(new AppError('checksum-mismatch'));
    const setup = open('mind');
    await setup.open();
    expect(setup.restarting).toBe(false);
  });
});

describe('the bar of all parts together', () => {
  it('counts what is here already, and tells the time that the rest will take', async () => {
    const at = vi.spyOn(performance, 'now').mockReturnValue(0);
    stored.delete('mind');
    stored.delete('voice');
    const arriving = deferred<void>();
    let load: (bytes: number) => void = () => {};
    bring = async (name, onLoaded) => {
      if (name !== 'mind') return;
      load = onLoaded;
      await arriving.promise;
    };
    const setup = open('mind', 'ears', 'voice');
    const opened = setup.open();
    await vi.waitFor(() => expect(setup.fetching).toBe(true));
    load(10);
    expect(setup.progress).toEqual({ loadedBytes: 110, bytesPerSecond: null, secondsLeft: null });
    at.mockReturnValue(2000);
    load(50);
    // 150 of 300 are left, at 20 a second.
    expect(setup.progress).toEqual({ loadedBytes: 150, bytesPerSecond: 20, secondsLeft: 7.5 });
    // What came damaged is given up: that is no pace.
    at.mockReturnValue(3000);
    load(30);
    expect(setup.progress).toEqual({ loadedBytes: 130, bytesPerSecond: null, secondsLeft: null });
    at.mockReturnValue(4000);
    load(60);
    expect(setup.progress.bytesPerSecond).toBe(30);
    // Nothing came for longer than a pace is told from.
    at.mockReturnValue(14_000);
    load(60);
    at.mockReturnValue(22_000);
    load(60);
    expect(setup.progress).toEqual({ loadedBytes: 160, bytesPerSecond: 0, secondsLeft: null });
    at.mockRestore();
    arriving.resolve();
    await opened;
  });
});

describe('a connection that sends nothing', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('has no pace any more, and no time is told', async () => {
    stored.delete('mind');
    const arriving = deferred<void>();
    let load: (bytes: number) => void = () => {};
    bring = async (_, onLoaded) => {
      load = onLoaded;
      await arriving.promise;
    };
    const setup = open('mind');
    const opened = setup.open();
    await vi.advanceTimersByTimeAsync(0);
    load(10);
    await vi.advanceTimersByTimeAsync(1000);
    load(30);
    expect(setup.progress.bytesPerSecond).toBe(20);
    await vi.advanceTimersByTimeAsync(8000);
    expect(setup.progress).toEqual({ loadedBytes: 30, bytesPerSecond: 0, secondsLeft: null });
    arriving.resolve();
    await opened;
    await vi.advanceTimersByTimeAsync(8000);
    expect(phases(setup)).toEqual(['ready']);
  });
});

describe('what a press waits for', () => {
  it('is the first part that is not ready', async () => {
    const [mind, ears] = [deferred<void>(), deferred<void>()];
    start = (name) => (name === 'mind' ? mind.promise : ears.promise);
    const setup = open('mind', 'ears');
    const opened = setup.open();
    await vi.waitFor(() => expect(phases(setup)).toEqual(['starting', 'starting']));
    expect(setup.awaited('ears')?.name).toBe('ears');
    expect(setup.awaited('mind', 'ears')?.name).toBe('mind');
    mind.resolve();
    await vi.waitFor(() => expect(setup.awaited('mind', 'ears')?.name).toBe('ears'));
    expect(setup.awaited('mind')).toBeUndefined();
    ears.resolve();
    await opened;
    expect(setup.awaited('mind', 'ears')).toBeUndefined();
  });
});

describe('a part that is being started', () => {
  it('tells when that is over, whatever came of it', async () => {
    const mind = deferred<void>();
    start = (name) => (name === 'mind' ? mind.promise : Promise.resolve());
    const setup = open('mind', 'ears');
    await setup.started('mind');
    const opened = setup.open();
    await vi.waitFor(() => expect(phases(setup)).toEqual(['starting', 'starting']));
    let isOver = false;
    const over = setup.started('mind').then(() => (isOver = true));
    await Promise.resolve();
    expect(isOver).toBe(false);
    mind.reject(new AppError('internal'));
    await over;
    expect(phases(setup)[0]).toBe('failed');
    await opened;
  });
});

describe('what is stored', () => {
  it('is started although the part before it could not be fetched', async () => {
    stored.delete('mind');
    bring = async (name) => {
      if (name === 'mind') throw new AppError('download-failed');
    };
    const setup = open('mind', 'ears');
    await setup.open();
    expect(phases(setup)).toEqual(['cut', 'ready']);
  });

  it('is started while the fetch of the rest is paused, which fetches nothing', async () => {
    accepted = false;
    stored.delete('voice');
    const brought: string[] = [];
    bring = async (name) => void brought.push(name);
    const setup = open('mind', 'ears', 'voice');
    await setup.open();
    expect(phases(setup)).toEqual(['ready', 'ready', 'absent']);
    expect(brought).toEqual([]);
  });
});

describe('a press while another part is being started', () => {
  it('does not start that one twice', async () => {
    const ears = deferred<void>();
    const started: string[] = [];
    let spoilt = true;
    start = async (name) => {
      started.push(name);
      if (name === 'ears') await ears.promise;
      else if (spoilt) throw new AppError('checksum-mismatch');
    };
    const setup = open('mind', 'ears');
    const opened = setup.open();
    await vi.waitFor(() => expect(phases(setup)).toEqual(['failed', 'starting']));
    spoilt = false;
    await setup.fetch();
    expect(phases(setup)).toEqual(['ready', 'starting']);
    ears.resolve();
    await opened;
    expect(setup.complete).toBe(true);
    expect(started).toEqual(['mind', 'ears', 'mind']);
  });
});

describe('models that another tab has', () => {
  /** @param isFree whether they are, each time that they are claimed */
  function withOther(...isFree: boolean[]) {
    let lose: () => void = () => {};
    let close: () => void = () => {};
    const claim = async (onLost: () => void) => {
      lose = onLost;
      return isFree.shift() ?? true;
    };
    const freed = (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        close = resolve;
        signal.addEventListener('abort', () => reject(new AppError('aborted')));
      });
    const take = async (onLost: () => void) => void (lose = onLost);
    tab = { claim, freed, take } as unknown as TabLock;
    return { lose: () => lose(), close: () => close() };
  }

  it('come back by themselves once it is closed, with what was said there', async () => {
    const other = withOther(false, false, true);
    const setup = open('mind', 'ears');
    const taken = vi.fn();
    setup.onTaken = taken;
    await setup.open();
    expect(setup.elsewhere).toBe(true);
    other.close();
    // A third tab was quicker.
    await new Promise((resolve) => setTimeout(resolve));
    expect(setup.elsewhere).toBe(true);
    expect(taken).not.toHaveBeenCalled();
    other.close();
    await vi.waitFor(() => expect(setup.complete).toBe(true));
    expect(setup.elsewhere).toBe(false);
    expect(taken.mock.calls).toEqual([[false]]);
    // And again, once they were taken from here.
    other.lose();
    expect(setup.elsewhere).toBe(true);
    other.close();
    await vi.waitFor(() => expect(setup.complete).toBe(true));
  });

  it('are not waited for any more once they are taken', async () => {
    const other = withOther(false);
    const setup = open('mind', 'ears');
    const taken = vi.fn();
    setup.onTaken = taken;
    await setup.open();
    await setup.useHere();
    expect(setup.complete).toBe(true);
    other.close();
    await new Promise((resolve) => setTimeout(resolve));
    expect(taken.mock.calls).toEqual([[true]]);
  });
});

describe('a pause', () => {
  it('holds until it is asked to go on, also after a reload', async () => {
    stored.clear();
    const arriving = deferred<void>();
    bring = () => arriving.promise;
    const setup = open('mind', 'ears');
    const opened = setup.open();
    await vi.waitFor(() => expect(setup.fetching).toBe(true));
    setup.pause();
    arriving.reject(new AppError('aborted'));
    await opened;
    expect(chosen.setUpAccepted).toBe(false);
    accepted = false;
    const again = open('mind', 'ears');
    await again.open();
    expect(phases(again)).toEqual(['absent', 'absent']);
  });
});

describe('the network that comes back', () => {
  it('lets go on what failed for want of it, and nothing else', async () => {
    stored.delete('ears');
    let code: 'download-failed' | 'quota-exceeded' = 'download-failed';
    const brought: string[] = [];
    bring = async (name) => {
      brought.push(name);
      if (name === 'ears') throw new AppError(code);
    };
    const setup = open('mind', 'ears');
    await setup.open();
    expect(phases(setup)).toEqual(['ready', 'cut']);
    code = 'quota-exceeded';
    await setup.networkCame();
    await setup.networkCame();
    expect(brought).toEqual(['mind', 'ears', 'ears']);
    bring = async () => {};
    await setup.fetch();
    expect(setup.complete).toBe(true);
  });

  it('lets go on also what failed before it, while another was still being fetched', async () => {
    stored.clear();
    let isOnline = false;
    const second = deferred<void>();
    const asked: string[] = [];
    bring = async (name) => {
      asked.push(name);
      if (name === 'mind' && !isOnline) throw new AppError('checksum-mismatch');
      if (name === 'ears' && !isOnline) {
        await second.promise;
        throw new AppError('download-failed');
      }
    };
    const setup = open('mind', 'ears');
    const opening = setup.open();
    await expect.poll(() => asked).toContain('ears');
    const came = setup.networkCame();
    isOnline = true;
    second.resolve();
    await Promise.all([came, opening]);
    await expect.poll(() => phases(setup)).toEqual(['failed', 'ready']);
    // It failed for another reason, which is still said.
    expect(setup.parts[0]!.phase).toMatchObject({ code: 'checksum-mismatch' });
  });

  it('lets what was paused rest', async () => {
    accepted = false;
    stored.delete('ears');
    const setup = open('mind', 'ears');
    await setup.open();
    await setup.networkCame();
    expect(phases(setup)).toEqual(['ready', 'absent']);
  });
});

describe('a fetch that breaks off', () => {
  let isDown: boolean;
  let brought: string[];
  let arrivedBytes: number;

  beforeEach(() => {
    vi.useFakeTimers();
    stored.clear();
    isDown = true;
    brought = [];
    arrivedBytes = 0;
    bring = async (name, onLoaded) => {
      brought.push(name);
      if (!isDown) return;
      onLoaded(arrivedBytes);
      throw new AppError('download-failed');
    };
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes on by itself after a pause, with all that did not come', async () => {
    const setup = open('mind', 'ears');
    await setup.open();
    expect(phases(setup)).toEqual(['cut', 'cut']);
    expect([setup.fetching, setup.arrived]).toEqual([false, 'none']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(brought).toEqual(['mind', 'ears']);
    isDown = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(setup.complete).toBe(true);
  });

  it('is tried less and less often, and after a while only when asked for', async () => {
    const setup = open('mind');
    await setup.open();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    const tries = brought.length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(10);
    expect(phases(setup)).toEqual(['failed']);
    isDown = false;
    await setup.fetch();
    expect(setup.complete).toBe(true);
  });

  it('has all its tries again after each that brought more', async () => {
    const setup = open('mind');
    await setup.open();
    for (let kept = 1; kept <= 20; kept += 1) {
      arrivedBytes = kept;
      await vi.advanceTimersByTimeAsync(3 * 60_000);
    }
    expect(phases(setup)).toEqual(['cut']);
    isDown = false;
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(setup.complete).toBe(true);
  });

  it('waits for the network where there is none, and is not tried meanwhile', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const setup = open('mind');
    await setup.open();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(brought).toEqual(['mind']);
    expect(phases(setup)).toEqual(['cut']);
    vi.stubGlobal('navigator', { onLine: true });
    isDown = false;
    await setup.networkCame();
    expect(setup.complete).toBe(true);
  });

  it('rests once it is paused', async () => {
    const setup = open('mind');
    await setup.open();
    setup.pause();
    expect(phases(setup)).toEqual(['absent']);
    isDown = false;
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(brought).toEqual(['mind']);
    expect(chosen.setUpAccepted).toBe(false);
  });

  it('is not tried twice at once by a press while it waits', async () => {
    const setup = open('mind');
    await setup.open();
    isDown = false;
    await setup.fetch();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(brought).toEqual(['mind', 'mind']);
  });

  it('is said to go on by itself at once, while others are still being fetched', async () => {
    const second = deferred<void>();
    bring = async (name) => {
      if (name === 'mind') throw new AppError('download-failed');
      await second.promise;
    };
    const setup = open('mind', 'ears');
    const opened = setup.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(setup.fetching).toBe(true);
    expect(phases(setup)).toEqual(['cut', 'waiting']);
    second.resolve();
    await opened;
    expect(phases(setup)).toEqual(['cut', 'ready']);
  });

  it('rests once it is paused while the network that came lets it go on', async () => {
    const [first, second] = [deferred<void>(), deferred<void>()];
    bring = async (name) => {
      brought.push(name);
      if (name === 'mind') throw new AppError('download-failed');
      await (brought.length > 2 ? second : first).promise;
    };
    const setup = open('mind', 'ears');
    const opened = setup.open();
    await vi.advanceTimersByTimeAsync(0);
    await setup.networkCame();
    first.reject(new AppError('download-failed'));
    await vi.advanceTimersByTimeAsync(0);
    expect(brought).toEqual(['mind', 'ears', 'mind', 'ears']);
    setup.pause();
    second.reject(new AppError('aborted'));
    await opened;
    expect(phases(setup)).toEqual(['absent', 'absent']);
  });

  it.each([
    ['is nowhere', new AppError('download-failed', '404', { details: { reason: 'nowhere' } })],
    ['comes damaged', new AppError('checksum-mismatch')],
  ])('does not go on by itself where the file %s', async (_, error) => {
    bring = async (name) => {
      brought.push(name);
      throw error;
    };
    const setup = open('mind');
    await setup.open();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(brought).toEqual(['mind']);
    expect(phases(setup)).toEqual(['failed']);
  });
});

describe('a fetch that fails', () => {
  beforeEach(() => stored.clear());

  it('tells how much is left', async () => {
    bring = async (_name, onLoaded) => {
      onLoaded(60);
      throw new AppError('download-failed');
    };
    const setup = open('mind');
    await setup.open();
    expect(setup.parts[0]!.leftBytes).toBe(40);
  });

  it('because the server’s copy is damaged says of which model, and all else goes on', async () => {
    bring = async (name) => {
      if (name === 'mind') throw new AppError('checksum-mismatch');
    };
    const setup = open('mind', 'ears', 'voice');
    await setup.open();
    expect(phases(setup)).toEqual(['failed', 'ready', 'ready']);
    const { phase } = setup.parts[0]!;
    expect(phase).toMatchObject({ details: { damagedAtServer: 'The mind' } });
    bring = async () => {};
    await setup.fetch();
    expect(setup.complete).toBe(true);
  });

  it('of what only helps a part does not keep that from being started', async () => {
    stored = new Set(['ears']);
    running.add('mind');
    bring = async (name) => {
      if (name === 'mind') throw new AppError('download-failed');
    };
    vi.stubGlobal('navigator', { onLine: false });
    const setup = open('mind', 'ears');
    await setup.open();
    expect(phases(setup)).toEqual(['ready', 'ready']);
    // It is not all here: the next page fetches the rest.
    expect(chosen.setUpWhole).toBeUndefined();
    running.clear();
    const without = open('mind', 'ears');
    await without.open();
    expect(phases(without)).toEqual(['cut', 'ready']);
  });

  it('because the server refuses one file leaves the others to come, and can be tried again', async () => {
    bring = async (name) => {
      if (name === 'mind') throw new AppError('download-failed', 'answered 500');
    };
    const setup = open('mind', 'ears', 'voice');
    await setup.open();
    expect(phases(setup)).toEqual(['cut', 'ready', 'ready']);
    bring = async () => {};
    await setup.fetch();
    expect(setup.complete).toBe(true);
  });

  it.each([
    ['for want of a network', { onLine: false }, 'download-failed'],
    ['for want of room', {}, 'quota-exceeded'],
  ] as const)('%s does not ask for the others', async (_, navigator, code) => {
    vi.stubGlobal('navigator', navigator);
    const asked: string[] = [];
    bring = async (name) => {
      asked.push(name);
      throw new AppError(code);
    };
    const setup = open('mind', 'ears');
    await setup.open();
    expect(asked).toEqual(['mind']);
    expect(phases(setup)).toEqual([code === 'download-failed' ? 'cut' : 'failed', 'absent']);
  });

  it('for want of room is known by what all of them need, before the first is begun', async () => {
    stored = new Set(['ears']);
    const asked: Record<string, readonly string[]> = {};
    bring = async (name, _onLoaded, next) => void (asked[name] = next);
    await open('mind', 'ears', 'voice').open();
    expect(asked).toEqual({ mind: ['ears', 'voice'], ears: ['voice'], voice: [] });
  });

  it('before it was begun leaves what an earlier one brought', async () => {
    bring = async (_name, onLoaded) => {
      onLoaded(60);
      throw new AppError('download-failed');
    };
    const setup = open('mind');
    await setup.open();
    bring = async () => {
      const details = { neededMb: '48', freeMb: '10' };
      throw new AppError('quota-exceeded', 'not enough room', { details });
    };
    await setup.fetch();
    expect(setup.parts[0]!.leftBytes).toBe(40);
  });

  it('for want of room keeps the figures of the sentence, and counts nothing as arrived', async () => {
    bring = async (_name, onLoaded) => {
      onLoaded(60);
      throw new AppError('quota-exceeded', 'full', { details: { neededMb: '120' } });
    };
    const setup = open('mind');
    await setup.open();
    expect(setup.parts[0]!.phase).toMatchObject({ details: { neededMb: '120' } });
    expect(setup.parts[0]!.leftBytes).toBe(100);
  });
});
