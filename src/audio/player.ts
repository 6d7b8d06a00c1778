/** Plays pieces of sound one after another, each at its own sample rate; silent at once on a flush. */
export class Player {
  #context: AudioContext | null = null;
  #nextAt = 0;
  readonly #playing = new Set<AudioBufferSourceNode>();

  /** Call from a press: browsers only let sound begin there. */
  unlock(): void {
    this.#context ??= new AudioContext();
    if (this.#context.state === 'suspended') void this.#context.resume();
  }

  /** Resolves when this piece has been played, or was flushed. */
  play(samples: Float32Array<ArrayBuffer>, sampleRateHz: number): Promise<void> {
    this.unlock();
    const context = this.#context!;
    const buffer = context.createBuffer(1, samples.length, sampleRateHz);
    buffer.copyToChannel(samples, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(context.destination);
    const startAt = Math.max(context.currentTime, this.#nextAt);
    this.#nextAt = startAt + buffer.duration;
    this.#playing.add(source);
    const ended = new Promise<void>((resolve) => {
      source.onended = () => {
        this.#playing.delete(source);
        resolve();
      };
    });
    source.start(startAt);
    return ended;
  }

  flush(): void {
    for (const source of this.#playing) source.stop();
    this.#nextAt = 0;
  }
}
