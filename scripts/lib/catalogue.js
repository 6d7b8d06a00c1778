/** The catalogue as scripts read it: every `models/<id>.json`, as written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.js';

const folder = join(root, 'models');

export function readCatalogue() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'schema.json')
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** Files of the lite tier, each content once: what everybody needs, and the optional models that are named. */
export function liteFiles(named = [], models = readCatalogue()) {
  const files = new Map();
  for (const model of models) {
    if (model.tier !== 'lite' || (model.optional && !named.includes(model.id))) continue;
    for (const file of model.files) files.set(file.sha256, { ...file, modelId: model.id });
  }
  return [...files.values()];
}
