/** What a person adds to a diagnosis is kept with the answer; what is known of plants comes from its files. */
import { describe, expect, it, vi } from 'vitest';
import type { Attachment } from '../../../src/domain/conversations/attachment';
import { messageText, type Message } from '../../../src/domain/conversations/conversation';
import type { DiagnosisPart } from '../../../src/domain/plants/findings';
import type { PlantScores } from '../../../src/domain/plants/diagnosis';
import type { Square } from '../../../src/domain/plants/square';
import { plantCard, plantCards } from '../../../src/services/plants/cards';
import { Plants } from '../../../src/state/plants.svelte';
import { called } from '../../../src/ui/texts/plant-names';
import { plants as plantTexts } from '../../../src/ui/texts/plants';
import { plantCalibration as calibration } from '../../fakes/plant-calibration';
import { sharpPhoto } from '../../fakes/photo-quality';

const diagnosis: DiagnosisPart = {
  type: 'diagnosis',
  modelId: 'plants',
  attachmentIds: ['p'],
  probabilities: { tomato__early_blight: 0.9, unknown__rust: 0.1 },
};

const examine = vi.fn<(photo: Blob, signal: AbortSignal, square: Square) => Promise<PlantScores>>();
const square = { leftPx: 5, topPx: 6, sidePx: 200 };
const scores: PlantScores = {
  quality: sharpPhoto,
  logits: [0, 9, 0, 0, 0],
};

function fixture() {
  const text = { type: 'text', text: 'It looks so.' } as const;
  const kept = { message: { id: 'm', parts: [diagnosis, text] } as unknown as Message };
  const saved: Message[] = [];
  const plants = new Plants({
    chat: {
      get messages() {
        return [kept.message];
      },
      amend: async (id, change) => {
        saved.push(change(kept.message));
        if (id === kept.message.id) kept.message = change(kept.message);
      },
      attachment: async (id) =>
        id === 'p' ? ({ blob: new Blob(['photo']) } as unknown as Attachment) : undefined,
    },
    examine,
    cardsOf: plantCards,
    modelId: 'plants',
    specialistOf: (id) =>
      id === 'plants'
        ? {
            calibration,
            classes: ['not_plant', 'tomato__rust', 'apple__scab', 'apple__rot', 'other_plant'],
          }
        : null,
    sentences: async () => plantTexts.sentences,
    titleOf: async (id, cards, isLikely) => plantTexts.title(called(id, cards), isLikely),
  });
  const titledPart = () => kept.message.parts[0] as DiagnosisPart;
  const part = () => {
    const { title: _, ...rest } = titledPart();
    return rest;
  };
  return { plants, kept, saved, part, title: () => titledPart().title };
}

describe('a diagnosis', () => {
  it('keeps the crop that a person says it is, until they take it back', async () => {
    const { plants, kept, part } = fixture();
    await plants.setCrop(kept.message, 'tomato');
    expect(part()).toEqual({ ...diagnosis, crop: 'tomato' });
    // What is said of it follows.
    expect(messageText(kept.message)).toMatch(/^This looks like early blight on a tomato leaf\./);
    await plants.setCrop(kept.message, undefined);
    expect(part()).toEqual(diagnosis);
  });

  it('is saved in one with what is said of it: they never contradict each other', async () => {
    const { plants, kept, saved } = fixture();
    await Promise.all([
      plants.setCrop(kept.message, 'tomato'),
      plants.setChosen(kept.message, 'tomato__early_blight'),
    ]);
    expect(saved.map(messageText)).toEqual([messageText(kept.message), messageText(kept.message)]);
    expect(messageText(kept.message)).toMatch(/^This looks like early blight/);
    expect(kept.message.parts[0]).toMatchObject({ crop: 'tomato', chosen: 'tomato__early_blight' });
  });

  it('gives its conversation a name, as sure as it is, and none where it claims nothing', async () => {
    const { plants, kept, title } = fixture();
    const [named] = await plants.titled([diagnosis]);
    expect(named).toEqual({ ...diagnosis, title: 'Early blight of tomato' });
    await plants.setChosen(kept.message, 'unknown__rust');
    expect(title()).toBe('Rust of unknown?');
    await plants.setCrop(kept.message, 'apple');
    expect(title()).toBeUndefined();
    // Health that is not certain is no name for what may be an illness.
    const open = { tomato__healthy: 0.55, tomato__early_blight: 0.45 };
    const [mayBeSick] = await plants.titled([{ ...diagnosis, probabilities: open }]);
    expect(mayBeSick).toMatchObject({ title: 'Early blight of tomato?' });
    const [gone] = await plants.titled([{ ...diagnosis, modelId: 'gone' }]);
    expect(gone).not.toHaveProperty('title');
  });

  it('keeps the cause that a person chose', async () => {
    const { plants, kept, part } = fixture();
    await plants.setChosen(kept.message, 'unknown__rust');
    expect(part()).toEqual({ ...diagnosis, chosen: 'unknown__rust' });
  });

  it('keeps each sign that was looked for, also where the message that was pressed is an older one', async () => {
    const { plants, kept, part } = fixture();
    const first = kept.message;
    await plants.setSign(first, 'tomato__early_blight/rings', true);
    await plants.setSign(first, 'tomato__early_blight/fruit', false);
    expect(part().signs).toEqual({
      'tomato__early_blight/rings': true,
      'tomato__early_blight/fruit': false,
    });
    await plants.setSign(first, 'tomato__early_blight/rings', undefined);
    await plants.setSign(first, 'tomato__early_blight/fruit', undefined);
    expect(part()).toEqual(diagnosis);
  });

  it('is of the part that a person frames, until they want the whole again', async () => {
    const { plants, kept, part } = fixture();
    const before = kept.message;
    const { signal } = new AbortController();
    examine.mockResolvedValueOnce(scores);
    await plants.judgePart(kept.message, 'p', square, signal);
    expect(examine).toHaveBeenLastCalledWith(expect.any(Blob), signal, square);
    expect(part().cutOut).toMatchObject({ attachmentId: 'p', square });
    expect(messageText(kept.message)).toMatch(/^This looks like rust on a tomato leaf\./);
    await plants.showWhole(kept.message);
    expect(part()).toEqual(diagnosis);
    expect(before.parts[0]).toBe(diagnosis);
  });

  it('stays as it was where a part cannot be judged, or is not wanted any more', async () => {
    const { plants, kept, part } = fixture();
    const stop = new AbortController();
    examine.mockImplementationOnce(async () => {
      stop.abort();
      return scores;
    });
    await expect(plants.judgePart(kept.message, 'p', square, stop.signal)).rejects.toMatchObject({
      code: 'aborted',
    });
    const { signal } = new AbortController();
    await expect(plants.judgePart(kept.message, 'gone', square, signal)).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(part()).toEqual(diagnosis);
  });

  it('is judged by its own specialist alone', async () => {
    const { plants } = fixture();
    expect(plants.classesOf('plants')).toEqual(
      expect.arrayContaining(['tomato__rust', 'apple__rot']),
    );
    expect(plants.classesOf()).toEqual(plants.classesOf('plants'));
    expect(plants.calibrationOf('plants')).toBe(calibration);
    expect(plants.calibrationOf('gone')).toBeNull();
    expect(plants.classesOf('gone')).toEqual([]);
    expect(await plants.shortVersionOf({ ...diagnosis, modelId: 'gone' })).toBeNull();
    const short = await plants.shortVersionOf(diagnosis);
    expect(short?.said[0]).toBe('This looks like early blight on a tomato leaf.');
    expect(short?.said).toHaveLength(2);
  });
});

describe('cards', () => {
  it('are found by their condition; where there is none, that is said', async () => {
    expect(await plantCard('tomato__early_blight')).toMatchObject({ crop: 'tomato' });
    expect(await plantCard('unknown__rust')).toBeNull();
    expect([...(await plantCards(['unknown__rust', 'tomato__leaf_mold'])).keys()]).toEqual([
      'tomato__leaf_mold',
    ]);
  });
});
