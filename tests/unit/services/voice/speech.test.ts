import { describe, expect, it, vi } from 'vitest';
import { readCatalogue } from '../../../../scripts/lib/catalogue.js';
import type { SpeechRecognitionModel } from '../../../../src/domain/models/model';
import type { Port } from '../../../../src/protocol/contract';
import { serve, type Handlers } from '../../../../src/protocol/serve';
import type { SpeechContract } from '../../../../src/protocol/speech';
import { SpeechService } from '../../../../src/services/voice/speech';
import { askedEachTime } from '../../../fakes/known-answers';

const model = (readCatalogue() as SpeechRecognitionModel[]).find(
  ({ id }) => id === 'whisper-tiny',
)!;
const plan = { model, variant: model.variants[0]!, threads: 1 };
const never = new AbortController().signal;

/** A worker on the page's own thread, that counts how often it loads ears. */
class FakeWorker extends EventTarget {
  readonly #ports = new MessageChannel();
  loads = 0;

  constructor() {
    super();
    serve<SpeechContract>(
      this.#ports.port2 as unknown as Port,
      {
        loadEars: async () => {
          this.loads += 1;
          return { modelId: '', variantId: '', device: 'wasm', threads: 1, loadMs: 0 };
        },
        attach: async () => {},
      } as unknown as Handlers<SpeechContract>,
    );
    this.#ports.port1.onmessage = ({ data }: MessageEvent) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(message: unknown, transfer: Transferable[]): void {
    this.#ports.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.#ports.port1.close();
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const speech = new SpeechService(plan, [], askedEachTime(), () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { speech, workers };
}

describe('ears whose worker is gone', () => {
  it('are said to be, and loaded once by the next', async () => {
    const { speech, workers } = setUp();
    const lost = vi.fn();
    const portLost = vi.fn();
    speech.onEarsLost = lost;
    await speech.startEars(never);
    await speech.attach(new MessageChannel().port1 as unknown as MessagePort, never, portLost);
    workers[0]!.dispatchEvent(new Event('error'));
    expect([lost.mock.calls.length, portLost.mock.calls.length]).toEqual([1, 1]);
    await speech.startEars(never);
    expect(workers.map(({ loads }) => loads)).toEqual([1, 1]);
    speech.end();
  });

  it('are not missed where none were started, or nobody wants them any more', async () => {
    const { speech, workers } = setUp();
    const lost = vi.fn();
    speech.onEarsLost = lost;
    await speech.attach(new MessageChannel().port1 as unknown as MessagePort, never, () => {});
    workers[0]!.dispatchEvent(new Event('error'));
    await speech.startEars(never);
    speech.end();
    expect(lost).not.toHaveBeenCalled();
  });
});
