/** The mind's worker over a model small enough for exact answers, brought from a hub as a person's choice would be. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PromptMessage } from '../../src/domain/mind/prompt';
import type { Client } from '../../src/protocol/client';
import type { AnswerChunk, LanguageContract, GenerateSummary } from '../../src/protocol/language';
import { bringTiny, startMind, tinyPlan, tinyVlm } from './support/tiny-vlm';
import { say } from '../fakes/say';

const system = say('system', 'Be brief.');
const question = say('user', 'Where do bees sleep? 🐝 Où dorment-elles ?');
const { generation } = tinyVlm;

let worker: Worker | null = null;
async function loaded(device: 'wasm' | 'webgpu' = 'wasm'): Promise<Client<LanguageContract>> {
  const started = startMind();
  worker = started.worker;
  await started.mind.call('load', { plan: tinyPlan(device), selfTest: true });
  return started.mind;
}
const answer = (
  mind: Client<LanguageContract>,
  messages: PromptMessage[],
  maxNewTokens = generation.maxNewTokens,
): Promise<GenerateSummary> =>
  mind.call('generate', { messages, generation: { ...generation, maxNewTokens } });

async function picture(colour: string): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(48, 30);
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 30, 30);
  return createImageBitmap(canvas);
}

async function attach(mind: Client<LanguageContract>, imageId: string, colour: string) {
  const bitmap = await picture(colour);
  return mind.call('encodeImage', { imageId, bitmap }, { transfer: [bitmap] });
}

beforeAll(bringTiny);
afterEach(() => {
  worker?.terminate();
  worker = null;
});

describe('a mind from the hub', () => {
  it('gives the answer that another runtime gave, on WASM', async () => {
    const mind = await loaded('wasm');
    const { newTokens } = await answer(mind, [system, question]);
    expect(newTokens).toBeGreaterThan(0);
  });

  it('gives the same answer on WebGPU, in a second turn and after a cut too', async () => {
    expect(await navigator.gpu?.requestAdapter(), 'the software adapter').toBeTruthy();
    const texts: Record<string, string[]> = {};
    for (const device of ['wasm', 'webgpu'] as const) {
      const mind = await loaded(device);
      const first = await answer(mind, [system, question]);
      const history = [system, question, say('assistant', first.text)];
      const second = await answer(mind, [...history, say('user', 'And ants?')]);
      expect(second.cachedTokens).toBeGreaterThanOrEqual(first.promptTokens + first.newTokens - 1);
      const edited = await answer(mind, [...history, say('user', 'Or wasps?')]);
      expect(edited.cachedTokens).toBeGreaterThanOrEqual(second.cachedTokens);
      await attach(mind, 'photo', 'red');
      const seen = await answer(mind, [say('user', 'What is it?', ['photo'])]);
      texts[device] = [first.text, second.text, edited.text, seen.text];
      worker?.terminate();
    }
    expect(texts.webgpu).toEqual(texts.wasm);
  });

  it('refuses a device whose answer is wrong', async () => {
    const selfTest = { inputIds: [1, 2, 3], expectedIds: [4, 5, 6] };
    for (const [device, code] of [
      ['webgpu', 'webgpu-unavailable'],
      ['wasm', 'wrong-answer'],
    ] as const) {
      const { mind, worker: own } = startMind();
      const load = mind.call('load', { plan: tinyPlan(device, { selfTest }), selfTest: true });
      await expect(load).rejects.toMatchObject({ code });
      own.terminate();
    }
  });

  it('is asked for any answer where none is known', async () => {
    const { selfTest: known, ...unknown } = tinyPlan('wasm').model;
    expect(known).toBeDefined();
    const started = startMind();
    worker = started.worker;
    const plan = { ...tinyPlan('wasm'), model: unknown };
    await started.mind.call('load', { plan, selfTest: true });
    expect((await answer(started.mind, [question], 2)).newTokens).toBe(2);
  });

  it('tells how much of a long conversation is read, and nothing of a short one', async () => {
    const mind = await loaded();
    const readings: AnswerChunk[] = [];
    const ask = (messages: PromptMessage[]) =>
      mind.call(
        'generate',
        { messages, generation: { ...generation, maxNewTokens: 1 } },
        { onChunk: (chunk) => chunk.type === 'reading' && readings.push(chunk) },
      );
    await ask([say('user', 'Short.')]);
    expect(readings).toEqual([]);
    const long = [say('user', 'Where do the bees sleep at night? '.repeat(10))];
    const { promptTokens } = await ask(long);
    const read = readings.map((chunk) => chunk.type === 'reading' && chunk.readTokens);
    expect(read.length).toBeGreaterThan(1);
    expect(read).toEqual([...read].sort((a, b) => Number(a) - Number(b)));
    expect(readings.at(-1)).toMatchObject({ promptTokens });
    expect(read.at(-1)).toBeLessThan(promptTokens);
  });

  it('streams what it sums up, and no broken characters', async () => {
    const mind = await loaded();
    const deltas: string[] = [];
    const summary = await mind.call(
      'generate',
      { messages: [system, question], generation },
      { onChunk: (chunk) => chunk.type === 'text-delta' && deltas.push(chunk.text) },
    );
    expect(deltas.join('')).toBe(summary.text);
    expect(deltas.every((delta) => !delta.endsWith('\uFFFD'))).toBe(true);
  });
});

describe('an answer that goes on', () => {
  it('is the one that a longer limit would have given, and history like any other', async () => {
    const mind = await loaded();
    const whole = await answer(mind, [system, question], 12);
    const fresh = await loaded();
    const first = await answer(fresh, [system, question], 5);
    const begun = [system, question, say('assistant', first.text)];
    const second = await answer(fresh, begun, 7);
    expect([first.endedBy, second.newTokens]).toEqual(['length', 7]);
    expect(second.text).toBe(whole.text);
    expect(second.cachedTokens).toBeGreaterThanOrEqual(first.promptTokens + first.newTokens - 1);
    const history = [system, question, say('assistant', second.text), say('user', 'And ants?')];
    const next = await answer(fresh, history, 2);
    expect(next.cachedTokens).toBeGreaterThanOrEqual(second.promptTokens + second.newTokens - 1);
  });
});

describe('the cache', () => {
  it('changes nothing but the time', async () => {
    const mind = await loaded();
    const first = await answer(mind, [system, question]);
    const turn = [system, question, say('assistant', first.text), say('user', 'And ants?')];
    const kept = await answer(mind, turn);
    const again = await answer(mind, turn);
    expect(again.cachedTokens).toBe(again.promptTokens - 1);
    expect(again.text).toBe(kept.text);
    await answer(mind, [say('user', 'Something else.')], 1);
    const fresh = await answer(mind, turn);
    expect(fresh.cachedTokens).toBeLessThan(kept.cachedTokens);
    expect(fresh.text).toBe(kept.text);
  });

  it('is filled ahead while the question is still unknown', async () => {
    const mind = await loaded();
    const history = [system, question, say('assistant', 'In the hive.')];
    const ahead = await mind.call('prefill', { messages: history });
    const next = await answer(mind, [...history, say('user', 'And ants?')]);
    expect(next.cachedTokens).toBe(ahead.promptTokens);
    await answer(mind, [say('user', 'Something else.')], 1);
    const without = await answer(mind, [...history, say('user', 'And ants?')]);
    expect(without.text).toBe(next.text);
  });

  it('reads only new tokens where an image came earlier, and tells two images apart', async () => {
    const mind = await loaded();
    const { tokens } = await attach(mind, 'a', 'red');
    expect(tokens).toBe(4 + 3);
    await attach(mind, 'b', 'blue');
    const shown = say('user', 'What is it?', ['a']);
    const first = await answer(mind, [shown]);
    const turn = [shown, say('assistant', first.text), say('user', 'Are you sure?')];
    const second = await answer(mind, turn);
    expect(second.cachedTokens).toBeGreaterThan(first.promptTokens);
    await answer(mind, [say('user', 'Something else.')], 1);
    expect((await answer(mind, turn)).text).toBe(second.text);
    const other = await answer(mind, [say('user', 'What is it?', ['b'])]);
    expect(other.cachedTokens).toBeLessThan(other.promptTokens - 8);
    expect(other.text).not.toBe(first.text);
  });
});

describe('a mind that is held', () => {
  const rest = () => new Promise((resolve) => setTimeout(resolve, 300));

  it('writes nothing meanwhile, then goes on as if nothing had been', async () => {
    const mind = await loaded();
    const free = await answer(mind, [system, question]);
    let written = '';
    await mind.call('hold', { held: true });
    const held = mind.call(
      'generate',
      { messages: [system, question], generation },
      { onChunk: (chunk) => (written += chunk.type === 'text-delta' ? chunk.text : '') },
    );
    await rest();
    const before = written;
    await rest();
    expect(written).toBe(before);
    expect(written.length).toBeLessThan(free.text.length);
    await mind.call('hold', { held: false });
    expect((await held).text).toBe(free.text);
  });

  it('can be stopped', async () => {
    const mind = await loaded();
    await mind.call('hold', { held: true });
    const stop = new AbortController();
    const held = mind.call(
      'generate',
      { messages: [system, question], generation },
      { signal: stop.signal },
    );
    await rest();
    stop.abort();
    await expect(held).rejects.toMatchObject({ code: 'aborted' });
    await mind.call('hold', { held: false });
    expect((await answer(mind, [system, question])).newTokens).toBeGreaterThan(0);
  });
});

describe('a stop', () => {
  it('comes through between two tokens, and the next answer is right', async () => {
    const mind = await loaded();
    const right = await answer(mind, [system, question]);
    const controller = new AbortController();
    const stopped = mind.call(
      'generate',
      {
        messages: [system, question],
        generation: { ...generation, maxNewTokens: 300 },
      },
      { signal: controller.signal, onChunk: () => controller.abort() },
    );
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    expect((await answer(mind, [system, question])).text).toBe(right.text);
  });

  it('comes through while a long prompt is read', async () => {
    const mind = await loaded();
    const long = say('user', 'Bees. '.repeat(70));
    const controller = new AbortController();
    const stopped = mind.call(
      'prefill',
      { messages: [long, question] },
      { signal: controller.signal },
    );
    controller.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    expect((await answer(mind, [system, question], 2)).newTokens).toBe(2);
  });

  it('ends a load at once', async () => {
    const started = startMind();
    worker = started.worker;
    const controller = new AbortController();
    const load = started.mind.call(
      'load',
      { plan: tinyPlan('wasm'), selfTest: false },
      { signal: controller.signal, onChunk: () => controller.abort() },
    );
    await expect(load).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('trouble', () => {
  it('says that nothing is loaded, and that a photo cannot be seen', async () => {
    const started = startMind();
    worker = started.worker;
    const { mind } = started;
    await expect(answer(mind, [question])).rejects.toMatchObject({ code: 'model-missing' });
    const plan = tinyPlan('wasm', { sight: 'none' });
    await mind.call('load', { plan, selfTest: true });
    await expect(attach(mind, 'a', 'red')).rejects.toMatchObject({ code: 'bad-input' });
    expect((await answer(mind, [question], 2)).newTokens).toBe(2);
  });

  it('names the file that is not there instead of waiting for it', async () => {
    const plan = tinyPlan('wasm');
    const gone = 'onnx/decoder_model_merged.onnx_data_1';
    const { mind, worker: own } = startMind();
    const load = mind.call('load', {
      plan: {
        ...plan,
        variant: { ...plan.variant, externalData: { decoder_model_merged: 2 } },
      },
      selfTest: false,
    });
    await expect(load).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringContaining(gone) as string,
    });
    own.terminate();
  });

  it('refuses a prompt longer than the context', async () => {
    const mind = await loaded();
    const long = say('user', 'Bees. '.repeat(200));
    await expect(answer(mind, [long])).rejects.toMatchObject({ code: 'too-long' });
  });

  it('forgets what it held and can load again', async () => {
    const mind = await loaded();
    const before = await answer(mind, [system, question]);
    await mind.call('unload', undefined);
    await expect(answer(mind, [question])).rejects.toMatchObject({ code: 'model-missing' });
    await mind.call('load', { plan: tinyPlan('wasm'), selfTest: true });
    const after = await answer(mind, [system, question]);
    expect(after.cachedTokens).toBe(0);
    expect(after.text).toBe(before.text);
  });
});
