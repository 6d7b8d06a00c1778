import { describe, expect, it } from 'vitest';
import { Drafts } from '../../../../src/services/kept/drafts';

/** What all tabs share, and a tab's own. */
function browser() {
  const facts = new Map<string, unknown>();
  const keeper = {
    fact: async (name: string) => facts.get(name),
    setFact: async (name: string, value: unknown) => void facts.set(name, value),
  };
  const tab = () => {
    const items = new Map<string, string>();
    const storage = {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, value: string) => {
        if (value.length > 100) throw new DOMException('', 'QuotaExceededError');
        items.set(name, value);
      },
      removeItem: (name: string) => void items.delete(name),
    };
    /** As each load of the page does. */
    return {
      load: (): Drafts => new Drafts(keeper, storage),
      lock: () => new Drafts(keeper, null),
    };
  };
  return { tab, erase: () => facts.clear() };
}

describe('the question that is being written', () => {
  it('stays each tab’s own over a reload', async () => {
    const { tab } = browser();
    const [one, two] = [tab(), tab()];
    await one.load().keep('Why are the leaves');
    await two.load().keep('When do I sow');
    expect(await one.load().last()).toBe('Why are the leaves');
    expect(await two.load().last()).toBe('When do I sow');
  });

  it('does not come back from another tab once it was sent', async () => {
    const { tab } = browser();
    const [one, two] = [tab(), tab()];
    await one.load().keep('');
    await two.load().keep('When do I sow');
    expect(await one.load().last()).toBe('');
  });

  it('is not taken from another tab by what is sent from this one', async () => {
    const { tab } = browser();
    const [one, two] = [tab(), tab()];
    await two.load().keep('A letter?');
    await one.load().keep('Why are the leaves');
    await two.load().keep('');
    expect(await tab().load().last()).toBe('Why are the leaves');
    await one.load().keep('');
    expect(await tab().load().last()).toBe('');
  });

  it('is what a tab begins with that starts anew, also without a storage of its own', async () => {
    const { tab } = browser();
    await tab().load().keep('Why are the leaves');
    expect(await tab().load().last()).toBe('Why are the leaves');
    expect(await tab().lock().last()).toBe('Why are the leaves');
  });

  it('is kept whole where it is too long for the tab', async () => {
    const { tab } = browser();
    const one = tab();
    await one.load().keep('short');
    await one.load().keep('x'.repeat(200));
    expect(await one.load().last()).toBe('x'.repeat(200));
  });

  it('is gone once all was erased, and so is what is noted while the page is left', async () => {
    const { tab, erase } = browser();
    const one = tab();
    const drafts = one.load();
    await drafts.keep('Why');
    drafts.forget();
    await drafts.keep('Why are');
    erase();
    expect(await one.load().last()).toBe('');
  });
});

describe('a question that waits to be asked', () => {
  it('is known to have waited after a reload of its tab, until it waits no longer', () => {
    const { tab } = browser();
    const [one, two] = [tab(), tab()];
    one.load().keepWaiting(true);
    expect([one.load().waited, two.load().waited, two.lock().waited]).toEqual([true, false, false]);
    one.load().keepWaiting(false);
    expect(one.load().waited).toBe(false);
    one.load().keepWaiting(true);
    one.load().forget();
    expect(one.load().waited).toBe(false);
  });
});
