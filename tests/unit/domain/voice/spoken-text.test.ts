import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenText } from '../../../../src/domain/voice/spoken-text';

describe('what a voice says', () => {
  it.each([
    ['Water the **roots**, *not* the `leaves`.', 'Water the roots, not the leaves.'],
    ['__Never__ at _noon_, ~~often~~ rarely.', 'Never at noon, often rarely.'],
    ['***Very*** un**believ**able', 'Very unbelievable'],
    ['**A bold start that is not', 'A bold start that is not'],
    ['Set `max_old_space` and call __init__.', 'Set max_old_space and call init.'],
    ['A snake_case_name stays.', 'A snake_case_name stays.'],
    ['``a `b` c`` and `**kwargs`', 'a b c and kwargs'],
    ['2 * 3 = 6 and 4*5 = 20', '2 times 3 = 6 and 4 times 5 = 20'],
    ['A price of 5\\* and \\_this\\_', 'A price of 5 and _this_'],
  ])('leaves the emphasis and code marks out: %s', (markdown, said) => {
    expect(spokenText(markdown)).toBe(said);
  });

  it.each([
    ['## Early blight ##', 'Early blight'],
    ['- Mulch', 'Mulch'],
    ['  * Mulch', 'Mulch'],
    ['3. Mulch', 'Mulch'],
    ['2) Mulch', 'Mulch'],
    ['- [x] Mulch', 'Mulch'],
    ['> - Mulch', 'Mulch'],
    ['It has #3 of C# and -5 degrees.', 'It has #3 of C# and -5 degrees.'],
    ['4.', '4.'],
    ['---', ''],
    ['', ''],
  ])('leaves the marks of lines out: %s', (markdown, said) => {
    expect(spokenText(markdown)).toBe(said);
  });

  it.each([
    ['See [the guide](https://example.org/a_(b) "Guide").', 'See the guide.'],
    ['See [`the` *guide*][1].', 'See the guide.'],
    ['![A leaf](https://example.org/leaf.png)', 'A leaf'],
    ['[![A leaf](leaf.png)](https://example.org)', 'A leaf'],
    ['As in [1], or f[i](x + 1).', 'As in [1], or f[i](x + 1).'],
    ['[1]: https://example.org/x', ''],
    ['Look at https://www.example.org/a?b=1#c.', 'Look at example.org.'],
    ['(**https://me@example.org:8080/a**)', '(example.org)'],
    ['`https://example.org/a_b`', 'example.org'],
    ['<https://example.org/a> or <mailto:a@example.org>', 'example.org or a@example.org'],
    ['[https://example.org/a](https://example.org/a)', 'example.org'],
    ['www.example.org/a, too', 'example.org, too'],
  ])('says no address: %s', (markdown, said) => {
    expect(spokenText(markdown)).toBe(said);
  });

  it('says once that there is code, and reads none of it', () => {
    expect(
      spokenText('Run this:\n\n```js\nconst a = 1;\n```\n\nThen:\n\n~~~\nb\n```\n~~~\nDone.'),
    ).toBe('Run this: Code is on screen. Then: Done.');
    expect(spokenText('1. Run\n   ```sh\n   rm -r x\n   ```\n2. Rest')).toBe(
      'Run. Code is on screen. Rest',
    );
    expect(spokenText('````md\n```\ninside\n```\n````\nAfter')).toBe('Code is on screen. After');
  });

  it('takes a fence that is still open as code to its end', () => {
    expect(spokenText('Run:\n```js\nconst a = 1;')).toBe('Run: Code is on screen.');
  });

  it('takes backticks around words on one line as code in a sentence', () => {
    expect(spokenText('```npm start``` starts it.')).toBe('npm start starts it.');
  });

  it('reads a table row by row, without pipes and rules', () => {
    expect(spokenText('| Plant | Water |\n|:--|--:|\n| Basil | *much* |\n| Thyme | little |')).toBe(
      'Plant, Water. Basil, much. Thyme, little',
    );
    expect(spokenText('Basil | much')).toBe('Basil, much');
  });

  it('pauses between lines that stand alone, and not within a paragraph', () => {
    expect(spokenText('# Steps\n- Dig\n- Plant!\n\nWater it\nevery day')).toBe(
      'Steps. Dig. Plant! Water it every day',
    );
  });

  it('never says an asterisk, a backtick or an address, whatever is written', () => {
    const piece = fc.constantFrom(
      ...[
        '*',
        '**',
        '`',
        '```',
        '\n',
        ' ',
        '# ',
        '- ',
        '| ',
        '[a](',
        ')',
        '_',
        '\\',
        '1. ',
        '2',
        'b',
      ],
      ...['https://example.org/secret', '> ', '~~~', '---', '![', '](', '<', '>'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(spokenText(pieces.join(''))).not.toMatch(/[*`]|:\/\/|secret/);
      }),
      { numRuns: 500 },
    );
  });
});
