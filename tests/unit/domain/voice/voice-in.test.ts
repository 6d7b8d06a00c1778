import { describe, expect, it } from 'vitest';
import { voiceIn } from '../../../../src/domain/voice/voice-in';
import { heart, joe, systemName, type SystemVoice } from '../../../../src/domain/voice/voices';

const voice = (uri: string, language: string, isDefault = false): SystemVoice => ({
  uri,
  name: uri,
  language,
  isDefault,
});
const sam = voice('sam', 'en-US');
const petra = voice('petra', 'de-DE');
const anna = voice('anna', 'de-AT', true);
const atHand = { loaded: [joe], system: [sam, petra, anna], realTimeFactor: null };

describe('the voice for a language', () => {
  it('is the one that speaks anyway, where it speaks that', () => {
    expect(voiceIn('en', 'auto', atHand)).toBe(joe);
    expect(voiceIn('en', 'auto', { ...atHand, loaded: [joe, heart], realTimeFactor: 0.4 })).toBe(
      heart,
    );
    expect(voiceIn('en', systemName('sam'), atHand)).toBe('system/sam');
    expect(voiceIn('de', systemName('petra'), atHand)).toBe('system/petra');
  });

  it('is one of the device’s where none of the app’s own speaks it: its default first', () => {
    expect(voiceIn('de', 'auto', atHand)).toBe('system/anna');
    expect(voiceIn('de', joe, { ...atHand, system: [sam, petra] })).toBe('system/petra');
    expect(voiceIn('de', systemName('sam'), atHand)).toBe('system/anna');
  });

  it('is the app’s own for English, where a voice of another language was chosen', () => {
    expect(voiceIn('en', systemName('anna'), atHand)).toBe(joe);
    expect(voiceIn('en', systemName('anna'), { ...atHand, loaded: [] })).toBe('system/sam');
  });

  it('is none where nobody speaks it', () => {
    expect(voiceIn('fr', 'auto', atHand)).toBeNull();
    expect(voiceIn('en', 'auto', { ...atHand, loaded: [], system: [anna] })).toBeNull();
  });

  it('is known by other names, and not by one that sounds like another', () => {
    const system = [
      voice('sin-ji', 'zh-HK', true),
      voice('mei', 'cmn-Hans-CN'),
      voice('nora', 'nb-NO'),
    ];
    expect(voiceIn('zh', 'auto', { ...atHand, system })).toBe('system/mei');
    expect(voiceIn('yue', 'auto', { ...atHand, system })).toBe('system/sin-ji');
    expect(voiceIn('no', 'auto', { ...atHand, system })).toBe('system/nora');
  });
});
