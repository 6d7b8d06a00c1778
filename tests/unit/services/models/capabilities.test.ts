import { describe, expect, it, vi } from 'vitest';
import { deviceFacts, findGraphics } from '../../../../src/services/models/capabilities';

const info = { vendor: 'acme', architecture: 'one', description: '', isFallbackAdapter: false };
function gpu(adapter: object | null) {
  return { requestAdapter: async () => adapter } as unknown as GPU;
}
const adapter = (change: object = {}, features: string[] = []) => ({
  info: { ...info, ...change },
  features: new Set(features),
});

describe('the graphics card', () => {
  it('is named, with what it can do', async () => {
    expect(await findGraphics(gpu(adapter({}, ['shader-f16'])))).toEqual({
      name: 'acme one',
      isSoftware: false,
      hasF16: true,
    });
  });

  it('is none where the browser has no WebGPU, no adapter, or no answer', async () => {
    expect(await findGraphics(null)).toBeNull();
    expect(await findGraphics(gpu(null))).toBeNull();
    const failing = { requestAdapter: () => Promise.reject(new Error('no')) };
    expect(await findGraphics(failing as unknown as GPU)).toBeNull();
    vi.useFakeTimers();
    const silent = findGraphics({ requestAdapter: () => new Promise(() => {}) } as unknown as GPU);
    await vi.advanceTimersByTimeAsync(6000);
    expect(await silent).toBeNull();
    vi.useRealTimers();
  });

  it('is known for an imitation by what it says and by its name', async () => {
    for (const found of [
      adapter({ isFallbackAdapter: true }),
      adapter({ architecture: 'swiftshader' }),
      adapter({ description: 'llvmpipe (LLVM 17)' }),
      { ...adapter(), isFallbackAdapter: true },
    ]) {
      expect((await findGraphics(gpu(found)))?.isSoftware).toBe(true);
    }
  });
});

describe('the device', () => {
  it('is as the browser says, and unknown memory stays unknown', () => {
    const told = { hardwareConcurrency: 4, deviceMemory: 2 };
    expect(deviceFacts(told, true)).toEqual({ cores: 4, memoryGb: 2, isolated: true });
    expect(deviceFacts({ hardwareConcurrency: 4 }, false)).toEqual({
      cores: 4,
      memoryGb: null,
      isolated: false,
    });
  });
});
