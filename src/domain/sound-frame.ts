/** Sound of the microphone, as its audio thread hands it over. */
export interface SoundFrame {
  /** 512 samples, 16 kHz mono, -1 to 1. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** When the last of them came in, in milliseconds since 1970: on a busy machine it is judged much later. */
  readonly endedAtMs: number;
}
