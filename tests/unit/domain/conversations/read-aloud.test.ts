import { describe, expect, it } from 'vitest';
import type {
  ImagePart,
  Message,
  MessagePart,
} from '../../../../src/domain/conversations/conversation';
import type { PhotoLine } from '../../../../src/domain/photos/text';
import { fitPrompt } from '../../../../src/domain/mind/prompt';
import { readAloud } from '../../../../src/domain/conversations/read-aloud';
import { spokenText } from '../../../../src/domain/voice/spoken-text';
import { asksForText } from '../../../../src/domain/photos/text-question';
import { plainText } from '../../../../src/ui/chat/markdown';
import { texts } from '../../../../src/ui/texts';

const line = (text: string, certainty = 1): PhotoLine => ({
  text,
  x: 0,
  y: 0,
  width: 1,
  height: 0.1,
  certainty,
});
const photo = (...lines: readonly PhotoLine[]): ImagePart => ({
  type: 'image',
  attachmentId: 'p',
  alt: '',
  writing: { lines, isCut: false },
});
const aloud = (...photos: readonly ImagePart[]) => readAloud(photos, texts.reading.aloud);

describe('a question', () => {
  it.each([
    'Read it to me',
    'Read it to me.',
    'Read this aloud, please.',
    'Can you read it?',
    'Could you please read me the label?',
    'Read the text.',
    'Read out what it says.',
    'Read the text in the photo',
    'What does it say?',
    'What does the sign say?',
    'What do these labels say?',
    'What’s written on it?',
    'what is the text in this picture',
    'Tell me what it says.',
    'Hey Tansy, what does this say?',
    'Is there any text in this photo?',
    'Do you see any text?',
    'What text is on the box?',
  ])('asks for the text: %s', (question) => expect(asksForText(question)).toBe(true));

  it.each([
    'Read it and tell me if it is safe.',
    'What does it say about watering?',
    'What does it mean?',
    'What is it?',
    'Read the ingredients',
    'What does the label say in German?',
    'Is it safe? Read it to me.',
    'Write a text.',
    'What is the title?',
    'I read it.',
    'Read',
    '',
  ])('asks for more, or something else: %s', (question) =>
    expect(asksForText(question)).toBe(false),
  );
});

describe('the text in a photo, read aloud', () => {
  it('is quoted line by line, and as one line where it only goes on', () => {
    expect(
      aloud(photo(line('Basil'), line('Water twice'), line('a week.'), line('sow in May'))),
    ).toBe('The photo says:\n\n> Basil\n> Water twice a week.\n> sow in May');
    // A list is none.
    expect(aloud(photo(line('sugar'), line('salt')))).toMatch(/> sugar\n> salt$/);
  });

  it('is shown and spoken as it stands, whatever it has of the marks of an answer', () => {
    const odd = [
      '1. Mix *all* of_it',
      '# 5 <b>',
      '- [x](http://a.b) | c',
      '&amp; `d` \\e ~f~',
      '==',
    ];
    const said = aloud(photo(...odd.map((text) => line(text))));
    expect(
      plainText(said)
        .split('\n')
        .filter((text) => text !== ''),
    ).toEqual(['The photo says:', ...odd]);
    expect(spokenText('> 1\\. Mix')).toBe('1. Mix');
  });

  it('is said to be unsure where it is, and leaves out what is hardly a guess', () => {
    expect(aloud(photo(line('Basil'), line('a weck', 0.8), line('5e n e', 0.5)))).toBe(
      'As far as I can read it, the photo says:\n\n> Basil\n> a weck',
    );
    expect(aloud(photo(line('5e n e', 0.5)))).toContain('cannot make it out');
    const { writing } = photo(line('Basil'));
    expect(aloud({ ...photo(), writing: { ...writing!, isCut: true } })).toMatch(/^As far as/);
  });

  it('is said not to be there, or not to be read, of each photo or of all', () => {
    const { writing: _, ...unread } = photo();
    expect(aloud(photo())).toBe('I see no text in this photo.');
    expect(aloud(photo(), photo())).toBe('I see no text in these photos.');
    expect(aloud(photo(line('Basil')), photo(), unread)).toBe(
      'Photo 1 says:\n\n> Basil\n\nI see no text in photo 2.\n\nThe text in photo 3 could not be read.',
    );
  });
});

describe('a figure that is asked for', () => {
  const label = photo(
    line('Paracetamol'),
    line('Take 1 or 2'),
    line('Max 8 in 24 hours'),
    line('Not for children'),
    line('EXP'),
    line('06/2027'),
  );
  const words = texts.reading.aloud;

  it('of a dose comes with all that the photo says, and with whom to ask', () => {
    const said = readAloud([label], words, 'dose');
    expect(said).toBe(`${readAloud([label], words)}\n\n${words.noDoses}`);
    expect(said).toContain('> Not for children');
  });

  it.each(['expiry', 'price'] as const)(
    'of %s comes with the lines that have one, and what is above',
    (figure) => {
      expect(readAloud([label], words, figure)).toBe(
        'The photo says:\n\n> Paracetamol\n> Take 1 or 2\n> Max 8 in 24 hours\n> EXP\n> 06/2027',
      );
      // Letters may say it, too.
      expect(readAloud([photo(line('two pounds each'))], words, figure)).toMatch(
        /> two pounds each$/,
      );
    },
  );
});

describe('a mind that was not asked to read', () => {
  const message = (
    id: string,
    role: Message['role'],
    ...parts: readonly MessagePart[]
  ): Message => ({
    id,
    conversationId: 'c',
    parentId: id === '0' ? null : String(Number(id) - 1),
    role,
    parts,
    status: { type: 'complete' },
    createdAt: Number(id),
  });
  const text = (words: string) => ({ type: 'text', text: words }) as const;
  const told = (sees: boolean, ...more: readonly Message[]) =>
    toldAfter('Read it to me.', sees, more);
  const toldAfter = (asked: string, sees: boolean, more: readonly Message[]) =>
    fitPrompt(
      's',
      [
        message('0', 'user', text(asked), photo(line('Basil'))),
        message('1', 'assistant', text('The photo says:\n\n> Basil'), text('')),
        ...more,
      ],
      { contextTokens: 2048, answerTokens: 0, sees, countTokens: () => 1 },
    ).messages.slice(1);

  it.each([true, false])('is shown the photo with the next question (sees: %s)', (sees) => {
    expect(told(sees, message('2', 'user', text('Is it a herb?')))).toEqual([
      {
        role: 'user',
        text: 'Text in the picture (top): "Basil"\nIs it a herb?',
        imageIds: sees ? ['p'] : [],
      },
    ]);
  });

  it('is shown the photo as well where a figure of it was asked for', () => {
    const next = message('2', 'user', text('Is it a herb?'));
    expect(toldAfter('How much is it?', true, [next])).toEqual(told(true, next));
  });

  it('reads the photo ahead of that', () => {
    expect(told(true)).toEqual([
      { role: 'user', text: 'Text in the picture (top): "Basil"', imageIds: ['p'] },
    ]);
  });
});
