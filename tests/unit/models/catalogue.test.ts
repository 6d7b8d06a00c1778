import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../scripts/lib/catalogue.js';
import { root } from '../../../scripts/lib/paths.js';
import { applySplices } from '../../../scripts/lib/splice.js';
import type { LanguageModel, ModelDescription } from '../../../src/domain/models/model';
import { pieceBytes } from '../../../src/engine/weights/pieces';

const schema = JSON.parse(readFileSync(join(root, 'models/schema.json'), 'utf8')) as object;
const models = readCatalogue() as ModelDescription[];
const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strict: false }).compile(schema);

describe.each(models.map((model) => [model.id, model] as const))('models/%s.json', (_id, model) => {
  it('follows the schema', () => {
    validate(model);
    expect(validate.errors).toBeNull();
  });

  it('names only its own files in its variants', () => {
    const paths = model.files.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const variant of model.variants) {
      for (const path of variant.files) expect(paths).toContain(path);
    }
  });

  it('gives the hash of every piece of a long file', () => {
    for (const { path, sizeBytes, chunkSha256 } of model.files) {
      if (sizeBytes === null || sizeBytes <= pieceBytes) continue;
      expect(chunkSha256, path).toHaveLength(Math.ceil(sizeBytes / pieceBytes));
    }
  });

  it('is whole without any hub if it belongs to the lite tier', () => {
    if (model.tier !== 'lite') return;
    for (const { path, sha256, sizeBytes, sources } of model.files) {
      expect(sha256, path).not.toBeNull();
      expect(sizeBytes, path).not.toBeNull();
      expect(
        sources.some(({ kind }) => kind !== 'hub'),
        path,
      ).toBe(true);
    }
  });

  it('finds what it keeps in the repository, right and small enough', () => {
    for (const file of model.files) {
      for (const source of file.sources) {
        if (source.kind !== 'repository') continue;
        const bytes = readFileSync(join(root, source.path));
        expect(bytes.length).toBe(file.sizeBytes);
        expect(statSync(join(root, source.path)).size).toBeLessThan(50_000_000);
        expect(createHash('sha256').update(bytes).digest('hex'), file.path).toBe(file.sha256);
      }
    }
  });
});

describe('a mind of the hub', () => {
  const minds = models.filter(
    (model): model is LanguageModel => model.task === 'language' && model.tier === 'hub',
  );

  it.each(minds.map((mind) => [mind.id, mind] as const))(
    '%s avoids what is known not to work',
    (_id, mind) => {
      for (const { id, device, dtypes, files } of mind.variants) {
        const sessions = files.flatMap(
          (path) => /^onnx\/(.+?)(?:_[a-z0-9]+)?\.onnx$/.exec(path)?.[1] ?? [],
        );
        // One left out would silently be loaded as 32-bit numbers.
        expect(Object.keys(dtypes).sort(), id).toEqual(sessions.sort());
        // Decoders of 8 bits write gibberish on WebGPU.
        if (device === 'webgpu') expect(dtypes.decoder_model_merged, id).not.toBe('q8');
        // Its continuation is wrong by the CPU's kernels, and without it a turn takes minutes.
        if (mind.architecture === 'qwen3.5') expect(device, id).toBe('webgpu');
      }
      for (const source of mind.files.flatMap(({ sources }) => sources)) {
        if (source.kind !== 'hub') continue;
        // Of LFM2-VL only the conversion by onnx-community has names that transformers.js asks for; of Qwen3.5 the one
        // whose name ends in -OPT has operators fused that not every device has.
        expect(source.repository).not.toMatch(/^LiquidAI\/|-OPT$/);
      }
    },
  );
});

describe('byte edits', () => {
  const bytes = Buffer.from('abcdef');
  const edit = (offset: number, deleteBytes: number, text: string) => ({
    offset,
    deleteBytes,
    insertBase64: Buffer.from(text).toString('base64'),
  });

  it('insert, replace and delete', () => {
    const edits = [edit(0, 0, '>'), edit(1, 2, 'X'), edit(5, 1, '')];
    expect(applySplices(bytes, edits).toString()).toBe('>aXde');
  });

  it('refuse to overlap, go backwards or reach past the end', () => {
    expect(() => applySplices(bytes, [edit(2, 2, ''), edit(3, 1, '')])).toThrow();
    expect(() => applySplices(bytes, [edit(5, 2, '')])).toThrow();
  });
});
