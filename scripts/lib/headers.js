/**
 * The headers of every response: isolation for threads, and a policy under which nothing can leave. Two scripts are
 * different: the model locker's worker may ask the model hub for files that a person chose, and the service worker passes
 * those requests on, and no one else's. Neither ever sees a conversation, a photo or a sound.
 */
const hub = 'https://huggingface.co https://*.huggingface.co https://*.hf.co';
const hubScripts = /\/(weights-worker-[^/]+|service-worker)\.js$/;

const contentSecurityPolicy = (connect) =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** @param {string} [path] of the script or page that the headers go with */
export function securityHeaders(path = '') {
  const connect = hubScripts.test(path) ? `'self' ${hub}` : "'self'";
  return {
    'Content-Security-Policy': contentSecurityPolicy(connect),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    // A link in an answer asks no name server for its host before it is followed.
    'X-DNS-Prefetch-Control': 'off',
    'Permissions-Policy':
      'microphone=(self), camera=(self), screen-wake-lock=(self), geolocation=(), usb=(), payment=()',
  };
}
