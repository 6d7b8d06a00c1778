import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/domain/errors';
import type { ModelPlan } from '../../../src/domain/models/model';
import { defaultSettings, type Settings } from '../../../src/domain/settings';
import { george, heart, joe, type SystemVoice } from '../../../src/domain/voice/voices';
import type { LockerService } from '../../../src/services/models/locker';
import type { SpokenAnswers } from '../../../src/services/voice/spoken-answers';
import type { VoicesService } from '../../../src/services/voice/voices';
import type { SettingsState } from '../../../src/state/settings.svelte';
import type { Setup } from '../../../src/state/setup.svelte';
import { Voices } from '../../../src/state/voices.svelte';
import { deferred, type Deferred } from '../../fakes/deferred';

let chosen: Settings;
let joeIsReady: boolean;
let joeStarts: Deferred<void> | null;
let stored: Set<string>;
let remembered: number | null;
let measured: number;
let system: SystemVoice[];
let download: Deferred<void>;
let progress: (loadedBytes: number) => void;
let lose: (voice: string) => void;
const start = vi.fn(async (_voice: string) => {});
const end = vi.fn(async (_voice: string) => {});
const measure = vi.fn(async () => measured);
const mute = vi.fn();
const begin = vi.fn((_hooks: { voice: string; signal: AbortSignal }) => ({
  push() {},
  end: async () => {},
  heardUpTo: 0,
}));

function open() {
  const voices = {
    plan: (voice: string) => ({
      model: {
        id: 'kokoro',
        files: [heart, george].map((path) => ({ path, sizeBytes: 100, sha256: path, sources: [] })),
        variants: [],
      },
      variant: { id: 'wasm', files: [voice] },
      threads: 1,
    }),
    get system() {
      return system;
    },
    onSystemChange() {},
    onLost: (lost: typeof lose) => (lose = lost),
    rememberedFactor: async () => remembered,
    start,
    end,
    measure,
  };
  const locker = {
    presence: async ({ variant }: ModelPlan) => {
      const isHere = variant.files.every((file) => stored.has(file));
      const state = isHere ? 'present' : 'absent';
      return { state, storedBytes: isHere ? 100 : 0, totalBytes: 100 };
    },
    fetch: async (
      { variant }: ModelPlan,
      signal: AbortSignal,
      onProgress: (value: object) => void,
    ) => {
      progress = (loadedBytes) => onProgress({ loadedBytes });
      signal.addEventListener('abort', () => download.reject(new AppError('aborted')));
      await download.promise;
      for (const file of variant.files) stored.add(file);
    },
  };
  const settings = {
    get all() {
      return chosen;
    },
    set: (name: string, value: unknown) => (chosen = { ...chosen, [name]: value }),
  };
  return new Voices({
    voices: voices as unknown as VoicesService,
    spoken: { unlock() {}, mute, begin } as unknown as SpokenAnswers,
    locker: locker as unknown as LockerService,
    setup: {
      is: (_name: string, type: string) => (type === 'ready' ? joeIsReady : joeStarts !== null),
      started: () => joeStarts!.promise,
      elsewhere: false,
      follow() {},
    } as unknown as Setup,
    settings: settings as unknown as SettingsState,
  });
}

beforeEach(() => {
  vi.clearAllMocks();
  chosen = defaultSettings;
  joeIsReady = true;
  joeStarts = null;
  stored = new Set();
  remembered = null;
  measured = 0.4;
  system = [];
  download = deferred<void>();
});

describe('the mute', () => {
  it('silences what is being said, and is kept for what comes', () => {
    const voices = open();
    voices.mute(true);
    expect(mute).toHaveBeenLastCalledWith(true);
    expect(voices.muted).toBe(true);
    expect(chosen.speakAnswers).toBe(false);
    voices.mute(false);
    expect(mute).toHaveBeenLastCalledWith(false);
    expect(voices.muted).toBe(false);
  });
});

describe('the voice that is still being started', () => {
  it('is waited for only where there is no other, and where it is on its way', async () => {
    joeIsReady = false;
    expect(open().soon).toBe(null);
    joeStarts = deferred<void>();
    const soon = open().soon;
    expect(soon).not.toBe(null);
    joeIsReady = true;
    joeStarts.resolve();
    expect(await soon).toBe(joe);
    expect(open().soon).toBe(null);
  });

  it('is said to be coming until it speaks, and only where it is on its way', () => {
    joeIsReady = false;
    expect(open().coming).toBe(false);
    joeStarts = deferred<void>();
    expect(open().coming).toBe(true);
    joeIsReady = true;
    expect(open().coming).toBe(false);
  });

  it('may not come', async () => {
    joeIsReady = false;
    joeStarts = deferred<void>();
    const soon = open().soon;
    joeStarts.resolve();
    expect(await soon).toBe(null);
  });
});

describe('the natural voice', () => {
  it('is fetched when asked for, while joe goes on speaking, then measured and used', async () => {
    const voices = open();
    await voices.open();
    expect(voices.natural.phase.type).toBe('absent');
    await voices.choose(heart);
    expect(voices.natural.phase.type).toBe('absent');
    const fetched = voices.fetch();
    progress(40);
    expect(voices.natural.phase).toMatchObject({ type: 'fetching', loadedBytes: 40 });
    expect(voices.now).toBe(joe);
    download.resolve();
    await fetched;
    expect(voices.natural.phase.type).toBe('ready');
    expect(voices.now).toBe(heart);
    expect(voices.realTimeFactor).toBe(0.4);
  });

  it('can be cancelled on its way, and fetched again', async () => {
    const voices = open();
    await voices.open();
    const fetched = voices.fetch();
    voices.cancel();
    await fetched;
    expect(voices.natural.phase.type).toBe('absent');
    expect(start).not.toHaveBeenCalled();
    download = deferred<void>();
    download.resolve();
    await voices.fetch();
    expect(voices.natural.phase.type).toBe('ready');
  });

  it('that cannot be fetched says why, and joe speaks', async () => {
    const voices = open();
    await voices.open();
    const details = { reason: 'nowhere' };
    download.reject(new AppError('download-failed', 'at none of its addresses', { details }));
    await voices.fetch();
    expect(voices.natural.phase).toMatchObject({ type: 'failed', code: 'download-failed' });
    expect(voices.now).toBe(joe);
  });

  it('whose fetch breaks off waits to go on, and can be cancelled there', async () => {
    const voices = open();
    await voices.open();
    download.reject(new AppError('download-failed'));
    const fetched = voices.fetch();
    await vi.waitFor(() => expect(voices.natural.phase.type).toBe('cut'));
    expect(voices.missing).toBe(null);
    expect(voices.used).toContain('kokoro');
    voices.cancel();
    await fetched;
    expect(voices.natural.phase.type).toBe('absent');
  });

  it('whose fetch breaks off never says that it failed, and not what another tab left of it', async () => {
    const voices = open();
    await voices.open();
    const phases = vi.spyOn(voices.natural, 'phase', 'set');
    download.reject(new AppError('download-failed'));
    const fetched = voices.fetch();
    await vi.waitFor(() => expect(voices.natural.phase.type).toBe('cut'));
    expect(phases.mock.calls.map(([{ type }]) => type)).toEqual(['fetching', 'cut']);
    voices.leave();
    await fetched;
    expect(voices.natural.phase.type).toBe('looking');
  });

  it('whose fetch broke off is not fetched under the name of another, which may be here', async () => {
    const voices = open();
    chosen = { ...chosen, voice: heart };
    await voices.open();
    download.reject(new AppError('download-failed'));
    const fetched = voices.fetch();
    await vi.waitFor(() => expect(voices.natural.phase.type).toBe('cut'));
    stored.add(george);
    await voices.choose(george);
    await fetched;
    expect(start).toHaveBeenCalledWith(george, expect.anything());
    expect(voices.now).toBe(george);
  });

  it('gives its memory back where it is too slow and nobody asked for it by name', async () => {
    measured = 2.5;
    download.resolve();
    const voices = open();
    await voices.open();
    await voices.fetch();
    expect(voices.natural.phase.type).toBe('stored');
    expect(end).toHaveBeenCalledWith(heart);
    expect(voices.now).toBe(joe);
    await voices.choose(heart);
    expect(measure).toHaveBeenCalledTimes(2);
    expect(voices.now).toBe(heart);
    await voices.choose(joe);
    expect(voices.natural.phase.type).toBe('stored');
    expect(voices.now).toBe(joe);
  });

  it('speaks as the other of its voices where that one is chosen, also while it is starting', async () => {
    stored = new Set([heart, george]);
    remembered = 0.5;
    const voices = open();
    await voices.open();
    expect(voices.now).toBe(heart);
    await voices.choose(george);
    expect(end).toHaveBeenLastCalledWith(heart);
    expect(voices.now).toBe(george);
    const started = deferred<void>();
    start.mockReturnValueOnce(started.promise);
    const heartAgain = voices.choose(heart);
    await vi.waitFor(() => expect(voices.natural.phase.type).toBe('starting'));
    await voices.choose(george);
    started.resolve();
    await heartAgain;
    expect(start.mock.calls.map(([voice]) => voice)).toEqual([heart, george, heart, george]);
    expect(voices.now).toBe(george);
  });

  it('of which only one is here asks for the file of the other alone, and joe speaks until it comes', async () => {
    stored = new Set([heart]);
    remembered = 0.5;
    const voices = open();
    await voices.open();
    expect([voices.now, voices.missing]).toEqual([heart, null]);
    await voices.choose(george);
    expect([voices.natural.phase.type, voices.now, voices.missing]).toEqual([
      'absent',
      joe,
      george,
    ]);
    expect(end).toHaveBeenLastCalledWith(heart);
    await voices.choose(heart);
    expect([voices.now, voices.missing]).toEqual([heart, null]);
    await voices.choose(george);
    download.resolve();
    await voices.fetch();
    expect([voices.now, voices.missing]).toEqual([george, null]);
  });

  it('that is chosen while the other is being fetched is looked for once that is here', async () => {
    const voices = open();
    await voices.open();
    await voices.choose(heart);
    const fetched = voices.fetch();
    await voices.choose(george);
    download.resolve();
    await fetched;
    expect([voices.natural.phase.type, voices.now]).toEqual(['absent', joe]);
    await voices.choose(heart);
    expect(voices.now).toBe(heart);
  });

  it('that is stored starts by itself only where it will be used, and is not measured again', async () => {
    stored = new Set([heart, george]);
    remembered = 2.5;
    await open().open();
    expect(start).not.toHaveBeenCalled();
    remembered = 0.5;
    const voices = open();
    await voices.open();
    expect(voices.now).toBe(heart);
    expect(measure).not.toHaveBeenCalled();
  });

  it('that its worker took with it leaves joe to speak', async () => {
    stored = new Set([heart, george]);
    remembered = 0.5;
    const voices = open();
    await voices.open();
    lose(heart);
    expect(voices.now).toBe(joe);
  });
});

describe('another tab that takes the models', () => {
  it('ends the fetch, and the voice is looked for anew once they are back', async () => {
    const voices = open();
    await voices.open();
    const fetched = voices.fetch();
    voices.leave();
    await fetched;
    stored = new Set([heart, george]);
    await voices.open();
    expect(voices.natural.phase.type).toBe('ready');
  });

  it('leaves a voice that was starting as it found it', async () => {
    stored = new Set([heart, george]);
    const started = deferred<void>();
    start.mockReturnValueOnce(started.promise);
    const voices = open();
    const opened = voices.open();
    await vi.waitFor(() => expect(voices.natural.phase.type).toBe('starting'));
    voices.leave();
    started.reject(new AppError('aborted'));
    await opened;
    expect(voices.natural.phase.type).toBe('looking');
  });
});

describe('trying a voice', () => {
  it('speaks with what speaks next, until it is over', async () => {
    const voices = open();
    const over = voices.try('Hello.');
    expect(voices.trying).toBe(true);
    expect(begin).toHaveBeenCalledWith(expect.objectContaining({ voice: joe, rate: 1 }));
    await over;
    expect(voices.trying).toBe(false);
  });

  it('is over where it could not be heard', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const voices = open();
    const end = () => Promise.reject(new Error('no sound'));
    begin.mockReturnValueOnce({ push() {}, end, heardUpTo: 0 });
    await voices.try('Hello.');
    expect(voices.trying).toBe(false);
    warn.mockRestore();
  });

  it('stops when pressed again', async () => {
    const voices = open();
    const over = voices.try('Hello.');
    await voices.try('Hello.');
    expect(begin.mock.calls[0]![0].signal.aborted).toBe(true);
    await over;
    expect(begin).toHaveBeenCalledOnce();
  });

  it("uses the device's own voice before joe is here, and nothing where there is none", async () => {
    joeIsReady = false;
    await open().try('Hello.');
    expect(begin).not.toHaveBeenCalled();
    system = [{ uri: 'sam', name: 'Sam', language: 'en-US', isDefault: true }];
    await open().try('Hello.');
    expect(begin).toHaveBeenCalledWith(expect.objectContaining({ voice: 'system/sam' }));
  });
});
