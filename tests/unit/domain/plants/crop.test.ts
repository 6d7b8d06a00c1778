import { describe, expect, it } from 'vitest';
import { cropNamed, cropSaid } from '../../../../src/domain/plants/crop';

describe('naming a crop', () => {
  const conditions = [
    'tomato__healthy',
    'corn__healthy',
    'pepper__healthy',
    'chilli__healthy',
    'bean__rust',
    'cherry__healthy',
    'cherry__powdery_mildew',
    'orange__citrus_greening',
    'blueberry__healthy',
    'blackgram__healthy',
    'not_plant',
  ];
  it.each([
    ['What is wrong with my tomatoes?', 'tomato'],
    ['The maize has spots', 'corn'],
    ['My bell pepper is sick', 'pepper'],
    ['chili leaves curl', 'chilli'],
    ['these cherries', 'cherry'],
    ['Why does this leaf have orange spots?', undefined],
    ['What is wrong with my blueberry?', undefined],
    ['Is my black gram ill?', 'blackgram'],
    ['What is wrong?', undefined],
    ['Is it a tomato or a bean?', undefined],
    ['It is beaten up', undefined],
  ])('%s', (question, crop) => expect(cropNamed(question, conditions)).toBe(crop));
});

describe('saying which crop it is', () => {
  const conditions = ['tomato__healthy', 'bean__rust', 'bean__healthy', 'tomato__mold'];
  it.each([
    ['It’s a tomato.', 'tomato'],
    ['Tomato', 'tomato'],
    ['I think it is a bean plant', 'bean'],
    ['They are tomatoes', 'tomato'],
    ['No, that’s a bean leaf', 'bean'],
    ['It is not a tomato', undefined],
    ['Tell me about tomatoes', undefined],
    ['Is it a tomato or a bean?', undefined],
    ['How do I treat a tomato?', undefined],
  ])('%s', (said, crop) => expect(cropSaid(said, conditions)).toBe(crop));
});
