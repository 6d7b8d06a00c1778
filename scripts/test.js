/** `npm test`: prepares what is missing, then every check; the last line counts them all. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findChromium } from './lib/chromium.js';
import { root } from './lib/paths.js';
import { ensureBuild, ensureModels, ensurePackages } from './lib/prepare.js';

const bin = (name) => join(root, 'node_modules', '.bin', name);
const scratch = mkdtempSync(join(tmpdir(), 'tansy-test-'));
let passed = 0;
/** What failed, in words: said again before the last line, where a long log would hide it. */
const failures = [];

function run(command, args) {
  return spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  }).status;
}

function check(name, command, args) {
  console.log(`\n── ${name}`);
  if (run(command, args) === 0) passed += 1;
  else {
    failures.push(name);
    console.error(`${name} failed`);
  }
}

function suite(project) {
  console.log(`\n── ${project} tests`);
  const report = join(scratch, `${project}.json`);
  const status = run(bin('vitest'), [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) {
    failures.push(`${project} tests: no report`);
    return;
  }
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  const before = failures.length;
  for (const { name, status: file, message, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const test of failed) failures.push(`${relative(root, name)}: ${test.fullName}`);
    if (file === 'failed' && failed.length === 0)
      failures.push(`${relative(root, name)}: ${message}`);
  }
  // An error outside every test is a failure that no test counted.
  if (status !== 0 && failures.length === before)
    failures.push(`${project}: an error outside every test`);
  if (testResults.length === 0) failures.push(`${project}: no test was run`);
}

/** Debian's Chromium where we may install it; else the person is told what to do. */
function ensureChromium() {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium …');
    run('apt-get', ['update', '-q']);
    run('apt-get', [
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      'chromium',
      'fonts-noto-core',
    ]);
  }
  if (findChromium()) return;
  console.error('The tests need Chromium or Chrome: install it, or set CHROME_PATH to it.');
  process.exit(1);
}

ensurePackages();
ensureModels();
ensureChromium();
check('format', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
check('lint', bin('eslint'), ['.', '--max-warnings', '0']);
check('types of the workers', bin('tsc'), ['-p', 'tsconfig.worker.json']);
check('types of the page', bin('svelte-check'), [
  '--tsconfig',
  './tsconfig.json',
  '--fail-on-warnings',
]);
check('layers', bin('depcruise'), ['--config', '.dependency-cruiser.js', 'src']);
suite('unit');
suite('browser');
ensureBuild();
check('size of the shell', process.execPath, [join(root, 'scripts/size.js')]);
suite('e2e');

if (failures.length > 0)
  console.error(`\nFailed:\n${failures.map((line) => `- ${line}`).join('\n')}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
