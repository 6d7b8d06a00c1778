import { describe, expect, it, vi } from 'vitest';
import type { Message, MessagePart } from '../../../../src/domain/conversations/conversation';
import type { DiagnosisPart } from '../../../../src/domain/plants/findings';
import type { PlantScores } from '../../../../src/domain/plants/diagnosis';
import { AppError } from '../../../../src/domain/errors';
import type { PlantsModel } from '../../../../src/domain/models/model';
import type { PlantCard } from '../../../../src/domain/plants/card';
import { sharpPhoto as sharp } from '../../../fakes/photo-quality';
import { LazyPlantAnswers } from '../../../../src/services/plants/lazy-answers';
import { PlantAnswers, type PlantAnswersParts } from '../../../../src/services/plants/answers';
import { texts } from '../../../../src/ui/texts';
import { plants as words } from '../../../../src/ui/texts/plants';
import { welcome } from '../../../../src/ui/texts/thread';

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

function open(more: Partial<PlantAnswersParts> = {}, signal = new AbortController().signal) {
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
      sure: words.answers.sure,
      crop: words.answers.crop,
      nothingOnSpread: words.answers.nothingOnSpread,
      nothingKnown: 'nothing known',
      nothingOnEating: 'not sure, not eaten',
      photoless: 'photoless',
      otherKind: (crops) => `only ${crops.join(' ')}`,
      declined: 'declined',
      followLabel: 'follow the label',
      ingredient: (name, text) => `${name}: ${text}`,
    },
    ...more,
  });
  return (asked: Message, ...before: Message[]) => answers.to(asked, before, signal);
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

  it('is the mind’s where something else is asked', async () => {
    expect(await open()(ask('What is in this picture?', 'a'))).toBeNull();
    const notPlant = open({ examine: async () => scores(4) });
    expect(await notPlant(ask('What is happening here?', 'a'))).toBeNull();
    expect(await notPlant(ask('What is wrong with my bike?', 'a'))).toBeNull();
  });

  it('on which no plant is found is never guessed at where its health is asked for', async () => {
    const notPlant = open({ examine: async () => scores(4) });
    const { noPlant, betterPhoto } = words.sentences;
    for (const question of ['Is this leaf sick?', 'Is it sick?', 'What’s wrong with it?']) {
      const said = textOf(await notPlant(ask(question, 'a')));
      expect(said, question).toBe(`${noPlant} ${betterPhoto}`);
    }
  });

  describe('in which the leaf is small', () => {
    const sized = (text: string, widthPx = 400, ...more: string[]) => {
      const asked = ask(text, 'a', ...more);
      const parts = asked.parts.map((part) =>
        part.type === 'image' ? { ...part, widthPx, heightPx: 0.75 * widthPx } : part,
      );
      return { ...asked, parts };
    };
    /** Only the part in the upper right shows one. */
    const examine: PlantAnswersParts['examine'] = async (_photo, _signal, square) =>
      scores(square?.leftPx === 250 && square.topPx === 0 ? 0 : 4);

    it('says so, and shows the part in which it is seen', async () => {
      const parts = await open({ examine })(sized('What is wrong with this plant?'));
      const square = { leftPx: 250, topPx: 0, sidePx: 150 };
      expect(parts?.[0]).toMatchObject({ nearer: { attachmentId: 'a', square } });
      const { smallLeaf, judgePart } = words.sentences;
      expect(textOf(parts)).toBe(`${smallLeaf} ${judgePart}`);
    });

    it('is looked for in no photo that tells, that is too small, or is one of several', async () => {
      const refused = `${words.sentences.noPlant} ${words.sentences.betterPhoto}`;
      const judged = await open()(sized('What is wrong with this plant?'));
      expect(judged?.[0]).not.toHaveProperty('nearer');
      expect(textOf(await open({ examine })(sized('Is it sick?', 200)))).toBe(refused);
      expect(textOf(await open({ examine })(sized('Is it sick?', 400, 'b')))).toBe(refused);
      expect(await open({ examine })(sized('What is happening here?'))).toBeNull();
    });

    it('is not looked for any more once the question is stopped', async () => {
      const stop = new AbortController();
      let looks = 0;
      const counting: PlantAnswersParts['examine'] = async () => {
        if (++looks === 3) stop.abort();
        return scores(4);
      };
      expect(await open({ examine: counting }, stop.signal)(sized('Is it sick?'))).toBeNull();
      expect(looks).toBe(3);
    });
  });

  it('that shows no leaf is the mind’s once it is asked what else it shows', async () => {
    const notPlant = open({ examine: async () => scores(4) });
    const asked = ask('What is wrong with this plant?', 'a');
    const refused = message('assistant', [...(await notPlant(asked))!, { type: 'text', text: '' }]);
    expect(await notPlant(ask('What is in this picture?'), asked, refused)).toBeNull();
  });

  it('of a plant that is none of the crops known says which help there is, whatever is asked', async () => {
    const other = open({ examine: async () => scores(3) });
    const asked = ask('Is it sick?', 'a');
    const parts = await other(asked);
    const { unknownPlant, sayWhich } = words.sentences;
    expect(textOf(parts)).toBe(`${unknownPlant} ${sayWhich}`);
    expect(sayWhich).toContain('else see its questions');
    const before = [asked, message('assistant', [...parts!, { type: 'text', text: '' }])];
    for (const question of ['What plant is it?', 'How often should I water it?', 'Will it die?']) {
      expect(textOf(await other(ask(question), ...before)), question).toBe(textOf(parts));
    }
    expect(await other(ask('What is the capital of France?'), ...before)).toBeNull();
  });

  it.each([
    ['model-missing', 'absent'],
    ['checksum-mismatch', 'absent'],
    ['download-failed', 'absent'],
    ['quota-exceeded', 'absent'],
    ['storage-unavailable', 'absent'],
    ['wrong-answer', 'unfit'],
    ['webgpu-unavailable', 'failed'],
    ['device-lost', 'failed'],
    ['out-of-memory', 'failed'],
    ['worker-crashed', 'failed'],
    ['bad-input', 'failed'],
    ['too-long', 'failed'],
    ['internal', 'failed'],
    // Its worker was ended, by no stop of a person.
    ['aborted', 'failed'],
  ] as const)('is not guessed at where the specialist fails: %s', async (code, said) => {
    const without = open({ examine: () => Promise.reject(new AppError(code)) });
    for (const question of ['Is it sick?', 'What’s wrong with my rose?', 'Is this leaf ill?']) {
      expect(textOf(await without(ask(question, 'a'))), question).toBe(said);
    }
    expect(await without(ask('What is wrong with my old bike?', 'a'))).toBeNull();
  });

  it('is the mind’s, which is stopped too, where judging it is', async () => {
    const stop = new AbortController();
    const examine = () => {
      stop.abort();
      return Promise.reject(new AppError('aborted'));
    };
    expect(await open({ examine }, stop.signal)(ask('Is it sick?', 'a'))).toBeNull();
  });

  it('is no mind’s where Diagnose was pressed, whatever it shows', async () => {
    const bad = [
      sharp,
      { ...sharp, brightness: 0.02 },
      { ...sharp, whiteShare: 0.8 },
      { ...sharp, sharpness: 1 },
      { ...sharp, shorterSidePx: 20 },
      { ...sharp, flatShare: 0.9 },
      { ...sharp, colourShare: 0 },
    ];
    for (const quality of bad) {
      for (const [of] of classes.entries()) {
        const judged = open({ examine: async () => scores(of, quality) });
        const said = await judged(ask(welcome.ofPhoto, 'a'));
        expect(said, `${classes[of]} ${JSON.stringify(quality)}`).not.toBeNull();
      }
    }
    const gone = open({ find: async () => undefined });
    const broken = open({ examine: () => Promise.reject(new AppError('worker-crashed')) });
    expect(await gone(ask(welcome.ofPhoto, 'a'))).not.toBeNull();
    expect(await broken(ask(welcome.ofPhoto, 'a'))).not.toBeNull();
    expect(texts.photos.quick[1][1]).toBe(welcome.ofPhoto);
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
    expect(await other(ask('What is happening here?', 'a'))).toBeNull();
    expect((await other(ask('Is it sick?', 'a')))?.[0]).toMatchObject({ problem: 'dark' });
    // A page is read by a mind.
    const page = open({ examine: async () => scores(4, { ...sharp, whiteShare: 0.8 }) });
    expect(await page(ask('What’s wrong with it?', 'a'))).toBeNull();
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

  it('is asked for where it is not there any more', async () => {
    const gone = open({ find: async () => undefined });
    expect(textOf(await gone(ask('Is this leaf sick?', 'a')))).toBe('photoless');
    expect(await gone(ask('What is wrong with my bike?', 'a'))).toBeNull();
  });

  it('is not judged without notes', async () => {
    const unread = open({ cardsOf: () => Promise.reject(new Error('no chunk')) });
    expect(textOf(await unread(ask('Is it sick?', 'a')))).toBe('unread');
  });

  it('that was shown with another question is judged once its health is asked for', async () => {
    const before = [
      ask('What is this?', 'b'),
      message('assistant', [{ type: 'text', text: 'A leaf.' }]),
    ];
    const parts = await open()(ask('Is it sick?'), ...before);
    expect(parts?.[0]).toMatchObject({ type: 'diagnosis', attachmentIds: ['b'] });
    expect(await open()(ask('Thanks!'), ...before)).toBeNull();
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
    const { unsure, nearer } = words.sentences;
    expect(textOf(await treated({ ...unlike, crop: 'bean' }))).toBe(`${unsure(1)} ${nearer}`);
  });

  it('is answered for what else it may be where health has no answer, or a mild one', async () => {
    const spread = { risk: 'low', text: 'By wind.', sources: [1] };
    const harvest = (text: string) => ({ text, sources: [1] });
    const healthy = {
      ...card,
      id: 'tomato__healthy',
      kind: 'healthy',
      name: 'health',
      spread,
      harvest: harvest('Not the leaves.'),
    } as unknown as PlantCard;
    const sick = { ...card, spread, harvest: harvest('Unmarked fruit.') } as unknown as PlantCard;
    const cards = new Map([sick, healthy].map((each) => [each.id, each]));
    const answers = open({ cardsOf: async () => cards });
    const told = async (question: string, ofHealth: number) => {
      const probabilities = { tomato__healthy: ofHealth, tomato__early_blight: 1 - ofHealth };
      const diagnosis: DiagnosisPart = {
        ...{ type: 'diagnosis', modelId: 'plants', attachmentIds: ['a'], probabilities },
      };
      const said = message('assistant', [diagnosis, { type: 'text', text: 'It may be …' }]);
      return textOf(await answers(ask(question), ask('Is it sick?', 'a'), said));
    };
    const ifSick = (text: string) => `If it is early blight: ${text}\n\nFrom Extension`;
    expect(await told('Will it spread?', 0.6)).toBe(ifSick('By wind.'));
    expect(await told('Will it spread?', 0.99)).toBe('nothing known');
    // What is said of a healthy plant must not hide what may not be eaten of a sick one.
    const eat = 'Can I eat the fruit?';
    expect(await told(eat, 0.6)).toBe(ifSick('Unmarked fruit.'));
    expect(await told(eat, 0.99)).toBe('For health: Not the leaves.\n\nFrom Extension');
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
    expect(textOf(await open()(ask('Can I eat the fruit?'), ...before))).toBe(
      'not sure, not eaten',
    );
    expect(await open()(ask('Tell me a joke.'), ...before)).toBeNull();
  });

  const chat = () => [ask('Hello'), message('assistant', [{ type: 'text', text: 'Hi?' }])];

  it('is the plant’s after something else was spoken of, as long as that can be meant', async () => {
    const before = await diagnosed();
    const [once, twice] = [
      [...before, ...chat()],
      [...before, ...chat(), ...chat()],
    ];
    expect(textOf(await open()(ask('Can my dog eat it?'), ...once))).toBe('nothing known');
    expect(textOf(await open()(ask('Will my plant die?'), ...twice))).toBe('nothing known');
    expect(textOf(await open()(ask('Can I eat the tomatoes?'), ...twice))).toBe(
      'not sure, not eaten',
    );
    expect(await open()(ask('Can my dog eat it?'), ...twice)).toBeNull();
    for (const question of ['Yes, please', 'What is the capital of France?', 'Thanks!']) {
      expect(await open()(ask(question), ...once), question).toBeNull();
    }
    // What was told from the card is of the plant again.
    const told = await open()(ask('How do I treat the disease?'), ...twice);
    const after = [...twice, message('assistant', [...told!, { type: 'text', text: '' }])];
    expect(textOf(await open()(ask('Will it die?'), ...after))).toBe('nothing known');
  });

  const saidOf = (question: string, given: Partial<DiagnosisPart>) => {
    const diagnosis: DiagnosisPart = {
      ...{ type: 'diagnosis', modelId: 'plants', attachmentIds: ['a'] },
      ...given,
    };
    const said = message('assistant', [diagnosis, { type: 'text', text: 'Shall I?' }]);
    return open()(ask(question), ask('Is it sick?', 'a'), said).then(textOf);
  };

  it('that doubts it is told how sure it is, by the photo and by the signs, and nothing is offered', async () => {
    const before = await diagnosed();
    for (const question of [
      'How sure are you?',
      'How confident are you?',
      'How certain is that?',
      'Are you sure?',
      'How sure are you of the diagnosis?',
    ]) {
      const said = await open()(ask(question), ...before);
      expect(textOf(said), question).toBe(
        'By the photo alone, it is likely early blight at over 99 %.',
      );
      expect(said![0], question).toMatchObject({ of: 'tomato__early_blight' });
    }
    const probabilities = { tomato__early_blight: 0.85, tomato__healthy: 0.15 };
    expect(
      await saidOf('How sure are you?', {
        probabilities,
        signs: { 'tomato__early_blight/rings': false },
      }),
    ).toBe(
      'By the photo alone, it is likely early blight at 85 %, and next comes a healthy tomato plant at 15 %. ' +
        'With the signs that you answered, it is possibly early blight at 60 %, and next comes a healthy tomato plant at 40 %.',
    );
    const mixed = { tomato__early_blight: 0.55, bean__rust: 0.45 };
    expect(await saidOf('How sure are you?', { probabilities: mixed })).toBe(
      'By the photo alone, it is possibly early blight of tomato at 55 %, and next comes rust of bean at 45 %.',
    );
  });

  it('that named its crop is not told that the photo alone says it', async () => {
    const probabilities = { tomato__early_blight: 0.55, tomato__healthy: 0.1, bean__rust: 0.35 };
    const said = await saidOf('How sure are you?', { probabilities, crop: 'tomato' });
    expect(said).toMatch(/^By the photo, taken as a tomato plant, it is likely early blight at /);
    expect(said).not.toMatch(/alone|rust/);
    expect(
      await saidOf('How sure are you?', {
        probabilities,
        crop: 'tomato',
        signs: { 'tomato__early_blight/rings': false },
      }),
    ).toMatch(
      /^By the photo, taken as a tomato plant, .* With the signs that you answered, it is /,
    );
  });

  it('how sure it is, of a photo that could not be judged, is what is wrong with the photo', async () => {
    expect(await saidOf('How sure are you?', { problem: 'dark' })).toMatch(/too dark/);
  });

  it('which plant it is is answered from the card', async () => {
    const probabilities = { tomato__early_blight: 0.95, tomato__healthy: 0.05 };
    for (const question of ['What is this plant?', 'What’s this plant?', 'Which plant is it?']) {
      expect(await saidOf(question, { probabilities }), question).toBe(
        'By the photo, it looks like a tomato plant. If that is wrong, choose another on the card.',
      );
    }
    expect(await saidOf('What is this plant?', { probabilities, crop: 'tomato' })).toBe(
      'You said that it is a tomato plant.',
    );
    const mixed = { tomato__early_blight: 0.55, bean__rust: 0.45 };
    expect(await saidOf('What is this plant?', { probabilities: mixed })).toMatch(
      /^By the photo, it may be a tomato plant or a bean plant\./,
    );
  });

  it('whether it goes to another plant is told by what its notes say of that', async () => {
    const spread = { risk: 'high', text: 'By wind.', sources: [2] };
    const about = [{ text: 'It lives on tomatoes and beans.', sources: [1] }];
    const known = { ...card, crop: 'tomato', about, spread, scientificName: 'Alternaria' };
    const cards = new Map([[card.id, known as unknown as PlantCard]]);
    const answers = open({ cardsOf: async () => cards });
    const before = await diagnosed();
    expect(textOf(await answers(ask('Will it spread to my beans?'), ...before))).toBe(
      'For early blight: It lives on tomatoes and beans. By wind.\n\nFrom Extension and Institute',
    );
    for (const question of ['Will it spread to my roses?', 'Will the blight spread to the roses?'])
      expect(textOf(await answers(ask(question), ...before)), question).toBe(
        'My notes on early blight do not say whether it goes to roses.',
      );
    expect(textOf(await answers(ask('Will it spread to my other tomatoes?'), ...before))).toBe(
      'For early blight: By wind.\n\nFrom Institute',
    );
  });

  it('about another plant asks for its photo', async () => {
    const before = await diagnosed();
    expect(textOf(await open()(ask('My beans have yellow leaves'), ...before))).toBe('photoless');
    expect(textOf(await open()(ask('What is wrong with my rose?'), ...before))).toBe(
      'only bean tomato',
    );
  });

  it('declines what was offered', async () => {
    const before = await diagnosed();
    expect(textOf(await open()(ask('No, thanks.'), ...before))).toBe('declined');
    expect(await open()(ask('No, thanks.'), ...before, ...chat())).toBeNull();
  });

  it('is a yes only where something was offered', async () => {
    const before = await diagnosed();
    for (const yes of ['Yes, please', 'Yes, read it to me', 'Sure, go ahead', 'OK']) {
      expect(textOf(await open()(ask(yes), ...before)), yes).toContain('Mulch');
    }
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

describe('one more photo after a diagnosis', () => {
  const logits = (...all: number[]): PlantScores => ({ quality: sharp, logits: all });
  /** By their ids. */
  const photos: Record<string, PlantScores> = {
    open: logits(3, 3, 0, 0, 0),
    crops: logits(3, 0, 3, 0, 0),
    early: logits(6, 0, 0, 0, 0),
    healthy: logits(0, 6, 0, 0, 0),
    dark: scores(0, { ...sharp, brightness: 0.02 }),
    rose: logits(0, 0, 0, 9, 0),
    cat: logits(0, 0, 0, 0, 9),
  };
  const examined: string[] = [];
  const answers = (more: Partial<PlantAnswersParts> = {}) => {
    examined.length = 0;
    return open({
      find: async (id) => new Blob([id]),
      examine: async (photo) => {
        const id = await photo.text();
        examined.push(id);
        return photos[id]!;
      },
      ...more,
    });
  };
  const said = async (asked: Message, ...before: Message[]) => {
    const parts = await answers()(asked, ...before);
    return [...before, asked, message('assistant', [...parts!, { type: 'text', text: '' }])];
  };
  const begun = (id: string, question = 'Is it sick?') => said(ask(question, id));

  it('is judged together with those before it', async () => {
    const before = await begun('open');
    expect(textOf(before[1]!.parts)).toContain('It may be');
    const parts = await answers()(ask('Here is the underside', 'early'), ...before);
    expect(examined).toEqual(['open', 'early']);
    expect(parts![0]).toMatchObject({ type: 'diagnosis', attachmentIds: ['open', 'early'] });
    // Of logits of 4.5 and 1.5.
    const { probabilities } = parts![0] as DiagnosisPart;
    expect(probabilities!.tomato__early_blight).toBeCloseTo(0.92, 1);
    expect(textOf(parts)).toMatch(/^This looks like early blight/);
  });

  it('is with all that came, one after the other, and without words too', async () => {
    const two = await said(ask('', 'open'), ...(await begun('open')));
    const three = await answers()(ask('another one', 'early'), ...two);
    expect(three![0]).toMatchObject({ attachmentIds: ['open', 'open', 'early'] });
  });

  it('is not asked for a second time', async () => {
    const before = await begun('crops');
    const { wholePlant } = words.sentences;
    expect(textOf(before[1]!.parts)).toContain(wholePlant);
    const parts = await answers()(ask('The whole plant.', 'crops'), ...before);
    expect(parts![0]).toMatchObject({ requested: ['whole-plant'] });
    expect(textOf(parts)).not.toContain(wholePlant);
  });

  it('takes what was said of the plant along', async () => {
    const before = await begun('open', 'What is wrong with my tomato?');
    const signs = { 'tomato__early_blight/rings': true } as const;
    const diagnosis = { ...(before[1]!.parts[0] as DiagnosisPart), signs };
    const answered = message('assistant', [diagnosis, ...before[1]!.parts.slice(1)]);
    const parts = await answers()(ask('Here it is', 'open'), before[0]!, answered);
    expect(parts![0]).toMatchObject({ crop: 'tomato', signs });
    const named = await answers()(ask('The whole bean plant', 'crops'), ...(await begun('crops')));
    expect(named![0]).toMatchObject({ crop: 'bean', attachmentIds: ['crops', 'crops'] });
  });

  it('counts for nothing where it is too dark, which is said; those before count with the next', async () => {
    const before = await said(ask('Here is the underside', 'dark'), ...(await begun('open')));
    expect(textOf(before.at(-1)!.parts)).toContain(words.sentences.problems.dark);
    const parts = await answers()(ask('Is this better?', 'early'), ...before);
    expect(parts![0]).toMatchObject({ attachmentIds: ['open', 'early'] });
  });

  it('is not of the plant with another question, or of another crop, or after something else', async () => {
    const before = await begun('open');
    for (const question of ['What is this?', 'And this one?', 'Here is my bean plant']) {
      expect(await answers()(ask(question, 'early'), ...before), question).toBeNull();
    }
    const alone = await answers()(ask('Is this one sick?', 'early'), ...before);
    expect(alone![0]).toMatchObject({ attachmentIds: ['early'] });
    const after = [...before, ask('Hi'), message('assistant', [{ type: 'text', text: 'Hello.' }])];
    expect(await answers()(ask('Here is the underside', 'early'), ...after)).toBeNull();
    const other = before.map((each) => ({
      ...each,
      parts: each.parts.map((part) => ({ ...part, modelId: 'older' }) as MessagePart),
    }));
    expect(await answers()(ask('Here is the underside', 'early'), ...other)).toBeNull();
  });

  it('is of a likely one only where it says so', async () => {
    const before = await begun('early');
    expect(textOf(before[1]!.parts)).toMatch(/^This looks like/);
    expect(await answers()(ask('Another photo', 'open'), ...before)).toBeNull();
    const parts = await answers()(ask('Here is the underside', 'open'), ...before);
    expect(parts![0]).toMatchObject({ attachmentIds: ['early', 'open'] });
  });

  it('may be of another plant, where it comes without a word after one that is not known', async () => {
    const before = await begun('rose');
    expect(textOf(before[1]!.parts)).toContain(words.sentences.unknownPlant);
    expect(await answers()(ask('', 'early'), ...before)).toBeNull();
  });

  it('is judged alone where a part of the one before was', async () => {
    const before = await begun('open');
    const framed = { ...(before[1]!.parts[0] as DiagnosisPart), cutOut: {} as never };
    const answered = message('assistant', [framed, ...before[1]!.parts.slice(1)]);
    const parts = await answers()(ask('Here is the underside', 'early'), before[0]!, answered);
    expect(parts![0]).toMatchObject({ attachmentIds: ['early'] });
  });

  it('that shows no plant is the mind’s, unless it is said to show one', async () => {
    const before = await begun('open');
    expect(await answers()(ask('Here you go', 'cat'), ...before)).toBeNull();
    const { noPlant, betterPhoto } = words.sentences;
    const named = await answers()(ask('Here is the underside', 'cat'), ...before);
    expect(textOf(named)).toBe(`${noPlant} ${betterPhoto}`);
  });

  it('is not guessed at where the specialist fails, and stops with a stop', async () => {
    const before = await begun('open');
    const failing = { examine: () => Promise.reject(new AppError('worker-crashed')) };
    const asked = ask('Here is the underside', 'early');
    expect(textOf(await answers(failing)(asked, ...before))).toBe('failed');
    const stopped = open(failing, AbortSignal.abort());
    expect(await stopped(asked, ...before)).toBeNull();
  });

  it('that was asked for in place of a guess is asked what was asked before', async () => {
    const first = await said(ask('My tomato plant has yellow leaves, what should I do?'));
    expect(textOf(first[1]!.parts)).toBe('photoless');
    const parts = await answers()(ask('Here it is', 'open'), ...first);
    expect(parts![0]).toMatchObject({ attachmentIds: ['open'], crop: 'tomato' });
    const noLeaf = await said(ask('Is it sick?', 'cat'));
    const nearer = await answers()(ask('Is this better?', 'open'), ...noLeaf);
    expect(nearer![0]).toMatchObject({ attachmentIds: ['open'] });
    expect(await answers()(ask('What is this?', 'open'), ...noLeaf)).toBeNull();
  });
});

describe('what may be, and is not likely', () => {
  it('is told what to do for by a yes, where its first was offered by name', async () => {
    const diagnosis: DiagnosisPart = {
      ...{ type: 'diagnosis', modelId: 'plants', attachmentIds: ['a'] },
      probabilities: { tomato__early_blight: 0.68, tomato__healthy: 0.32 },
    };
    const judged = [
      ask('Is it sick?', 'a'),
      message('assistant', [diagnosis, { type: 'text', text: 'It may be …' }]),
    ];
    const asked = ask('It’s a tomato');
    const offered = await open()(asked, ...judged);
    expect(textOf(offered)).toMatch(/ Shall I read what to do for early blight\?$/);
    const before = [...judged, asked, message('assistant', [...offered!])];
    expect(textOf(await open()(ask('Yes, please'), ...before))).toMatch(
      /^If it is early blight: Take off spotted leaves\./,
    );
    expect(textOf(await open()(ask('No, thanks'), ...before))).toBe('declined');
  });
});

describe('a question of a plant without a photo', () => {
  it('is not guessed at: a photo is asked for, where one would help', async () => {
    const question = 'My tomato plant has yellow leaves, what should I do?';
    expect(textOf(await open()(ask(question)))).toBe('photoless');
    expect(textOf(await open()(ask('What is wrong with my rose?')))).toBe('only bean tomato');
    // Its photos were taken out of it.
    expect(textOf(await open()(ask('Is it sick?')))).toBe('photoless');
    expect(await open()(ask('What is the capital of France?'))).toBeNull();
  });
});

describe('the rules on plants', () => {
  const never = new AbortController().signal;
  const closed = () => new LazyPlantAnswers(() => Promise.reject(new Error('no chunk')), 'gone');

  it('are missed where they cannot be fetched: no mind judges in their place', async () => {
    const shown = ask('Is this leaf sick?', 'a');
    expect(textOf(await closed().to(shown, [], never))).toBe('gone');
    expect(textOf(await closed().to(ask('How do I treat it?'), [shown], never))).toBe('gone');
    expect(await closed().to(ask('What is the capital of France?'), [shown], never)).toBeNull();
    expect(await closed().to(ask('What is in this picture?', 'a'), [], never)).toBeNull();
    expect(await closed().to(ask('What is wrong with this code?'), [], never)).toBeNull();
    expect(await closed().to(shown, [], AbortSignal.abort())).toBeNull();
  });

  it('come with the next question once they can be fetched, and then stay', async () => {
    const open = vi
      .fn<() => Promise<PlantAnswers>>()
      .mockRejectedValueOnce(new Error('no chunk'))
      .mockResolvedValue({ to: async () => [] } as unknown as PlantAnswers);
    const lazy = new LazyPlantAnswers(open, 'gone');
    const shown = ask('Is this leaf sick?', 'a');
    expect(textOf(await lazy.to(shown, [], never))).toBe('gone');
    expect(await lazy.to(shown, [], never)).toEqual([]);
    await lazy.to(shown, [], never);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('are fetched for a question that may need them, photo or not', async () => {
    let opened = 0;
    const lazy = new LazyPlantAnswers(() => {
      opened += 1;
      return Promise.reject(new Error('no chunk'));
    }, 'gone');
    await lazy.to(ask('Thanks!'), [], never);
    expect(opened).toBe(0);
    await lazy.to(ask('My tomato plant has yellow leaves'), [], never);
    expect(opened).toBe(1);
  });
});
