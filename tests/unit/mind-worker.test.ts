import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../scripts/lib/catalogue.js';
import type { Message } from '../../src/domain/conversation';
import type { LanguageModel } from '../../src/domain/models';
import type { Port } from '../../src/protocol/contract';
import type { LanguageContract } from '../../src/protocol/language';
import { serve, type Handlers } from '../../src/protocol/serve';
import { MindWorker } from '../../src/services/mind-worker';

const model = (readCatalogue() as LanguageModel[]).find(({ id }) => id === 'tansy-lite')!;
const thread: Message[] = [
  {
    id: 'q',
    conversationId: 'c',
    parentId: null,
    role: 'user',
    parts: [{ type: 'text', text: 'How tall?' }],
    status: { type: 'complete' },
    createdAt: 1,
  },
];
type Generate = Handlers<LanguageContract>['generate'];

/** A worker on the page's own thread. A deaf one hears of no stop. */
class FakeWorker extends EventTarget {
  readonly #ports = new MessageChannel();
  readonly #isDeaf: boolean;

  constructor(isDeaf: boolean, generate: Generate) {
    super();
    this.#isDeaf = isDeaf;
    serve<LanguageContract>(
      this.#ports.port2 as unknown as Port,
      {
        load: async () => ({ modelId: '', variantId: '', device: 'wasm', threads: 1, loadMs: 0 }),
        countTokens: async () => ({ tokens: 9 }),
        generate,
      } as unknown as Handlers<LanguageContract>,
    );
    this.#ports.port1.onmessage = ({ data }: MessageEvent) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(message: { type: string }): void {
    if (message.type !== 'cancel' || !this.#isDeaf) this.#ports.port1.postMessage(message);
  }

  terminate(): void {
    this.#ports.port1.close();
  }
}

/** The first worker is in one long run that nothing stops; those after it answer. */
function setUp(first: Generate) {
  let spawned = 0;
  const answering: Generate = async (_request, { emit }) => {
    emit({ type: 'text-delta', text: 'Two metres.' });
    return { newTokens: 3 } as Awaited<ReturnType<Generate>>;
  };
  const mind = new MindWorker(
    { model, variant: model.variants[0]!, threads: 1 },
    {
      findPhoto: async () => undefined,
      spawn: () => {
        spawned += 1;
        const generate = spawned === 1 ? first : answering;
        return new FakeWorker(spawned === 1, generate) as unknown as Worker;
      },
      withTest: (load) => load(false),
      onNotReady: () => {},
    },
  );
  return { mind, spawned: () => spawned };
}

const never = new AbortController().signal;

describe('a question right after a stop that the worker does not hear', () => {
  it('is answered by a fresh worker', async () => {
    const { mind, spawned } = setUp(() => new Promise(() => {}));
    const stopped = new AbortController();
    const before = mind.reply(thread, stopped.signal);
    await mind.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    stopped.abort();
    await expect(before).rejects.toMatchObject({ code: 'aborted' });
    let text = '';
    const reply = await mind.reply(thread, never, { onText: (delta) => (text += delta) });
    expect(text).toBe('Two metres.');
    expect(reply.summary.newTokens).toBe(3);
    expect(spawned()).toBe(2);
    mind.end();
  }, 10_000);

  it('is not asked again once some of its answer was given', async () => {
    let calls = 0;
    const { mind, spawned } = setUp((_request, { emit }) => {
      calls += 1;
      if (calls === 2) emit({ type: 'text-delta', text: 'Two' });
      return new Promise(() => {});
    });
    const stopped = new AbortController();
    const before = mind.reply(thread, stopped.signal);
    await new Promise((resolve) => setTimeout(resolve, 20));
    stopped.abort();
    await expect(before).rejects.toMatchObject({ code: 'aborted' });
    await expect(mind.reply(thread, never)).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(spawned()).toBe(1);
    mind.end();
  }, 10_000);
});
