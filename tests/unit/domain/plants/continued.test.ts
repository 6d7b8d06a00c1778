import { describe, expect, it } from 'vitest';
import { continued } from '../../../../src/domain/plants/continued';
import { probabilitiesOf, type PlantScores } from '../../../../src/domain/plants/diagnosis';
import type { PhotoQuality } from '../../../../src/domain/photos/quality';
import type { DiagnosisPart } from '../../../../src/domain/plants/findings';
import { sharpPhoto } from '../../../fakes/photo-quality';
import { plantCalibration as calibration } from '../../../fakes/plant-calibration';

const early = 'tomato__early_blight';
const late = 'tomato__late_blight';
const classes = [early, late, 'not_plant'];
const specialist = { classes, calibration };
const photo = (id: string, logits: readonly number[], more: Partial<PhotoQuality> = {}) => ({
  id,
  scores: { quality: { ...sharpPhoto, ...more }, logits } satisfies PlantScores,
});
const part: DiagnosisPart = {
  type: 'diagnosis',
  modelId: 'plants',
  title: 'Early blight?',
  attachmentIds: ['a'],
  probabilities: { [early]: 0.5, [late]: 0.5 },
  crop: 'tomato',
  chosen: late,
  signs: { [`${early}/rings`]: true },
  requested: ['underside'],
};
const first = photo('a', [2, 2, 0]);

describe('a diagnosis with further photos', () => {
  it('is of the mean of all, with what its person said of the plant', () => {
    const more = photo('b', [0, 4, 0]);
    expect(continued(part, [first], [more], specialist)).toEqual({
      type: 'diagnosis',
      modelId: 'plants',
      attachmentIds: ['a', 'b'],
      requested: ['underside'],
      crop: 'tomato',
      signs: part.signs,
      probabilities: probabilitiesOf([first.scores, more.scores], classes, calibration),
    });
  });

  it('counts those alone that are clear, and show a plant', () => {
    const dark = photo('a', [9, 0, 0], { brightness: 0.01 });
    const cat = photo('c', [0, 0, 9]);
    expect(continued(part, [dark], [photo('b', [0, 4, 0]), cat], specialist)).toMatchObject({
      attachmentIds: ['b'],
    });
    expect(continued(part, [first], [cat], specialist)).toBe('no-plant');
  });

  it('says what is wrong with one that tells nothing, and keeps the others for the next', () => {
    const blurred = photo('b', [0, 9, 0], { sharpness: 1 });
    const unclear = continued(part, [first], [blurred], specialist) as DiagnosisPart;
    expect(unclear).toMatchObject({
      attachmentIds: ['a', 'b'],
      problem: 'blurred',
      crop: 'tomato',
    });
    expect(unclear).not.toHaveProperty('probabilities');
    const sharp = photo('c', [0, 4, 0]);
    expect(continued(unclear, [first, blurred], [sharp], specialist)).toMatchObject({
      attachmentIds: ['a', 'c'],
    });
  });

  it('is of the photos, and no longer of a part of one', () => {
    const square = { leftPx: 0, topPx: 0, sidePx: 200 };
    const cutOut = { attachmentId: 'a', square, whole: { probabilities: part.probabilities! } };
    const whole = continued({ ...part, cutOut }, [first], [photo('b', [0, 4, 0])], specialist);
    expect(whole).not.toHaveProperty('cutOut');
  });
});
