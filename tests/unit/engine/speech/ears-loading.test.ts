import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ModelPlan, SpeechRecognitionModel } from '../../../../src/domain/models/model';
import { createEarsHandlers } from '../../../../src/engine/speech/ears/handlers';
import { deferred, type Deferred } from '../../../fakes/deferred';

const loads = new Map<string, Deferred<object>>();
vi.mock('../../../../src/engine/speech/ears/ears', () => ({
  loadEars: ({ model }: { model: { id: string } }) => loads.get(model.id)!.promise,
}));
vi.mock('../../../../src/engine/speech/ears/follow', () => ({
  follow: async ({ name }: { name: string }) => ({ text: name, languageId: null, endSamples: 0 }),
}));

vi.stubGlobal('self', {});
afterEach(() => loads.clear());

const plan = (id: string) =>
  ({ model: { id }, variant: { id: 'wasm', device: 'wasm' } }) as ModelPlan<SpeechRecognitionModel>;
const context = { signal: new AbortController().signal, emit() {}, transfer() {} };

describe('ears that are chosen while others are being loaded', () => {
  it('are those that hear, whichever are there first', async () => {
    const handlers = createEarsHandlers(async () => ({ bytes: () => Promise.reject() }));
    const disposed: string[] = [];
    const ears = (name: string) => ({
      name,
      ids: { languageId: () => null },
      graph: { dispose: () => void disposed.push(name) },
    });
    for (const name of ['base', 'tiny']) loads.set(name, deferred<object>());
    const base = handlers.loadEars({ plan: plan('base'), selfTest: false }, context);
    const tiny = handlers.loadEars({ plan: plan('tiny'), selfTest: false }, context);
    loads.get('tiny')!.resolve(ears('tiny'));
    await new Promise((resolve) => setTimeout(resolve));
    loads.get('base')!.resolve(ears('base'));
    await Promise.all([base, tiny]);
    const { text } = await handlers.transcribe({ utterance: 1, language: 'en' }, context);
    expect(text).toBe('tiny');
    expect(disposed).toEqual(['base']);
    // What is written down comes with how long it took to know that all was said.
    const { port1: feed, port2: utterances } = new MessageChannel();
    await handlers.attach({ utterances }, context);
    const ended = { type: 'utterance-ended', utterance: 2, soundSamples: 9, endedAtMs: 0 };
    feed.postMessage({ ...ended, decisionMs: 640 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { decisionMs } = await handlers.transcribe({ utterance: 2, language: 'en' }, context);
    feed.close();
    expect(decisionMs).toBe(640);
  });
});
