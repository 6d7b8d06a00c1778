/** What a test asks of the worker that runs transformers.js bare. */
import type { Method } from '../../../src/protocol/contract';

export interface PlainPicture {
  /** Red, green, blue and opacity of each. */
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

export interface PlainAnswer {
  readonly promptTokens: number;
  readonly text: string;
}

export interface PlainFamily {
  readonly repository: string;
  readonly processor: 'Idefics3Processor' | 'Lfm2VlProcessor' | 'Qwen3VLProcessor';
  readonly imagesFirst: boolean;
  /** Set on the image processor. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly externalData: Readonly<Record<string, number>>;
}

export interface PlainSeeingContract {
  /** One prompt, as the chat template writes it, placeholder included; asked about each picture alone. */
  answer: Method<
    {
      readonly family: PlainFamily;
      readonly prompt: string;
      readonly pictures: readonly PlainPicture[];
      readonly newTokens: number;
    },
    never,
    readonly PlainAnswer[]
  >;
}
