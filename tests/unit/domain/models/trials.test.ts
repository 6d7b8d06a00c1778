import { describe, expect, it } from 'vitest';
import { begun, ended, isPassed, isRefused, readTrial } from '../../../../src/domain/models/trials';

describe('what became of starting a variant', () => {
  it('refuses what answered wrong or could not be run', () => {
    expect(isRefused(ended('webgpu-unavailable', 'acme'))).toBe(true);
    expect(isRefused(ended('internal', ''))).toBe(true);
    expect(isRefused(ended('worker-crashed', ''))).toBe(true);
  });

  it('refuses nothing that may be better another time', () => {
    for (const code of ['out-of-memory', 'device-lost', 'quota-exceeded'] as const) {
      expect(isRefused(ended(code, ''))).toBe(false);
    }
    expect(isRefused(null)).toBe(false);
    expect(isRefused(ended('passed', ''))).toBe(false);
    expect(isPassed(ended('passed', ''))).toBe(true);
  });

  it('refuses what took the page with it twice, not once', () => {
    const once = begun(null, '');
    expect(isRefused(once)).toBe(false);
    expect(isRefused(begun(once, ''))).toBe(true);
    expect(isRefused(begun(ended('passed', ''), ''))).toBe(false);
  });

  it('holds only on the adapter that it was found out on', () => {
    const trial = ended('webgpu-unavailable', 'acme one');
    expect(readTrial(trial, 'acme one')).toEqual(trial);
    expect(readTrial(trial, 'acme two')).toBeNull();
    for (const value of [undefined, null, 'passed', { outcome: 'passed' }]) {
      expect(readTrial(value, '')).toBeNull();
    }
  });
});
