/**
 * Everything a command needs before it can run: packages, weights, the built app. Each step is skipped when what
 * it would make is there already, so that a second start takes seconds. Only Node's own modules may be imported
 * at the top: on a fresh machine nothing is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from './paths.js';

const stampFolder = join(root, '.cache');

function run(command, args, what) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) {
    console.error(`\n${what} did not work out${error ? `: ${error.message}` : '.'}`);
    process.exit(status || 1);
  }
}

const hashOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('hex');
};

const stampPath = (name) => join(stampFolder, `${name}.stamp`);
const isFresh = (name, value) =>
  existsSync(stampPath(name)) && readFileSync(stampPath(name), 'utf8') === value;
function stamp(name, value) {
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(stampPath(name), value);
}

export function ensurePackages() {
  const lock = hashOf(['package-lock.json']);
  if (existsSync(join(root, 'node_modules')) && isFresh('packages', lock)) return;
  console.log('Installing packages …');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], 'Installing packages');
  stamp('packages', lock);
}

export function ensureModels() {
  run(process.execPath, [join(root, 'scripts/models.js'), '--quiet'], 'Fetching the models');
}

function buildInputs() {
  const below = (folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const catalogue = readdirSync(join(root, 'models')).filter((name) => name.endsWith('.json'));
  return [
    ...below('src'),
    ...below('public'),
    ...below('scripts/lib'),
    ...catalogue.map((name) => join('models', name)),
    'scripts/build.js',
    'index.html',
    'vite.config.ts',
    'svelte.config.js',
    'package-lock.json',
  ].sort();
}

export function ensureBuild() {
  const inputs = hashOf(buildInputs());
  if (existsSync(join(dist, 'index.html')) && isFresh('build', inputs)) return;
  console.log('Building …');
  run(process.execPath, [join(root, 'scripts/build.js')], 'Building the app');
  stamp('build', inputs);
}
