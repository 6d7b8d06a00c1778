/** The chat templates that lie in the repository, on conversations that a failed or removed answer left uneven. */
import { readFileSync } from 'node:fs';
import { PreTrainedTokenizer } from '@huggingface/transformers';
import { describe, expect, it } from 'vitest';
import type { PromptMessage } from '../../../../src/domain/mind/prompt';
import {
  buildPromptIds,
  commonPrefixLength,
  type ChatTokenizer,
  type PromptContext,
} from '../../../../src/engine/language/prompt-ids';

const templates = [
  { name: 'SmolLM2', folder: 'models/tansy-lite', textContent: 'string' },
  { name: 'SmolVLM', folder: 'tests/fixtures/tiny-vlm', textContent: 'parts' },
  { name: 'LFM2-VL', folder: 'tests/fixtures/tiny-families/lfm2-vl', textContent: 'string' },
  { name: 'Qwen3.5', folder: 'tests/fixtures/tiny-families/qwen3-5', textContent: 'string' },
] as const;

function tokenizerOf(folder: string): PreTrainedTokenizer {
  const read = (file: string) =>
    JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Record<string, unknown>;
  return new PreTrainedTokenizer(read('tokenizer.json'), read('tokenizer_config.json'));
}

const say = (role: PromptMessage['role'], text: string): PromptMessage => ({
  role,
  text,
  imageIds: [],
});
const first = [say('system', 'Be brief.'), say('user', 'Where do bees sleep?')];
const both = [...first, say('user', 'And ants?')];

describe.each(templates)('the template of $name', ({ folder, textContent }) => {
  const tokenizer = tokenizerOf(folder);
  const context: PromptContext = {
    tokenizer: tokenizer as unknown as ChatTokenizer,
    placeholder: '<image>',
    textContent,
    images: new Map(),
    answers: new Map(),
  };
  const written = (ids: readonly number[]) => tokenizer.decode([...ids]);

  it('writes two questions in a row, each as a turn of its own', () => {
    const text = written(buildPromptIds(context, both, 'answer').ids);
    const [bees, ants] = [text.indexOf('Where do bees sleep?'), text.indexOf('And ants?')];
    expect(bees).toBeGreaterThan(text.indexOf('Be brief.'));
    expect(ants).toBeGreaterThan(bees);
    expect(text.slice(bees, ants).toLowerCase()).toContain('user');
    expect(text.slice(ants).toLowerCase()).toContain('assistant');
  });

  it('goes on from all that was read of the first, whose answer never came', () => {
    const asked = buildPromptIds(context, first, 'answer');
    const next = buildPromptIds(context, both, 'answer');
    const shared = buildPromptIds(context, first, 'prefix');
    expect(written(shared.ids)).toContain('Where do bees sleep?');
    expect(next.cacheIds.slice(0, shared.cacheIds.length)).toEqual(shared.cacheIds);
    expect(commonPrefixLength(asked.cacheIds, next.cacheIds)).toBeGreaterThanOrEqual(
      shared.cacheIds.length,
    );
  });

  it('reads ahead of a third what it is written as then', () => {
    const ahead = buildPromptIds(context, both, 'prefix');
    const next = buildPromptIds(context, [...both, say('user', 'Why?')], 'answer');
    expect(next.cacheIds.slice(0, ahead.cacheIds.length)).toEqual(ahead.cacheIds);
  });
});
