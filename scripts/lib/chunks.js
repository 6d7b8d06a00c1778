/**
 * Which file of the build what is needed before the shell goes to. The shell's texts are evaluated with all else that is in its file, and
 * by then the language has to be known: so what finds that out, and what a translation rests on, must be in another.
 */
const begins = /\/(index\.html|src\/begin\.ts)$/;
/** Each language is a file of its own by itself. */
export const translation = /\/src\/ui\/texts\/[a-z]{2}\//;

/** @typedef {{ getModuleInfo(id: string): { importers: readonly string[] } | null }} Modules */

/** @param {string} id @param {Modules} modules */
function isReachedFirst(id, modules, seen = new Set()) {
  if (begins.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const importers = modules.getModuleInfo(id)?.importers ?? [];
  return importers.some(
    (importer) => translation.test(importer) || isReachedFirst(importer, modules, seen),
  );
}

/**
 * Null for what can be anywhere.
 * @param {string} id of a module
 * @param {Modules} modules
 */
export const chunkOf = (id, modules) =>
  !translation.test(id) && isReachedFirst(id, modules) ? 'begin' : null;
