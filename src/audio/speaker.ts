/** Where all that is played passes: heard together with it, what comes back of it can be told. */
export interface Speaker {
  readonly context: AudioContext;
  readonly output: AudioNode;
}
