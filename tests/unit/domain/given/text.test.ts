import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/domain/conversations/conversation';
import { givenQuestion } from '../../../../src/domain/mind/given-question';
import { asPassageQuestion, givenText } from '../../../../src/domain/given/text';
import { fromThisOnly, passageQuestion, passagesIn } from '../../../../src/domain/given/passages';

const hours =
  'Library, Mill Street.\nOpen Tuesday to Friday 10 am to 6 pm, Saturday 9 am to 1 pm. Closed on Monday. Loans: books 28 days, films 7 days.';
const letter =
  'Dear Ms Brandt,\nyour check-up is due. My first free appointment is on 4 May at 9.40. Please bring your insurance card to me.\nDr Sen';

describe('a text that comes with its question', () => {
  it('stands above it or below it', () => {
    const question = 'How long may films be kept?';
    const given = { passages: [hours], question };
    expect(givenText(`${hours}\n\n${question}`)).toEqual(given);
    expect(givenText(`${question}\n\n${hours}\n`)).toEqual(given);
    expect(givenText(`${hours}\r\nQuestion: ${question}`)).toMatchObject({ question });
    expect(givenText(`${letter}\n\nWhat should I bring?`)).toMatchObject({ passages: [letter] });
    const list = 'Monday to Friday: 7:00 - 18:30\nSaturday: 8:00 - 14:00\nSunday: closed';
    expect(givenText(`${list}\nWhen does it close on Saturday?`)).toMatchObject({
      passages: [list],
    });
    for (const permission of [
      'May I bring my dog?',
      'Should I call before?',
      'Would it cost more?',
    ]) {
      expect(givenText(`${hours}\n\n${permission}`)).toMatchObject({ question: permission });
    }
  });

  it.each([
    ['a question alone', 'What is the capital of France?'],
    ['a long question in one line', `${'Tell me about bees and flowers. '.repeat(8)}Why is that?`],
    ['a short remark', 'I have a cat.\nWhat should it eat?'],
    [
      'what is told with figures',
      'The tomatoes are 30 cm high\nand have 4 leaves each\nWhat should I do?',
    ],
    [
      'a story of oneself',
      'I moved to a new town last month and I know nobody there. My neighbours are friendly, but they are all much older than I am.\nWhat can I do to meet people?',
    ],
    ['a task', `${hours}\n\nTranslate this into German.`],
    ['more than a mind has room for', `${hours.repeat(200)}\n\nWhen is it closed?`],
    ['code', `\`\`\`js\n${hours}\n\`\`\`\nWhat is wrong here?`],
    ['nothing', ''],
  ])('is not seen in %s', (_, text) => {
    expect(givenText(text)).toBeNull();
    expect(asPassageQuestion(text)).toBe(text);
  });

  it('may stand in one line with it, as phones paste', () => {
    const line = hours.replaceAll('\n', ' ');
    const question = 'How long may films be kept?';
    expect(givenText(`${line} ${question}`)).toEqual({ passages: [line], question });
    const told = `${'My cat is old and sleeps all day. '.repeat(5)}What should it eat?`;
    expect(givenText(told)).toBeNull();
  });

  it('is put as minds are taught to be asked, once', () => {
    const asked = asPassageQuestion(`${hours}\n\nWhen is it closed?`);
    expect(asked.startsWith(`${fromThisOnly}\n\n[1] Library`)).toBe(true);
    expect(asked.endsWith('\n\nQuestion: When is it closed?')).toBe(true);
    expect(asPassageQuestion(asked)).toBe(asked);
    expect(givenText(asked)).toEqual({ passages: [hours], question: 'When is it closed?' });
  });
});

const rules = `House rules of Linden Cottage.
Check-in is from 3 pm and check-out is by 10 am.
Rubbish: the green bin is collected on Tuesday, the blue bin for paper every second Friday.
Dogs are allowed in the kitchen but not in the bedrooms.
If the hot water stops, press the red button once and wait ten minutes.`;
const long = 'The river rises in the hills and runs to the sea. '.repeat(5);

describe('a text that comes alone', () => {
  it.each([
    ['rules', rules],
    [
      'a letter, also of who says “I”',
      `${letter.replace('Dr Sen', 'I will call before.\n')}${letter}`,
    ],
    ['opening hours', 'Monday to Friday: 7:00 - 18:30\nSaturday: 8:00 - 14:00\nSunday: closed'],
    ['an article in one line', long.trim()],
    [
      'advice, whose sentences tell what to do',
      `How to catch a hen. ${long} Look out for the fox.`,
    ],
    ['one with a question inside', `${rules}\nLost the key? Ring Ann.\n${rules}`],
  ])('is seen in %s', (_, text) => {
    expect(givenText(text)).toEqual({ passages: [text], question: '' });
    expect(asPassageQuestion(text)).toBe(text);
  });

  it.each([
    ['a bad day', `I had a bad day. ${long}`],
    ['a story of oneself', `What happened then is quickly told. ${long} Then I went home.`],
    ['a story of one’s own', `My neighbour plays the drums at night. ${long}`],
    ['a German story', `Heute war alles anders. ${long} Dann bin ich gegangen.`],
    ['a greeting that tells', `Hello Tansy, I had a bad day. ${long}`],
    ['a part that somebody shall play', `You are a wise old owl. ${long}`],
    ['a task before it', `Summarize this:\n${rules}`],
    ['a task after it', `${rules}\n\nPlease translate this into German.`],
    ['a task as its last sentence', `${long} Write a poem about that.`],
    ['a long task', `Write a story about a dragon. It lives in a cave. ${long}`],
    ['a question, whatever it is about', `${long} And how deep is it?`],
    ['a remark', 'The weather is lovely today. The birds sing. All is well.'],
    [
      'one long sentence',
      `${'the weather has been terrible for weeks and '.repeat(6)}nothing grows.`,
    ],
    ['code', `\`\`\`\n${rules}\n\`\`\``],
    ['a question in a line between', `${rules}\nWhich bin is it today?\n${rules}`],
    ['a dictation that ends in a question', `${long} Any idea what that could be`],
    ['prices to be added', 'Milk 1.20\nBread 3.50\nCheese: 4.80\nAdd these up.'],
    ['days to be compared', 'Monday: 7:00\nSaturday: 8:00\nwhich day is earlier'],
  ])('is not seen in %s', (_, text) => {
    expect(givenText(text)?.question).not.toBe('');
  });

  it.each([
    'Proofread this.',
    'Fix the grammar.',
    'Reply to this letter politely.',
    'Draft a reply.',
    'Bullet points please.',
    'List the dates.',
    'Improve the style.',
    'Extract all numbers.',
    'Paraphrase.',
    'Continue the story.',
    'TL;DR',
    'Who wrote it',
    'Key points, please',
    'Turn it into an email',
  ])('is not seen where something is wanted of it: %s', (wanted) => {
    for (const text of [letter, rules, long.trim()]) {
      for (const asked of [`${wanted}\n\n${text}`, `${text}\n\n${wanted}`, `${text}\n${wanted}`])
        expect(givenText(asked)?.question, asked).not.toBe('');
    }
    if (!wanted.endsWith('.')) return;
    for (const asked of [`${wanted} ${long}`, `${long}${wanted}`])
      expect(givenText(asked)?.question, asked).not.toBe('');
  });
});

describe('passages as they were written for a mind', () => {
  it('come back whole', () => {
    const { text } = passageQuestion(['One. Two.', 'Three\nfour.'], 'Who?', 1000);
    expect(passagesIn(text)).toEqual({ passages: ['One. Two.', 'Three\nfour.'], question: 'Who?' });
    expect(passagesIn(`${fromThisOnly}\n\n[1] A`)).toBeNull();
    expect(passagesIn('Who?')).toBeNull();
  });
});

describe('a question of a conversation', () => {
  const said = (index: number, text: string, withPhoto = false): Message => ({
    id: String(index),
    conversationId: 'c',
    parentId: index === 0 ? null : String(index - 1),
    role: index % 2 === 0 ? 'user' : 'assistant',
    parts: [
      { type: 'text', text },
      ...(withPhoto ? [{ type: 'image' as const, attachmentId: 'p', alt: '' }] : []),
    ],
    status: { type: 'complete' },
    createdAt: index,
  });
  const first = said(0, `${hours}\n\nWhen is it closed?`);
  const answer = said(1, 'On Monday.');
  const follow = (text: string, ...more: Message[]) =>
    givenQuestion([first, answer, ...more, said(2 + more.length, text)]);

  it('is about the text that came with it, or with one before', () => {
    expect(givenQuestion([first])).toMatchObject({ passages: [hours], isFollowUp: false });
    const question = 'And how long may films be kept there?';
    expect(follow('Is it open?')).not.toBeNull();
    expect(follow('What about borrowing books?')).not.toBeNull();
    expect(follow(question)).toEqual({ passages: [hours], question, isFollowUp: true });
  });

  it('is about a text that came alone before', () => {
    const thread = [said(0, rules), said(1, 'Read.'), said(2, 'When is check-out?')];
    expect(givenQuestion(thread)).toEqual({
      passages: [rules],
      question: 'When is check-out?',
      isFollowUp: true,
    });
    expect(givenQuestion(thread.slice(0, 1))).toBeNull();
  });

  it('is about none where it leads elsewhere, or back to a photo', () => {
    expect(follow('What is the capital of France?')).toBeNull();
    expect(follow('Thank you!')).toBeNull();
    expect(follow('Is it red?', said(2, 'What is it?', true), said(3, 'A car.'))).toBeNull();
    expect(givenQuestion([first, answer])).toBeNull();
    expect(givenQuestion([])).toBeNull();
  });
});
