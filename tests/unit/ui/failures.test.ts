import { describe, expect, it } from 'vitest';
import { failureText } from '../../../src/ui/texts';

const broken = ['internal', 'worker-crashed', 'out-of-memory', 'device-lost'];

describe('the sentence of a failure', () => {
  it.each(broken)('promises nothing kept where nothing was said: %s', (code) => {
    for (const situation of ['alone', 'talking', 'listening'] as const) {
      expect(failureText(code, {}, situation)).not.toMatch(/kept|ask/i);
    }
  });

  it.each(broken)(
    'says what is kept of a question and of an answer, and one thing to do: %s',
    (code) => {
      expect(failureText(code, {}, 'asked')).toMatch(/The question is kept\. Ask again\.$/);
      expect(failureText(code, {}, 'written')).toMatch(/What was written is kept\. Ask again\.$/);
      expect(failureText(code, {}, 'can-go-on')).toMatch(/is kept\. Press or say “Go on”\.$/);
      expect(failureText(code, {}, 'understood')).toMatch(/understood is kept\. Send it/);
    },
  );

  it('of a microphone that is lost keeps only what was understood', () => {
    expect(failureText('microphone-lost', {}, 'understood')).toContain(
      'What was understood is kept.',
    );
    expect(failureText('microphone-lost', {}, 'talking')).toBe(
      'The microphone went away. Go on typing, or plug it in and press again.',
    );
  });

  it('of a code of another version is one too', () => {
    expect(failureText('constructor', {}, 'asked')).toBe(
      'Something went wrong. The question is kept. Ask again.',
    );
  });
});
