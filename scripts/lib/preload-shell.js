/** Names what the page goes on with, so that it is on its way while the language is still being found out. */
export function preloadShell() {
  return {
    name: 'preload-shell',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(page, { bundle, path }) {
        // Others, as the bench's, have no part that waits for a language.
        if (path !== '/index.html') return undefined;
        const chunks = Object.values(bundle ?? {});
        const main = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/main.ts'));
        if (!main) throw new Error('the build has no main');
        return [main.fileName, ...main.imports]
          .map((file) => `/${file}`)
          .filter((href) => !page.includes(href))
          .map((href) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href },
            injectTo: 'head',
          }));
      },
    },
  };
}
