/** The photos of `npm run eval:plants`: `<class>/*.jpg`, in an order that is the same each time and mixes the classes. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './named.js';

const aliases = { background__no_leaf: 'not_plant' };

/**
 * @param {string} folder
 * @param {readonly string[]} classes those that are known; any other counts as another plant
 * @returns {{ photos: { path: string, truth: string }[], empty: string[] }} `empty` are folders without any photo
 */
export function plantPhotos(folder, classes) {
  const truthOf = (name) => {
    const known = aliases[name] ?? name;
    return classes.includes(known) ? known : 'other_plant';
  };
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      files: readdirSync(join(folder, name)).filter((file) => /\.(jpe?g|png|webp)$/i.test(file)),
    }));
  const random = seeded(20_261_129);
  const photos = folders
    .flatMap(({ name, files }) =>
      files.map((file) => ({ path: join(folder, name, file), truth: truthOf(name) })),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((photo) => ({ photo, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ photo }) => photo);
  return { photos, empty: folders.flatMap(({ name, files }) => (files.length > 0 ? [] : [name])) };
}
