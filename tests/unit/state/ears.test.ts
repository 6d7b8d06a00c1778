import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { ModelPlan, SpeechRecognitionModel } from '../../../src/domain/models/model';
import { defaultSettings, type Settings } from '../../../src/domain/settings';
import type { LockerService } from '../../../src/services/models/locker';
import { Ears } from '../../../src/state/ears.svelte';
import type { PartPhase } from '../../../src/state/part.svelte';
import type { SettingsState } from '../../../src/state/settings.svelte';
import type { Follower, Setup } from '../../../src/state/setup.svelte';
import { deferred } from '../../fakes/deferred';

type EarsPlan = ModelPlan<SpeechRecognitionModel>;
const planOf = (id: string) =>
  ({
    model: { id, files: [{ path: 'a', sizeBytes: 44, sha256: id, sources: [] }] },
    variant: { id: 'wasm', files: ['a'] },
    threads: 1,
  }) as unknown as EarsPlan;

let chosen: Settings;
let stored: string[];
let ready: PartPhase['type'];
let plan: EarsPlan;
const useEars = vi.fn((_next: EarsPlan): Promise<void> => Promise.resolve());
const changed = vi.fn();
let followed: Follower;
let bring: (signal: AbortSignal) => Promise<void>;

function open() {
  const presence = async ({ model }: EarsPlan) => ({
    state: stored.includes(model.id) ? 'present' : 'absent',
    storedBytes: 0,
    totalBytes: 44,
  });
  const fetch = async ({ model }: EarsPlan, signal: AbortSignal) => {
    await bring(signal);
    stored.push(model.id);
  };
  const settings = {
    get all() {
      return chosen;
    },
    set: (name: string, value: unknown) => (chosen = { ...chosen, [name]: value }),
  };
  const speech = {
    get earsPlan() {
      return plan;
    },
    async useEars(next: EarsPlan) {
      await useEars(next);
      plan = next;
    },
    chooseEars: (next: EarsPlan) => (plan = next),
  };
  const setup = {
    is: (_name: string, type: string) => ready === type,
    elsewhere: false,
    changed,
    follow: (follower: Follower) => (followed = follower),
  };
  return new Ears({
    speech,
    locker: { presence, fetch } as unknown as LockerService,
    setup: setup as unknown as Setup,
    settings: settings as unknown as SettingsState,
    planFor: (wanted) => planOf(wanted === 'auto' ? 'whisper-base' : wanted),
  });
}

beforeEach(() => {
  vi.clearAllMocks();
  useEars.mockImplementation(() => Promise.resolve());
  chosen = defaultSettings;
  stored = ['whisper-base'];
  ready = 'ready';
  plan = planOf('whisper-base');
  bring = async () => {};
});

describe('other ears', () => {
  it('are fetched when asked for, while those of now hear, then used', async () => {
    const ears = open();
    await ears.choose('whisper-tiny');
    expect(ears.other?.phase).toEqual({ type: 'absent' });
    expect(ears.inUse).toBe('whisper-base');
    await ears.fetch();
    expect(ears.inUse).toBe('whisper-tiny');
    expect(ears.other).toBeNull();
    expect(ears.used).toEqual(['whisper-tiny']);
    expect(chosen.earsModel).toBe('whisper-tiny');
  });

  it('whose fetch broke off are let go of where another tab takes the models', async () => {
    vi.useFakeTimers();
    try {
      bring = () => Promise.reject(new AppError('download-failed'));
      const ears = open();
      await ears.choose('whisper-tiny');
      const fetched = ears.fetch();
      await vi.waitFor(() => expect(ears.other?.phase).toEqual({ type: 'cut' }));
      expect(ears.used).toContain('whisper-tiny');
      bring = async () => {};
      followed.leave();
      await fetched;
      await vi.advanceTimersByTimeAsync(60 * 60_000);
      expect(ears.other?.phase).toEqual({ type: 'absent' });
      expect(useEars).not.toHaveBeenCalled();
    } finally {
      vi.useRealTimers();
    }
  });

  it('that are stored are used at once, and given back as easily', async () => {
    stored.push('whisper-tiny');
    const ears = open();
    await ears.choose('whisper-tiny');
    expect(ears.inUse).toBe('whisper-tiny');
    await ears.choose('auto');
    expect(ears.inUse).toBe('whisper-base');
  });

  it('are those of before where these were chosen again while others were starting', async () => {
    stored = ['whisper-base', 'whisper-tiny'];
    const starting = deferred<void>();
    useEars.mockReturnValueOnce(starting.promise);
    const ears = open();
    const first = ears.choose('whisper-tiny');
    await vi.waitFor(() => expect(useEars).toHaveBeenCalledOnce());
    await ears.choose('whisper-base');
    starting.resolve();
    await first;
    expect([ears.wanted, ears.inUse, plan.model.id]).toEqual(Array(3).fill('whisper-base'));
    expect(ears.other).toBeNull();
  });

  it('that cannot be loaded say so, and those of now go on', async () => {
    stored.push('whisper-tiny');
    useEars.mockRejectedValueOnce(new AppError('checksum-mismatch'));
    const ears = open();
    await ears.choose('whisper-tiny');
    expect(ears.other?.phase).toEqual({ type: 'failed', code: 'checksum-mismatch' });
    expect(ears.inUse).toBe('whisper-base');
    // A page loaded anew must have ears that hear.
    expect(chosen.earsModel).toBe('auto');
  });

  it('are simply the first to be fetched where there are none yet', async () => {
    ready = 'absent';
    const ears = open();
    await ears.choose('whisper-tiny');
    expect(plan.model.id).toBe('whisper-tiny');
    expect(changed).toHaveBeenCalledWith('ears');
    expect(ears.other).toBeNull();
  });
});
