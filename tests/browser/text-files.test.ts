/** Small text files that are chosen, dropped or pasted: their text is put into the question. */
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { mostTextLetters } from '../../src/domain/given/text';
import { take } from '../../src/ui/photos/text-file';
import { compose } from './support/compose';

const file = (text: BlobPart, name: string, type = 'text/plain') =>
  new File([text], name, { type });

/** Whether the browser goes on to do what it does with it, which is to leave the app for a file. */
function drag(type: 'dragover' | 'drop', files: readonly File[], text = '') {
  const data = new DataTransfer();
  for (const each of files) data.items.add(each);
  if (text !== '') data.setData('text/plain', text);
  const goesOn = dispatchEvent(new DragEvent(type, { dataTransfer: data, cancelable: true }));
  flushSync();
  return goesOn;
}
function composed() {
  const { chat, photos } = compose();
  return { chat, photos: Object.assign(photos, { add: vi.fn(async () => []) }) };
}

describe('what is dropped on the page', () => {
  it('is added, and does not make the browser leave, before anything more was fetched', () => {
    const { photos } = composed();
    const photo = file('x', 'leaf.png', 'image/png');
    expect(drag('dragover', [photo])).toBe(false);
    expect(drag('drop', [photo])).toBe(false);
    expect(photos.add).toHaveBeenCalledExactlyOnceWith([photo]);
  });

  it('is added once where all was fetched', async () => {
    const { photos } = composed();
    const photo = file('x', 'leaf.png', 'image/png');
    await vi.waitFor(() => {
      drag('dragover', [photo]);
      expect(document.querySelector('.veil')).not.toBeNull();
    });
    drag('drop', [photo]);
    expect(photos.add).toHaveBeenCalledExactlyOnceWith([photo]);
    expect(document.querySelector('.veil')).toBeNull();
  });

  it('is left to the browser where it is a text that was dragged', () => {
    const { photos } = composed();
    expect(drag('dragover', [], 'By 10 am.')).toBe(true);
    expect(drag('drop', [], 'By 10 am.')).toBe(true);
    expect(photos.add).not.toHaveBeenCalled();
  });
});

describe('a text file', () => {
  it('that is dropped is put below what is written, and photos stay photos', async () => {
    const { chat, photos } = composed();
    chat.draft = 'When is check-out?';
    const photo = file('x', 'leaf.png', 'image/png');
    drag('drop', [file('By 10 am.\n', 'rules.txt'), photo, file('# Wifi', 'wifi.md', '')]);
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
