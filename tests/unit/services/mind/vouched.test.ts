import { describe, expect, it } from 'vitest';
import {
  evidenceFor,
  sentencesOf,
  sentencesToCompare,
} from '../../../../src/domain/given/evidence';
import { withoutSource, withSource } from '../../../../src/domain/given/source-quote';
import { vouchedFor } from '../../../../src/services/mind/vouched';

const basil =
  'Sweet basil. Sun: at least six hours. Water in the morning, at the foot, when the top 2 cm are dry. Pinch out flower buds or the leaves turn bitter. Dies at the first frost.';
const monstera =
  'Monstera deliciosa. Bright, but out of the midday sun. All parts are poisonous to cats and dogs. Repot in March, every second year.';
const words = {
  says: (sentence: string) => `SAYS ${sentence}`,
  nearest: (sentences: readonly string[]) => `NEAREST ${sentences.join(' | ')}`,
  caution: 'CAUTION',
};
const given = (question: string, passages = [basil, monstera]) => ({
  passages,
  question,
  isFollowUp: false,
});
const sentence = (question: string, passages?: string[]) =>
  evidenceFor(given(question, passages))[0]?.sentence;

describe('the sentence that answers a question', () => {
  it('shares its rare words, in any of their forms, and comes with its heading', () => {
    expect(sentence('Which plant is poisonous to a cat?')).toBe(
      'Monstera deliciosa. … All parts are poisonous to cats and dogs.',
    );
    expect(sentence('What happens to the leaves if it is allowed to flower?')).toBe(
      'Sweet basil. … Pinch out flower buds or the leaves turn bitter.',
    );
    expect(sentence('When is the monstera repotted?')).toContain('Repot in March');
  });

  it('holds what is asked for: a number, a day, a name', () => {
    const bus = ['The bus to Harwick is yellow. It takes 40 minutes. Tom Abara drives it.'];
    expect(sentence('How long does the bus take?', bus)).toContain('40 minutes');
    expect(sentence('Who drives the bus?', bus)).toContain('Tom Abara');
  });

  it('comes without a greeting', () => {
    const letter = ['Dear Ms Brandt, your check-up is due.\nPlease bring your insurance card.'];
    expect(sentence('What should I bring?', letter)).toBe('Please bring your insurance card.');
    const short = ['Dear Ms Brandt,\nPlease bring your insurance card.'];
    expect(sentence('What should I bring?', short)).toBe('Please bring your insurance card.');
  });

  it('may use other words for the same, and holds a price where one is asked for', () => {
    const hall = ['The hall is let by the day. The fee is 40 euros. Parking is behind it.'];
    expect(sentence('How much do I pay for it?', hall)).toContain('40 euros');
    const post = ['Torn bags are mended at Aldersund. They are sent to 4 Mill Lane.'];
    expect(sentence('Where do I post them?', post)).toContain('Mill Lane');
  });

  it('is found by what a mind answered, where the question’s own words are not in it', () => {
    const trip = ['We fly at 6.50. Leo takes us to the airport. Imke feeds the cat.'];
    const who = given('Who is the chauffeur?', trip);
    expect(evidenceFor(who, { answer: 'Leo does.' })[0]?.sentence).toContain('Leo takes us');
  });

  it('is found by what it means, where that was compared', () => {
    const sitter = [
      'For the sitter. Felix may read until eight. Nora drops off with her rabbit only.',
    ];
    const asked = given('How late is bedtime for the big boy?', sitter);
    const compared = sentencesToCompare(asked);
    expect(compared).toHaveLength(2);
    const [felix, nora] = compared.map((each) => (each.includes('Felix') ? 0.6 : 0.1));
    const near = new Map([
      [compared[0]!, felix!],
      [compared[1]!, nora!],
    ]);
    const [first, second] = evidenceFor(asked, { near });
    expect(first).toMatchObject({ itself: 'Felix may read until eight.', nearness: 0.6 });
    expect(second!.nearness).toBe(0.1);
    const away = new Map([...near].map(([each, cosine]) => [each, 0.7 - cosine]));
    expect(evidenceFor(asked, { near: away })[0]!.itself).toContain('rabbit');
    expect(evidenceFor(asked)[0]!.nearness).toBeNull();
  });

  it('is compared each once, and only so many of a long text', () => {
    const line = (index: number) => `The crate of row ${index} holds apples.`;
    const long = Array.from({ length: 100 }, (_, index) => line(index)).join(' ');
    expect(sentencesToCompare(given('Which crate is it?', [long, long]))).toHaveLength(24);
    const short = sentencesToCompare(given('Which crate?', [line(1), line(1)]));
    expect(short).toEqual([line(1)]);
  });

  it('is told apart from abbreviations, initials and times', () => {
    expect(
      sentencesOf('Ask Dr. Sen or T. Lind at 9.30 a.m. or later. Bring No. 4.\nThanks!'),
    ).toEqual(['Ask Dr. Sen or T. Lind at 9.30 a.m. or later.', 'Bring No. 4.', 'Thanks!']);
  });

  it('is no longer than can be listened to, where a text has no stops', () => {
    const endless = ['word '.repeat(2000).trim(), `${'x'.repeat(1000)}`];
    for (const { sentence } of evidenceFor(given('Which word?', endless)))
      expect(sentence.length).toBeLessThanOrEqual(400);
  });

  it('is none where nothing was given', () => {
    expect(evidenceFor(given('Who?', []))).toEqual([]);
    expect(evidenceFor(given('Who?', ['']))).toEqual([]);
  });
});

describe('an answer about somebody', () => {
  const medicines = [
    'Corvadine tablets. Take two with water. Once opened they keep for a year.',
    'Balm of Elsin. Rub it in at night. Once opened it keeps for six weeks.',
  ];

  it('is not another’s', () => {
    const reply = vouchedFor(
      'A year.',
      given('How long does Elsin drops keep once opened?', [medicines[0]!]),
      words,
    );
    expect(reply).toMatch(/^NEAREST/);
    const own = vouchedFor(
      'A year.',
      given('How long does Corvadine keep once opened?', medicines),
      words,
    );
    expect(own).toContain('A year.');
    expect(own).not.toMatch(/^NEAREST/);
  });

  it('may be in the sentence after the one that names them', () => {
    const aunt = ['We called on Aunt Lise in May. She gave us plum jam in a blue jar.'];
    const reply = vouchedFor('Plum jam.', given('What did Lise give us in May?', aunt), words);
    expect(reply).toContain('Plum jam.');
    expect(reply).not.toMatch(/^NEAREST/);
  });
});

describe('an answer that could do harm', () => {
  const leaflet = [
    'Solvadin drops. Give a child five drops of this medicine at night. Keep it cool.',
  ];
  const dose = given('How many drops of the medicine may I give my child?', leaflet);

  it('comes with a word of caution, however it is told', () => {
    expect(vouchedFor('Give five drops at night.', dose, words)).toMatch(/CAUTION/);
    expect(vouchedFor('That isn’t in what I have.', dose, words)).toMatch(/^NEAREST.*CAUTION$/s);
    expect(withoutSource(vouchedFor('Five drops.', dose, words))).toMatch(/ CAUTION$/);
  });

  it('is never the mind’s bare word, also where it may not be about the text', () => {
    const far = given('And how much ibuprofen to give him', ['The mill is open on Sundays.']);
    const reply = vouchedFor('As much as he likes.', { ...far, isFollowUp: true }, words);
    expect(reply).toMatch(/^NEAREST.*CAUTION$/s);
  });

  it('is any other without one', () => {
    const cool = given('Where are the drops kept?', leaflet);
    expect(vouchedFor('Cool.', cool, words)).not.toMatch(/CAUTION/);
  });
});

describe('an answer that is near in meaning', () => {
  const garden = ['The plots are dug in March. Hoses hang behind the hut.'];
  const asked = given('Where do I find something to water with?', garden);
  const near = (cosine: number) =>
    new Map(sentencesToCompare(asked).map((each) => [each, each.includes('Hoses') ? cosine : 0]));

  it('is said, though none of its words were asked', () => {
    expect(vouchedFor('Behind the hut.', asked, words)).toMatch(/^NEAREST/);
    expect(vouchedFor('Behind the hut.', asked, words, near(1))).toContain('Behind the hut.');
  });

  it('is told as doubtful where it is not near enough', () => {
    expect(vouchedFor('Behind the hut.', asked, words, near(0.4))).toMatch(/^NEAREST/);
  });
});

describe('an answer from a text', () => {
  const asked = given('How many hours of sun does basil want?');
  const source = 'Sweet basil. … Sun: at least six hours.';

  it('stands with its sentence where that says the same', () => {
    const own = 'It wants at least six hours of sun.';
    expect(vouchedFor(own, asked, words)).toBe(withSource(own, source));
  });

  it.each([
    ['says what the text does not', 'It likes a wide range of soils and climates.'],
    ['has another number', 'It wants 8 hours of sun.'],
    ['has a part of a number', 'It wants 2 hours, or cm 10.'],
    ['says a place for a number', 'It wants sun in the morning.'],
    ['only says the question again', 'Basil wants hours of sun.'],
    ['is empty', ''],
  ])('gives way to the sentence where it %s', (_, own) => {
    expect(vouchedFor(own, asked, words)).toBe(`SAYS ${source}`);
  });

  it('gives way to the sentence where it says when that opens for when it closes', () => {
    const hours = 'Garden centre. Open Monday to Friday 8:30 to 18:00, Saturday 9:00 to 16:00.';
    const question = { ...asked, passages: [hours], question: 'When does it close on Saturday?' };
    expect(vouchedFor('On Saturday it closes at 9:00.', question, words)).toMatch(/^SAYS /);
    expect(vouchedFor('On Saturday it closes at 18:00.', question, words)).toMatch(/^SAYS /);
    const list = 'Monday to Friday: 7:00 - 18:30\nSaturday: 8:00 - 14:00\nSunday: closed';
    const ofList = { ...question, passages: [list] };
    expect(vouchedFor('It is closed on Saturday.', ofList, words)).toBe(
      'SAYS Saturday: 8:00 - 14:00',
    );
    expect(vouchedFor('From 8:00 to 14:30.', ofList, words)).toBe('SAYS Saturday: 8:00 - 14:00');
    const right = 'On Saturday it closes at 16:00.';
    expect(vouchedFor(right, question, words).startsWith(right)).toBe(true);
  });

  it.each([
    'That isn’t in what I have.',
    'It does not say.',
    'The text doesn’t mention fertiliser.',
    'I can’t tell.',
  ])('is in doubt where the mind refuses: %s', (own) => {
    expect(vouchedFor(own, asked, words)).toMatch(/^NEAREST /);
  });

  it('to what followed is the mind’s own where it may not be about the text', () => {
    const follows = { ...given('Can you say that more kindly?'), isFollowUp: true };
    expect(vouchedFor('Of course!', follows, words)).toBe('Of course!');
    const parking = { ...given('Is it grown in Iceland?'), isFollowUp: true };
    expect(vouchedFor('No, only for seven days.', parking, words)).toMatch(/^NEAREST /);
    const when = { ...given('And when is the monstera repotted?'), isFollowUp: true };
    expect(vouchedFor('In May.', when, words)).toMatch(/^SAYS .*Repot in March/);
  });

  it('to what followed is not put together from several sentences', () => {
    const rules = [
      'Tokens are sold by Mr Novak on the ground floor. Dogs are welcome, but must be on a lead in the yard. The lift stops at eleven.',
    ];
    const follows = { ...given('Whom do I ask for one?', rules), isFollowUp: true };
    expect(vouchedFor('Dogs are sold by Mr Novak.', follows, words)).toMatch(/^NEAREST /);
    expect(vouchedFor('Mr Novak on the ground floor.', follows, words)).toBe(
      withSource(
        'Mr Novak on the ground floor.',
        'Tokens are sold by Mr Novak on the ground floor.',
      ),
    );
  });

  it('makes no money of a number by which something is called', () => {
    const letter = ['Inside are the two lamps, one with a loose plug. The number is KX-20418-B.'];
    const follows = { ...given('What did the lamps cost?', letter), isFollowUp: true };
    for (const own of ['The lamps was $20418-B.', 'They cost 20418 pounds.'])
      expect(vouchedFor(own, follows, words)).toMatch(/^NEAREST/);
    const priced = given('What did the lamps cost?', ['The lamps cost 40 euros together.']);
    expect(vouchedFor('The lamps cost €40.', priced, words)).toMatch(/^The lamps cost €40/);
  });

  it('to what followed is held to the text where that is asked if something is there', () => {
    const house = ['Dogs are allowed in the kitchen but not in the bedrooms. The shop is near.'];
    const follows = (question: string) => ({ ...given(question, house), isFollowUp: true });
    for (const question of [
      'Is there a swimming pool?',
      'And are there any lifts?',
      'Does it have a garden?',
    ])
      expect(vouchedFor('No, that is a bedroom.', follows(question), words)).toMatch(/^NEAREST /);
    expect(vouchedFor('The kitchen.', follows('Could you say that again?'), words)).toBe(
      'The kitchen.',
    );
  });

  it('gives way to the sentence where it says otherwise of an hour or a day', () => {
    const house = [
      'Check-in is from 3 pm and check-out is by 10 am. The green bin is collected on Tuesday, the blue bin for paper every second Friday.',
    ];
    const out = given('When is check-out?', house);
    expect(vouchedFor('Check-out is from 10 am.', out, words)).toMatch(/^SAYS Check-in/);
    expect(vouchedFor('Check-out is by 10 am.', out, words)).toMatch(/^Check-out is by/);
    const bin = given('Which bin is collected on Tuesday?', house);
    expect(vouchedFor('On Tuesday, the blue bin.', bin, words)).toMatch(/^SAYS The green bin/);
    expect(vouchedFor('The green bin.', bin, words)).toMatch(/^The green bin/);
  });

  it.each([
    ['Why does basil die at the first frost?', 'It is tender.'],
    ['Who waters the basil in the morning?', 'The gardener.'],
    ['How many flower buds are pinched out?', 'Two flower buds.'],
  ])('is in doubt where the sentence is near and gives something else: %s', (question, own) => {
    expect(vouchedFor(own, given(question, [basil]), words)).toMatch(/^NEAREST /);
  });

  it('is in doubt where no sentence is near, however sure the mind is', () => {
    const unanswerable = given('How much fertiliser does it need a month?', [basil]);
    expect(vouchedFor('It needs 5 g.', unanswerable, words)).toMatch(/^NEAREST .* \| /);
  });
});

it('a quote shows each mark of its text, which may be a code', () => {
  const door = given('What is the door code?', [
    'Please note that the door code is 4*7_1_#<b>. Ring twice.',
  ]);
  expect(vouchedFor('It is 9.', door, words)).toBe(
    String.raw`SAYS Please note that the door code is 4\*7\_1\_\#\<b\>.`,
  );
  expect(withSource('Yes.', '[a](b)')).toContain(String.raw`\[a\](b)`);
});

it('a source is for the eye alone', () => {
  expect(withoutSource(withSource('Six hours.', 'Sun: at least six hours.'))).toBe('Six hours.');
  expect(withoutSource('As Hamlet says:\n\n> To be, or not'), 'a quote of a mind').toContain(
    'To be',
  );
  expect(withoutSource('Six hours.\n\n> a quote\n\nand more')).toBe(
    'Six hours.\n\n> a quote\n\nand more',
  );
});
