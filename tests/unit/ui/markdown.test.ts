import { describe, expect, it } from 'vitest';
import { findWords } from '../../../src/ui/chat/find-words';
import { markdownBlocks, plainText } from '../../../src/ui/chat/markdown';

const html = (text: string) =>
  markdownBlocks(text)
    .map((block) => ('html' in block ? block.html : `[code ${block.code}]`))
    .join('');

/** @param cells in each row, of its number and that of the cell */
function table(rows: number, columns: number): string {
  const row = (cell: (column: number) => string) =>
    `|${Array.from({ length: columns }, (_, column) => cell(column)).join('|')}|`;
  return [
    row((column) => `head ${column}`),
    row(() => '-'),
    ...Array.from({ length: rows }, (_, at) => row((column) => `cell ${at}.${column}`)),
  ].join('\n');
}

describe('a table', () => {
  const cells = (shown: string) => shown.match(/<t[hd]>/g)?.length ?? 0;

  it('has no heading where that is empty, or the first of its rows', () => {
    const rows = '| 1. Earth | 12.7 |\n| 2. Mars | 6.8 |';
    const empty = html(`| | |\n|---|---|\n${rows}\n\nAfter it.`);
    expect(empty).not.toContain('<th');
    expect(empty.match(/<td>/g)).toHaveLength(4);
    expect(empty).toContain('After it.');
    const first = html(rows.replace('\n', '\n|---|---|\n'));
    expect(first).not.toContain('<th');
    expect(first.match(/<td>/g)).toHaveLength(4);
    expect(html('| | |\n|---|---|')).toContain('<th>');
    expect(html('| Planet | Size |\n|---|---|\n| 1. Earth | 12.7 |')).toContain('<th>Planet</th>');
  });

  it('is shown whole where a page can hold it', () => {
    const shown = html(`${table(200, 5)}\n\nAfter it.`);
    expect(cells(shown)).toBe(201 * 5);
    expect(shown).not.toContain('too large');
  });

  it('of tens of thousands of cells shows its first rows, says so, and keeps what is around it', () => {
    const shown = html(`Before it.\n\n${table(20_000, 4)}\n\nAfter it.`);
    expect(cells(shown)).toBe(2000);
    expect(shown).toContain('head 3');
    expect(shown).toContain('cell 498.3');
    expect(shown).not.toContain('cell 499.0');
    expect(shown).toContain('here are 499 of 20,000 rows. “Copy” takes all of it.');
    expect(shown.match(/<\/table>/g)).toHaveLength(1);
    expect(shown).toMatch(/^<p>Before it\.<\/p>[^]*<p>After it\.<\/p>\n$/);
  });

  it('that is too wide shows its first columns', () => {
    const shown = html(table(10, 300));
    expect(cells(shown)).toBe(11 * 50);
    expect(shown).toContain('cell 9.49');
    expect(shown).not.toContain('head 50<');
    expect(shown).toContain('10 of 10 rows and 50 of 300 columns');
  });

  it('is bounded in a quote too, and each of several by itself', () => {
    const quoted = table(3000, 2).replaceAll(/^/gm, '> ');
    const shown = html(`${quoted}\n\n${table(3, 2)}\n\n${table(3000, 2)}`);
    expect(shown.match(/here are 999 of 3,000 rows/g)).toHaveLength(2);
    expect(cells(shown)).toBe(2000 + 8 + 2000);
  });
});

describe('what an answer may put on the page', () => {
  it('shows HTML as text', () => {
    const shown = html('<script>steal()</script>\n\nA <img src=x onerror=alert(1)> &lt;b&gt;');
    expect(shown).toContain('&lt;script&gt;steal()&lt;/script&gt;');
    expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt; &lt;b&gt;');
    expect(shown).not.toMatch(/<(?!\/?p>)/);
  });

  it.each([
    'https://example.org/a',
    'http://example.org',
    'HTTPS://example.org',
    'mailto:a@example.org',
  ])('links to %s, in a page that learns nothing of this one', (address) => {
    const shown = html(`[the **page**](${address}) <${address.toLowerCase()}>`);
    expect(shown.match(/<a href="[^"]+" rel="noopener noreferrer" target="_blank">/g)).toHaveLength(
      2,
    );
    expect(shown).toContain('>the <strong>page</strong></a>');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    '&#1;javascript:alert(1)',
    'vbscript:x',
    'data:text/html,%3Cscript%3Ealert(1)%3C/script%3E',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//example.org',
    '/settings',
    'http://',
    'https://:80',
    '#top',
    'x:y',
  ])('keeps the words of a link to %s, and no link', (address) => {
    for (const markdown of [`[*words*](<${address}>)`, `[*words*][1]\n\n[1]: <${address}>`]) {
      expect(html(markdown)).toBe('<p><em>words</em></p>\n');
    }
  });

  it('refuses one link and keeps the next', () => {
    expect(html('[a](javascript:a) [b](https://example.org) <javascript:c>')).toMatch(
      /^<p>a <a href="https:\/\/example.org"[^>]*>b<\/a> javascript:c<\/p>\n$/,
    );
  });

  it('shows what an image is called, and no image', () => {
    for (const source of [
      'https://example.org/?what=was-said',
      'data:image/png;base64,AAAA',
      'a.png',
    ]) {
      expect(html(`![A *leaf* <b>](${source} "title")`)).toBe('<p>A leaf &lt;b&gt;</p>\n');
    }
    expect(html('[![A leaf](a.png)](https://example.org)')).toMatch(
      /^<p><a [^>]*>A leaf<\/a><\/p>/,
    );
    expect(html('![A leaf][1]\n\n[1]: https://example.org/a.png')).toBe('<p>A leaf</p>\n');
  });

  it('keeps headings below the title of the page', () => {
    expect(html('# One\n\n###### Six')).toBe('<h2>One</h2>\n<h6>Six</h6>\n');
  });

  it('keeps single line breaks, and takes an indent for no code', () => {
    expect(html('Roses\nViolets')).toContain('Roses<br>\nViolets');
    expect(markdownBlocks('    indented')).toMatchObject([{ html: '<p>indented</p>\n' }]);
  });
});

describe('the blocks of an answer', () => {
  const answer = [
    '# Early blight\n\n',
    'It is **likely**, see `leaf.png`.\n\n',
    '- Remove the leaves\n- Water the roots\n  ```sh\n  nested\n  ```\n\n',
    '```js {1}\nconst a = "<b>";\n\n```\n',
    '| a | b |\n|---|---|\n| 1 | 2 |\n\n',
    '---\n\n',
    '> Quoted\n> twice\n\n',
    'The end.',
  ].join('');

  it('are the parts of the text, code apart', () => {
    const blocks = markdownBlocks(answer);
    expect(blocks).toHaveLength(8);
    expect(blocks[3]).toMatchObject({ code: 'const a = "<b>";\n', language: 'js' });
    expect(blocks.filter((block) => 'code' in block)).toHaveLength(1);
    expect(blocks.map(({ start, end }) => answer.slice(start, end).trim())).toEqual([
      '# Early blight',
      'It is **likely**, see `leaf.png`.',
      '- Remove the leaves\n- Water the roots\n  ```sh\n  nested\n  ```',
      '```js {1}\nconst a = "<b>";\n\n```',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '---',
      '> Quoted\n> twice',
      'The end.',
    ]);
  });

  it('know their place in a text with any line ends', () => {
    const text = 'One\r\n\r\nTwo\rstill\n\nThree';
    expect(markdownBlocks(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      'One',
      'Two\rstill',
      'Three',
    ]);
  });

  it('stay as they are while the answer grows, all but the last', () => {
    let finished: object[] = [];
    for (let length = 1; length <= answer.length; length++) {
      const blocks = markdownBlocks(answer.slice(0, length));
      const content = blocks.map(({ start: _start, end: _end, ...rest }) => rest);
      expect(content.slice(0, finished.length), `after ${length} characters`).toEqual(finished);
      finished = content.slice(0, -1);
    }
    expect(finished).toHaveLength(7);
  });

  it('show a fence that is still open as code', () => {
    expect(markdownBlocks('```py\nprint(1)')).toMatchObject([{ code: 'print(1)', language: 'py' }]);
    expect(markdownBlocks('```')).toMatchObject([{ code: '', language: '' }]);
  });
});

describe('the words of a spoken sentence', () => {
  it('are found without the marks', () => {
    const markdown = '**Water** the [roots](https://example.org/water), “_never_ the leaves”.';
    const shown = 'Other. Water the roots, “never the leaves”. Rest.';
    const found = findWords(shown, plainText(markdown), '');
    expect(found && shown.slice(found.start, found.end)).toBe(
      'Water the roots, “never the leaves”.',
    );
  });

  it('are found at the right one of equal sentences', () => {
    const shown = 'Yes. No. Yes. (Yes.) Yesterday';
    const at = (before: string) => findWords(shown, 'Yes.', before);
    expect(at('')).toEqual({ start: 0, end: 4 });
    expect(at('Yes. No.')).toEqual({ start: 9, end: 13 });
    expect(at('Yes. No. Yes.')).toEqual({ start: 14, end: 20 });
  });

  it('are not found where they are not', () => {
    expect(findWords('Yes and no', 'yes', '')).toBeNull();
    expect(findWords('Yes and no', '…', '')).toBeNull();
    expect(findWords('', 'Yes', '')).toBeNull();
  });
});
