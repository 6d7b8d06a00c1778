import { describe, expect, it } from 'vitest';
import { ErasedNote } from '../../../../src/services/kept/erased-note';

function tab() {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

describe('the note that all was erased', () => {
  it('is taken once, by the next page of its tab', () => {
    const [storage, other] = [tab(), tab()];
    expect(new ErasedNote(storage).take()).toBe(false);
    new ErasedNote(storage).leave();
    expect(new ErasedNote(other).take()).toBe(false);
    expect(new ErasedNote(storage).take()).toBe(true);
    expect(new ErasedNote(storage).take()).toBe(false);
  });

  it('is missing where a tab keeps nothing, and nothing fails', () => {
    const full = tab();
    full.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    for (const storage of [full, null]) {
      new ErasedNote(storage).leave();
      expect(new ErasedNote(storage).take()).toBe(false);
    }
  });
});
