/** The addresses where a file's bytes may come from, in the order they are tried. */
import type { FileSource, ModelDescription, ModelFile, Splice } from '../../domain/models/model';

export interface Address {
  readonly url: string;
  /** To be applied to the whole of what this address gives. */
  readonly edits: readonly Splice[];
  readonly kind: 'own' | 'hub';
}

/** Tests put a local server here that speaks the hub's URLs. */
export const hub = { host: 'https://huggingface.co' };

const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');

function hubUrl(source: Extract<FileSource, { kind: 'hub' }>): string {
  return `${hub.host}/${source.repository}/resolve/${source.revision ?? 'main'}/${encodePath(source.path)}`;
}

export function addressesOf(model: ModelDescription, file: ModelFile): Address[] {
  const own: Address = {
    url: new URL(`/models/${model.id}/${encodePath(file.path)}`, self.location.origin).href,
    edits: [],
    kind: 'own',
  };
  const fromHub = file.sources.flatMap((source): Address[] =>
    source.kind === 'hub' ? [{ url: hubUrl(source), edits: source.edits ?? [], kind: 'hub' }] : [],
  );
  // This server only has files whose hash is known.
  return file.sha256 === null ? fromHub : [own, ...fromHub];
}

/** Whether the app's own server has it without being asked to bring it first. */
export const isOfOwnOrigin = (model: ModelDescription, file: ModelFile): boolean =>
  file.sha256 !== null && file.sizeBytes !== null && !model.optional;

/** What names a file in the store: its hash, or where only the hub knows that, its place there. */
export function keyOf(file: ModelFile): string {
  if (file.sha256 !== null) return file.sha256;
  const source = file.sources.find((candidate) => candidate.kind === 'hub');
  const place = source ? hubUrl(source).replace(hub.host, '') : `/${file.path}`;
  return `hub${place.replaceAll(/[^\w.-]+/g, '_')}`;
}
