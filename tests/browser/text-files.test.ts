/** Small text files that are chosen, dropped or pasted: their text is put into the question. */
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { mostTextLetters } from '../../src/domain/given-text';
import Arrivals from '../../src/ui/photos/Arrivals.svelte';
import { take } from '../../src/ui/photos/text-file';
import { host, show } from './support/screen';

const file = (text: BlobPart, name: string, type = 'text/plain') =>
  new File([text], name, { type });

function drop(files: readonly File[]) {
  const data = new DataTransfer();
  for (const each of files) data.items.add(each);
  dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  flushSync();
}

describe('a text file', () => {
  it('that is dropped is put below what is written, and photos stay photos', async () => {
    const chat = { draft: 'When is check-out?' };
    const photos = { add: vi.fn(async () => []) };
    show(Arrivals, { chat, photos }, {});
    host.insertAdjacentHTML('beforeend', '<textarea id="question"></textarea>');
    const photo = file('x', 'leaf.png', 'image/png');
    drop([file('By 10 am.\n', 'rules.txt'), photo, file('# Wifi', 'wifi.md', '')]);
    await vi.waitFor(() => expect(photos.add).toHaveBeenCalledOnce());
    expect(photos.add).toHaveBeenCalledWith([photo]);
    expect(chat.draft).toBe('When is check-out?\n\nBy 10 am.\n\n# Wifi\n');
    expect(document.activeElement?.id).toBe('question');
  });

  it('is refused where it is too large, empty, or no text', async () => {
    const chat = { draft: '' };
    const refused = [
      file('a'.repeat(mostTextLetters + 1), 'long.txt'),
      file('ä'.repeat(mostTextLetters + 1), 'letters.txt'),
      file('', 'empty.txt'),
      file(new Uint8Array([0xff, 0xfe, 0x41]), 'other.txt'),
      file('a\0b', 'binary.txt'),
    ];
    expect(await take(chat, refused)).toEqual(refused);
    expect(chat.draft).toBe('');
    for (const letter of ['a', '字']) {
      chat.draft = '';
      expect(await take(chat, [file(letter.repeat(mostTextLetters), 'long.txt')])).toEqual([]);
      expect(chat.draft).toHaveLength(mostTextLetters + 1);
    }
  });
});
