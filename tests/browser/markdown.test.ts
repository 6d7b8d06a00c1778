import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withSource } from '../../src/domain/given/source-quote';
import Markdown from '../../src/ui/chat/Markdown.svelte';
import '../../src/ui/look.css';
import { answerTexts, leavingTexts } from '../../src/ui/texts';
import { changeable } from './support/props.svelte';

interface Props {
  text: string;
  spoken?: { start: number; end: number } | null;
}
let host: HTMLElement;
let undo: () => unknown = () => {};

beforeEach(() => {
  host = document.createElement('div');
  host.style.width = '320px';
  document.body.append(host);
});
afterEach(async () => {
  await undo();
  host.remove();
  vi.restoreAllMocks();
  document.documentElement.style.colorScheme = '';
});

function show(given: Props): Props {
  const props = changeable(given);
  const component = mount(Markdown, { target: host, props });
  undo = () => unmount(component);
  flushSync();
  return props;
}
function change(props: Props, to: Partial<Props>): void {
  Object.assign(props, to);
  flushSync();
}
const answer = () => host.querySelector('.words')!;
const find = <E extends Element = HTMLElement>(selector: string) =>
  host.querySelector<E>(selector)!;

describe('the sentence that an answer rests on', () => {
  const own = '> A line that the mind quotes.';

  it('is told from the answer by who cannot see it', () => {
    show({ text: withSource(`It is open.\n\n${own}`, 'Open on Monday.') });
    const [quoted, source] = answer().querySelectorAll('blockquote');
    expect(source!.getAttribute('aria-label')).toBe(answerTexts.source);
    expect(source!.getAttribute('role')).toBe('group');
    expect(quoted!.hasAttribute('aria-label')).toBe(false);
  });

  it('is not what a mind quotes', () => {
    show({ text: own });
    expect(find('blockquote').hasAttribute('aria-label')).toBe(false);
  });
});

describe('an answer on the page', () => {
  it('runs nothing and asks for nothing', async () => {
    const before = performance.getEntriesByType('resource').length;
    show({
      text: [
        '<script>window.ran = true</script>',
        '<img src="/never.png" onerror="window.ran = true">',
        '![a leaf](/never.png)',
        '[go](javascript:window.ran=true)',
        '```html\n<img src="/never.png" onerror="window.ran = true">\n```',
      ].join('\n\n'),
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((window as { ran?: boolean }).ran).toBeUndefined();
    expect(answer().querySelectorAll('script, img, a')).toHaveLength(0);
    expect(answer().textContent).toContain('<script>window.ran = true</script>');
    expect(answer().textContent).toContain('a leaf');
    const asked = performance.getEntriesByType('resource').slice(before);
    expect(asked.filter(({ name }) => name.includes('never'))).toEqual([]);
  });

  it('keeps what is finished while the rest grows', () => {
    const props = show({ text: '# Title\n\nFirst.\n\n```js\nlet a;\n```\n\nSec' });
    const [title, first, code, second] = answer().children;
    const heading = title!.firstChild;
    const words = first!.querySelector('p')!.firstChild;
    const codeText = code!.querySelector('code')!.firstChild;
    change(props, { text: `${props.text}ond, now **longer**.\n\n- more` });
    expect([...answer().children].slice(0, 4)).toEqual([title, first, code, second]);
    expect(title!.firstChild).toBe(heading);
    expect(first!.querySelector('p')!.firstChild).toBe(words);
    expect(code!.querySelector('code')!.firstChild).toBe(codeText);
    expect(second!.textContent).toBe('Second, now longer.\n');
    expect(answer().querySelector('li')!.textContent).toBe('more');
  });

  it('takes its direction from its words, code always from the left', () => {
    show({ text: 'مرحبا بالعالم\n\n```\nx\n```' });
    expect(getComputedStyle(answer()).direction).toBe('rtl');
    expect(getComputedStyle(find('pre')).direction).toBe('ltr');
  });

  it('is never wider than its place: wide code and tables scroll, by keyboard too', () => {
    const wide = 'x'.repeat(300);
    const row = `| ${Array.from({ length: 30 }, (_, index) => `word${index}`).join(' | ')} |`;
    const rule = `|${'---|'.repeat(30)}`;
    show({
      text: `${wide}\n\n\`\`\`\n${wide}\n\`\`\`\n\n${row}\n${rule}\n\n1. a\n   \`\`\`\n   ${wide}\n   \`\`\``,
    });
    expect(host.scrollWidth).toBe(320);
    for (const selector of ['figure pre', '.table']) {
      const scroller = find(selector);
      expect(scroller.scrollWidth, selector).toBeGreaterThan(scroller.clientWidth);
      scroller.focus();
      expect(document.activeElement, selector).toBe(scroller);
      expect(scroller.getAttribute('aria-label'), selector).toBeTruthy();
    }
    expect(find('li pre').scrollWidth).toBe(find('li pre').clientWidth);
  });
});

describe('a link of an answer', () => {
  const address = 'https://xn--bcher-kva.example/read?what=was-said';
  const text = 'Read [the plant guide](https://bücher.example/read?what=was-said).';
  const sheet = () => host.querySelector('dialog');
  const press = async (event: MouseEvent = new MouseEvent('click', cancelable)) => {
    const goesOn = find('.words a').dispatchEvent(event);
    await vi.waitFor(() => expect(sheet()?.open).toBe(true));
    return goesOn;
  };
  const cancelable = { bubbles: true, cancelable: true };
  const button = (name: string) =>
    [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name)!;

  it.each([
    ['a press', new MouseEvent('click', cancelable)],
    ['a press on its words', null],
    ['a press for another tab', new MouseEvent('click', { ...cancelable, ctrlKey: true })],
    ['the middle button', new MouseEvent('auxclick', { ...cancelable, button: 1 })],
  ])('is not followed by %s: the whole address is shown first', async (_what, event) => {
    show({ text: event ? text : text.replace('the plant', '**the plant**') });
    if (event) expect(await press(event)).toBe(false);
    else find('.words a strong').click();
    await vi.waitFor(() => expect(sheet()?.open).toBe(true));
    expect(find('dialog .address').textContent).toBe(address);
    expect(find('dialog h2').textContent).toBe(leavingTexts.heading('xn--bcher-kva.example'));
    expect(document.activeElement).toBe(button(leavingTexts.stay));
  });

  it('leads there from the sheet, in a page that learns nothing of this one', async () => {
    show({ text });
    await press();
    const link = find<HTMLAnchorElement>('dialog a');
    expect([link.href, link.target, link.rel]).toEqual([address, '_blank', 'noopener noreferrer']);
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    await vi.waitFor(() => expect(sheet()).toBeNull());
  });

  it('is left alone by staying, and can be asked for again', async () => {
    show({ text });
    await press();
    button(leavingTexts.stay).click();
    await vi.waitFor(() => expect(sheet()).toBeNull());
    await press();
  });

  it('gives its address to the clipboard', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show({ text });
    await press();
    button(leavingTexts.copy).click();
    await vi.waitFor(() => expect(button(leavingTexts.copied)).toBeDefined());
    expect(write.mock.calls).toEqual([[address]]);
  });
});

describe('a code block', () => {
  const text = '```python\nprint("hello")\n\nprint(1)\n```';
  const status = () => find('[role=status]').textContent;

  it('says its language and copies exactly its code', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show({ text });
    expect(find('.language').textContent).toBe('python');
    expect(status()).toBe('');
    const { width, height } = find('button').getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    find('button').click();
    await vi.waitFor(() => expect(status()).toBe(answerTexts.copied));
    expect(write.mock.calls).toEqual([['print("hello")\n\nprint(1)']]);
    await vi.waitFor(() => expect(status()).toBe(''), { timeout: 10_000 });
  });

  it('says that it could not copy, and copies on the next try', async () => {
    const write = vi
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'))
      .mockResolvedValueOnce();
    show({ text });
    find('button').click();
    const { x, y } = find('button').getBoundingClientRect();
    await vi.waitFor(() => expect(status()).toBe(answerTexts.notCopied));
    expect(find('button').getBoundingClientRect()).toMatchObject({ x, y });
    find('button').click();
    await vi.waitFor(() => expect(status()).toBe(answerTexts.copied));
    expect(write).toHaveBeenCalledTimes(2);
  });

  it('says that it could not copy where there is no clipboard', async () => {
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
    show({ text });
    find('button').click();
    await vi.waitFor(() => expect(status()).toBe(answerTexts.notCopied));
  });
});

describe('the sentence being spoken', () => {
  const text = 'Yes. It is *likely* [blight](https://example.org/yes).\n\n- Yes.\n- **Yes.** Cut.';
  const tinted = () => [...(CSS.highlights.get('spoken') ?? [])].map(String);
  const place = (sentence: string, from = 0) => {
    const start = text.indexOf(sentence, from);
    return { start, end: start + sentence.length };
  };

  it('is tinted in place, and nothing on the page changes or moves', () => {
    const props = show({ text });
    const before = host.innerHTML;
    const box = JSON.stringify(answer().getBoundingClientRect());
    expect(tinted()).toEqual([]);
    change(props, { spoken: place('It is *likely* [blight](https://example.org/yes).') });
    expect(tinted()).toEqual(['It is likely blight.']);
    expect(host.innerHTML).toBe(before);
    expect(JSON.stringify(answer().getBoundingClientRect())).toBe(box);
    change(props, { spoken: null });
    expect(tinted()).toEqual([]);
  });

  it('is the one of several equal sentences that is meant', () => {
    const props = show({ text, spoken: place('- Yes.') });
    const items = host.querySelectorAll('li');
    const holder = () =>
      [...CSS.highlights.get('spoken')!][0]!.startContainer.parentElement!.closest('li');
    expect(holder()).toBe(items[0]);
    change(props, { spoken: place('**Yes.**') });
    expect(tinted()).toEqual(['Yes.']);
    expect(holder()).toBe(items[1]);
  });

  it('stays tinted when its block is written anew, and goes with the answer', async () => {
    const props = show({ text: 'One two. Thr', spoken: { start: 0, end: 8 } });
    change(props, { text: 'One two. Three **four**.' });
    expect(tinted()).toEqual(['One two.']);
    await undo();
    undo = () => {};
    expect(tinted()).toEqual([]);
  });

  it('is not tinted, and does not fail, where the words are not there or the browser cannot', () => {
    const props = show({ text, spoken: { start: 900, end: 950 } });
    expect(tinted()).toEqual([]);
    vi.spyOn(CSS, 'highlights', 'get').mockReturnValue(undefined as unknown as HighlightRegistry);
    change(props, { spoken: place('It is') });
    vi.restoreAllMocks();
    expect(tinted()).toEqual([]);
  });

  it.each(['light', 'dark'])('can be read on its tint, links and quotes too (%s)', (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    show({ text: `${text}\n\n> Quoted`, spoken: place('It is') });
    const ground = getComputedStyle(find('p'), '::highlight(spoken)').backgroundColor;
    expect(ground).not.toBe(getComputedStyle(document.documentElement).backgroundColor);
    for (const selector of ['p', 'a', 'blockquote']) {
      expect(contrast(getComputedStyle(find(selector)).color, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** WCAG 2.2's contrast ratio of two opaque `rgb(…)` colours. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = NaN, green = NaN, blue = NaN] = (colour.match(/^rgb\((.*)\)$/)?.[1] ?? '')
      .split(',')
      .map((part) => Number(part) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = NaN, light = NaN] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
