import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/lib/paths.js';
import { isCondition } from '../../../src/domain/plants/diagnosis';

interface Statement {
  readonly text: string;
  readonly sources: readonly number[];
}

interface Knowledge {
  readonly id: string;
  readonly crop: string;
  readonly kind: string;
  readonly about: readonly Statement[];
  readonly signs: readonly (Statement & { readonly id: string; readonly question: string })[];
  readonly lookAlikes: readonly {
    readonly id: string;
    readonly tell: string;
    readonly sources: readonly number[];
  }[];
  readonly today: readonly Statement[];
  readonly thisWeek: readonly Statement[];
  readonly nextSeason: readonly Statement[];
  readonly chemicals: readonly Statement[];
  readonly expert: Statement | null;
  readonly harvest: Statement | null;
  readonly spread: Statement;
  readonly sources: readonly { readonly url: string }[];
  readonly reviewed: string;
}

const longestSentence = 160;
const folder = join(root, 'models/plants/knowledge');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
  read('schema.json') as object,
);
const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'schema.json')
  .map((name) => name.replace(/\.json$/, ''));

function statements(of: Knowledge): Statement[] {
  return [
    ...of.about,
    ...of.signs,
    ...of.signs.map(({ question, sources }) => ({ text: question, sources })),
    ...of.lookAlikes.map(({ tell, sources }) => ({ text: tell, sources })),
    ...of.today,
    ...of.thisWeek,
    ...of.nextSeason,
    ...of.chemicals,
    ...(of.expert ? [of.expert] : []),
    ...(of.harvest ? [of.harvest] : []),
    of.spread,
  ];
}

const sentences = (text: string) => text.split(/(?<=[.?!])\s+/);

it('is there of each condition that can be found, and of no other', () => {
  const { classes } = JSON.parse(readFileSync(join(root, 'models/plants.json'), 'utf8')) as {
    classes: readonly string[];
  };
  const conditions = classes.filter(isCondition);
  expect(conditions.length).toBeGreaterThan(0);
  expect([...ids].sort()).toEqual([...conditions].sort());
});

describe.each(ids)('models/plants/knowledge/%s.json', (name) => {
  const knowledge = read(`${name}.json`) as Knowledge;

  it('follows the schema', () => {
    validate(knowledge);
    expect(validate.errors).toBeNull();
  });

  it('is named as its id, which begins with its crop', () => {
    expect(knowledge.id).toBe(name);
    expect(name.split('__')[0]).toBe(knowledge.crop.replaceAll(' ', '_'));
    expect(name.endsWith('__healthy')).toBe(knowledge.kind === 'healthy');
  });

  it('names only sources it has, and uses each of them', () => {
    const used = new Set(statements(knowledge).flatMap(({ sources }) => sources));
    const listed = knowledge.sources.map((_, index) => index + 1);
    expect([...used].sort((a, b) => a - b)).toEqual(listed);
    const urls = knowledge.sources.map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
  });

  it('names look-alikes that exist, each once, never itself', () => {
    const alike = knowledge.lookAlikes.map(({ id }) => id);
    expect(new Set(alike).size).toBe(alike.length);
    expect(alike).not.toContain(name);
    for (const id of alike) expect(ids).toContain(id);
  });

  it('has sentences short enough to be read aloud', () => {
    for (const { text } of statements(knowledge)) {
      for (const sentence of sentences(text)) {
        expect(sentence.length, sentence).toBeLessThanOrEqual(longestSentence);
        expect(sentence, sentence).toMatch(/[.?!]$/);
      }
    }
  });

  it('gives each sign an id of its own', () => {
    const signs = knowledge.signs.map(({ id }) => id);
    expect(new Set(signs).size).toBe(signs.length);
  });

  it('says when it was reviewed', () => {
    expect(new Date(knowledge.reviewed).toISOString().slice(0, 10)).toBe(knowledge.reviewed);
  });
});
