import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../scripts/lib/catalogue.js';
import type { ModelDescription } from '../../../../src/domain/models/model';
import {
  candidatePlans,
  earsFor,
  obstacleTo,
  threadsFor,
  type Capabilities,
  type Graphics,
} from '../../../../src/domain/models/plans';
import type { Settings } from '../../../../src/domain/settings';

const catalogue = readCatalogue() as ModelDescription[];
const model = (id: string) => catalogue.find((candidate) => candidate.id === id)!;

const card: Graphics = { name: 'acme one', isSoftware: false, hasF16: true };
const laptop: Capabilities = { cores: 8, memoryGb: 8, isolated: true, graphics: card };
const withCard = (change: Partial<Graphics>): Capabilities => ({
  ...laptop,
  graphics: { ...card, ...change },
});
const plain: Capabilities = { ...laptop, graphics: null };

const variants = (id: string, device: Capabilities, choice: Settings['device'] = 'auto') =>
  candidatePlans(model(id), device, choice).map(({ variant }) => variant.id);
const obstacle = (id: string, device: Capabilities, choice: Settings['device'] = 'auto') =>
  obstacleTo(model(id), device, choice);

describe('the variants to try', () => {
  it('are those for WebGPU, then those for WASM', () => {
    expect(variants('smolvlm-256m', laptop)).toEqual(['webgpu-mixed', 'wasm-mixed']);
    expect(variants('qwen3.5-0.8b', laptop)).toEqual(['webgpu-q4f16', 'webgpu-q4']);
    expect(obstacle('qwen3.5-0.8b', laptop)).toBeNull();
  });

  it('leave out what needs a graphics card where there is none', () => {
    expect(variants('smolvlm-256m', plain)).toEqual(['wasm-mixed']);
    expect(variants('lfm2.5-vl-450m', plain)).toEqual([]);
    expect(obstacle('lfm2.5-vl-450m', plain)).toBe('no-webgpu');
    expect(obstacle('smolvlm-256m', plain)).toBeNull();
  });

  it('leave out what needs 16-bit numbers where the card has none', () => {
    const old = withCard({ hasF16: false });
    expect(variants('smolvlm-256m', old)).toEqual(['wasm-mixed']);
    expect(variants('lfm2.5-vl-450m', old)).toEqual(['webgpu-q4']);
  });

  it('take an imitated card only where a person asked for it', () => {
    const imitated = withCard({ isSoftware: true });
    expect(variants('smolvlm-256m', imitated)).toEqual(['wasm-mixed']);
    expect(obstacle('lfm2.5-vl-450m', imitated)).toBe('software-webgpu');
    expect(variants('smolvlm-256m', imitated, 'webgpu')).toEqual(['webgpu-mixed', 'wasm-mixed']);
  });

  it('are those for WASM alone where a person chose the processor', () => {
    expect(variants('smolvlm-256m', laptop, 'wasm')).toEqual(['wasm-mixed']);
    expect(obstacle('lfm2.5-vl-450m', laptop, 'wasm')).toBe('processor-chosen');
  });

  it('fit the memory, unless a person insists', () => {
    const phone: Capabilities = { ...plain, memoryGb: 2 };
    expect(variants('smolvlm-256m', phone)).toEqual([]);
    expect(obstacle('smolvlm-256m', phone)).toBe('little-memory');
    expect(variants('smolvlm-256m', phone, 'wasm')).toEqual(['wasm-mixed']);
    expect(variants('smolvlm-256m', { ...plain, memoryGb: 4 })).toEqual(['wasm-mixed']);
    expect(variants('smolvlm-256m', { ...plain, memoryGb: null })).toEqual(['wasm-mixed']);
  });

  it('need the page to be isolated where they need threads', () => {
    const threaded = structuredClone(model('smolvlm-256m'));
    const variant = { ...threaded.variants[1]!, needs: ['threads'] as const };
    const needing = { ...threaded, variants: [variant] } as ModelDescription;
    expect(candidatePlans(needing, laptop, 'auto')).toHaveLength(1);
    expect(obstacleTo(needing, { ...laptop, isolated: false }, 'auto')).toBe('no-threads');
  });

  it('come with the threads that suit the cores', () => {
    expect(candidatePlans(model('smolvlm-256m'), plain, 'auto')[0]!.threads).toBe(4);
    expect([1, 2, 4, 6, 16].map(threadsFor)).toEqual([1, 2, 2, 3, 4]);
  });
});

describe('the ears', () => {
  const ears = (cores: number, memoryGb: number | null) =>
    earsFor('auto', { cores, memoryGb, isolated: true });

  it('are the small ones on a weak device', () => {
    expect(ears(1, 8)).toBe('whisper-tiny');
    expect(ears(8, 2)).toBe('whisper-tiny');
    expect(ears(2, 4)).toBe('whisper-base');
    expect(ears(2, null)).toBe('whisper-base');
  });

  it('are those that a person chose, on any device', () => {
    const weak = { cores: 1, memoryGb: 1, isolated: false };
    expect(earsFor('whisper-base', weak)).toBe('whisper-base');
    expect(earsFor('whisper-tiny', { cores: 16, memoryGb: 32, isolated: true })).toBe(
      'whisper-tiny',
    );
  });
});
