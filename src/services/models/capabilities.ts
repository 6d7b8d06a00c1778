/** What this device has, as far as the browser says it. */
import type { DeviceFacts, Graphics } from '../../domain/models/plans';

interface MemoryTold {
  /** Chromium alone tells it. */
  readonly deviceMemory?: number;
}

export function deviceFacts(
  from: Pick<Navigator, 'hardwareConcurrency'> & MemoryTold = navigator,
  isolated = globalThis.crossOriginIsolated,
): DeviceFacts {
  const { hardwareConcurrency: cores = 1, deviceMemory: memoryGb = null } = from;
  return { cores, memoryGb, isolated };
}

/** Some drivers never answer; a device whose graphics card takes this long is used without it. */
const patienceMs = 5000;
const softwareNames = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

/** Older browsers say it of the adapter itself. */
const saysFallback = (adapter: object): boolean =>
  (adapter as { readonly isFallbackAdapter?: boolean }).isFallbackAdapter === true;

/** The adapter that WebGPU would run on; null where there is none. */
export async function findGraphics(
  gpu: Pick<GPU, 'requestAdapter'> | null = navigator.gpu ?? null,
): Promise<Graphics | null> {
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  const asked = gpu?.requestAdapter().catch(() => null);
  const adapter = (await Promise.race([asked, tooLong])) ?? null;
  if (!adapter) return null;
  const { vendor, architecture, description } = adapter.info;
  const isSoftware =
    saysFallback(adapter) ||
    saysFallback(adapter.info) ||
    softwareNames.test(`${architecture} ${description}`);
  return {
    name: `${vendor} ${architecture}`.trim(),
    isSoftware,
    hasF16: adapter.features.has('shader-f16'),
  };
}
