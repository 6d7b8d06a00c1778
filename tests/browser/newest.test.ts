/** Where a thread is scrolled to while it grows. */
import { createRawSnippet, flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import Newest from '../../src/ui/parts/Newest.svelte';
import { arrives } from '../../src/ui/plants/arrival.svelte';
import { texts } from '../../src/ui/texts';
import { changeable } from './support/props.svelte';
import { find, host, show } from './support/screen';

const list = () => find('ol');
const scroller = () => find('main');
const toNewest = () =>
  [...host.querySelectorAll('button')].find(({ textContent }) =>
    textContent.includes(texts.newest),
  );

function thread(live = false, changing = { roomy: false }) {
  host.style.height = '500px';
  host.style.display = 'grid';
  host.style.gridTemplate = '1fr / 1fr';
  const children = createRawSnippet(() => ({
    render: () => '<ol style="margin:0;padding:0"></ol>',
  }));
  const props = {
    live,
    children,
    get roomy() {
      return changing.roomy;
    },
  };
  show(Newest, {}, props);
}
function add(heightPx: number, name = '') {
  const line = document.createElement('li');
  line.className = name;
  line.style.height = `${heightPx}px`;
  list().append(line);
  return line;
}
/** After what follows a change of size. */
const settled = async () => {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  flushSync();
};
const topOf = (line: Element) =>
  line.getBoundingClientRect().top - scroller().getBoundingClientRect().top;
const isAtEnd = () => scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight < 2;

describe('a card that is looked for', () => {
  it('is in view and has the keys, whatever comes below it meanwhile', async () => {
    thread();
    add(900);
    await settled();
    const card = document.createElement('div');
    card.tabIndex = -1;
    card.style.height = '300px';
    add(0).append(card);
    list().lastElementChild!.removeAttribute('style');
    arrives(card);
    add(1200);
    await settled();
    add(400);
    await settled();
    await settled();
    await settled();
    expect(document.activeElement).toBe(card);
    expect(Math.abs(topOf(card))).toBeLessThan(20);
    // Nor does it go with what comes later.
    add(400);
    await settled();
    expect(Math.abs(topOf(card))).toBeLessThan(20);
    expect(toNewest()).toBeDefined();
  });
});

describe('a thread that grows', () => {
  it('stays at the newest line of an answer that is being written', async () => {
    thread();
    add(400);
    const answer = add(50);
    await settled();
    answer.style.height = '900px';
    await settled();
    expect(isAtEnd()).toBe(true);
    expect(toNewest()).toBeUndefined();
  });

  it('moves nothing under a finger until it is let go', async () => {
    thread();
    add(400);
    const line = add(200);
    await settled();
    const press = (type: string) =>
      line.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0 }));
    const before = topOf(line);
    press('pointerdown');
    add(120);
    await settled();
    expect(topOf(line)).toBe(before);
    press('pointerup');
    await settled();
    expect(isAtEnd()).toBe(true);
    press('pointerdown');
    press('pointercancel');
    add(120);
    await settled();
    expect(isAtEnd()).toBe(true);
    // A press alone is no reason to move, though less than a line is left below.
    scroller().scrollTop -= 20;
    await settled();
    press('pointerdown');
    press('pointerup');
    await settled();
    expect(isAtEnd()).toBe(false);
  });

  it('shows what came whole from its first line, also once it grows by its card', async () => {
    thread();
    add(400);
    const answer = add(30);
    await settled();
    answer.className = 'whole';
    answer.style.height = '120px';
    await settled();
    expect(topOf(answer)).toBeGreaterThanOrEqual(0);
    answer.style.height = '1400px';
    await settled();
    expect(topOf(answer)).toBeGreaterThanOrEqual(0);
    expect(topOf(answer)).toBeLessThan(20);
    // The rest is a press away, and what is opened there moves nothing.
    toNewest()!.click();
    await settled();
    expect(isAtEnd()).toBe(true);
    const before = scroller().scrollTop;
    answer.style.height = '1600px';
    await settled();
    expect(scroller().scrollTop).toBe(before);
    // What is asked next is what everybody wants to see.
    add(60);
    toNewest()?.click();
    add(60);
    await settled();
    expect(isAtEnd()).toBe(true);
  });

  it('leaves somebody where they read further up, while an answer is being written', async () => {
    thread(true);
    add(900);
    const answer = add(400);
    await settled();
    expect(isAtEnd()).toBe(true);
    scroller().scrollTop = 100;
    await settled();
    expect(toNewest()).toBeDefined();
    answer.style.height = '900px';
    await settled();
    expect(scroller().scrollTop).toBe(100);
  });

  it('has the way to its newest line below it, where it covers nothing that is read', async () => {
    thread();
    add(400);
    add(1400, 'whole');
    await settled();
    const thereAbove = scroller().getBoundingClientRect().bottom;
    const there = toNewest()!.getBoundingClientRect();
    expect(there.height).toBeGreaterThan(0);
    expect(there.top).toBeGreaterThanOrEqual(thereAbove);
    expect(there.bottom).toBeLessThanOrEqual(host.getBoundingClientRect().bottom);
  });

  it('moves no word when the line over the field takes the room that it keeps', async () => {
    const props = changeable({ roomy: true });
    thread(false, props);
    add(400);
    const last = add(300);
    await settled();
    const before = topOf(last);
    expect(isAtEnd()).toBe(true);
    const isTalking = (talks: boolean) => {
      host.style.height = talks ? '448px' : '500px';
      props.roomy = !talks;
      return settled();
    };
    await isTalking(true);
    expect(topOf(last)).toBe(before);
    expect(isAtEnd()).toBe(true);
    await isTalking(false);
    expect(topOf(last)).toBe(before);
  });

  it('shows the first line of what comes whole after a longer conversation', async () => {
    thread();
    add(3000);
    await settled();
    list().replaceChildren();
    add(100);
    const answer = add(1400, 'whole');
    await settled();
    expect(topOf(answer)).toBeGreaterThanOrEqual(0);
    expect(topOf(answer)).toBeLessThan(20);
    // It is no scroll of a person's: what comes next is followed.
    add(900);
    await settled();
    expect(isAtEnd()).toBe(true);
  });
});
