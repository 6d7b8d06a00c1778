import { describe, expect, it } from 'vitest';
import { howItReads } from '../../../../src/domain/voice/reads-as-finished';

const inEnglish = (words: string, sureness = 0.9) => howItReads(words, sureness, 'en');

describe('words up to a pause', () => {
  it.each([
    'What time is it?',
    'How old is the Brooklyn Bridge?',
    "What's the weather like in New York?",
    'Set a timer for thirty seconds.',
    'My tomatoes have yellow leaves.',
    'If it rains, should I water it?',
    'When did it rain?',
    'That is all. Thank you.',
    'Why?',
  ])('read as finished: “%s”', (words) => {
    expect(inEnglish(words)).toBe('finished');
  });

  it.each(['Yes.', 'No', 'Stop!', 'Thank you.', 'Never mind', 'Slow down', 'Tansy, go on'])(
    'are finished however sure of the mark: “%s”',
    (words) => {
      expect(inEnglish(words, 0.3)).toBe('finished');
    },
  );

  it.each([
    'I would like to, um',
    'Um.',
    'Tell me about the.',
    'Set a timer for thirty seconds and',
    'Is that because.',
    'Add apples to my.',
    'What is?',
    "I think it's.",
    'If it rains.',
    'His father died in...',
    'And then…',
    'First of all,',
    'It is red -',
    'And so my fellow Americans',
    'In 1813',
  ])('read as unfinished: “%s”', (words) => {
    expect(inEnglish(words)).toBe('unfinished');
  });

  it('are no sentence where the ears are not sure that it ends', () => {
    expect(inEnglish('Sunday is the best.', 0.46)).toBe('unfinished');
    expect(inEnglish('What joy!', 0.23)).toBe('unfinished');
    expect(inEnglish('the child almost hurt.', 0.85), 'a part of one').toBe('unfinished');
    expect(inEnglish('What time is it?', 0.8), 'a question').toBe('unsure');
    expect(inEnglish('What time is it?', 0.6)).toBe('unfinished');
    expect(inEnglish('He might have been.', 0.75)).toBe('unfinished');
  });

  it('may go on after a word that seldom ends them', () => {
    expect(inEnglish('What are you looking for?')).toBe('unsure');
    expect(inEnglish('Turn the lights on.')).toBe('unsure');
    expect(inEnglish("What's the weather?")).toBe('unsure');
    expect(inEnglish("What's the weather?", 0.85)).toBe('unfinished');
    expect(inEnglish('She can scoop these things into.', 0.5)).toBe('unfinished');
  });

  it('are likely a whole command where its object is there', () => {
    expect(inEnglish('Turn off all the lights.', 0.6)).toBe('unsure');
    expect(inEnglish('Turn off.', 0.6)).toBe('unfinished');
    expect(inEnglish('Turn off all the lights in the.', 0.6)).toBe('unfinished');
    expect(inEnglish('Turn off all the lights', 0.6)).toBe('unfinished');
  });

  it('are judged by their marks alone in other languages', () => {
    expect(howItReads('Wie spät ist es?', 0.9, 'de')).toBe('finished');
    expect(howItReads('Ich war im Garten und.', 0.9, 'de')).toBe('finished');
    expect(howItReads('Ich war im Garten und', 0.9, 'de')).toBe('unfinished');
    expect(howItReads('今何時ですか。', 0.9, 'ja')).toBe('finished');
    expect(howItReads('今何時ですか', 0.9, 'ja')).toBe('unsure');
    expect(howItReads('Is it', 0.9, null)).toBe('unfinished');
  });

  it('may be understood with more of them', () => {
    expect(inEnglish('')).toBe('unfinished');
  });
});
