import { describe, expect, it } from 'vitest';
import type { DiagnosisPart, Message, MessagePart } from '../../src/domain/conversation';
import type { PhotoQuality, PlantScores } from '../../src/domain/diagnosis';
import { AppError } from '../../src/domain/errors';
import type { PlantsModel } from '../../src/domain/models';
import type { PlantCard } from '../../src/domain/plant-card';
import { LazyPlantAnswers } from '../../src/services/lazy-plant-answers';
import { PlantAnswers, type PlantAnswersParts } from '../../src/services/plant-answers';
import { plants as words } from '../../src/ui/texts/plants';

const classes = [
  'tomato__early_blight',
  'tomato__healthy',
  'bean__rust',
  'other_plant',
  'not_plant',
];
const model = {
  id: 'plants',
  classes,
  calibration: {
    temperature: 1,
    notPlantFrom: 0.5,
    otherPlantFrom: 0.5,
    likelyFrom: 0.7,
    fieldCrops: ['tomato'],
    listUpTo: 0.9,
    mostCauses: 3,
  },
} as unknown as PlantsModel;
const sharp: PhotoQuality = {
  shorterSidePx: 400,
  brightness: 0.5,
  blackShare: 0,
  whiteShare: 0,
  sharpness: 200,
  flatShare: 0.1,
  colourShare: 0.9,
};
const scores = (first: number, quality = sharp): PlantScores => ({
  quality,
  logits: classes.map((_, index) => (index === first ? 6 : 0)),
});
const source = { title: 'T', publisher: 'Extension', year: 2020, url: 'https://e.org', read: '' };
const card = {
  id: 'tomato__early_blight',
  name: 'early blight',
  signs: [{ id: 'rings', text: 'Brown rings.', question: 'Rings?', sources: [1] }],
  today: [{ text: 'Take off spotted leaves.', sources: [1] }],
  thisWeek: [{ text: 'Mulch the soil.', sources: [2] }],
  harvest: null,
  chemicals: [],
  sources: [source, { ...source, publisher: 'Institute' }],
} as unknown as PlantCard;

const image = (id: string): MessagePart => ({ type: 'image', attachmentId: id, alt: '' });
const message = (role: Message['role'], parts: MessagePart[]): Message => ({
  id: Math.random().toString(),
  conversationId: 'c',
  parentId: null,
  role,
  parts,
  status: { type: 'complete' },
  createdAt: 0,
});
const ask = (text: string, ...photos: string[]) =>
  message('user', [{ type: 'text', text }, ...photos.map(image)]);

function open(more: Partial<PlantAnswersParts> = {}) {
  const answers = new PlantAnswers({
    model,
    examine: async () => scores(0),
    find: async () => new Blob(['photo']),
    cardsOf: async (ids) => new Map(ids.includes(card.id) ? [[card.id, card]] : []),
    sentences: words.sentences,
    words: {
      failed: 'failed',
      absent: 'absent',
      unfit: 'unfit',
      unread: 'unread',
      of: ({ name }, isCertain) => `${isCertain ? 'For' : 'If it is'} ${name}:`,
      sources: (publishers) => `From ${publishers.join(' and ')}`,
      nothingKnown: 'nothing known',
      followLabel: 'follow the label',
      ingredient: (name, text) => `${name}: ${text}`,
    },
    ...more,
  });
  return (asked: Message, ...before: Message[]) =>
    answers.to(asked, before, new AbortController().signal);
}
const textOf = (parts: readonly MessagePart[] | null) =>
  parts?.flatMap((part) => (part.type === 'text' ? part.text : [])).join('');

describe('a photo of a plant', () => {
  it('is judged where a person asks what is wrong, and its verdict is part of the answer', async () => {
    const parts = await open()(ask('What’s wrong with it?', 'a'));
    expect(parts?.[0]).toMatchObject({
      type: 'diagnosis',
      modelId: 'plants',
      attachmentIds: ['a'],
    });
    expect(textOf(parts)).toMatch(
      /^This looks like early blight on a tomato leaf\. To be sure, look for this: brown rings\. Shall I read the treatment\?$/,
    );
  });

  it('is the mind’s where something else is asked, or no plant is on it', async () => {
    expect(await open()(ask('What is in this picture?', 'a'))).toBeNull();
    const notPlant = open({ examine: async () => scores(4) });
    expect(await notPlant(ask('Is it sick?', 'a'))).toBeNull();
  });

  it('of which the question names a plant is never guessed at where none is on it', async () => {
    const notPlant = open({ examine: async () => scores(4) });
    const { noPlant, betterPhoto } = words.sentences;
    const said = textOf(await notPlant(ask('Is this leaf sick?', 'a')));
    expect(said).toBe(`${noPlant} ${betterPhoto}`);
  });

  it.each([
    ['model-missing', 'absent'],
    ['checksum-mismatch', 'absent'],
    ['wrong-answer', 'unfit'],
    ['worker-crashed', 'failed'],
    ['internal', 'failed'],
  ] as const)('is not guessed at where the specialist fails: %s', async (code, said) => {
    const without = open({ examine: () => Promise.reject(new AppError(code)) });
    for (const question of ['Is it sick?', 'What’s wrong with my rose?', 'Is this leaf ill?']) {
      expect(textOf(await without(ask(question, 'a'))), question).toBe(said);
    }
    expect(await without(ask('What is wrong with my old bike?', 'a'))).toBeNull();
  });

  it('is the mind’s, which is stopped too, where judging it is', async () => {
    const stopped = open({ examine: () => Promise.reject(new AppError('aborted')) });
    expect(await stopped(ask('Is it sick?', 'a'))).toBeNull();
  });

  it('is judged once the specialist is here and it is asked about again', async () => {
    const without = open({ examine: () => Promise.reject(new AppError('model-missing')) });
    const asked = ask('Is it sick?', 'a');
    const before = [
      asked,
      message('assistant', [...(await without(asked))!, { type: 'text', text: '' }]),
    ];
    expect(textOf(await without(ask('How do I treat it?'), ...before))).toBe('absent');
    expect(await without(ask('Thank you!'), ...before)).toBeNull();
    const parts = await open()(ask('What is wrong with it?'), ...before);
    expect(parts?.[0]).toMatchObject({ type: 'diagnosis', attachmentIds: ['a'] });
  });

  it('says what is wrong with the photo before it judges', async () => {
    const dark = open({ examine: async () => scores(0, { ...sharp, brightness: 0.02 }) });
    expect(await dark(ask('What is wrong with my bike?', 'a'))).toBeNull();
    expect((await dark(ask('Is it sick?', 'a')))?.[0]).toMatchObject({ problem: 'dark' });
    const parts = await dark(ask('Is this leaf sick?', 'a'));
    expect(parts?.[0]).toMatchObject({ problem: 'dark' });
    expect(parts?.[0]).not.toHaveProperty('probabilities');
    // One that may well show something else is a bad photo of what its question names alone.
    const other = open({ examine: async () => scores(4, { ...sharp, brightness: 0.02 }) });
    expect(await other(ask('Is it sick?', 'a'))).toBeNull();
    const named = await other(ask('Is this leaf sick?', 'a'));
    expect(named?.[0]).toMatchObject({ problem: 'dark' });
  });

  it('counts those of several that can be judged', async () => {
    const qualities = [{ ...sharp, sharpness: 1 }, sharp];
    const several = open({ examine: async () => scores(0, qualities.shift()) });
    const parts = await several(ask('Is it sick?', 'a', 'b'));
    expect(parts?.[0]).toMatchObject({ attachmentIds: ['b'] });
    expect(parts?.[0]).not.toHaveProperty('problem');
  });

  it('is the mind’s where no photo of it is there any more, and where its notes cannot be had', async () => {
    const gone = open({ find: async () => undefined });
    expect(await gone(ask('Is this leaf sick?', 'a'))).toBeNull();
    const lazy = new LazyPlantAnswers(() => Promise.reject(new Error('no chunk')));
    const never = new AbortController().signal;
    expect(await lazy.to(ask('Is this leaf sick?', 'a'), [], never)).toBeNull();
  });

  it('takes a crop that is named for what it is', async () => {
    const parts = await open()(ask('What is wrong with my tomato?', 'a'));
    expect(parts?.[0]).toMatchObject({ crop: 'tomato' });
  });
});

describe('a question after a diagnosis', () => {
  const diagnosed = async () => {
    const parts = await open()(ask('Is it sick?', 'a'));
    return [ask('Is it sick?', 'a'), message('assistant', [...parts!, { type: 'text', text: '' }])];
  };

  it('is answered from the card, which names its sources', async () => {
    const before = await diagnosed();
    const parts = await open()(ask('How do I treat it?'), ...before);
    expect(textOf(parts)).toBe(
      'For early blight: Take off spotted leaves. Mulch the soil.\n\nFrom Extension and Institute',
    );
  });

  it('is answered for what the card says by now', async () => {
    const more = { thisWeek: [], today: [{ text: 'Burn it.', sources: [1] }] };
    const healthy = { ...card, id: 'tomato__healthy', name: 'health', ...more };
    const rust = { ...card, id: 'bean__rust', name: 'rust', ...more };
    const cards = new Map([card, healthy, rust].map((each) => [each.id, each]));
    const answers = open({ cardsOf: async () => cards });
    const probabilities = { tomato__early_blight: 0.5, tomato__healthy: 0.3, bean__rust: 0.2 };
    const treated = async (given: Partial<DiagnosisPart>) => {
      const diagnosis: DiagnosisPart = {
        ...{ type: 'diagnosis', modelId: 'plants', attachmentIds: ['a'], probabilities },
        ...given,
      };
      const said = message('assistant', [
        diagnosis,
        { type: 'text', text: 'It may be …' },
        { type: 'text', text: '' },
      ]);
      return answers(ask('How do I treat it?'), ask('Is it sick?', 'a'), said);
    };
    expect(textOf(await treated({}))).toContain('If it is early blight: ');
    const [chosen] = (await treated({ chosen: 'bean__rust' }))!;
    expect(chosen).toMatchObject({
      of: 'bean__rust',
      text: 'If it is rust: Burn it.\n\nFrom Extension',
    });
    // One of another crop than the one that is given by now.
    const ofCrop = await treated({ chosen: 'bean__rust', crop: 'tomato' });
    expect(ofCrop?.[0]).toMatchObject({ of: 'tomato__early_blight' });
    // Where the card claims nothing any more, nothing is told to be done.
    const unlike = { probabilities: { tomato__early_blight: 0.95, bean__rust: 0.05 } };
    const { unsure, betterPhoto } = words.sentences;
    expect(textOf(await treated({ ...unlike, crop: 'bean' }))).toBe(`${unsure} ${betterPhoto}`);
  });

  it('is never made up where its notes cannot be read', async () => {
    const before = await diagnosed();
    const unread = open({ cardsOf: () => Promise.reject(new Error('no chunk')) });
    expect(textOf(await unread(ask('How do I treat it?'), ...before))).toBe('unread');
  });

  it('that says which crop it is has it judged as that', async () => {
    const before = await diagnosed();
    const parts = await open()(ask('It’s a tomato plant.'), ...before);
    expect(parts?.[0]).toMatchObject({ type: 'diagnosis', crop: 'tomato', attachmentIds: ['a'] });
    expect(await open()(ask('Tell me about tomatoes'), ...before)).toBeNull();
  });

  it('is told where nothing is known, and left to the mind where it is about something else', async () => {
    const before = await diagnosed();
    expect(textOf(await open()(ask('Can I eat the fruit?'), ...before))).toBe('nothing known');
    expect(await open()(ask('Tell me a joke.'), ...before)).toBeNull();
  });

  it('is the mind’s once something else was spoken of', async () => {
    const before = [
      ...(await diagnosed()),
      ask('Hello'),
      message('assistant', [{ type: 'text', text: 'Hi' }]),
    ];
    expect(await open()(ask('How do I treat it?'), ...before)).toBeNull();
  });

  it('is a yes only where something was offered', async () => {
    const before = await diagnosed();
    expect(textOf(await open()(ask('Yes, please'), ...before))).toContain('Mulch');
    const told = await open()(ask('How do I treat it?'), ...before);
    const after = [...before, message('assistant', [...told!, { type: 'text', text: '' }])];
    expect(await open()(ask('Yes, please'), ...after)).toBeNull();
  });

  it('is not answered from an older card once other photos were shown', async () => {
    const before = [
      ...(await diagnosed()),
      ask('What is this?', 'b'),
      message('assistant', [{ type: 'text', text: 'A cat.' }]),
    ];
    expect(await open()(ask('How do I treat it?'), ...before)).toBeNull();
  });
});
