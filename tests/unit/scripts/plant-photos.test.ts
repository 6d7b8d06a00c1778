import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantPhotos } from '../../../scripts/lib/plant-photos.js';

const blight = 'tomato__early_blight';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tansy-plants-'));
  const files = {
    [blight]: ['b.jpg', 'a.JPEG', 'notes.txt'],
    background__no_leaf: ['c.png'],
    rose__rust: ['d.webp'],
    bean__rust: [],
  };
  for (const [name, own] of Object.entries(files)) {
    mkdirSync(join(folder, name));
    for (const file of own) writeFileSync(join(folder, name, file), '');
  }
  writeFileSync(join(folder, 'SOURCES.jpg'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the photos of plants', () => {
  it('are of the class of their folder, of another plant, or of none', () => {
    const { photos } = plantPhotos(folder, [blight, 'bean__rust', 'other_plant', 'not_plant']);
    const found = photos.map(({ path, truth }) => [path.slice(folder.length + 1), truth]);
    expect(found.sort()).toEqual([
      ['background__no_leaf/c.png', 'not_plant'],
      ['rose__rust/d.webp', 'other_plant'],
      [`${blight}/a.JPEG`, blight],
      [`${blight}/b.jpg`, blight],
    ]);
  });

  it('come in the same order each time', () => {
    expect(plantPhotos(folder, [])).toEqual(plantPhotos(folder, []));
  });

  it('are none in an empty folder, which is told', () => {
    expect(plantPhotos(folder, []).empty).toEqual(['bean__rust']);
  });
});
