/** `npm run dev`: Vite's server, with the weights in place. */
import { ensureModels, ensurePackages } from './lib/prepare.js';

ensurePackages();
ensureModels();
const { createServer } = await import('vite');
const server = await createServer();
await server.listen();
server.printUrls();
