import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { Layout } from '../../src/ui/chat/layout.svelte';
import Markdown from '../../src/ui/chat/Markdown.svelte';
import Unlaid from '../../src/ui/chat/Unlaid.svelte';
import Words from '../../src/ui/chat/Words.svelte';
import { texts } from '../../src/ui/texts';
import { find, show, undo } from './support/screen';

const text = '**Water** it.\n\n- twice';
const failing = () =>
  vi
    .fn<() => Promise<{ default: typeof Markdown }>>()
    .mockRejectedValueOnce(new Error('no chunk'))
    .mockResolvedValue({ default: Markdown });

it('lays an answer out once that is fetched, and shows it as it was written until then', async () => {
  const layout = new Layout(async () => ({ default: Markdown }));
  show(Words, {}, { text, layout });
  expect(find('.words').textContent).toBe(text);
  expect(getComputedStyle(find('.words')).whiteSpace).toBe('pre-wrap');
  await vi.waitFor(() => expect(find('.words strong').textContent).toBe('Water'));
  await undo();
  // What is here already is never seen without it.
  show(Words, {}, { text, layout });
  expect(find('.words li').textContent).toBe('twice');
});

it('says below answers that they are not laid out, until another press brings that', async () => {
  const open = failing();
  const layout = new Layout(open);
  show(Unlaid, {}, { layout });
  // There before its words are: what is put in it is read out.
  const status = find('[role=status]');
  expect(status.textContent.trim()).toBe('');
  expect(status.offsetHeight).toBe(0);
  await layout.fetch();
  flushSync();
  expect(status.textContent).toContain(texts.unlaid);
  expect(layout.markdown).toBeUndefined();
  find('button').click();
  await vi.waitFor(() => expect(status.textContent.trim()).toBe(''));
  expect(layout.markdown).toBe(Markdown);
  expect(open).toHaveBeenCalledTimes(2);
});

it('tries again with the next answer', async () => {
  const layout = new Layout(failing());
  await layout.fetch();
  expect(layout.failed).toBe(true);
  show(Words, {}, { text, layout });
  await vi.waitFor(() => expect(find('.words strong').textContent).toBe('Water'));
  expect(layout.failed).toBe(false);
});
