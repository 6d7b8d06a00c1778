import { describe, expect, it } from 'vitest';
import { preloadShell } from '../../../scripts/lib/preload-shell.js';

const main = {
  facadeModuleId: '/tansy/src/main.ts',
  fileName: 'assets/main.js',
  imports: ['assets/shell.js'],
};

const told = (path: string, bundle: object, page = '') =>
  preloadShell().transformIndexHtml.handler(page, { bundle, path });

describe('what the page goes on with', () => {
  it('is named in it, but for what it asks for itself', () => {
    const hrefs = (page?: string) =>
      told('/index.html', { main }, page)?.map(({ attrs }) => attrs.href);
    expect(hrefs()).toEqual(['/assets/main.js', '/assets/shell.js']);
    expect(hrefs('<script src="/assets/main.js">')).toEqual(['/assets/shell.js']);
  });

  it('is missed where the build has not made it', () => {
    expect(() => told('/index.html', {})).toThrow('no main');
  });

  it('is not looked for in another page, as the bench’s', () => {
    expect(told('/tests/bench/index.html', {})).toBeUndefined();
  });
});
