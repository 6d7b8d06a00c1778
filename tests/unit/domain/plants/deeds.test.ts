/** Of all steps of the notes, those that nobody can have done are not offered as done. */
import { expect, it } from 'vitest';
import { isDeed } from '../../../../src/domain/plants/deeds';
import { knowledge } from '../../../../src/services/plants/knowledge';

const steps = Object.values(knowledge).flatMap(({ today, thisWeek }) =>
  [...today, ...thisWeek].map(({ text }) => text),
);

it('what is to be left undone is no deed', () => {
  expect(
    isDeed('Do not pull the plant up in the open, because that shakes spores into the air.'),
  ).toBe(false);
  expect(isDeed('Nothing you do now removes the spots; keep the tree watered.')).toBe(false);
  expect(isDeed('Water at the soil, and do not work among wet plants.')).toBe(true);
  expect(isDeed('Pull out weeds and stray beans nearby.')).toBe(true);
});

it('most steps are deeds, and each of those begins with something to do', () => {
  const deeds = steps.filter(isDeed);
  expect(deeds.length / steps.length).toBeGreaterThan(0.7);
  const noVerb = /^(no|not|never|nothing|do|the|a|an|it|this|that|there|most|in|some|spots?)$/i;
  for (const deed of deeds) expect(deed.split(' ')[0], deed).not.toMatch(noVerb);
});
