/** Plays pieces of sound one after another, each at its own sample rate; silent at once on a flush. */

import type { Speaker } from './speaker';

/** Loudness while somebody may be about to speak over it. */
const duckedGain = 0.25;
const fadeSeconds = 0.04;
/** Long enough that sound which begins or breaks off does not click, too short to be heard. */
const edgeSeconds = 0.004;
const longestWakeMs = 1000;

interface Output {
  readonly context: AudioContext;
  readonly gain: GainNode;
}

interface Piece {
  readonly source: AudioBufferSourceNode;
  /** Its turn is over, heard or not. */
  readonly end: () => void;
}

export class Player {
  #output: Output | null = null;
  #nextAt = 0;
  /** Of the piece that is heard last: it fades out, unless the next one joins it. */
  #lastEdge: AudioParam | null = null;
  #ducked = false;
  #muted = false;
  #loudness = 1;
  #flushes = 0;
  readonly #pieces = new Set<Piece>();

  /** Call from a press: browsers only let sound begin there. */
  unlock(): void {
    try {
      const { context } = this.#open();
      // Where it may not begin yet, a later press lets it.
      if (context.state === 'suspended') context.resume().catch(() => {});
    } catch {
      // A browser without sound: what would be heard is still there to be read.
    }
  }

  /**
   * Resolves when this piece has been played, or was flushed.
   * @param onStart called when it begins to be heard; never after a flush
   */
  play(
    samples: Float32Array<ArrayBuffer>,
    sampleRateHz: number,
    onStart: () => void = () => {},
  ): Promise<void> {
    const output = this.#open();
    const { context, gain } = output;
    if (context.state !== 'running') return this.#playOnceRunning(samples, sampleRateHz, onStart);
    const buffer = context.createBuffer(1, samples.length, sampleRateHz);
    buffer.copyToChannel(samples, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    const edge = context.createGain();
    source.connect(edge).connect(gain);
    const startAt = this.#follow(context, edge.gain, buffer.duration);
    source.start(startAt);
    return new Promise((resolve) => {
      let isBegun = false;
      const begin = () => {
        if (!isBegun) onStart();
        isBegun = true;
      };
      const forget = tellAt(output, startAt, begin);
      const piece = {
        source,
        end: () => {
          source.onended = null;
          forget();
          this.#pieces.delete(piece);
          resolve();
        },
      };
      this.#pieces.add(piece);
      source.onended = () => {
        begin();
        piece.end();
      };
    });
  }

  /** Where a piece joins the one before it nothing is changed; where it comes late, both have an edge that does not click. */
  #follow({ currentTime }: AudioContext, edge: AudioParam, seconds: number): number {
    const startAt = Math.max(currentTime, this.#nextAt);
    const lastEdgeAt = this.#nextAt - edgeSeconds;
    if (currentTime < lastEdgeAt) this.#lastEdge?.cancelScheduledValues(lastEdgeAt);
    else edge.setValueAtTime(0, startAt).linearRampToValueAtTime(1, startAt + edgeSeconds);
    this.#nextAt = startAt + seconds;
    const edgeAt = Math.max(startAt, this.#nextAt - edgeSeconds);
    edge.setValueAtTime(1, edgeAt).linearRampToValueAtTime(0, this.#nextAt);
    this.#lastEdge = edge;
    return startAt;
  }

  /**
   * A context that was interrupted, or was never let begin, plays nothing and ends nothing: it is asked to go on, and where
   * it does not within a moment the piece counts as not heard.
   */
  async #playOnceRunning(
    samples: Float32Array<ArrayBuffer>,
    sampleRateHz: number,
    onStart: () => void,
  ): Promise<void> {
    const { context } = this.#open();
    const flushes = this.#flushes;
    if (!(await isWoken(context)) || flushes !== this.#flushes) return;
    await this.play(samples, sampleRateHz, onStart);
  }

  /** A call, or an output that went away, freezes what is being played: where it does not go on soon it counts as over. */
  async #goOn(context: AudioContext): Promise<void> {
    if (context.state === 'running' || this.#pieces.size === 0) return;
    const isWaking = await isWoken(context);
    if (!isWaking && this.#output?.context === context) this.flush();
  }

  flush(): void {
    this.#flushes += 1;
    // A context that was interrupted would never say that they ended.
    for (const { source, end } of [...this.#pieces]) {
      source.stop();
      end();
    }
    this.#nextAt = 0;
    this.duck(false);
  }

  /** Quieter, while it is not yet clear whether somebody speaks over it. */
  duck(ducked: boolean): void {
    this.#ducked = ducked;
    this.#applyGain();
  }

  mute(muted: boolean): void {
    this.#muted = muted;
    this.#applyGain();
  }

  /** All that it plays, as loud as it plays it. */
  openSpeaker(): Speaker {
    const { context, gain } = this.#open();
    return { context, output: gain };
  }

  /** @param loudness 1 leaves a piece as loud as it is */
  amplify(loudness: number): void {
    this.#loudness = loudness;
    this.#applyGain();
  }

  #applyGain(): void {
    if (!this.#output) return;
    const { context, gain } = this.#output;
    gain.gain.setTargetAtTime(this.#gain(), context.currentTime, fadeSeconds / 3);
  }

  #gain(): number {
    if (this.#muted) return 0;
    return this.#loudness * (this.#ducked ? duckedGain : 1);
  }

  #open(): Output {
    if (this.#output) {
      if (this.#output.context.state !== 'closed') return this.#output;
      // The browser closed it, and it never plays again: what waited in it is over.
      this.flush();
    }
    // Its clock begins anew.
    [this.#nextAt, this.#lastEdge] = [0, null];
    const context = new AudioContext();
    const gain = context.createGain();
    gain.gain.value = this.#gain();
    gain.connect(context.destination);
    context.onstatechange = () => void this.#goOn(context);
    this.#output = { context, gain };
    return this.#output;
  }
}

/**
 * Tells when the sound has come so far, by its own clock: the page's timers are held back by a second and more while its tab is
 * hidden. @returns what has it told no more
 */
function tellAt({ context, gain }: Output, seconds: number, tell: () => void): () => void {
  const silence = new ConstantSourceNode(context, { offset: 0 });
  // What leads nowhere is not computed, and never ends.
  silence.connect(gain);
  const forget = () => {
    silence.onended = null;
    silence.disconnect();
  };
  silence.onended = () => {
    forget();
    tell();
  };
  silence.start();
  silence.stop(seconds);
  return forget;
}

async function isWoken(context: AudioContext): Promise<boolean> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, longestWakeMs));
  await Promise.race([context.resume().catch(() => {}), late]);
  return context.state === 'running';
}
