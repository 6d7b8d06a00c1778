/**
 * How much is heard of what a mind was taught beside its base, where its decoder's graph has adapters and asks for it:
 * 0 is the base. transformers.js gives a graph only the inputs that it knows, so this one is added to each of its runs.
 */
import { Tensor } from '@huggingface/transformers';
import type { ModelFace } from './model-face';

const input = 'adapter_gain';

export class AdapterGain {
  readonly #isHeard: boolean;
  #gain = 0;

  constructor(model: ModelFace) {
    const session = model.sessions?.['decoder_model_merged'];
    this.#isHeard = session?.inputNames.includes(input) ?? false;
    if (!session || !this.#isHeard) return;
    model.sessions!['decoder_model_merged'] = Object.create(session, {
      inputNames: { value: session.inputNames.filter((name) => name !== input) },
      run: { value: (feeds: object) => session.run({ ...feeds, [input]: this.#tensor }) },
    });
  }

  get value(): number {
    return this.#gain;
  }
  /** Stays 0 where there are no adapters: nothing that was read depends on it. */
  set value(gain: number) {
    if (this.#isHeard) this.#gain = gain;
  }

  get #tensor(): unknown {
    return (new Tensor('float32', [this.#gain], []) as unknown as { ort_tensor: unknown })
      .ort_tensor;
  }
}
