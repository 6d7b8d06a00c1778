import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../../scripts/lib/paths.js';
import type { PlantCard } from '../../../../src/domain/plants/card';
import { photoAskedFor, type KnownOfPlant } from '../../../../src/domain/plants/next-photo';
import { cardsFrom, plantCard } from '../../../fakes/plant-cards';

const folder = join(root, 'models/plants/knowledge');
/** As they are written. */
const cards = cardsFrom(
  ...readdirSync(folder)
    .filter((name) => name !== 'schema.json')
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as PlantCard),
);
const asked = (
  type: 'unsure' | 'possible',
  ids: readonly string[],
  known: KnownOfPlant = {},
  of = cards,
) =>
  photoAskedFor(
    { type, causes: ids.map((id) => ({ id, probability: 1 / ids.length })) },
    of,
    known,
  );

const early = 'tomato__early_blight';
const late = 'tomato__late_blight';
const target = 'tomato__target_spot';

describe('the photo that is asked for', () => {
  it.each([
    [late, [early, late]],
    ['tomato__leaf_mold', ['tomato__leaf_mold', target]],
    ['tomato__spider_mites', [target, 'tomato__spider_mites']],
    ['chilli__powdery_mildew', ['chilli__cercospora', 'chilli__powdery_mildew']],
    ['corn__common_rust', ['corn__common_rust', 'corn__gray_leaf_spot']],
    ['bean__angular_leaf_spot', ['bean__rust', 'bean__angular_leaf_spot']],
  ])('is of the underside where %s shows there', (of, ids) => {
    expect(asked('unsure', ids)).toEqual({ photo: 'underside', of });
    expect(asked('possible', ids)).toEqual({ photo: 'underside', of });
  });

  it('is of no underside for what is far down, alone, healthy, or was looked for there', () => {
    const nearer = { photo: 'nearer' };
    expect(asked('unsure', [early, target, 'tomato__bacterial_spot', late])).toEqual(nearer);
    expect(asked('unsure', [late])).toEqual(nearer);
    expect(asked('unsure', ['apple__healthy', 'apple__scab'])).toEqual(nearer);
    const seen = Object.fromEntries(
      cards.get(late)!.signs.map(({ id }) => [`${late}/${id}` as const, true]),
    );
    expect(asked('unsure', [early, late], { signs: seen })).toEqual(nearer);
  });

  it('is of the whole plant where the causes are of several, and nobody said which it is', () => {
    const ids = [early, 'potato__early_blight'];
    expect(asked('unsure', ids)).toEqual({ photo: 'whole-plant' });
    expect(asked('possible', ids)).toEqual({ photo: 'whole-plant' });
    expect(asked('unsure', ids, { crop: 'tomato' })).toEqual({ photo: 'nearer' });
  });

  it('is another one once it came, and none once all that help did', () => {
    const ids = [early, 'potato__late_blight'];
    expect(asked('unsure', ids)?.photo).toBe('underside');
    expect(asked('unsure', ids, { requested: ['underside'] })?.photo).toBe('whole-plant');
    expect(asked('unsure', ids, { requested: ['underside', 'whole-plant'] })?.photo).toBe('nearer');
    const requested = ['underside', 'whole-plant', 'nearer'] as const;
    expect(asked('unsure', ids, { requested })).toBeNull();
  });

  it('is none where signs tell as much as one that is nearer', () => {
    expect(asked('possible', [early, target])).toBeNull();
    const silent = cardsFrom(plantCard(early), plantCard(target));
    expect(asked('possible', [early, target], {}, silent)).toEqual({ photo: 'nearer' });
    expect(photoAskedFor({ type: 'unclear', problem: 'dark' }, cards, {})).toBeNull();
    expect(photoAskedFor({ type: 'unknown-plant' }, cards, {})).toBeNull();
    const causes = [{ id: late, probability: 1 }];
    expect(photoAskedFor({ type: 'likely', causes }, cards, {})).toBeNull();
  });
});
