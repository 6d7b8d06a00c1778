/** The families that the hub has, by tiny models of their layouts: what each needs, and that all behave alike. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Device, LanguageModel } from '../../src/domain/models/model';
import type { PromptMessage } from '../../src/domain/mind/prompt';
import { connect, type Client } from '../../src/protocol/client';
import type { LanguageContract } from '../../src/protocol/language';
import type { PlainAnswer, PlainSeeingContract } from './support/plain-seeing-contract';
import { bringFamilies, families, planOf, type TinyFamily } from './support/tiny-families';
import { startMind, tinyVlm } from './support/tiny-vlm';
import { say } from '../fakes/say';

type Shape = readonly [width: number, height: number];
const system = say('system', 'Be brief.');
const question = say('user', 'Where do bees sleep?');

let worker: Worker | null = null;
afterEach(() => {
  worker?.terminate();
  worker = null;
});
async function loaded(model: LanguageModel, device: Device = 'wasm') {
  worker?.terminate();
  const started = startMind();
  worker = started.worker;
  await started.mind.call('load', { plan: planOf(model, device), selfTest: true });
  return started.mind;
}
const answer = (mind: Client<LanguageContract>, messages: PromptMessage[], maxNewTokens = 12) =>
  mind.call('generate', { messages, generation: { ...tinyVlm.generation, maxNewTokens } });

/** Of one colour, with a dark upper left corner: which side is which shows. */
function drawn(colour: string, [width, height]: Shape): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#103060';
  context.fillRect(0, 0, width / 3, height / 3);
  return canvas;
}
async function attach(
  mind: Client<LanguageContract>,
  imageId: string,
  colour: string,
  shape: Shape = [48, 32],
) {
  const bitmap = await createImageBitmap(drawn(colour, shape));
  return mind.call('encodeImage', { imageId, bitmap }, { transfer: [bitmap] });
}
const forget = (mind: Client<LanguageContract>) =>
  answer(mind, [say('user', 'Something else.')], 1);

beforeAll(bringFamilies);

/** The app leaves out space at the start, and bytes at the end that make no letter yet. */
const whole = (text: string) => text.trimStart().replace(/\uFFFD+$/, '');

/** The answer about each picture alone, by the app's mind and by transformers.js bare. */
async function asked(family: TinyFamily, shapes: readonly Shape[]) {
  const mind = await loaded(family.model);
  const own: PlainAnswer[] = [];
  for (const shape of shapes) {
    await attach(mind, shape.join(), 'red', shape);
    const messages = [say('user', 'What is it?', [shape.join()])];
    const { promptTokens, text } = await answer(mind, messages);
    own.push({ promptTokens, text: whole(text) });
  }
  const other = new Worker(new URL('./support/plain-seeing.worker.ts', import.meta.url), {
    type: 'module',
  });
  const pictures = shapes.map((shape) => {
    const [width, height] = shape;
    const context = drawn('red', shape).getContext('2d')!;
    return { pixels: context.getImageData(0, 0, width, height).data, width, height };
  });
  const { plain: settings, prompt } = family;
  const plain = await connect<PlainSeeingContract>(other).call('answer', {
    family: settings,
    prompt,
    pictures,
    newTokens: 12,
  });
  other.terminate();
  return {
    own,
    plain: plain.map(({ promptTokens, text }) => ({ promptTokens, text: whole(text) })),
  };
}

describe.each(families)('$name', (family) => {
  it('gives the answer that another runtime gave, without a picture, on both devices', async () => {
    const texts = new Set<string>();
    for (const device of ['wasm', 'webgpu'] as const) {
      const mind = await loaded(family.model, device);
      const first = await answer(mind, [system, question]);
      const second = await answer(mind, [
        ...[system, question, say('assistant', first.text)],
        say('user', 'And ants?'),
      ]);
      texts.add(`${first.text} ${second.text}`);
    }
    expect(texts.size).toBe(1);
  });

  it('sees pictures as transformers.js’ own processor and generate do', async () => {
    // The last is one that LFM2-VL's processor would cut into tiles.
    const { own, plain } = await asked(family, [
      [48, 32],
      [64, 64],
      [5, 40],
      [128, 96],
    ]);
    expect(own).toEqual(plain);
  });

  it('counts a picture’s tokens, whatever its shape', async () => {
    const { marks, tokens: usual, mostTokens, model } = family;
    const mind = await loaded(model);
    expect((await attach(mind, 'a', 'red')).tokens).toBe(marks + usual);
    for (const shape of [
      [1, 1],
      [1, 40],
      [300, 7],
      [1500, 4],
      [1000, 1],
      [2000, 1500],
    ] as const) {
      const { tokens } = await attach(mind, shape.join(), 'red', shape);
      expect(tokens, shape.join()).toBeGreaterThan(marks);
      expect(tokens, shape.join()).toBeLessThanOrEqual(marks + mostTokens);
      const seen = await answer(mind, [say('user', 'What?', [shape.join()])], 2);
      expect(seen.newTokens, shape.join()).toBe(2);
    }
  });

  it('takes a line for a picture', async () => {
    const mind = await loaded({ ...family.model, image: { longestEdgePx: 256, splitting: false } });
    // Qwen's processor refuses what is over 200 times as long as wide.
    const { tokens } = await attach(mind, 'a', 'red', [512, 1]);
    expect(tokens).toBeGreaterThan(family.marks);
  });

  it.each(['wasm', 'webgpu'] as const)(
    'remembers a picture in later turns, with the cache and without (%s)',
    async (device) => {
      const mind = await loaded(family.model, device);
      await attach(mind, 'a', 'red');
      await attach(mind, 'b', 'white');
      const shown = say('user', 'What is it?', ['a']);
      const first = await answer(mind, [shown]);
      const later = [shown, say('assistant', first.text), say('user', 'Are you sure?')];
      const second = await answer(mind, later);
      const read = second.cachedTokens;
      if (family.goesOn) expect(read).toBeGreaterThanOrEqual(first.promptTokens);
      else expect(read).toBe(0);
      await forget(mind);
      const fresh = await answer(mind, later);
      expect(fresh.text).toBe(second.text);
      expect(fresh.cachedTokens).toBeLessThan(first.promptTokens);
      // Another picture in a later turn.
      const more = [...later, say('assistant', second.text), say('user', 'And this one?', ['b'])];
      const third = await answer(mind, more);
      await forget(mind);
      expect((await answer(mind, more)).text).toBe(third.text);
      const swapped = await answer(mind, [say('user', 'What is it?', ['b'])]);
      expect(swapped.text).not.toBe(first.text);
    },
  );

  it('keeps two pictures of a turn apart, in their order', async () => {
    const mind = await loaded(family.model);
    await attach(mind, 'a', 'red');
    await attach(mind, 'b', 'white', [64, 24]);
    const both = (...ids: string[]) => answer(mind, [say('user', 'Which one is older?', ids)]);
    const one = await both('a', 'b');
    const other = await both('b', 'a');
    const alone = await both('a');
    expect(one.text).not.toBe(other.text);
    expect(one.text).not.toBe(alone.text);
    expect(one.promptTokens).toBe(other.promptTokens);
    expect((await both('a', 'b')).text).toBe(one.text);
  });

  it('keeps what was read before a question that comes out otherwise than it began', async () => {
    const mind = await loaded(family.model, 'webgpu');
    const history = [system, question, say('assistant', 'In the hive.')];
    const before = await mind.call('prefill', { messages: history });
    await attach(mind, 'a', 'red');
    const seen = await answer(mind, [...history, say('user', 'And this?', ['a'])]);
    // These have no adapters that a photo would let be heard, and make another cache.
    expect(seen.cachedTokens).toBeGreaterThanOrEqual(before.promptTokens);
    await mind.call('prefill', { messages: history });
    await mind.call('prefill', { messages: [...history, say('user', 'And ants')] });
    const asked = await answer(mind, [...history, say('user', 'Or wasps?')]);
    expect(asked.cachedTokens).toBeGreaterThanOrEqual(before.promptTokens);
    await mind.call('prefill', { messages: [...history, say('user', 'And')] });
    const again = await answer(mind, [...history, say('user', 'And ants?')]);
    if (family.cuts) expect(again.cachedTokens).toBeGreaterThan(before.promptTokens);
  });

  it('reads ahead where that is of use', async () => {
    for (const device of ['wasm', 'webgpu'] as const) {
      const mind = await loaded(family.model, device);
      const history = [system, question, say('assistant', 'In the hive.')];
      const ahead = await mind.call('prefill', { messages: history });
      const asked = await answer(mind, [...history, say('user', 'And ants?')]);
      expect(asked.cachedTokens, device).toBe(ahead.promptTokens);
    }
  });

  it('answers the same after a stop, a change of the question and reading ahead', async () => {
    const mind = await loaded(family.model, 'webgpu');
    const history = [system, question, say('assistant', 'In the hive.')];
    const right = await answer(mind, [...history, say('user', 'Or wasps?')]);
    const ahead = await mind.call('prefill', { messages: history });
    const next = await answer(mind, [...history, say('user', 'And ants?')]);
    expect(next.cachedTokens).toBe(ahead.promptTokens);
    const changed = await answer(mind, [...history, say('user', 'Or wasps?')]);
    expect(changed.text).toBe(right.text);
    // A state that holds the whole past in one is read anew.
    if (family.cuts) expect(changed.cachedTokens).toBeGreaterThan(0);
    else expect(changed.cachedTokens).toBe(0);
    const long = say('user', 'Bees. '.repeat(60));
    const controller = new AbortController();
    const stopped = mind.call(
      'generate',
      { messages: [long], generation: { ...tinyVlm.generation, maxNewTokens: 60 } },
      { signal: controller.signal, onChunk: () => controller.abort() },
    );
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    expect((await answer(mind, [...history, say('user', 'Or wasps?')])).text).toBe(right.text);
  });
});

describe('SmolVLM with tiles', () => {
  it('reads all of them, with the marks that say where they were', async () => {
    const mind = await loaded({ ...tinyVlm, image: { longestEdgePx: 64, splitting: true } });
    const { tokens } = await attach(mind, 'a', 'red', [64, 64]);
    // Four tiles and the whole, each of 4 tokens; a mark and a place before each, line ends, and the last mark.
    expect(tokens).toBeGreaterThanOrEqual(5 * 4 + 5 + 5 + 1);
    const first = await answer(mind, [say('user', 'What is it?', ['a'])]);
    await attach(mind, 'b', 'white', [64, 64]);
    expect((await answer(mind, [say('user', 'What is it?', ['b'])])).text).not.toBe(first.text);
  });
});
