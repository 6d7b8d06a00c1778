/** One mind takes the place of another, over the tiny model in real workers. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../src/domain/conversations/conversation';
import type { LanguageModel } from '../../src/domain/models/model';
import { MindService } from '../../src/services/mind/mind';
import { askedEachTime } from '../fakes/known-answers';
import { bringTiny, tinyPlan } from './support/tiny-vlm';

const workers: Worker[] = [];
const ended: Worker[] = [];
function spawn(): Worker {
  const worker = new Worker(new URL('../../src/engine/language/worker.ts', import.meta.url), {
    type: 'module',
  });
  const terminate = worker.terminate.bind(worker);
  worker.terminate = () => {
    // One of an earlier test is found gone, and ended once more.
    if (workers.includes(worker)) ended.push(worker);
    terminate();
  };
  workers.push(worker);
  return worker;
}

const never = new AbortController().signal;
const named = (id: string, change: Partial<LanguageModel> = {}) => {
  const plan = tinyPlan('wasm', { sight: 'untrained', ...change });
  return { ...plan, model: { ...plan.model, name: id } };
};
const standard = named('standard');
const question: Message = {
  id: 'q',
  conversationId: 'c',
  parentId: null,
  role: 'user',
  parts: [{ type: 'text', text: 'Where do bees sleep?' }],
  status: { type: 'complete' },
  createdAt: 0,
};
const start = (plan = standard) =>
  new MindService(plan, async () => undefined, askedEachTime(), spawn);
const use = (mind: MindService, plan = named('other'), selfTest = true) =>
  mind.use(plan, { signal: never, selfTest });

beforeAll(bringTiny);
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
  ended.length = 0;
});

describe('another mind', () => {
  it('takes the place once it is loaded, and what follows from it is its own', async () => {
    const mind = start();
    await mind.start();
    expect(mind.sees).toBe(false);
    const replaced = vi.fn();
    mind.onReplaced = replaced;
    await use(mind, named('other', { sight: 'trained' }));
    expect([mind.plan.model.name, mind.sees]).toEqual(['other', true]);
    expect(ended).toEqual([workers[0]]);
    expect(replaced).toHaveBeenCalledOnce();
    const { summary } = await mind.reply([question], never);
    expect(summary.newTokens).toBeGreaterThan(0);
  });

  it('lets the earlier one finish what it is answering', async () => {
    const mind = start();
    await mind.start();
    let used: Promise<void> | null = null;
    const reply = await mind.reply([question], never, { onText: () => (used ??= use(mind)) });
    await used;
    expect(reply.summary.endedBy).toBe('length');
    expect(mind.plan.model.name).toBe('other');
    await vi.waitFor(() => expect(ended).toEqual([workers[0]]));
  });

  it('that gives a wrong answer leaves the place to the earlier one', async () => {
    const mind = start();
    await mind.start();
    const wrong = { inputIds: [1, 2, 3], expectedIds: [4, 5, 6] };
    const other = named('other', { selfTest: wrong });
    await expect(use(mind, other)).rejects.toMatchObject({ code: 'wrong-answer' });
    expect(mind.plan.model.name).toBe('standard');
    expect(ended).toContain(workers[1]);
    expect((await mind.reply([question], never)).modelId).toBe('tiny-vlm');
    // Once known to be right, it is not asked again.
    await use(mind, other, false);
    expect(mind.plan.model.name).toBe('other');
  });

  it('can be stopped while it is loaded', async () => {
    const mind = start();
    const stop = new AbortController();
    const used = mind.use(named('other'), { signal: stop.signal, selfTest: true });
    stop.abort();
    await expect(used).rejects.toMatchObject({ code: 'aborted' });
    expect(mind.plan.model.name).toBe('standard');
    expect(ended).toEqual(workers);
  });

  it('that is lost leaves its place to the standard one, and says so', async () => {
    const mind = start();
    await use(mind);
    const lost = vi.fn();
    mind.onLost = lost;
    const answer = mind.reply([question], never, {
      onText: () => workers.at(-1)!.dispatchEvent(new Event('error')),
    });
    await expect(answer).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(lost).toHaveBeenCalledOnce();
    expect(mind.plan.model.name).toBe('standard');
    const { summary } = await mind.reply([question], never);
    expect(summary.newTokens).toBeGreaterThan(0);
  });
});
