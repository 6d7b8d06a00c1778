import { describe, expect, it } from 'vitest';
import { texts } from '../../src/ui/texts';

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

  it('says the same in full, and what it does not know as it stands', () => {
    const heard = { ...receipt, earsModelId: 'constructor', voiceId: 'joe/joe' };
    const facts = new Map(texts.receipt.facts(heard, 'Tansy lite'));
    expect(facts.get('Heard by')).toBe('constructor');
    expect(facts.get('Written by')).toBe('Tansy lite');
    expect(facts.get('Spoken by')).toBe('Joe');
  });
});
