/** Placeholder until the catalogue lands: no model file is served. */
export function resolveModelFile(_path) {
  return null;
}
