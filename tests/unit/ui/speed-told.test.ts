/** The figures of a receipt are put together once, in the words of each language. */
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../../src/domain/conversations/conversation';
import type { ReceiptSummary } from '../../../src/domain/conversations/receipt-summary';
import { toldWith } from '../../../src/ui/speed/told';
import { speed as de } from '../../../src/ui/texts/de/speed';
import { speed as es } from '../../../src/ui/texts/es/speed';
import { speed as fr } from '../../../src/ui/texts/fr/speed';
import { speed as hi } from '../../../src/ui/texts/hi/speed';
import { speed as pt } from '../../../src/ui/texts/pt/speed';
import { speedWords as en } from '../../../src/ui/texts/speed';
import { speed as zh } from '../../../src/ui/texts/zh/speed';

const receipt: Receipt = {
  modelId: 'tansy-lite',
  device: 'wasm',
  earsModelId: 'whisper-base',
  voiceId: 'system/anna',
  promptTokens: 400,
  decisionMs: 300,
  firstAudioMs: 1500,
  tokensPerSecond: 0.8,
  requests: 0,
};
const summary: ReceiptSummary = {
  modelId: 'tansy-lite',
  device: 'webgpu',
  turns: 17,
  leftOut: 1,
  ears: ['whisper-base', 'whisper-tiny'],
  voices: ['joe/joe', 'system/anna'],
  stages: [{ stage: 'firstTokenMs', turns: 17, halfMs: 900, mostMs: 1900 }],
  tokensPerSecond: 16,
  middle: { turns: 5, wholeMs: 2604, spans: [{ span: 'thinking', ms: 702 }] },
};

describe.each(Object.entries({ en, de, es, fr, hi, pt, zh }))('in %s', (_tag, words) => {
  const told = toldWith(words);

  it('each figure of an answer that was measured is told, and no other', () => {
    const facts = told.facts(receipt, 'Dormouse');
    expect(facts.map(([label]) => label)).toEqual([
      words.facts.heardAfter,
      words.facts.firstSound,
      words.facts.read,
      words.facts.writtenInSecond,
      words.facts.heardBy,
      words.facts.writtenBy,
      words.facts.computedBy,
      words.facts.spokenBy,
      words.facts.requests,
    ]);
    const figures = new Map(facts);
    expect(figures.get(words.facts.heardAfter)).toContain('1.8');
    expect(figures.get(words.facts.read)).toContain('300');
    expect(figures.get(words.facts.writtenInSecond)).toContain('0.6');
    expect(figures.get(words.facts.spokenBy)).toBe(words.deviceVoice);
    expect(figures.get(words.facts.requests)).toBe(words.nothingSent);
    const other = new Map(told.facts({ ...receipt, device: 'constructor' }, 'Dormouse'));
    expect(other.get(words.facts.computedBy)).toBe('constructor');
  });

  it('all of the last answers is a text to be pasted', () => {
    const lines = told.asText(summary, 'Dormouse').split('\n');
    expect(lines).toHaveLength(8);
    expect(lines[0]).toBe(words.heading);
    for (const name of ['17', 'Dormouse', 'Whisper base', 'Whisper tiny', 'Joe']) {
      expect(lines[1]).toContain(name);
    }
    expect(lines[1]).toContain(words.onDevices.webgpu);
    expect(lines[1]).toContain(words.byDeviceVoice);
    expect(lines[3]).toMatch(/0\.9.*1\.9.*17/);
    expect(lines[5]).toContain('12');
    expect(lines[6]).toMatch(/2\.60.*5/);
    expect(lines[7]).toContain('0.70');
  });

  it('rows of other answers than the one above are said to be so', () => {
    const [first] = summary.stages;
    const more = { ...summary, stages: [first!, { ...first!, turns: 4 }] };
    expect(told.unlike(more)).toBe(words.unlike);
    expect(told.asText(more, 'Dormouse')).toContain(words.unlike);
    expect(told.unlike({ stages: [first!, first!] })).toBe(false);
    expect(told.asText(summary, 'Dormouse')).not.toContain(words.unlike);
  });

  it('nothing is said of what is not there', () => {
    const { made, leftOut, rate, middle, counted } = told;
    expect([leftOut(0), rate(null), middle({ ...summary, middle: null })]).toEqual([
      false,
      false,
      null,
    ]);
    const { decisionMs: _, ...typed } = receipt;
    expect(counted(typed)).toBe('');
    const silent = made({ ...summary, ears: [], voices: [] }, 'Dormouse');
    expect(silent).toBe(words.sentence([words.made(17, 'Dormouse', words.onDevices.webgpu!)]));
  });
});

describe('how many words it is about', () => {
  it.each([
    ['en', toldWith(en), ['about 0.6 words', 'about 1 word', 'about 2 words', 'about 12 words']],
    ['fr', toldWith(fr), ['environ 0.6 mot', 'environ 1 mot', 'environ 2 mots', 'environ 12 mots']],
    [
      'pt',
      toldWith(pt),
      ['cerca de 0.6 palavra', 'cerca de 1 palavra', 'cerca de 2 palavras', 'cerca de 12 palavras'],
    ],
  ] as const)('is said in %s as that language counts', (_tag, { aboutWords }, said) => {
    expect([0.6, 1.02, 1.97, 12.2].map(aboutWords)).toEqual(said);
  });
});
