import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/ui/chat/markdown';

describe('named characters in an answer', () => {
  it('are what the browser knows by that name', () => {
    const known = '&amp; &eacute; &copy; &bopf; &NotEqualTilde; &semi; &#8364; &lt;b&gt;';
    expect(plainText(known).trim()).toBe('& é © 𝕓 ≂̸ ; € <b>');
  });

  it('stay as they were written where nothing has that name', () => {
    const unknown = '&nosuch; &notit; &eacute and AT&T;';
    expect(plainText(unknown).trim()).toBe(unknown);
  });
});
