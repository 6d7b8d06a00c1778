import { describe, expect, it } from 'vitest';
import { afterEcho, isEcho, strangeWords, wordsOf } from '../../../../src/domain/voice/echo';
import { judgeWords, type HeardWords } from '../../../../src/voice/challenge';

const answer =
  'The Brooklyn Bridge was opened in 1883, and it is still in use today. Water the soil in the morning.';
const echoes = (heard: string) => isEcho(wordsOf(heard), wordsOf(answer));

describe('words that are what is being said', () => {
  it('are known from any place of it, also with one wrong word of three', () => {
    expect(echoes('is still in use today')).toBe(true);
    expect(echoes('Brooklyn Bridge was open in')).toBe(true);
    expect(echoes('water this oil in the morning')).toBe(true);
    expect(echoes('the soil')).toBe(true);
  });

  it('are not the words of a question about it, nor the same words in another order or far apart', () => {
    expect(echoes('how long is the Brooklyn Bridge')).toBe(false);
    expect(echoes('today use still')).toBe(false);
    expect(echoes('Brooklyn opened still today')).toBe(false);
    expect(echoes('stop')).toBe(false);
    expect(isEcho([], wordsOf(answer))).toBe(false);
    expect(isEcho(['stop'], [])).toBe(false);
  });

  it('leave over those that nobody said', () => {
    const heard = wordsOf('it is still in use what about tomatoes');
    expect(strangeWords(heard, wordsOf(answer))).toBe(3);
  });
});

describe('what is said after our own voice', () => {
  const said = 'The Brooklyn Bridge is currently 123 years old.';

  it('is what remains of an utterance that begins with it', () => {
    const told = {
      'The Brooklyn Bridge is currently, what about the tower?': 'What about the tower?',
      'The Berkland Bridge is currently one two three. And the Eiffel Tower?':
        'And the Eiffel Tower?',
    };
    for (const [heard, rest] of Object.entries(told)) expect(afterEcho(heard, said)).toBe(rest);
  });

  it('is all of it where that is no echo, or nothing else', () => {
    for (const whole of [
      'How old is the tower?',
      'The tower is old.',
      'What is the Brooklyn Bridge?',
      'The Brooklyn Bridge is currently 123 years old.',
      'The Brooklyn Bridge is currently one two three beers',
      '',
    ]) {
      expect(afterEcho(whole, said)).toBe(whole);
    }
  });
});

describe('what is said over the answer', () => {
  const judge = (text: string, known: Partial<HeardWords> = {}, goesOn = true) =>
    judgeWords(
      { text, upTo: 'open', own: 'no', ...known },
      { words: answer, goesOn, byDevice: false },
    );

  it('takes the turn with two words that are no echo, or one that means stop', () => {
    expect(judge('what')).toBe(null);
    // The last one may be half a word.
    expect(judge('what about')).toBe(null);
    expect(judge('what about tomatoes')).toBe('won');
    expect(judge('what about', { upTo: 'pause' })).toBe('won');
    expect(judge('Stop.')).toBe('won');
    expect(judge('no, wait')).toBe('won');
    expect(judge('it is still in use what about tomatoes now')).toBe('won');
  });

  it('is an echo with numbers that ears write otherwise than they are told', () => {
    const said = wordsOf('The bridge is currently 123 years old.');
    expect(isEcho(wordsOf('is currently one, two, three years'), said)).toBe(true);
    expect(isEcho(wordsOf('currently 1-2-3 years'), said)).toBe(true);
    expect(isEcho(wordsOf('is currently hers'), said)).toBe(true);
    expect(isEcho(wordsOf('one more of them'), said)).toBe(false);
  });

  it('is doubted as soon as it is an echo, or may be all and asks for nothing', () => {
    expect(judge('is still in use to')).toBe('doubted');
    expect(judge('Mm-hmm.', { upTo: 'pause' })).toBe('doubted');
    expect(judge('', { upTo: 'pause' })).toBe('doubted');
    expect(judge('Tomatoes.', { upTo: 'pause' }), 'more may follow').toBe(null);
  });

  it('is nothing at its end where it is an echo, a sign of listening or no word', () => {
    for (const text of ['Mhm.', 'Yeah, okay.', 'Uh-huh', '', 'The Brooklyn Bridge was opened.'])
      expect(judge(text, { upTo: 'end' }), text).toBe('lost');
    expect(judge('Tomatoes?', { upTo: 'end' })).toBe('won');
  });

  it('is an answer once nothing is being said any more', () => {
    expect(judge('Yes.', { upTo: 'end' }, false)).toBe('won');
    expect(judge('use today', { upTo: 'end' }, false), 'the end of it, heard late').toBe('lost');
  });

  it('needs more words where it sounds like our own voice', () => {
    const own = { own: 'likely' } as const;
    const misheard = 'a brook is bright us opened in';
    expect(judge(misheard)).toBe('won');
    expect(judge(misheard, own)).toBe(null);
    expect(judge('use two day', { ...own, upTo: 'end' })).toBe('lost');
    expect(judge('can I eat the', own), 'a noise over it').toBe(null);
    const more = 'can I eat those tomatoes raw';
    expect(judge(more, own)).toBe('won');
    expect(judge(more, { own: 'surely' }), 'only its sound can tell').toBe(null);
    expect(judge('stop', own)).toBe(null);
    expect(judge('stop', { ...own, upTo: 'pause' })).toBe('won');
  });
});
