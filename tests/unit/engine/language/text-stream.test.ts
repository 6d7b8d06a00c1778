import { describe, expect, it } from 'vitest';
import { TextStream } from '../../../../src/engine/language/text-stream';

/** One token a byte, as a byte-level vocabulary has for rare characters. */
const decode = (ids: number[]) => new TextDecoder().decode(Uint8Array.from(ids));
const bytes = (text: string) => [...new TextEncoder().encode(text)];

describe('TextStream', () => {
  it('gives each character as soon as it is whole, never a part of one', () => {
    const stream = new TextStream(decode);
    const deltas = bytes('aé🐝 b').map((id) => stream.push(id));
    expect(deltas).toEqual(['a', '', 'é', '', '', '', '🐝', ' ', 'b']);
    expect(stream.end()).toBe('');
  });

  it('does not wait for a space', () => {
    const words = ['Gar', 'den', 'ing'];
    const stream = new TextStream((ids) => ids.map((id) => words[id]).join(''));
    expect([0, 1, 2].map((id) => stream.push(id))).toEqual(words);
  });

  it('keeps the space that a token has only after another', () => {
    const words = ['▁Hello', '▁there', '!'];
    const join = (ids: number[]) =>
      ids
        .map((id) => words[id])
        .join('')
        .replaceAll('▁', ' ')
        .trimStart();
    const stream = new TextStream(join);
    expect([0, 1, 2].map((id) => stream.push(id)).join('')).toBe('Hello there!');
  });

  it('drops a character that never became whole, and counts it as not given', () => {
    const stream = new TextStream(decode);
    for (const id of [...bytes('ok'), ...bytes('é').slice(0, 1)]) stream.push(id);
    expect(stream.settledIds).toBe(2);
    expect(stream.end()).toBe('');
  });

  it('decodes only a few ids at a time, however long the answer', () => {
    let longest = 0;
    const stream = new TextStream((ids) => {
      longest = Math.max(longest, ids.length);
      return decode(ids);
    });
    for (let index = 0; index < 500; index += 1) stream.push(97);
    expect(longest).toBeLessThan(8);
  });
});
