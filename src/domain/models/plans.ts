/** Which variants of a model a device can take and in which order they are tried; and which ears suit it. Pure rules. */
import type { ModelDescription, ModelPlan, ModelVariant } from './model';
import type { Settings } from '../settings';

/** A WebGPU adapter. */
export interface Graphics {
  /** Vendor and architecture, as far as the browser says them. */
  readonly name: string;
  /** Computed by the processor: right, and slower than WASM. */
  readonly isSoftware: boolean;
  readonly hasF16: boolean;
}

export interface DeviceFacts {
  readonly cores: number;
  /** Rounded by the browser, which tells no more than 8 or 32; null where it tells nothing. */
  readonly memoryGb: number | null;
  /** Without cross-origin isolation there is one thread. */
  readonly isolated: boolean;
}

export interface Capabilities extends DeviceFacts {
  readonly graphics: Graphics | null;
}

/** Why a variant cannot be taken here. */
export type Obstacle =
  | 'no-webgpu'
  | 'software-webgpu'
  | 'no-f16'
  | 'no-threads'
  | 'little-memory'
  /** It needs WebGPU, and the person chose the processor. */
  | 'processor-chosen'
  /** It was tried here and did not work. */
  | 'refused';

/**
 * Of the memory that a device says it has. The rest is for the browser, the ears and the voice (0.6 GB, or 0.8 GB of 8 or
 * more), and the small mind (0.7 GB), which answers until the other one is ready.
 */
const largestShare = 0.4;

/** Two threads are what small devices keep free; more than four bring nothing to models of this size. */
export function threadsFor(cores: number): number {
  if (cores <= 2) return cores;
  return Math.min(4, Math.floor(cores / 2));
}

/** A person who chose the device by hand is only kept from what cannot work at all. */
function obstacleOf(
  { device, needs, memoryBytes }: ModelVariant,
  { graphics, memoryGb, isolated }: Capabilities,
  choice: Settings['device'],
): Obstacle | null {
  if (device === 'webgpu') {
    if (choice === 'wasm') return 'processor-chosen';
    if (!graphics) return 'no-webgpu';
    if (graphics.isSoftware && choice === 'auto') return 'software-webgpu';
    if (needs.includes('shader-f16') && !graphics.hasF16) return 'no-f16';
  }
  if (needs.includes('threads') && !isolated) return 'no-threads';
  const tooLarge = memoryGb !== null && memoryBytes > memoryGb * 1e9 * largestShare;
  return choice === 'auto' && tooLarge ? 'little-memory' : null;
}

const inOrder = (model: ModelDescription): ModelVariant[] =>
  (['webgpu', 'wasm'] as const).flatMap((device) =>
    model.variants.filter((variant) => variant.device === device),
  );

/** Those whose needs are met, WebGPU before WASM and otherwise as the catalogue orders them. */
export function candidatePlans<Model extends ModelDescription>(
  model: Model,
  capabilities: Capabilities,
  choice: Settings['device'],
): ModelPlan<Model>[] {
  const threads = threadsFor(capabilities.cores);
  return inOrder(model)
    .filter((variant) => obstacleOf(variant, capabilities, choice) === null)
    .map((variant) => ({ model, variant, threads }));
}

/** What stands in the way of the least demanding variant; null where nothing does. */
export function obstacleTo(
  model: ModelDescription,
  capabilities: Capabilities,
  choice: Settings['device'],
): Obstacle | null {
  const obstacles = inOrder(model).map((variant) => obstacleOf(variant, capabilities, choice));
  return obstacles.includes(null) ? null : (obstacles.at(-1) ?? null);
}

export type EarsId = Exclude<Settings['earsModel'], 'auto'>;

/**
 * Weak is a device with a single core, where the ears would share one thread with everything else, or with 2 GB of memory
 * or less, of which the lite tier with the larger ears takes more than half. Two cores keep up with the larger ears.
 * Phones are slow with many cores, so the number of cores alone says little.
 */
const isWeak = ({ cores, memoryGb }: DeviceFacts): boolean =>
  cores < 2 || (memoryGb !== null && memoryGb <= 2);

export function earsFor(wanted: Settings['earsModel'], device: DeviceFacts): EarsId {
  if (wanted !== 'auto') return wanted;
  return isWeak(device) ? 'whisper-tiny' : 'whisper-base';
}
