/** What the families are compared with: transformers.js' own processor and `generate`, for one picture in one prompt. */
import {
  AutoModelForImageTextToText,
  env,
  Idefics3Processor,
  Lfm2VlProcessor,
  Qwen3VLProcessor,
  RawImage,
  type PreTrainedModel,
  type Processor,
  type Tensor,
} from '@huggingface/transformers';
import { configureRuntime, type WasmEnvironment } from '../../../src/engine/weights/runtime';
import { serve } from '../../../src/protocol/serve';
import type { PlainAnswer, PlainSeeingContract } from './plain-seeing-contract';

type Call = (...values: unknown[]) => Promise<{ input_ids: Tensor }>;
// `AutoProcessor` would give one without a tokenizer, as none of these repositories names its class where it looks.
const processors = { Idefics3Processor, Lfm2VlProcessor, Qwen3VLProcessor };

serve<PlainSeeingContract>(self, {
  async answer({ family, prompt, pictures, newTokens }) {
    env.allowLocalModels = false;
    env.remoteHost = `${self.location.origin}/hub/`;
    env.useBrowserCache = false;
    env.useWasmCache = false;
    const { wasm } = env.backends.onnx as { wasm?: WasmEnvironment };
    configureRuntime(wasm!, 'wasm', 1);
    const { repository, externalData } = family;
    const processor: Processor = await processors[family.processor].from_pretrained(repository, {});
    Object.assign(processor.image_processor ?? {}, family.settings);
    const model: PreTrainedModel = await AutoModelForImageTextToText.from_pretrained(repository, {
      dtype: 'fp32',
      device: 'wasm',
      use_external_data_format: externalData,
    });
    const call = processor as unknown as Call;
    const answers: PlainAnswer[] = [];
    for (const { pixels, width, height } of pictures) {
      const image = new RawImage(pixels, width, height, 4).rgb();
      const inputs = await (family.imagesFirst ? call(image, prompt) : call(prompt, image));
      const options = { ...inputs, max_new_tokens: newTokens, do_sample: false };
      const ids = (await model.generate(options as never)) as Tensor;
      const promptTokens = inputs.input_ids.dims.at(-1)!;
      const answer = Array.from(ids.data as BigInt64Array, Number).slice(promptTokens);
      const text = processor.tokenizer!.decode(answer, {
        skip_special_tokens: true,
        clean_up_tokenization_spaces: false,
      });
      answers.push({ promptTokens, text });
    }
    return answers;
  },
});
