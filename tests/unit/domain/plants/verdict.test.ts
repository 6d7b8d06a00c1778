/** From an answer's part to what is claimed, shown and said of a plant. */
import { describe, expect, it } from 'vitest';
import type { DiagnosisPart } from '../../../../src/domain/plants/findings';
import { verdictOf, type Verdict } from '../../../../src/domain/plants/diagnosis';
import { cropName, named } from '../../../../src/domain/plants/names';
import { signsSpeakAgainst, signsToCheck, withSigns } from '../../../../src/domain/plants/signs';
import { shortVersion } from '../../../../src/domain/plants/speech';
import { spokenText } from '../../../../src/domain/voice/spoken-text';
import { sentencesOf } from '../../../../src/domain/plants/told';
import { claimOn, verdictOn } from '../../../../src/domain/plants/verdict';
import { plants as plantTexts } from '../../../../src/ui/texts/plants';
import { cardsFrom, plantCard, plantSign } from '../../../fakes/plant-cards';
import { plantCalibration as calibration } from '../../../fakes/plant-calibration';

const early = 'tomato__early_blight';
const mold = 'tomato__leaf_mold';
const healthy = 'tomato__healthy';
const cards = cardsFrom(
  plantCard(early, {
    signs: ['rings', 'low', 'yellow', 'fruit', 'stem'].map(plantSign),
    today: [{ text: 'Take off the spotted leaves. Burn them.', sources: [1] }],
    thisWeek: [{ text: 'Mulch.', sources: [1] }],
  }),
  plantCard(mold, { signs: ['fuzz', 'pale', 'damp'].map(plantSign) }),
);
const none = cardsFrom();
const ids = (causes: readonly { id: string }[]) => causes.map(({ id }) => id);

describe('the name of a condition', () => {
  it('is that of its card', () => {
    expect(named(early, cardsFrom(plantCard(early, { name: 'early blight (EB)' })))).toEqual({
      name: 'early blight (EB)',
      crop: 'tomato',
      isHealthy: false,
    });
  });

  it('is made of its id where it has none', () => {
    expect(named(mold, none).name).toBe('leaf mold');
    expect(named('black_gram__healthy', none)).toEqual({
      name: 'healthy',
      crop: 'black gram',
      isHealthy: true,
    });
    expect(cropName('tomato__leaf_mold')).toBe('tomato');
    expect(named('not_plant', none).name).toBe('not plant');
  });
});

describe('signs', () => {
  const causes = [
    { id: early, probability: 0.5 },
    { id: mold, probability: 0.4 },
    { id: healthy, probability: 0.1 },
  ];

  it('weigh on the condition whose they are, and the sum stays one', () => {
    const [first, second, third] = withSigns(causes, { [`${mold}/fuzz`]: true }, cards);
    // 0.4 × 0.8 ÷ 0.25, among 0.5 + 1.28 + 0.1.
    expect(first).toEqual({ id: mold, probability: expect.closeTo(1.28 / 1.88, 6) as number });
    expect(second!.id).toBe(early);
    expect(first!.probability + second!.probability + third!.probability).toBeCloseTo(1, 6);
  });

  it('speak against it where they are not there', () => {
    const [first, second] = withSigns(causes, { [`${early}/rings`]: false }, cards);
    expect([first!.id, second!.id]).toEqual([mold, early]);
    expect(second!.probability).toBeCloseTo((0.5 * 0.2) / 0.75 / (0.5 + (0.5 * 0.2) / 0.75), 6);
  });

  it('weigh no more than so much together', () => {
    const three = Object.fromEntries(
      ['rings', 'low', 'yellow'].map((sign) => [`${early}/${sign}`, true] as const),
    );
    const five = { ...three, [`${early}/fruit`]: true, [`${early}/stem`]: true };
    const most = withSigns(causes, three, cards)[0]!.probability;
    expect(most).toBeCloseTo(5 / 5.5, 6);
    expect(withSigns(causes, five, cards)[0]!.probability).toBeCloseTo(most, 6);
    const no = Object.fromEntries(Object.keys(five).map((key) => [key, false]));
    const least = withSigns(causes, no, cards).find(({ id }) => id === early)!;
    expect(least.probability).toBeCloseTo(0.05 / 0.55, 6);
  });

  it('that no card has weigh nothing', () => {
    expect(withSigns(causes, { [`${early}/gone`]: true, [`${healthy}/x`]: true }, cards)).toEqual(
      causes.map((cause) => ({
        ...cause,
        probability: expect.closeTo(cause.probability, 6) as number,
      })),
    );
  });

  it('to check are two of each of the first three causes, or four of one alone', () => {
    expect(signsToCheck(causes, cards).map(({ key }) => key)).toEqual([
      `${early}/rings`,
      `${early}/low`,
      `${mold}/fuzz`,
      `${mold}/pale`,
    ]);
    expect(signsToCheck(causes.slice(0, 1), cards)).toHaveLength(4);
    expect(signsToCheck(causes.slice(2), cards)).toEqual([]);
  });
});

describe('a verdict', () => {
  const part = (given: Partial<DiagnosisPart>): DiagnosisPart => ({
    type: 'diagnosis',
    modelId: 'plants',
    attachmentIds: ['p'],
    ...given,
  });
  const probabilities = { [early]: 0.5, [mold]: 0.4, potato__late_blight: 0.1 };

  it('is none on a photo that cannot be judged', () => {
    expect(verdictOn(part({ problem: 'dark' }), calibration, none)).toEqual({
      type: 'unclear',
      problem: 'dark',
    });
  });

  it('rests on the signs too, and so on another cause', () => {
    expect(verdictOn(part({ probabilities }), calibration, cards).type).toBe('possible');
    const signs = { [`${mold}/fuzz`]: true, [`${mold}/pale`]: true, [`${mold}/damp`]: true };
    const verdict = verdictOn(part({ probabilities, signs }), calibration, cards);
    expect(verdict.type === 'possible' && verdict.causes[0]?.id).toBe(mold);
  });

  it('is about the crop that was given alone', () => {
    const verdict = verdictOn(part({ probabilities, crop: 'tomato' }), calibration, cards);
    expect(verdict.type === 'possible' && ids(verdict.causes)).toEqual([early, mold]);
  });

  it('is not sure of a crop that its specialist all but rules out', () => {
    const unlike = { [early]: 0.97, potato__late_blight: 0.01, potato__healthy: 0.002 };
    expect(verdictOf(unlike, calibration, 'potato')).toMatchObject({
      type: 'unsure',
      causes: [{ id: 'potato__late_blight' }, { id: 'potato__healthy' }],
    });
    expect(verdictOf(unlike, calibration, 'apple')).toEqual({ type: 'unsure', causes: [] });
  });
});

describe('what is likely', () => {
  const part = (signs?: DiagnosisPart['signs']): DiagnosisPart => ({
    type: 'diagnosis',
    modelId: 'plants',
    attachmentIds: ['p'],
    probabilities: { [early]: 0.99, [mold]: 0.01 },
    ...(signs && { signs }),
  });
  const [toBeSure, ...others] = cards.get(early)!.signs.map(({ id }) => `${early}/${id}` as const);
  const verdict = (...denied: (typeof toBeSure)[]) =>
    verdictOn(part(Object.fromEntries(denied.map((key) => [key, false]))), calibration, cards);

  it('is no more than possible without the sign that was to be looked for', () => {
    expect(verdict().type).toBe('likely');
    expect(verdict(others[0]).type).toBe('likely');
    for (const denied of [verdict(toBeSure), verdict(toBeSure, ...others)]) {
      expect(denied.type).toBe('possible');
      const signs = { [toBeSure!]: false };
      expect(shortVersion(denied, cards, plantTexts.sentences, part(signs))).toMatchObject({
        said: [expect.stringMatching(/^It may be early blight/), plantTexts.sentences.checkSigns],
        offer: null,
      });
    }
    const claim = claimOn(part({ [toBeSure!]: false }), calibration, cards);
    expect(claim).toEqual({ id: early, isLikely: false });
  });

  it('has a figure that agrees with its word, whichever signs are there', () => {
    const keys = [toBeSure!, ...others].slice(0, 4);
    const answers = [undefined, true, false];
    const all = keys.reduce<DiagnosisPart['signs'][]>(
      (some, key) =>
        some.flatMap((given) =>
          answers.map((is) => (is === undefined ? given : { ...given, [key]: is })),
        ),
      [undefined],
    );
    expect(all).toHaveLength(81);
    for (const ofFirst of [0.99, 0.85, 0.6]) {
      for (const signs of all) {
        const probabilities = { [early]: ofFirst, [mold]: 1 - ofFirst };
        const { type, causes } = verdictOn(
          { ...part(signs), probabilities },
          calibration,
          cards,
        ) as {
          type: string;
          causes: readonly { probability: number }[];
        };
        const shown = Math.round(100 * causes[0]!.probability);
        expect(type === 'likely', `${ofFirst} ${JSON.stringify(signs)}`).toBe(
          shown >= 100 * calibration.likelyFrom,
        );
        // What it may be besides has what is left.
        if (type === 'possible')
          expect(causes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
      }
    }
  });

  it('is not likely by whatever figure where two of its signs are not there', () => {
    const two = verdict(others[0], others[1]);
    expect(two.type).toBe('possible');
    expect(verdict(others[0], others[1], others[2])).toEqual(two);
    const denied = Object.fromEntries([others[0]!, others[1]!].map((key) => [key, false]));
    expect(signsSpeakAgainst(early, denied, cards)).toBe(true);
    expect(signsSpeakAgainst(early, { [others[0]!]: false }, cards)).toBe(false);
    expect(signsSpeakAgainst(early, { ...denied, [toBeSure!]: true }, cards)).toBe(false);
    expect(signsSpeakAgainst(mold, denied, cards)).toBe(false);
  });
});

describe('what is told of a healthy plant', () => {
  it('is nothing of how that spreads', () => {
    const of = (id: string) => sentencesOf(plantCard(id), 'spread', plantTexts.answers);
    expect(of(healthy)).toEqual([]);
    expect(of(early)).toHaveLength(1);
  });
});

describe('the short version', () => {
  const words = plantTexts.sentences;
  const causes = (...all: readonly string[]) => all.map((id) => ({ id, probability: 0.3 }));
  const judged = { attachmentIds: ['p'] };
  const said = (verdict: Verdict, known = cards) =>
    shortVersion(verdict, known, words, judged).said;

  it('says what it looks like and what to look for, and offers what to do', () => {
    expect(shortVersion({ type: 'likely', causes: causes(early) }, cards, words, judged)).toEqual({
      said: [
        'This looks like early blight on a tomato leaf.',
        expect.stringMatching(/^To be sure, look for this: [a-z]/),
      ],
      offer: 'Shall I read the treatment?',
    });
  });

  it('says no more than the name where nothing is known, and offers nothing', () => {
    const likely: Verdict = { type: 'likely', causes: causes('apple__scab') };
    expect(shortVersion(likely, none, words, judged)).toEqual({
      said: ['This looks like scab on an apple leaf.'],
      offer: null,
    });
  });

  it('names the crop once', () => {
    const named = cardsFrom(plantCard(mold, { name: 'tomato leaf mold' }));
    expect(said({ type: 'likely', causes: causes(mold) }, named)[0]).toBe(
      'This looks like tomato leaf mold.',
    );
  });

  it('leaves out another name in brackets', () => {
    const esca = 'grape__esca';
    const bracketed = cardsFrom(plantCard(esca, { name: 'esca (black measles)' }));
    expect(said({ type: 'likely', causes: causes(esca) }, bracketed)[0]).toBe(
      'This looks like esca on a grape leaf.',
    );
    expect(said({ type: 'possible', causes: causes(esca, mold) }, bracketed)[0]).toBe(
      'It may be esca of grape or leaf mold of tomato.',
    );
  });

  it('names up to three that it may be', () => {
    const possible = (...all: readonly string[]) =>
      said({ type: 'possible', causes: causes(...all) });
    expect(possible(early, mold)).toEqual([
      'It may be early blight or leaf mold.',
      words.checkSigns,
    ]);
    expect(possible(early, 'potato__late_blight')[0]).toBe(
      'It may be early blight of tomato or late blight of potato.',
    );
    expect(possible('apple__a', 'apple__b', 'apple__c')[0]).toBe('It may be a, b, or c.');
    // Those that are not named are not passed over in silence.
    expect(possible('apple__a', 'apple__b', 'apple__c', 'apple__d')).toEqual([
      'It may be a, b, c, or another.',
      words.nearer,
    ]);
    expect(possible(healthy, mold)[0]).toBe('It may be healthy, or leaf mold.');
    expect(possible(healthy, mold, early, 'apple__scab')[0]).toBe(
      'It may be healthy, or leaf mold, early blight, or another.',
    );
    expect(possible(healthy)[0]).toBe('It may be healthy.');
  });

  const offered = (
    [first, next]: readonly [number, number],
    part: Partial<DiagnosisPart> = {},
    ids = [early, mold],
  ) => {
    const all = [first, next].map((probability, at) => ({ id: ids[at]!, probability }));
    const short = shortVersion({ type: 'possible', causes: all }, cards, words, {
      ...judged,
      ...part,
    });
    return short.offer;
  };

  it('offers what to do for the first that it may be, by name, where that is clearly ahead', () => {
    const ofFirst = 'Shall I read what to do for early blight?';
    expect(offered([0.7, 0.3])).toBe(ofFirst);
    expect(offered([0.55, 0.45])).toBeNull();
    expect(offered([0.45, 0.1])).toBeNull();
    // Of health there is nothing to do, of what is not known nothing to tell, and a yes is told of what was chosen.
    expect(offered([0.7, 0.3], {}, [healthy, early])).toBeNull();
    expect(offered([0.7, 0.3], {}, ['tomato__target_spot', early])).toBeNull();
    expect(offered([0.7, 0.3], { chosen: mold })).toBeNull();
    expect(offered([0.7, 0.3], { chosen: early })).toBe(ofFirst);
    expect(offered([0.7, 0.3], { signs: { [`${early}/rings`]: false } })).toBeNull();
    const against = { [`${early}/low`]: false, [`${early}/fruit`]: false };
    expect(offered([0.7, 0.3], { signs: against })).toBeNull();
  });

  it('offers nothing where it asks for a photo', () => {
    const two = cardsFrom(cards.get(early)!, plantCard('potato__early_blight'));
    const all = [early, 'potato__early_blight'].map((id, at) => ({
      id,
      probability: 0.8 - at / 2,
    }));
    expect(shortVersion({ type: 'possible', causes: all }, two, words, judged)).toEqual({
      said: ['It may be early blight of tomato or early blight of potato.', words.wholePlant],
      offer: null,
    });
  });

  it('asks for the photo in which the causes differ, and says why', () => {
    const late = 'tomato__late_blight';
    const under = { ...plantSign('growth'), text: 'White growth shows under the leaf.' };
    const known = cardsFrom(cards.get(early)!, plantCard(late, { signs: [under] }));
    const all = causes(early, late);
    const where = 'show me a leaf’s underside, where late blight would show.';
    expect(said({ type: 'unsure', causes: all }, known)).toEqual([
      words.unsure(1),
      `S${where.slice(1)}`,
    ]);
    expect(said({ type: 'possible', causes: all }, known)[1]).toBe(
      `Check the signs on the card, or ${where}`,
    );
    const sent = { attachmentIds: ['p', 'q'], requested: ['underside', 'nearer'] } as const;
    expect(shortVersion({ type: 'unsure', causes: all }, known, words, sent).said).toEqual([
      'I can’t tell from these photos.',
      words.noMorePhotos,
    ]);
  });

  it('says which plant looks healthy, and no more', () => {
    expect(said({ type: 'likely', causes: causes(healthy) })).toEqual([
      'This tomato leaf looks healthy.',
    ]);
  });

  it('says which photo would help where this one does not', () => {
    expect(said({ type: 'unsure', causes: [] })).toEqual([words.unsure(1), words.nearer]);
    for (const problem of ['dark', 'bright', 'blurred', 'small', 'drawn', 'colourless'] as const) {
      expect(said({ type: 'unclear', problem })).toEqual([
        words.problems[problem],
        words.nextPhoto[problem],
      ]);
    }
    expect(said({ type: 'unknown-plant' })).toEqual([words.unknownPlant, words.sayWhich]);
    expect(said({ type: 'no-plant' })).toEqual([words.noPlant, words.betterPhoto]);
  });

  it('says of each photo that does not do what to do, in words to be heard', () => {
    const problems = (['dark', 'bright', 'blurred', 'small', 'drawn', 'colourless'] as const).map(
      (problem): Verdict => ({
        type: 'unclear',
        problem,
      }),
    );
    const others: Verdict[] = [
      { type: 'unsure', causes: [] },
      { type: 'unsure', causes: causes(early, 'potato__late_blight') },
      { type: 'unknown-plant' },
      { type: 'no-plant' },
    ];
    for (const verdict of [...problems, ...others]) {
      const [what, todo, ...rest] = said(verdict);
      expect(rest).toEqual([]);
      expect(what).toMatch(
        /^(The photo|Most of the photo|This looks like|I (can’t|don’t|see)) .{5,40}\.$/,
      );
      // Something to do comes first in it, and a breath is enough for it.
      expect(todo).toMatch(/^(Take|Show me|Tell me) /);
      expect(todo!.split(' ').length, todo).toBeLessThanOrEqual(18);
      for (const sentence of [what!, todo!]) {
        expect(spokenText(sentence)).toBe(sentence);
        expect(sentence).not.toMatch(/[()/:;–…]|\d/);
      }
    }
  });
});
