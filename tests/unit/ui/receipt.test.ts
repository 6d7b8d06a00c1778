import { describe, expect, it } from 'vitest';
import { texts } from '../../../src/ui/texts';
import { mindName } from '../../../src/ui/texts/mind-name';
import { speed } from '../../../src/ui/speed/told';

const receipt = { modelId: 'tansy-lite', device: 'wasm', firstTokenMs: 400 };
const line = (more: object) => texts.receipt.line({ ...receipt, ...more }, 'Tansy lite');

describe('what an answer took', () => {
  it('names who heard, spoke and wrote, and what each did', () => {
    expect(line({ earsModelId: 'whisper-base', voiceId: 'joe/joe', firstAudioMs: 900 })).toBe(
      'first word 0.4 s · first sound 0.9 s · heard by Whisper base · spoken by Joe',
    );
    expect(line({ voiceId: 'kokoro/af_heart' })).toBe('first word 0.4 s · spoken by Heart');
    expect(line({ voiceId: 'system/urn:a/b' })).toBe(
      'first word 0.4 s · spoken by the device’s voice',
    );
    expect(line({})).toBe('first word 0.4 s · written by Tansy lite');
  });

  it('says that Tansy itself wrote where no mind did, and where nothing was written', () => {
    const { itself } = texts.receipt;
    expect(texts.receipt.line({ firstTokenMs: 100 }, itself)).toBe(
      'first word 0.1 s · written by Tansy itself',
    );
    expect(texts.receipt.line({ requests: 0 }, undefined)).toBe('nothing written');
    expect(texts.receipt.line({ earsModelId: 'whisper-base' }, undefined)).toBe(
      'heard by Whisper base',
    );
    const own = speed.facts({ firstTokenMs: 100, requests: 0 }, itself);
    expect(own).toEqual([
      ['First word after', '0.1 s'],
      ['Written by', 'Tansy itself'],
      ['Requests to any server meanwhile', 'none: nothing was sent'],
    ]);
    expect(speed.facts({ requests: 1 }, undefined)).toHaveLength(1);
  });

  it('calls the mind that comes with the app by the words of the page, others by their names', () => {
    expect(mindName({ id: 'tansy-lite', name: 'tansy' })).toBe('Tansy’s own mind');
    expect(mindName({ id: 'constructor', name: 'Dormouse 2B' })).toBe('Dormouse 2B');
  });

  it('counts in words, about', () => {
    const read = { ...receipt, promptTokens: 1200, newTokens: 80, tokensPerSecond: 1.3 };
    const facts = new Map(speed.facts(read, 'Tansy lite'));
    expect(facts.get('Read for it')).toBe('about 900 words');
    expect(facts.get('Written')).toBe('about 60 words');
    expect(facts.get('Written in a second')).toBe('about 1 word');
    const slow = new Map(speed.facts({ ...receipt, tokensPerSecond: 0.8 }, 'Tansy lite'));
    expect(slow.get('Written in a second')).toBe('about 0.6 words');
  });

  it('says that nothing was sent only where that was counted', () => {
    const sent = (more: object) =>
      new Map(speed.facts({ ...receipt, ...more }, 'Tansy lite')).get(
        'Requests to any server meanwhile',
      );
    expect(sent({ requests: 0 })).toBe('none: nothing was sent');
    expect(sent({ requests: 2 })).toBe('2');
    expect(sent({})).toBeUndefined();
  });

  it('says the same in full, and what it does not know as it stands', () => {
    const heard = { ...receipt, earsModelId: 'constructor', voiceId: 'joe/joe' };
    const facts = new Map(speed.facts(heard, 'Tansy lite'));
    expect(facts.get('Heard by')).toBe('constructor');
    expect(facts.get('Written by')).toBe('Tansy lite');
    expect(facts.get('Spoken by')).toBe('Joe');
  });
});
