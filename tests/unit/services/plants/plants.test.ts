import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../../scripts/lib/catalogue.js';
import type { PlantScores } from '../../../../src/domain/plants/diagnosis';
import type { PlantsModel } from '../../../../src/domain/models/model';
import type { Port } from '../../../../src/protocol/contract';
import type { PlantsContract } from '../../../../src/protocol/plants';
import { serve } from '../../../../src/protocol/serve';
import { PlantsService } from '../../../../src/services/plants/plants';
import { deferred } from '../../../fakes/deferred';
import { askedEachTime } from '../../../fakes/known-answers';

const model = (readCatalogue() as PlantsModel[]).find(({ id }) => id === 'plants')!;
const scores = { logits: [1] } as unknown as PlantScores;
const never = new AbortController().signal;

/** A worker on the page's own thread. A busy one hears of a stop only when its run is over. */
class FakeWorker extends EventTarget {
  readonly #ports = new MessageChannel();
  readonly #run: Promise<void>;
  isEnded = false;

  constructor(run: Promise<void>) {
    super();
    this.#run = run;
    serve<PlantsContract>(this.#ports.port2 as unknown as Port, {
      load: async () => ({ modelId: '', variantId: '', device: 'wasm', threads: 1, loadMs: 0 }),
      examine: async () => {
        await run;
        return scores;
      },
    });
    this.#ports.port1.onmessage = ({ data }: MessageEvent) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
  }

  postMessage(message: { type: string }): void {
    if (message.type === 'cancel')
      void this.#run.then(() => this.#ports.port1.postMessage(message));
    else this.#ports.port1.postMessage(message);
  }

  terminate(): void {
    this.isEnded = true;
    this.#ports.port1.close();
  }
}

function setUp(cancelGraceMs?: number) {
  const workers: FakeWorker[] = [];
  const firstRun = deferred<void>();
  const plants = new PlantsService(
    { model, variant: model.variants[0]!, threads: 1 },
    askedEachTime(),
    () => {
      const worker = new FakeWorker(workers.length === 0 ? firstRun.promise : Promise.resolve());
      workers.push(worker);
      return worker as unknown as Worker;
    },
    cancelGraceMs === undefined ? {} : { cancelGraceMs },
  );
  return { plants, workers, endRun: () => firstRun.resolve() };
}

/** A photo that is being judged, and stopped. */
async function stop(plants: PlantsService): Promise<void> {
  const stopped = new AbortController();
  const before = plants.examine(new Blob(), stopped.signal);
  await new Promise((resolve) => setTimeout(resolve, 20));
  stopped.abort();
  await expect(before).rejects.toMatchObject({ code: 'aborted' });
}

describe('a photo that is judged right after a stop', () => {
  it('is by the same worker, on a device whose run takes longer than two seconds', async () => {
    const { plants, workers, endRun } = setUp();
    await stop(plants);
    setTimeout(endRun, 2500);
    await expect(plants.examine(new Blob(), never)).resolves.toEqual(scores);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([false]);
    plants.end();
  }, 10_000);

  it('is by a fresh worker, where the run comes to no end', async () => {
    const { plants, workers } = setUp(50);
    await stop(plants);
    await expect(plants.examine(new Blob(), never)).resolves.toEqual(scores);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    plants.end();
  });
});
