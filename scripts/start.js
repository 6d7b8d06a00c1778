/** `npm start`: from a fresh clone to the open app. */
import { spawn } from 'node:child_process';
import { ensureBuild, ensureModels, ensurePackages } from './lib/prepare.js';
import { dist } from './lib/paths.js';

// The origin is where a person's conversations are kept, so the port stays the same from start to start.
const port = Number(process.env.PORT ?? 4710);

function openBrowser(url) {
  if (process.env.CI || !process.stdout.isTTY) return;
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  // A machine without a desktop has no opener; the printed address is enough.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

ensurePackages();
ensureModels();
ensureBuild();
const { startServer } = await import('./lib/server.js');
try {
  const { url } = await startServer({ folder: dist, port });
  console.log(`\nTansy is at ${url}  (stop with Ctrl+C)`);
  openBrowser(url);
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`\nPort ${port} is taken. Is Tansy running already? Else: PORT=4711 npm start`);
  process.exit(1);
}
