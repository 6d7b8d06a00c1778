/** Vite's dev and test servers answer `/models/<id>/<path>` from the same place as the real server. */
import { answerBring } from './bring-model.js';
import { resolveModelFile } from './model-files.js';
import { sendFile } from './send-file.js';

export function serveModels() {
  const middleware = (request, response, next) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (!path.startsWith('/models/')) return next();
    if (answerBring(request, response, path)) return;
    const file = resolveModelFile(path.slice('/models/'.length));
    // The catalogue itself is source code below the same address.
    if (!file) return next();
    sendFile(request, response, file, { 'Content-Type': 'application/octet-stream' });
  };
  return {
    name: 'serve-models',
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  };
}
