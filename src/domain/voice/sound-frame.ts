/** Sound of the microphone, as its audio thread hands it over. */
export interface SoundFrame {
  /** 512 samples, 16 kHz mono, -1 to 1. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** As many, of what was given to the speaker meanwhile: zeros where nothing was. */
  readonly played: Float32Array<ArrayBuffer>;
}
