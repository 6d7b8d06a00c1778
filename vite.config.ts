import { fileURLToPath } from 'node:url';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chunkOf, translation } from './scripts/lib/chunks.js';
import { securityHeaders } from './scripts/lib/headers.js';
import { preloadShell } from './scripts/lib/preload-shell.js';
import { slimCatalogue } from './scripts/lib/slim-catalogue.js';
import { serveModels } from './scripts/lib/vite-models.js';
import { chromiumFlags, findChromium, softwareGpuFlags } from './scripts/lib/chromium.js';
import { serveFaulty } from './tests/support/vite-faulty.js';
import { serveTinyHub } from './tests/support/vite-hub.js';

// Vite's dev client needs inline styles and a socket, so the policy itself is only enforced on the built app.
const { 'Content-Security-Policy': _policy, ...devHeaders } = securityHeaders();

/** What is fetched once it is wanted. All else is in two files: cut up, the same code is larger and takes more requests. */
const onDemand =
  /\/src\/(ui\/(settings\/|speed\/|live\/|models\/MindNotice|plants\/|journal\/|chat\/(Leaving|Links|Markdown|markdown|table-|OnlyEnglish|AnswerNotes|CodeBlock|find-words|spoken-highlight)|photos\/(Camera|JudgedSquare|PhotoHint|TextLayer|Arrivals|text-file))|state\/(answer-voices|own-rules|photo-guidance|journal|voice-commands|live-|question-frames|recording)|voice\/challenge\.|storage\/(transfer|export-|journal)|audio\/(earcons|microphone-back|prepare-capture)|services\/(answers\/calculator|models\/own-server|kept\/(memory-(journal|library)|receipts)|mind\/(given-|said-whole|vouched)|photos\/(camera\.|frame|live-view|viewfinder-looks)|plants\/(answers|knowledge)|voice\/(haptics|media-session|session-(ahead|comforts)|wake-lock))|domain\/(plants\/|questions\/|given\/(asked-for|asks-of-here|counts-things|evidence|figures-of|gives-asked|names-|same-clause)|mind\/(half-refusal|maybe-given|told-to-small|unlike-asked)|words\/(calendar-|content-|spoken-|units|whole-)|voice\/(command|echo|language-of|own-sound|steps|voice-in|wav)|photos\/asks-if-there|conversations\/receipt-)|ui\/texts\/(own-answers|given|photo-hints|plants|plant-names|journal|speed|commands|live-camera|mind-notes|models|own-data|settings))|\/models\/plants\/knowledge\/|\/node_modules\/(markdown-it|mdurl|uc\.micro|punycode\.js|mathjs|decimal\.js|complex\.js|fraction\.js|typed-function|tiny-emitter|seedrandom|javascript-natural-sort|escape-latex|@babel\/runtime)\/|\/(no-linkify|browser-entities)\.js/;

/** For what a library brings and the app has no use for. */
const standIn = (name: string) => fileURLToPath(new URL(`scripts/lib/${name}.js`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^linkify-it$/, replacement: standIn('no-linkify') },
      { find: /^entities$/, replacement: standIn('browser-entities') },
    ],
  },
  plugins: [
    svelte({ preprocess: vitePreprocess() }),
    serveModels(),
    slimCatalogue(),
    preloadShell(),
  ],
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        // Named after the folder: the server gives the locker's worker a policy of its own by this name.
        entryFileNames: ({ facadeModuleId }) =>
          `assets/${facadeModuleId?.split('/').at(-2) ?? 'part'}-worker-[hash].js`,
      },
    },
  },
  build: {
    target: 'es2023',
    // These know light-dark() themselves: what would be written for others asks the system alone, not the person's choice.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    // One file: a part's own styles that could not be fetched would not be asked for again with the part.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 2000,
    manifest: true,
    // Every browser with the target's language has it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: chunkOf, priority: 1 },
            { name: 'shell', test: (id) => !onDemand.test(id) && !translation.test(id) },
          ],
        },
      },
    },
  },
  server: { headers: devHeaders, host: '127.0.0.1' },
  preview: { headers: securityHeaders() },
  optimizeDeps: {
    exclude: ['onnxruntime-web', '@huggingface/transformers'],
    // Found late, these would make the dev server reload under a running test.
    include: [
      '@huggingface/tokenizers',
      'hash-wasm',
      'idb',
      'markdown-it',
      '@met4citizen/headtts/modules/language-en-us.mjs',
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // Real weights on slow machines: generous limits, one browser at a time.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        plugins: [serveFaulty(), serveTinyHub()],
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findChromium() ?? undefined,
                args: [
                  ...chromiumFlags,
                  ...softwareGpuFlags,
                  '--autoplay-policy=no-user-gesture-required',
                  '--use-fake-device-for-media-stream',
                  '--use-fake-ui-for-media-stream',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
