import type { Port } from '../../src/protocol/contract';
import type { LanguageContract } from '../../src/protocol/language';
import { serve, type Handlers } from '../../src/protocol/serve';

export type Generate = Handlers<LanguageContract>['generate'];
export type Similarity = Handlers<LanguageContract>['similarity'];

/** A worker on the page's own thread. A deaf one hears of no stop. */
export class FakeLanguageWorker extends EventTarget {
  readonly #ports = new MessageChannel();
  readonly #isDeaf: boolean;

  constructor(
    generate: Generate,
    isDeaf = false,
    hold: (held: boolean) => void = () => {},
    similarity: Similarity = async () => [],
  ) {
    super();
    this.#isDeaf = isDeaf;
    serve<LanguageContract>(
      this.#ports.port2 as unknown as Port,
      {
        load: async () => ({ modelId: '', variantId: '', device: 'wasm', threads: 1, loadMs: 0 }),
        countTokens: async () => ({ tokens: 9 }),
        generate,
        similarity,
        hold: async ({ held }) => hold(held),
      } satisfies Partial<Handlers<LanguageContract>> as unknown as Handlers<LanguageContract>,
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
