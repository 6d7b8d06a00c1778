import { describe, expect, it } from 'vitest';
import { planForVoice } from '../../../../src/domain/models/model';
import {
  heart,
  joe,
  systemName,
  voiceFor,
  wantsNatural,
} from '../../../../src/domain/voice/voices';
import { modelFor, planOnWasm } from '../../../../src/services/models/catalogue';

const sam = { uri: 'sam', name: 'Sam', language: 'en-US', isDefault: false };
const kate = { uri: 'kate', name: 'Kate', language: 'en-GB', isDefault: true };
const anna = { uri: 'anna', name: 'Anna', language: 'de-DE', isDefault: true };
const nothing = { loaded: [], system: [], realTimeFactor: null };
const fast = { loaded: [joe, heart], system: [sam], realTimeFactor: 0.4 };
const slow = { ...fast, realTimeFactor: 2.5 };

describe('which voice speaks', () => {
  it('is the natural one by itself only where it keeps up', () => {
    expect(voiceFor('auto', fast)).toBe(heart);
    expect(voiceFor('auto', slow)).toBe(joe);
    expect(voiceFor('auto', { ...fast, realTimeFactor: null })).toBe(joe);
    expect(voiceFor('auto', { ...fast, loaded: [joe] })).toBe(joe);
  });

  it('is the one asked for, slow or not', () => {
    expect(voiceFor(heart, slow)).toBe(heart);
    expect(voiceFor(joe, fast)).toBe(joe);
    expect(voiceFor(systemName('sam'), fast)).toBe('system/sam');
  });

  it('is joe while the one asked for is not here', () => {
    expect(voiceFor(heart, { ...fast, loaded: [joe] })).toBe(joe);
    expect(voiceFor(systemName('gone'), fast)).toBe(joe);
    expect(voiceFor('no such voice', fast)).toBe(joe);
  });

  it("is the device's own until joe is here, if it speaks English", () => {
    expect(voiceFor('auto', { ...nothing, system: [anna, sam, kate] })).toBe('system/kate');
    expect(voiceFor(heart, { ...nothing, system: [anna, sam] })).toBe('system/sam');
    expect(voiceFor('auto', { ...nothing, system: [anna] })).toBeNull();
    expect(voiceFor('auto', nothing)).toBeNull();
  });

  it('keeps the names of system voices that have slashes in them', () => {
    const uri = 'urn:moz-tts:speechd:English?en/us';
    const system = [{ ...sam, uri }];
    expect(voiceFor(systemName(uri), { ...nothing, system })).toBe(`system/${uri}`);
  });

  it('loads the natural one if asked for, or if it is not known to be too slow', () => {
    expect(wantsNatural(heart, 2.5)).toBe(true);
    expect(wantsNatural('auto', null)).toBe(true);
    expect(wantsNatural('auto', 0.7)).toBe(true);
    expect(wantsNatural('auto', 0.71)).toBe(false);
    expect(wantsNatural(joe, 0.1)).toBe(false);
  });
});

describe('a voice of a model that has several', () => {
  const plan = planOnWasm(modelFor('speech-synthesis', 'kokoro'), 1);
  const filesOf = (voiceId: string) => planForVoice(plan, voiceId).variant.files;

  it('needs its own files and those that all share, and no other', () => {
    const shared = 'onnx/model_quantized.onnx';
    expect(filesOf('af_heart')).toEqual([shared, 'voices/af_heart.bin']);
    expect(filesOf('bm_george')).toEqual([
      shared,
      'voices/bm_george.bin',
      'dictionaries/en-gb.txt',
    ]);
  });

  it('is known to the locker, which is told the id of its variant, by those files', () => {
    const { model, variant } = planForVoice(plan, 'af_heart');
    expect(model.variants.map(({ files }) => files)).toEqual([variant.files]);
  });

  it('of a model with one needs all of it', () => {
    const joes = planOnWasm(modelFor('speech-synthesis', 'joe'), 1);
    expect(planForVoice(joes, 'joe').variant.files).toEqual(joes.variant.files);
  });
});
