import { describe, expect, it } from 'vitest';
import type { DiagnosisPart, Message } from '../../src/domain/conversation';
import type { PlantsModel } from '../../src/domain/models';
import { Plants } from '../../src/state/plants.svelte';

const part: DiagnosisPart = {
  type: 'diagnosis',
  modelId: 'plants',
  attachmentIds: ['a'],
  probabilities: { tomato__early_blight: 1 },
};
const message = { id: 'm', parts: [part] } as unknown as Message;

function open() {
  const kept: Message[] = [];
  const plants = new Plants({
    model: { id: 'plants' } as PlantsModel,
    answers: { revised: async (answer, part) => ({ ...answer, parts: [part] }) },
    cardsOf: async () => new Map(),
    amend: async (answer) => void kept.push(answer),
  });
  return { plants, last: () => kept.at(-1)!.parts[0] as DiagnosisPart };
}

describe('a diagnosis as its person goes on with it', () => {
  it('takes the crop that is said, and lets go of it again', async () => {
    const { plants, last } = open();
    await plants.setCrop(message, part, 'tomato');
    expect(last().crop).toBe('tomato');
    await plants.setCrop(message, last(), undefined);
    expect(last()).toEqual(part);
  });

  it('takes each sign by itself, also its absence, and lets go of it again', async () => {
    const { plants, last } = open();
    await plants.setSign(message, part, 'tomato__early_blight/rings', true);
    await plants.setSign(message, last(), 'tomato__early_blight/stem', false);
    expect(last().signs).toEqual({
      'tomato__early_blight/rings': true,
      'tomato__early_blight/stem': false,
    });
    await plants.setSign(message, last(), 'tomato__early_blight/rings', undefined);
    expect(last().signs).toEqual({ 'tomato__early_blight/stem': false });
  });
});
