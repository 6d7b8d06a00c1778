import { describe, expect, it } from 'vitest';
import { voiceCommand } from '../../../../src/domain/voice/commands';
import { english, type VoiceCommand } from '../../../../src/domain/voice/command-words';
import { commands as texts } from '../../../../src/ui/texts/commands';
import { wordsAlone } from '../../../../src/domain/words/words-alone';

describe('a command', () => {
  it('is known as ears write it down', () => {
    const said: [string, VoiceCommand][] = [
      ['Stop.', 'stop'],
      ['Stop! Stop!', 'stop'],
      ['That’s enough.', 'stop'],
      ['Repeat that.', 'repeat'],
      ['Say that again.', 'repeat'],
      ['Again?', 'repeat'],
      ["I didn't catch that.", 'repeat'],
      ['Slower.', 'slower'],
      ['Speak more slowly.', 'slower'],
      ['Faster!', 'faster'],
      ['Louder', 'louder'],
      ["I can't hear you.", 'louder'],
      ['Turn it down.', 'quieter'],
      ['Read me the treatment.', 'read-treatment'],
      ['New conversation.', 'new-conversation'],
      ['What did I say?', 'what-did-i-say'],
      ['Go on.', 'go-on'],
      ['Continue.', 'go-on'],
    ];
    for (const [text, command] of said) expect(voiceCommand(text), text).toBe(command);
  });

  it('may be put politely, and by name', () => {
    const said: [string, VoiceCommand][] = [
      ['Tansy, stop, please.', 'stop'],
      ['Please stop.', 'stop'],
      ['No, stop.', 'stop'],
      ['Can you repeat that, please?', 'repeat'],
      ['Could you say that again?', 'repeat'],
      ['A bit slower, please.', 'slower'],
      ['Could you please speak a little louder?', 'louder'],
      ['Turn it up a bit.', 'louder'],
      ['Okay, Tansy, go on.', 'go-on'],
      ['Can you read the treatment, please?', 'read-treatment'],
      ['Start a new conversation, please.', 'new-conversation'],
    ];
    for (const [text, command] of said) expect(voiceCommand(text), text).toBe(command);
  });

  it('is never part of a question', () => {
    for (const text of [
      'How do I stop a leak?',
      'Stop the leak in my pipe.',
      'How can I stop it?',
      'Can you stop it from spreading?',
      'Repeat the question about basil.',
      'What did I say about basil?',
      'What did you say about the roses?',
      'Does it grow slower in the shade?',
      'Why is it slower?',
      'Slow down the growth of mint.',
      'Which one is louder?',
      'Continue the story about the fox.',
      'How do I go on?',
      'What is the treatment for rust?',
      'Read the treatment for rust.',
      'How do I start a new conversation with my neighbour?',
      'Should I water it again?',
      'Wait how long?',
      'Please.',
      'Tansy.',
      'Yes, please.',
      'No, thanks.',
      'Thank you.',
      '',
      '…',
    ]) {
      expect(voiceCommand(text), text).toBeNull();
    }
  });

  it('is looked for in no long text', () => {
    expect(voiceCommand(`${'please '.repeat(40)}stop`)).toBeNull();
  });

  it('is one, however it is called', () => {
    const all = Object.values(english.commands).flat();
    expect(new Set(all).size).toBe(all.length);
    for (const phrase of all) expect(wordsAlone(phrase)).toBe(phrase);
    for (const [command, phrases] of Object.entries(english.commands)) {
      for (const phrase of phrases) expect(voiceCommand(phrase), phrase).toBe(command);
    }
  });

  it('of each kind is one of those that settings list', () => {
    const [, listed = ''] = texts.canSay.split(/: |\.$/);
    const kinds = listed.split(', ').map((phrase) => voiceCommand(phrase));
    expect(new Set(kinds)).toEqual(new Set(Object.keys(english.commands)));
  });

  it('has the words of another language where there are any', () => {
    const german = {
      commands: { ...english.commands, stop: ['halt'] },
      before: ['bitte'],
      after: [],
      degrees: [],
    };
    expect(voiceCommand('Bitte: Halt!', german)).toBe('stop');
    expect(voiceCommand('Stop', german)).toBeNull();
  });
});
