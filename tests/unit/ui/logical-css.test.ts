/** Styles name the sides by the direction of reading, so that a language that begins at the right is laid out by `dir` alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/lib/paths.js';

const folder = join(root, 'src/ui');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(svelte|css)$/.test(file),
);

/** A place in a photo is the same whichever way a page is read; a field's words may be read another way than the page. */
const meant = [
  'chat/Field.svelte: padding-right: calc(var(--act) + 8px)',
  'chat/Field.svelte: padding-right: 14px',
  'chat/Field.svelte: padding-left: calc(var(--act) + 8px)',
  'plants/FrameHandles.svelte: left: -30px',
  'plants/FrameHandles.svelte: right: -30px',
];

const sided = /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)\b/;
const cornered = /^border-(?:top|bottom)-(?:left|right)-radius$/;
const sidedValue = /^(?:text-align|float|clear|justify-content|justify-items)$/;
const foursided = /^(?:margin|padding|inset|border-width|scroll-padding|scroll-margin)$/;

function isPhysical(property: string, value: string): boolean {
  if (sided.test(property) || cornered.test(property)) return true;
  if (sidedValue.test(property)) return /\b(?:left|right)\b/.test(value);
  const sides = value.split(/\s+(?![^(]*\))/);
  return foursided.test(property) && sides.length === 4 && sides[1] !== sides[3];
}

/** Each declaration of the style sheet of a file that names a side of the screen. */
function physicalIn(text: string): string[] {
  const styles = text.includes('<style>') ? text.slice(text.indexOf('<style>')) : text;
  return [...styles.matchAll(/([a-z-]+)\s*:\s*([^;{}]+);/g)]
    .filter(([, property, value]) => isPhysical(property!, value!.trim()))
    .map(([declaration]) => declaration.slice(0, -1));
}

describe('styles', () => {
  it('are looked through for what names a side', () => {
    const found = (styles: string) => physicalIn(`a { ${styles} }`);
    expect(found('margin-left: 4px;')).toHaveLength(1);
    expect(found('left: 0;')).toHaveLength(1);
    expect(found('text-align: right;')).toHaveLength(1);
    expect(found('padding: 1px 2px 3px 4px;')).toHaveLength(1);
    expect(found('border-top-left-radius: 4px;')).toHaveLength(1);
    expect(found('margin: 0 max(1px, 2px) 0 max(1px, 2px);')).toEqual([]);
    expect(found('margin-inline-start: 4px; text-align: start; padding: 1px 2px;')).toEqual([]);
  });

  it('name no side of the screen', () => {
    const found = files.flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const isStyle = file.endsWith('.css') || text.includes('<style>');
      return isStyle ? physicalIn(text).map((declaration) => `${file}: ${declaration}`) : [];
    });
    expect(found.filter((each) => !meant.includes(each))).toEqual([]);
  });
});
