/**
 * Leaves out of the built page what only scripts read of the catalogue: whom a model is by, which THIRD_PARTY.md tells, and where
 * its files were found before this server had them.
 */
const description = /\/models\/(?!schema\.)[^/]+\.json$/;
const ofScripts = ['$schema', 'attribution'];

const slim = (key, value) => {
  if (ofScripts.includes(key)) return undefined;
  return key === 'sources' ? value.filter(({ kind }) => kind === 'hub') : value;
};

export function slimCatalogue() {
  return {
    name: 'slim-catalogue',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) => (description.test(id) ? JSON.stringify(JSON.parse(code), slim) : null),
  };
}
