/** A device's speech engine that speaks when the test says so, and remembers what it was asked. */
class FakeUtterance {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  rate = 1;
  volume = 1;
  onstart: (() => void) | null = null;
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onboundary: ((event: { charIndex: number }) => void) | null = null;
  constructor(readonly text: string) {}
}

export function voice(
  uri: string,
  lang: string,
  options: { local?: boolean; isDefault?: boolean } = {},
) {
  const { local = true, isDefault = false } = options;
  return { voiceURI: uri, name: uri, lang, localService: local, default: isDefault };
}

export class FakeSynthesis extends EventTarget {
  voices: SpeechSynthesisVoice[] = [];
  readonly queue: FakeUtterance[] = [];
  /** Everything ever given to it, cancelled or not. */
  readonly given: FakeUtterance[] = [];

  static install(): FakeSynthesis {
    Object.assign(globalThis, { SpeechSynthesisUtterance: FakeUtterance });
    return new FakeSynthesis();
  }

  get speaking(): boolean {
    return this.queue.length > 0;
  }

  get asEngine(): SpeechSynthesis {
    return this as unknown as SpeechSynthesis;
  }

  getVoices = () => this.voices;

  speak(utterance: FakeUtterance): void {
    this.given.push(utterance);
    this.queue.push(utterance);
  }

  /** As browsers do: what was cancelled still reports, later, that it failed. */
  cancel(): void {
    const cancelled = this.queue.splice(0);
    queueMicrotask(() => cancelled.forEach(({ onerror }) => onerror?.()));
  }

  start(): void {
    this.queue[0]?.onstart?.();
  }

  reach(charIndex: number): void {
    this.queue[0]?.onboundary?.({ charIndex });
  }

  async finish(): Promise<void> {
    this.queue.shift()?.onend?.();
    await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
  }
}
