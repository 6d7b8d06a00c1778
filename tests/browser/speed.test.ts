/** What an answer took, opened, and what the last ones took. */
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Receipt as Figures } from '../../src/domain/conversations/conversation';
import Receipt from '../../src/ui/chat/Receipt.svelte';
import SpeedButton from '../../src/ui/speed/SpeedButton.svelte';
import { speed as words } from '../../src/ui/speed/told';
import { find, host, show } from './support/screen';

const spoken: Figures = {
  modelId: 'm',
  device: 'wasm',
  earsModelId: 'whisper-base',
  voiceId: 'joe/joe',
  tokensPerSecond: 12,
  decisionMs: 700,
  transcriptMs: 100,
  firstTokenMs: 300,
  firstSentenceMs: 400,
  firstAudioMs: 900,
};
const app = (receipts: readonly Figures[]) => ({
  minds: { model: (id: string) => (id === 'm' ? { name: 'Mint' } : undefined) },
  async *receipts() {
    yield { receipts, lookedIn: null };
  },
});
const press = (name: string) => {
  [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click();
  flushSync();
};

describe('what an answer took', () => {
  it('is one line, until it is opened', async () => {
    show(Receipt, app([]), { receipt: spoken, writer: 'Mint' });
    expect(find('dl')).toBeNull();
    find('summary').click();
    await expect.poll(() => find('dl')).not.toBeNull();
    const facts = new Map(
      [...host.querySelectorAll('dl > div')].map(({ children }) => [
        children[0]!.textContent,
        children[1]!.textContent,
      ]),
    );
    expect(facts.get('From your last word to the first sound')).toBe('1.6 s');
    expect(facts.get('First sentence after')).toBe('0.4 s');
    expect(host.textContent).toContain('0.7 s after your last word');
    expect(host.textContent).toContain(words.heading);
  });
});

describe('how fast answers come', () => {
  it('is told on how many answers it rests, by which mind and on which device', async () => {
    show(SpeedButton, app([spoken, spoken, spoken]), {});
    press(words.heading);
    await expect.poll(() => find('table')).not.toBeNull();
    expect(find('dialog p').textContent).toBe(
      'The last 3 answers, written by Mint on the processor, heard by Whisper base, spoken by Joe.',
    );
    const rows = [...host.querySelectorAll('tbody tr')].map(({ children }) =>
      [...children].map(({ textContent }) => textContent),
    );
    expect(rows[0]).toEqual(['Clear that you had finished', '0.7 s', '0.7 s', '3']);
    expect(rows).toHaveLength(5);
  });

  it('has a bar whose parts are as long as what they stand for, and said in words', async () => {
    show(SpeedButton, app([spoken, spoken, spoken]), {});
    press(words.heading);
    await expect.poll(() => find('ol')).not.toBeNull();
    const bar = host.querySelector('dialog > svg')!;
    const widths = [...bar.children].map((part) => parseFloat(part.getAttribute('width')!));
    expect(widths).toEqual([43.75, 6.25, 12.5, 6.25, 31.25]);
    const listed = [...host.querySelectorAll('ol li')].map(({ textContent }) => textContent.trim());
    expect(listed[0]).toMatch(/^Waiting whether you go on\s*0\.70 s$/);
    expect(listed).toHaveLength(5);
  });

  it('fits a small phone', async () => {
    show(SpeedButton, app([spoken, spoken, spoken]), {});
    press(words.heading);
    await expect.poll(() => find('table')).not.toBeNull();
    const sheet = find('dialog');
    sheet.style.width = '336px';
    expect(sheet.scrollWidth).toBeLessThanOrEqual(sheet.clientWidth);
  });

  it('is told as it is read, of how many conversations, and read no more once it is closed', async () => {
    let more = () => {};
    let signal: AbortSignal | undefined;
    const slices = async function* () {
      yield { receipts: [spoken, spoken, spoken], lookedIn: 20 };
      await new Promise<void>((resolve) => (more = resolve));
      yield { receipts: [spoken, spoken, spoken, spoken], lookedIn: 500 };
    };
    const receipts = async (closing: AbortSignal) => {
      signal = closing;
      return slices();
    };
    show(SpeedButton, { ...app([]), receipts }, {});
    press(words.heading);
    await expect.poll(() => find('table')).not.toBeNull();
    const status = find('dialog > [role=status]:last-child');
    expect(status.textContent.trim()).toBe(words.reading);
    expect(find('tbody td:last-child').textContent).toBe('3');
    more();
    await expect.poll(() => status.textContent.trim()).toBe(words.lookedIn(500));
    expect(find('tbody td:last-child').textContent).toBe('4');
    expect(signal!.aborted).toBe(false);
    find<HTMLDialogElement>('dialog').close();
    await expect.poll(() => signal!.aborted).toBe(true);
  });

  it('says that not all of it could be read', async () => {
    const receipts = () => Promise.reject(new Error('closed'));
    show(SpeedButton, { ...app([]), receipts }, {});
    press(words.heading);
    await expect.poll(() => find('[role=alert]')?.textContent).toBe(words.unread);
  });

  it('is not told of two answers', async () => {
    show(SpeedButton, app([spoken, spoken]), {});
    press(words.heading);
    await expect.poll(() => host.textContent).toContain(words.tooFew);
    expect(find('table')).toBeNull();
  });

  it('can be copied, as it is told', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show(SpeedButton, app([spoken, spoken, spoken]), {});
    press(words.heading);
    await expect.poll(() => find('table')).not.toBeNull();
    press(words.copy);
    await expect.poll(() => host.textContent).toContain(words.copied);
    const [text] = write.mock.calls[0]!;
    expect(text).toContain('First sound: half within 0.9 s, 9 of 10 within 0.9 s (3 answers)');
    expect(text).toContain('Making its first sound: 0.50 s');
    write.mockRestore();
  });
});
